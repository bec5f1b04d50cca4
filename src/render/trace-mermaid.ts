/**
 * A trace as a sequence diagram in the language of Mermaid, which code forges draw: this program, each server, and this
 * computer; a message for each query and each reply, and notes for what was found.
 */

import type { Question } from '../message/message.ts';
import { typeName } from '../message/codes.ts';
import { printable } from '../message/printable-text.ts';
import { printRdata } from '../message/record-text.ts';
import type { Finding, Hop } from '../resolver/events.ts';
import { wrapped } from './dissection-wrap.ts';
import { mermaidText } from './mermaid-text.ts';
import { surveySummary } from './survey-summary.ts';
import type { Trace } from './trace.ts';
import {
  endingWord,
  subWalkWords,
  systemSource,
  systemValues,
  VERDICT_WORDS,
  zoneWords,
} from './walk-words.ts';

/** More make no diagram that anybody can read, and Mermaid refuses texts of more than 50 thousand characters. */
const MOST_HOPS = 120;
const MOST_VALUES = 4;
const LONGEST_TEXT = 200;
const LINE_COLUMNS = 50;

export function traceMermaid(trace: Trace): string {
  const walked = trace.hops.filter(({ purpose }) => purpose !== 'survey');
  const hops = walked.slice(0, MOST_HOPS);
  const servers = serversOf(hops);
  const lines = ['participant W as rootwalk'];
  for (const { key, name, address } of servers.values())
    lines.push(`participant ${key} as ${clipped(name)}<br/>${clipped(address)}`);
  if (trace.system) lines.push('participant C as this computer');
  let heading = '';
  for (const hop of hops) {
    const about = hop.parent === null ? '' : subWalkWords(hop);
    if (about !== heading && about !== '') lines.push(note('W', about));
    heading = about;
    const found = trace.findings.filter((finding) => finding.hop === hop.id);
    lines.push(...hopLines(hop, servers.get(serverKey(hop))!.key), ...found.map(findingNote));
  }
  if (walked.length > hops.length) lines.push(note('W', `and ${walked.length - hops.length} more queries`));
  for (const survey of trace.surveys) {
    const found = trace.findings.filter(({ hop }) => hop !== null && survey.hops.includes(hop));
    lines.push(
      note('W', `all servers of ${survey.zone}: ${surveySummary(survey)}`),
      ...found.map(findingNote),
    );
  }
  lines.push(...trace.findings.filter(({ hop }) => hop === null).map(findingNote), endingNote(trace));
  return `${['sequenceDiagram', ...lines.map((line) => `  ${line}`), ...computerLines(trace)].join('\n')}\n`;
}

interface Participant {
  readonly key: string;
  readonly name: string;
  readonly address: string;
}

/** In the order in which they were asked first. */
function serversOf(hops: readonly Hop[]): Map<string, Participant> {
  const servers = new Map<string, Participant>();
  for (const hop of hops) {
    const { name, address } = hop.server;
    if (!servers.has(serverKey(hop)))
      servers.set(serverKey(hop), { key: `S${servers.size + 1}`, name, address });
  }
  return servers;
}

function serverKey({ server: { name, address } }: Hop): string {
  return `${address} ${name}`;
}

/** A reply is an arrow back; without one, the query ends in a cross. */
function hopLines(hop: Hop, server: string): string[] {
  const { id, question, transport, reply, rttMs, outcome, next, elapsedMs } = hop;
  const over = transport === 'udp' ? '' : ` over ${transport.toUpperCase()}`;
  const asked = clipped(`${id}: ${questionText(question)}${over}`);
  if (reply === null)
    return [`W-x${server}: ${asked}`, note(server, `${id}: ${outcome}, ${elapsedMs.toFixed(0)} ms`)];
  const to = outcome === 'referral' && next ? ` to ${zoneWords(next.zone)}` : '';
  const time = rttMs === null ? '' : `, ${rttMs.toFixed(1)} ms`;
  return [`W->>${server}: ${asked}`, `${server}-->>W: ${clipped(`${id}: ${outcome}${to}${time}`)}`];
}

function questionText({ name, type }: Question): string {
  return `${name} ${typeName(type)}`;
}

function findingNote({ severity, code, message }: Finding): string {
  return note('W', `${severity} ${code}: ${message}`);
}

function endingNote({ ending }: Trace): string {
  const { status, message, answers } = ending;
  const data = valuesText(answers.map((record) => `${typeName(record.type)} ${printRdata(record)}`));
  return note('W', `${endingWord(ending)}: ${status === 'answer' ? data : message}`);
}

function computerLines({ system, comparison, question }: Trace): string[] {
  if (!system) return [];
  const source = systemSource(system);
  const said = `${valuesText(systemValues(system))}${source === '' ? '' : ` (from ${source})`}`;
  const lines = [`W->>C: ${clipped(questionText(question))}`, `C-->>W: ${clipped(said)}`];
  if (comparison) {
    lines.push(note('C', VERDICT_WORDS[comparison.verdict]));
    lines.push(...comparison.findings.map(({ code, message }) => note('C', `${code}: ${message}`)));
  }
  return lines.map((line) => `  ${line}`);
}

function valuesText(values: readonly string[]): string {
  const more = values.length - MOST_VALUES;
  return values.slice(0, MOST_VALUES).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function note(over: string, text: string): string {
  return `Note over ${over}: ${clipped(text)}`;
}

/** Cut and broken before it is escaped: never inside an entity. */
function clipped(text: string): string {
  const safe = printable(text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text);
  return wrapped(safe, LINE_COLUMNS).map(mermaidText).join('<br/>');
}
