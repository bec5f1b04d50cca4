/**
 * A trace as a report in Markdown, for issues and wikis: both sides, the path as a table and as a diagram, what was
 * found, what it took.
 */

import { typeName } from '../message/codes.ts';
import type { ResourceRecord } from '../message/message.ts';
import { printRdata } from '../message/record-text.ts';
import type { Finding, Hop } from '../resolver/events.ts';
import { FINDINGS, type FindingEntry } from '../resolver/findings/catalogue.ts';
import type { Cause, Comparison } from '../compare/comparison.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import { costLines, warmLines } from './cost-text.ts';
import { codeSpan, proseText } from './markdown-text.ts';
import { nowhere, surveySummary } from './survey-summary.ts';
import { statusWord } from './survey-table.ts';
import { traceMermaid } from './trace-mermaid.ts';
import type { SurveyEvent, Trace } from './trace.ts';
import { endingWord, systemNotes, systemSource, systemValues, VERDICT_WORDS } from './walk-words.ts';

/** Forges refuse texts of more than some ten thousand characters. */
const MOST_ROWS = 200;
const LONGEST_DATA = 4000;

export function traceMarkdown(trace: Trace): string {
  const { question, at, system, comparison, findings, surveys } = trace;
  const when = new Date(at).toISOString().slice(0, 19).replace('T', ' ');
  const parts = [
    `# ${codeSpan(question.name)} ${proseText(typeName(question.type))}`,
    `Walked from the root, ${when} UTC.`,
    answerPart(trace),
    ...(system ? [computerPart(system, comparison)] : []),
    pathPart(trace),
    ...(findings.length > 0 ? [`## Findings\n\n${findings.map(findingItem).join('\n')}`] : []),
    ...surveys.map(surveyPart),
    costPart(trace),
  ];
  return `${parts.join('\n\n')}\n`;
}

function answerPart({ ending }: Trace): string {
  const { status, message, zone, answers } = ending;
  const lead = status === 'failure' ? '' : ` from the servers of ${codeSpan(zone)}`;
  const why = status === 'answer' ? '' : `: ${proseText(message)}`;
  return [`**${proseText(endingWord(ending))}**${lead}${why}`, ...recordTable(answers)].join('\n\n');
}

function recordTable(records: readonly ResourceRecord[]): string[] {
  if (records.length === 0) return [];
  return [
    table(
      ['owner', 'TTL', 'type', 'data'],
      records.map((record) => [
        codeSpan(record.name),
        String(record.ttl),
        proseText(typeName(record.type)),
        codeSpan(clipped(printRdata(record))),
      ]),
    ),
  ];
}

function computerPart(system: SystemAnswer, comparison: Comparison | undefined): string {
  const values = systemValues(system);
  const said = values.slice(0, MOST_ROWS).map(codeSpan).join(', ') + (values.length > MOST_ROWS ? ', …' : '');
  const source = systemSource(system);
  return [
    '## This computer',
    said + (source === '' ? '' : ` from ${codeSpan(source)}`),
    ...(comparison ? [`**${VERDICT_WORDS[comparison.verdict]}**`, ...causeItems(comparison.findings)] : []),
    ...systemNotes(system).map((note) => `Note: ${proseText(note)}`),
  ].join('\n\n');
}

/** One list, or nothing. */
export function causeItems(causes: readonly Cause[]): string[] {
  if (causes.length === 0) return [];
  const items = causes.flatMap(({ code, message, rfc, evidence = [] }) => [
    `- ${codeSpan(code)} ${proseText(message)}${rfc === '' ? '' : ` (${proseText(rfc)})`}`,
    ...evidence.slice(0, MOST_ROWS).map((line) => `  - ${codeSpan(clipped(line))}`),
  ]);
  return [items.join('\n')];
}

function pathPart(trace: Trace): string {
  const hops = trace.hops.filter(({ purpose }) => purpose !== 'survey');
  if (hops.length === 0) return '## Path\n\nNo server was asked.';
  const rows = hops.map((hop) => [
    hop.parent === null ? String(hop.id) : `${hop.id} (for ${hop.parent})`,
    codeSpan(hop.zone),
    codeSpan(hop.server.name),
    `${codeSpan(hop.server.address)} ${hop.server.source}`,
    `${codeSpan(hop.question.name)} ${proseText(typeName(hop.question.type))}`,
    timeText(hop),
    `**${hop.outcome}** ${proseText(hop.verdict)}`,
  ]);
  return [
    '## Path',
    table(['hop', 'zone', 'server', 'address', 'asked for', 'time', 'verdict'], rows),
    `<details><summary>As a diagram</summary>\n\n\`\`\`mermaid\n${traceMermaid(trace)}\`\`\`\n\n</details>`,
  ].join('\n\n');
}

function timeText({ rttMs, elapsedMs, transport }: Hop): string {
  const over = transport === 'udp' ? '' : ` ${transport.toUpperCase()}`;
  return rttMs === null ? `none in ${elapsedMs.toFixed(0)} ms${over}` : `${rttMs.toFixed(1)} ms${over}`;
}

function findingItem({ severity, code, hop, message, rfc }: Finding): string {
  const where = hop === null ? '' : ` at hop ${hop}`;
  const entry = Object.hasOwn(FINDINGS, code)
    ? (FINDINGS as Readonly<Record<string, FindingEntry>>)[code]
    : undefined;
  const more = [...(entry ? [proseText(entry.advice)] : []), ...(rfc === '' ? [] : [`(${proseText(rfc)})`])];
  return [
    `- **${severity}** ${codeSpan(code)}${where}: ${proseText(message)}`,
    ...more.map((line) => `  ${line}`),
  ].join('\n');
}

function surveyPart(survey: SurveyEvent): string {
  const rows = survey.rows.map(({ server, address, status, rttMs, serial, answer, note }) => [
    codeSpan(server),
    codeSpan(address),
    `${statusWord(status)}${note === null ? '' : `: ${proseText(note)}`}`,
    rttMs === null ? '' : `${rttMs.toFixed(1)} ms`,
    serial === null ? '' : String(serial),
    codeSpan(clipped((answer ?? []).join(', '))),
  ]);
  return [
    `## All servers of ${codeSpan(survey.zone)}`,
    proseText(surveySummary(survey)),
    ...nowhere(survey).map(proseText),
    table(['server', 'address', 'status', 'time', 'serial', 'answer'], rows),
  ].join('\n\n');
}

function costPart(trace: Trace): string {
  const lines = [
    ...costLines(trace.hops, trace.cost),
    ...warmLines(trace),
    ...(trace.likeDig ? [trace.likeDig.message] : []),
  ];
  return ['## What it took', ...lines.map((line) => proseText(line.trim()))].join('\n\n');
}

/** A header, a rule, and a line each; cells come in escaped. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const shown = rows.slice(0, MOST_ROWS).map(line);
  const more = rows.length > MOST_ROWS ? [`\nand ${rows.length - MOST_ROWS} more rows`] : [];
  return [line(titles), line(titles.map(() => '---')), ...shown, ...more].join('\n');
}

function clipped(text: string): string {
  return text.length > LONGEST_DATA ? `${text.slice(0, LONGEST_DATA)}…` : text;
}
