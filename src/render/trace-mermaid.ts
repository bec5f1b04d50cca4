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

/** More make no diagram that anybody can read. */
const MOST_HOPS = 120;
/** Mermaid refuses texts of more than 50 thousand characters. */
const ROOM_FOR_HOPS = 36_000;
const ROOM_FOR_NOTES = 4000;
const MOST_VALUES = 4;
const LONGEST_TEXT = 200;
const LINE_COLUMNS = 50;

export function traceMermaid(trace: Trace): string {
  const hops = trace.hops.filter(({ purpose }) => purpose !== 'survey');
  const servers = serversOf(hops);
  const drawn = new Set<Participant>();
  const messages: string[] = [];
  let room = ROOM_FOR_HOPS;
  let heading = '';
  let shown = 0;
  for (const hop of hops.slice(0, MOST_HOPS)) {
    const server = servers.get(serverKey(hop))!;
    const about = hop.parent === null ? '' : subWalkWords(hop);
    const found = trace.findings.filter((finding) => finding.hop === hop.id);
    const lines = [
      ...(about === heading || about === '' ? [] : [note('W', about)]),
      ...hopLines(hop, server.key),
      ...found.map(findingNote),
    ];
    room -= lengthOf(drawn.has(server) ? lines : [...lines, participantLine(server)]);
    if (room < 0) break;
    heading = about;
    shown++;
    drawn.add(server);
    messages.push(...lines);
  }
  const lines = [
    'participant W as rootwalk',
    ...[...drawn].map(participantLine),
    ...(trace.system ? ['participant C as this computer'] : []),
    ...messages,
    ...(shown < hops.length ? [note('W', `and ${hops.length - shown} more queries`)] : []),
    ...fitting(notesBeside(trace), 'W'),
    endingNote(trace),
    ...computerLines(trace),
  ];
  return `${['sequenceDiagram', ...lines.map((line) => `  ${line}`)].join('\n')}\n`;
}

/** The surveys with what they found, and what belongs to no hop. */
function notesBeside({ surveys, findings }: Trace): string[] {
  const surveyed = surveys.flatMap((survey) => [
    note('W', `all servers of ${survey.zone}: ${surveySummary(survey)}`),
    ...findings.filter(({ hop }) => hop !== null && survey.hops.includes(hop)).map(findingNote),
  ]);
  return [...surveyed, ...findings.filter(({ hop }) => hop === null).map(findingNote)];
}

/** As many notes as there is room for. */
function fitting(notes: readonly string[], over: string): string[] {
  let room = ROOM_FOR_NOTES;
  const left = notes.findIndex((line) => (room -= line.length) < 0);
  return left < 0
    ? [...notes]
    : [...notes.slice(0, left), note(over, `and ${notes.length - left} more notes`)];
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

function participantLine({ key, name, address }: Participant): string {
  return `participant ${key} as ${clipped(name)}<br/>${clipped(address)}`;
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
    lines.push(
      ...fitting(
        comparison.findings.map(({ code, message }) => note('C', `${code}: ${message}`)),
        'C',
      ),
    );
  }
  return lines;
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
