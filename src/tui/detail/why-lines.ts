/**
 * The reasoning of a hop in sentences: why this server, what it was asked, what its reply means, what was not believed and
 * why, what is wrong and what to do about it, and what comes next.
 */

import { className, rcodeName, typeName } from '../../message/codes.ts';
import type { Question } from '../../message/message.ts';
import { sameName } from '../../message/name.ts';
import { printRecord } from '../../message/record-text.ts';
import type { Hop, HopStart } from '../../resolver/events.ts';
import { FINDINGS, type FindingEntry } from '../../resolver/findings/catalogue.ts';
import { outcomeTone, printServer } from '../walk/hop-words.ts';
import { nextTexts } from './next-texts.ts';
import { hanging, labelled, type Line } from '../drawing/styled-line.ts';
import { counted, printMilliseconds } from '../drawing/units.ts';
import { isFinished, type HopEntry, type WalkState } from '../walk/walk-state.ts';
import {
  DROP_SENTENCES,
  OUTCOME_SENTENCES,
  PURPOSE_SENTENCES,
  REJECTION_SENTENCES,
  SOURCE_SENTENCES,
} from './why-words.ts';

export function whyLines(walk: WalkState, entry: HopEntry, columns: number): Line[] {
  const { hop, findings } = entry;
  const next = nextTexts(walk, entry).flatMap((text) => labelled('next', text, columns));
  const asked = [
    ...labelled('server', `${hop.server.name} at ${printServer(hop)}, for the zone ${hop.zone}`, columns),
    ...labelled('why', reasonText(hop), columns),
    ...labelled('asked', askedText(entry), columns),
  ];
  if (!isFinished(hop)) return [...asked, ...next];
  return [
    ...asked,
    ...labelled('reply', replyText(hop), columns, outcomeTone(hop)),
    ...labelled('meaning', OUTCOME_SENTENCES[hop.outcome], columns),
    ...notBelieved(hop, columns),
    ...findings.flatMap((finding) => findingLines(finding, columns)),
    ...next,
  ];
}

function reasonText({ server, why }: HopStart): string {
  return `${why === '' ? '' : `${why[0]!.toUpperCase()}${why.slice(1)}. `}${SOURCE_SENTENCES[server.source]}`;
}

function askedText({ hop, aim }: HopEntry): string {
  const { question, transport, purpose } = hop;
  const isLess = !sameName(question.name, aim.name) || question.type !== aim.type;
  const hides = isLess && (purpose === 'answer' || purpose === 'nameserver-address');
  const about = [
    `${questionText(question)}, over ${transport.toUpperCase()}.`,
    PURPOSE_SENTENCES[purpose],
    hides ? `What is wanted in the end is ${questionText(aim)}: this server need not know (RFC 9156).` : '',
  ];
  return about.filter((text) => text !== '').join(' ');
}

function questionText({ name, type, class: questionClass }: Question): string {
  return `${name} ${className(questionClass)} ${typeName(type)}`;
}

function replyText({ rcode, rttMs, verdict, outcome }: Hop): string {
  const code = rcode === null ? '' : `, ${rcodeName(rcode)}`;
  const after = rttMs === null ? '' : ` after ${printMilliseconds(rttMs)}`;
  return `${outcome}${code}${after}: ${verdict}`;
}

function notBelieved({ dropped, rejected }: Hop, columns: number): Line[] {
  const ofDatagrams = rejected.map(
    ({ octets, from, reason }) =>
      `a datagram of ${counted(octets.length, 'octet')} from ${from}: ${REJECTION_SENTENCES[reason]} (RFC 5452 9.1)`,
  );
  return [
    ...dropped.flatMap(({ record, reason }) =>
      labelled('dropped', `${printRecord(record)}: ${DROP_SENTENCES[reason]}`, columns, 'warning'),
    ),
    ...ofDatagrams.flatMap((text) => labelled('ignored', text, columns, 'warning')),
  ];
}

function findingLines(
  { code, severity, message, rfc }: HopEntry['findings'][number],
  columns: number,
): Line[] {
  // A trace of another version may have findings that this catalogue does not know.
  const advice = Object.entries<FindingEntry>(FINDINGS).find(([known]) => known === code)?.[1].advice;
  const source = rfc === '' ? '' : ` (${rfc})`;
  return [
    ...labelled(
      'finding',
      `${severity} ${code}: ${message}${source}`,
      columns,
      severity === 'error' ? 'bad' : 'warning',
    ),
    ...(advice === undefined ? [] : hanging(ADVICE_LEAD, advice, columns, 'accent')),
  ];
}

/** Under the text of the finding. */
const ADVICE_LEAD = `${' '.repeat(9)}→ `;
