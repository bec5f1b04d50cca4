/**
 * How sentences of the comparison name things: sides, names, spans of time.
 */

import { ROOT, type Name } from '../message/name.ts';
import type { ServerAnswer } from '../system/system-answer.ts';
import { extendedErrorText } from '../message/registry/extended-errors.ts';
import { rcodeName } from '../message/codes.ts';
import type { Side } from './answer-sides.ts';

const MAXIMUM_LISTED = 4;
const MAXIMUM_VALUE = 80;

/** `192.0.2.1, 192.0.2.2 and 5 more`, or the words of a side without an answer. */
export function listed(side: Side): string {
  return side.kind === 'answer' ? listedValues(side.values) : `"${side.words}"`;
}

export function listedValues(values: readonly string[]): string {
  const shown = values.slice(0, MAXIMUM_LISTED).map(clipped);
  const more = values.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** The same without quotation marks. */
export function spelled(side: Side): string {
  return side.kind === 'answer' ? listed(side) : side.words;
}

function clipped(value: string): string {
  return value.length > MAXIMUM_VALUE ? `${value.slice(0, MAXIMUM_VALUE)}…` : value;
}

/** The name as people say it, without the final dot. */
export function spoken(name: Name): string {
  return name === ROOT ? 'the root' : name.replace(/\.$/, '');
}

export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** `214 s`, `12 min 5 s`, `3 h 20 min 1 s`: to the second, in the words of people. */
export function span(seconds: number): string {
  if (seconds < SECONDS_ALONE) return `${seconds} s`;
  const parts = UNITS.map(([word, whole, part]) => [Math.floor((seconds % whole) / part), word] as const);
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(' ');
}

const SECONDS_ALONE = 600;
const UNITS: readonly (readonly [word: string, whole: number, part: number])[] = [
  ['d', Infinity, 86_400],
  ['h', 86_400, 3600],
  ['min', 3600, 60],
  ['s', 60, 1],
];

/** The address of a server, without the port where that is the usual one. */
export function addressOf({ server }: Pick<ServerAnswer, 'server'>): string {
  return server.replace(/#53$/, '');
}

/** The same where a sentence is about it. */
export function resolverOf(server: Pick<ServerAnswer, 'server'>): string {
  return `the resolver ${addressOf(server)}`;
}

/** What a server replied, as evidence: `192.0.2.53: NXDOMAIN, flags qr rd ra, extended error 15 (Blocked)`. */
export function replyEvidence(server: ServerAnswer): string {
  if (server.outcome !== 'reply') return `${addressOf(server)}: ${server.detail}`;
  const rcode = server.rcode === null ? '' : rcodeName(server.rcode);
  const errors = server.extendedErrors.map(
    ({ code, text }) => `extended error ${extendedErrorText(code)}${text === '' ? '' : `: ${text}`}`,
  );
  const policy = server.policyZone === undefined ? [] : [`by its policy zone ${server.policyZone}`];
  return [`${addressOf(server)}: ${rcode}`, `flags ${server.flags.join(' ')}`, ...policy, ...errors].join(
    ', ',
  );
}
