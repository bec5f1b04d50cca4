/**
 * The words that every report on a walk has for its ending, for its hops, and for what this computer says: text,
 * Markdown and pages alike. What comes from outside is not escaped here.
 */

import type { Verdict } from '../compare/comparison.ts';
import { rcodeName, typeName } from '../message/codes.ts';
import { printRdata } from '../message/record-text.ts';
import type { Ending, Hop, Outcome } from '../resolver/events.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import { count } from './cost-text.ts';

/** How good or bad something is, for whoever has colours. */
export type Tone = 'good' | 'warn' | 'bad';

export function endingWord({ status, reason }: Ending): string {
  return status === 'failure' ? `Failed (${reason})` : ENDING_WORDS[status];
}

const ENDING_WORDS = { answer: 'Answer', nodata: 'No data', nxdomain: 'No such name' };

export const ENDING_TONES: Readonly<Record<Ending['status'], Tone>> = {
  answer: 'good',
  nodata: 'warn',
  nxdomain: 'warn',
  failure: 'bad',
};

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  same: 'same: both sides agree',
  differs: 'differs from the walk',
  'one-sided': 'only one side has an answer',
  unavailable: 'not comparable',
};

export const VERDICT_TONES: Readonly<Record<Verdict, Tone>> = {
  same: 'good',
  differs: 'bad',
  'one-sided': 'bad',
  unavailable: 'warn',
};

export function outcomeTone(outcome: Outcome): Tone {
  if (['answer', 'referral', 'alias'].includes(outcome)) return 'good';
  return ['nodata', 'nxdomain', 'truncated'].includes(outcome) ? 'warn' : 'bad';
}

/** `9.2 ms, 140 octets, NOERROR, flags qr`; empty where there was none. */
export function replyWords({ reply, rttMs, rcode, flags }: Hop): string {
  if (reply === null) return '';
  const time = rttMs === null ? '' : `${rttMs.toFixed(1)} ms, `;
  const said = rcode === null ? '' : `, ${rcodeName(rcode)}, flags ${flags.join(' ')}`;
  return `${time}${count(reply.length, 'octet')}${said}`;
}

export function zoneWords(zone: string): string {
  return zone === '.' ? '. (the root)' : zone;
}

/** Why a sub-walk was made: stands above its first hop. */
export function subWalkWords({ question, parent }: Hop): string {
  return `for the address of ${question.name}, since the referral of hop ${parent} has none:`;
}

/** What this computer says: its values, or in one sentence why there are none. */
export function systemValues(system: SystemAnswer): string[] {
  const said = [...system.addresses, ...system.names];
  if (said.length > 0) return said;
  // What a name server says is no answer of the computer where that gave an error.
  const heard = system.error === null ? system.records : [];
  if (heard.length > 0) return heard.map((record) => `${typeName(record.type)} ${printRdata(record)}`);
  return [system.error ?? 'no records of this type'];
}

/** Where it has that from; empty where nobody answered. */
export function systemSource({ source, evidence: [line], server }: SystemAnswer): string {
  if (source === 'hosts' && line) return `${line.file}:${line.line}`;
  if (source === 'dns' && server) return `DNS, ${server}`;
  return source === 'none' ? '' : source;
}

/** What else there is to know of it, beside its error. */
export function systemNotes({ notes = [], error }: SystemAnswer): string[] {
  return notes.filter((note) => error?.includes(note) !== true);
}
