/**
 * The trace for people: one block a hop, sub-walks indented under what made them necessary, then the answer, then what
 * this computer says and whether the two agree.
 */

import type { Comparison } from '../compare/comparison.ts';
import { rcodeName, TYPE_ANY, typeName } from '../message/codes.ts';
import { printRdata, printRecord } from '../message/record-text.ts';
import { printable } from '../message/printable-text.ts';
import type { Ending, Hop } from '../resolver/events.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import { causeLines } from './cause-lines.ts';
import { ednsWords } from './reply-edns.ts';
import { costLines, count, warmLines } from './cost-text.ts';
import { findingLines } from './finding-lines.ts';
import { digLines, digSummary } from './like-dig-text.ts';
import type { Paint, Style } from './style.ts';
import { surveyText } from './survey-text.ts';
import type { Trace } from './trace.ts';

const INDENT = '    ';
const MOST_NAMES = 4;
/** The width of a text that is not for a terminal. */
const TEXT_COLUMNS = 100;

/** Tables are at most `columns` wide. */
export function traceText(trace: Trace, style: Style, columns = TEXT_COLUMNS): string {
  const { question } = trace;
  const title = `${style.bold(`${question.name} ${typeName(question.type)}`)}, walked from the root`;
  const parts = [title, ...hopBlocks(trace, style)];
  parts.push(...surveyBlocks(trace, style, columns), answerBlock(trace, style));
  if (trace.system) parts.push(systemBlock(trace.system, trace.comparison, style));
  if (trace.likeDig) parts.push(digSummary(trace.likeDig, style));
  parts.push([...costLines(trace.hops, trace.cost), ...warmLines(trace)].map(style.dim).join('\n'));
  return `${parts.join('\n\n')}\n`;
}

function hopBlocks(trace: Trace, style: Style): string[] {
  const hops = trace.hops.filter(({ purpose }) => purpose !== 'survey');
  const { findings } = trace;
  const depths = new Map<number, number>();
  const blocks: string[] = [];
  let heading = '';
  for (let at = 0; at < hops.length; at++) {
    const hop = hops[at]!;
    const depth = hop.parent === null ? 0 : (depths.get(hop.parent) ?? 0) + 1;
    depths.set(hop.id, depth);
    const same = runOfUnreachable(hops, at);
    const about = hop.parent === null ? '' : subWalkHeading(hop);
    const lines = same > 1 ? unreachableLines(hops.slice(at, at + same), style) : hopLines(hop, style);
    const ids = hops.slice(at, at + same).map(({ id }) => id);
    lines.push(
      ...findingLines(
        findings.filter((finding) => finding.hop !== null && ids.includes(finding.hop)),
        style,
      ),
    );
    lines.push(...digLines(trace.likeDig, ids, style));
    if (about !== heading && about !== '') lines.unshift(style.dim(about));
    heading = about;
    blocks.push(lines.map((line) => INDENT.repeat(depth) + line).join('\n'));
    at += same - 1;
  }
  return blocks;
}

function hopLines(hop: Hop, style: Style): string[] {
  const { server, question } = hop;
  const where = `${style.name(server.name)} at ${server.address} ${style.dim(`(${server.source})`)}`;
  const asked = `${question.name} ${typeName(question.type)}`;
  const lines = [
    style.bold(`${hop.id}  ${zoneText(hop.zone)}`),
    `   asked    ${where} over ${hop.transport.toUpperCase()} for ${asked}`,
    `   reply    ${replyText(hop, style)}`,
    `   verdict  ${verdictPaint(hop, style)(hop.outcome)}: ${printable(hop.verdict)}`,
  ];
  if (hop.message) lines.push(...ednsWords(hop.message).map((words) => `   edns     ${words}`));
  for (const reason of new Set(hop.rejected.map((each) => each.reason))) {
    const alike = hop.rejected.filter((each) => each.reason === reason);
    const from = [...new Set(alike.map((each) => each.from))].slice(0, MOST_NAMES).join(', ');
    lines.push(
      `   ${style.warn('ignored')}  ${count(alike.length, 'datagram')} from ${printable(from)}: ${reason}`,
    );
  }
  for (const { record, reason } of hop.dropped) {
    lines.push(`   ${style.warn('dropped')}  ${printRecord(record)} (${reason})`);
  }
  if (hop.next) lines.push(`   next     ${style.name(hop.next.zone)} at ${someNames(hop.next.nameServers)}`);
  return lines;
}

function replyText(hop: Hop, style: Style): string {
  if (hop.reply === null) return style.dim('none');
  const time = hop.rttMs === null ? '' : `${hop.rttMs.toFixed(1)} ms, `;
  const rcode = hop.rcode === null ? '' : `, ${rcodeName(hop.rcode)}, flags ${hop.flags.join(' ')}`;
  return `${time}${hop.reply.length} octets${rcode}`;
}

