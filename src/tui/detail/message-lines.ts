/**
 * The messages of a hop: who was asked and why, the verdict, the reply as zone-file lines, what was not believed, and the
 * query.
 */

import { className, opcodeName, rcodeName, typeName } from '../../message/codes.ts';
import { dissect } from '../../message/dissect.ts';
import { printOption, type Edns } from '../../message/edns.ts';
import { flagNames } from '../../message/header.ts';
import { rcodeOf, SECTIONS, type Message, type Question, type Section } from '../../message/message.ts';
import { printRecord } from '../../message/record-text.ts';
import type { Hop, HopStart } from '../../resolver/events.ts';
import { outcomeTone, printServer } from '../walk/hop-words.ts';
import { hanging, labelled, lineOf, type Line } from '../drawing/styled-line.ts';
import { counted, printMilliseconds } from '../drawing/units.ts';
import { isFinished, type HopEntry } from '../walk/walk-state.ts';

/** The lines of an entry are asked for at every key press; entries are values: their identity will do. */
const kept = new WeakMap<HopEntry, { readonly columns: number; readonly lines: readonly Line[] }>();

export function messageLines(entry: HopEntry, columns: number): readonly Line[] {
  const known = kept.get(entry);
  if (known?.columns === columns) return known.lines;
  const lines = [
    ...exchangeLines(entry, columns),
    ...replyLines(entry.hop, columns),
    ...decodedLines('query', entry.hop.query, columns),
  ];
  kept.set(entry, { columns, lines });
  return lines;
}

function exchangeLines({ hop, aliases, findings }: HopEntry, columns: number): Line[] {
  const { server, transport, zone } = hop;
  const took = isFinished(hop) && hop.rttMs !== null ? `, ${printMilliseconds(hop.rttMs)}` : '';
  const lines = labelled(
    'server',
    `${server.name} ${printServer(hop)} (${server.source}), ${transport}${took}, for the zone ${zone}`,
    columns,
  );
  if (hop.why !== '') lines.push(...labelled('why', hop.why, columns));
  if (!isFinished(hop)) return lines;
  lines.push(...labelled('verdict', `${hop.outcome}: ${hop.verdict}`, columns, outcomeTone(hop)));
  for (const alias of aliases) {
    lines.push(
      ...labelled('alias', `${alias.owner} is an alias (${alias.via}) of ${alias.target}`, columns, 'accent'),
    );
  }
  if (hop.next) {
    const { zone: next, nameServers, glue } = hop.next;
    const addresses = counted(glue, 'address', 'addresses');
    lines.push(...labelled('next', `${next} at ${nameServers.join(' ')}, ${addresses} of glue`, columns));
  }
  for (const { code, severity, message, rfc } of findings) {
    lines.push(...labelled('finding', `${severity} ${code}: ${message} (${rfc})`, columns, 'warning'));
  }
  return lines;
}

function replyLines(hop: HopStart | Hop, columns: number): Line[] {
  if (!isFinished(hop)) return [];
  return [
    ...(hop.reply ? decodedLines('reply', hop.reply, columns) : labelled('reply', 'none', columns)),
    ...section(
      'not believed',
      hop.dropped.map(({ record, reason }) => `${reason}: ${printRecord(record)}`),
      columns,
      'warning',
    ),
    ...section(
      'datagrams that were not the reply',
      hop.rejected.map(
        ({ reason, from, octets }) => `${reason}: ${counted(octets.length, 'octet')} from ${from}`,
      ),
      columns,
      'warning',
    ),
  ];
}

function decodedLines(name: 'query' | 'reply', octets: Uint8Array, columns: number): Line[] {
  const { message, problems } = dissect(octets);
  return [
    ...(message
      ? messageHead(name, message, octets.length, columns)
      : labelled(name, 'no DNS message', columns, 'bad')),
    ...problems.flatMap(({ message: problem }) => labelled('problem', problem, columns, 'bad')),
    ...(message ? section('question', message.questions.map(printQuestion), columns) : []),
    ...(message
      ? SECTIONS.flatMap((name) => section(SECTION_TITLES[name], message[name].map(printRecord), columns))
      : []),
  ];
}

const SECTION_TITLES: Readonly<Record<Section, string>> = {
  answers: 'answer',
  authorities: 'authority',
  additionals: 'additional',
};

function messageHead(name: string, message: Message, octetCount: number, columns: number): Line[] {
  const { header, edns } = message;
  const flags = flagNames(header).join(' ') || 'none';
  // A response code says nothing of a query.
  const rcode = header.qr ? `${rcodeName(rcodeOf(message))}, ` : '';
  const octets = counted(octetCount, 'octet');
  const text = `${rcode}flags ${flags}, ${opcodeName(header.opcode)}, id ${header.id}, ${octets}`;
  return [
    ...labelled(name, text, columns, 'strong'),
    ...(edns ? labelled('EDNS', printEdns(edns), columns) : []),
  ];
}

function printEdns({ version, udpPayloadSize, dnssecOk, options }: Edns): string {
  const facts = [
    `version ${version}`,
    `payload ${udpPayloadSize}`,
    ...(dnssecOk ? ['do'] : []),
    ...options.map(printOption),
  ];
  return facts.join(', ');
}

function printQuestion({ name, type, class: questionClass }: Question): string {
  return `${name} ${className(questionClass)} ${typeName(type)}`;
}

/** A section with its lines, or nothing where it is empty. */
function section(
  title: string,
  texts: readonly string[],
  columns: number,
  tone: 'plain' | 'warning' = 'plain',
): Line[] {
  if (texts.length === 0) return [];
  return [
    heading(`${title} (${texts.length})`),
    ...texts.flatMap((text) => hanging('  ', text, columns, tone)),
  ];
}

function heading(text: string): Line {
  return lineOf(text, 'accent');
}