function verdictPaint({ outcome }: Hop, style: Style): Paint {
  if (['answer', 'referral', 'alias'].includes(outcome)) return style.good;
  return ['nodata', 'nxdomain', 'truncated'].includes(outcome) ? style.warn : style.bad;
}

/** A block a zone. The hops of a survey are in the document, not here; what they found is. */
function surveyBlocks({ surveys, findings }: Trace, style: Style, columns: number): string[] {
  return surveys.map((survey) => {
    const hops = new Set(survey.hops);
    const found = findings.filter(({ hop }) => hop !== null && hops.has(hop));
    return surveyText(survey, found, style, columns);
  });
}

/** Without a network, every root server is unreachable: one line says it better than twenty-six. */
function runOfUnreachable(hops: readonly Hop[], from: number): number {
  const first = hops[from]!;
  let count = 1;
  while (
    first.outcome === 'unreachable' &&
    hops[from + count]?.outcome === 'unreachable' &&
    hops[from + count]?.zone === first.zone &&
    hops[from + count]?.verdict === first.verdict
  ) {
    count++;
  }
  return count;
}

function unreachableLines(hops: readonly Hop[], style: Style): string[] {
  const [first] = hops;
  return [
    style.bold(`${first!.id}–${hops.at(-1)!.id}  ${zoneText(first!.zone)}`),
    `   asked    ${hops.length} addresses, ${first!.server.address} to ${hops.at(-1)!.server.address}`,
    `   verdict  ${style.bad('unreachable')}: ${printable(first!.verdict)}`,
  ];
}

function subWalkHeading(hop: Hop): string {
  return `for the address of ${hop.question.name}, since the referral of hop ${hop.parent} has none:`;
}

function zoneText(zone: string): string {
  return zone === '.' ? '. (the root)' : zone;
}

function someNames(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function answerBlock({ ending, findings }: Trace, style: Style): string {
  const found = findingLines(
    findings.filter(({ hop }) => hop === null),
    style,
  );
  return [endingText(ending, style), ...found].join('\n');
}

function endingText(ending: Ending, style: Style): string {
  const records = ending.answers.map((record) => `   ${printRecord(record)}`);
  switch (ending.status) {
    case 'answer':
      return [style.bold(style.good('Answer')), ...records].join('\n');
    case 'nodata':
      return [`${style.bold(style.warn('No data'))}  ${printable(ending.message)}`, ...records].join('\n');
    case 'nxdomain':
      return [`${style.bold(style.warn('No such name'))}  ${printable(ending.message)}`, ...records].join(
        '\n',
      );
    case 'failure':
      return [
        `${style.bold(style.bad('Failed'))} (${ending.reason})  ${printable(ending.message)}`,
        ...records,
      ].join('\n');
  }
}

function systemBlock(system: SystemAnswer, comparison: Comparison | undefined, style: Style): string {
  const heading = style.bold('This computer');
  const said = [...system.addresses, ...system.names];
  // What a name server says is no answer of the computer where that gave an error.
  const heard = system.error === null ? system.records : [];
  const records =
    said.length > 0 ? said : heard.map((record) => `${typeName(record.type)} ${printRdata(record)}`);
  const what =
    records.length > 0
      ? records.map(printable).join(', ')
      : printable(system.error ?? 'no records of this type');
  const from = system.source === 'none' ? '' : style.dim(`  (from ${sourceText(system)})`);
  const lines = [`${heading}  ${what}${from}`];
  if (comparison) lines.push(...comparisonLines(comparison, style));
  const notes = (system.notes ?? []).filter((note) => system.error?.includes(note) !== true);
  for (const note of notes) lines.push(`   ${style.dim(`note: ${printable(note)}`)}`);
  return lines.join('\n');
}

function sourceText(system: SystemAnswer): string {
  const [line] = system.evidence;
  if (system.source === 'hosts' && line) return printable(`${line.file}:${line.line}`);
  return system.source === 'dns' && system.server ? `DNS, ${printable(system.server)}` : system.source;
}

function comparisonLines({ verdict, findings }: Comparison, style: Style): string[] {
  const words = {
    same: style.good('same: both sides agree'),
    differs: style.bad('differs from the walk'),
    'one-sided': style.bad('only one side has an answer'),
    unavailable: style.warn('not comparable'),
  };
  return [`   ${words[verdict]}`, ...causeLines(findings, style, 'first')];
}

/** What `--format short` prints: the data of the records that answer, one a line, without the aliases before them. */
export function shortText({ question, ending }: Trace): string {
  const records = ending.answers.filter(({ type }) => type === question.type || question.type === TYPE_ANY);
  return records.map((record) => `${printRdata(record)}\n`).join('');
}
