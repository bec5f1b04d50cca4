/**
 * One thing that differs between two runs, and how each kind of change is called. What is not there on one side is null.
 */

import type { Trace } from '../trace.ts';

export type Value = string | number | readonly string[] | null;

export interface Change {
  readonly kind: ChangeKind;
  /** The name, zone, server or code that it is about. */
  readonly where: string;
  readonly before: Value;
  readonly after: Value;
}

export interface TwoRuns {
  readonly before: Trace;
  readonly after: Trace;
}

export const GROUPS = ['Question', 'Ending', 'Answer', 'Path', 'Findings', 'This computer'] as const;

interface Kind {
  readonly group: (typeof GROUPS)[number];
  /** What changed, in words. */
  readonly label: (where: string) => string;
}

const itself = (where: string): string => where;
const of =
  (what: string) =>
  (where: string): string =>
    `${what} of ${where}`;

export const KINDS = {
  question: { group: 'Question', label: () => 'asked for' },
  status: { group: 'Ending', label: () => 'ending' },
  reason: { group: 'Ending', label: () => 'reason' },
  rcode: { group: 'Ending', label: () => 'response code' },
  'answering-zone': { group: 'Ending', label: () => 'zone that ends the walk' },
  'negative-ttl': { group: 'Ending', label: () => 'negative TTL' },
  aliases: { group: 'Answer', label: of('aliases') },
  record: { group: 'Answer', label: itself },
  ttl: { group: 'Answer', label: of('TTL') },
  zone: { group: 'Path', label: () => 'zone on the path' },
  'name-server': { group: 'Path', label: of('name server') },
  glue: { group: 'Path', label: of('glue') },
  surveyed: { group: 'Path', label: itself },
  serial: { group: 'Path', label: of('serial') },
  'own-name-servers': { group: 'Path', label: of('own NS records') },
  'surveyed-answer': { group: 'Path', label: of('answer') },
  finding: { group: 'Findings', label: itself },
  system: { group: 'This computer', label: itself },
  comparison: { group: 'This computer', label: () => 'against the walk' },
  cause: { group: 'This computer', label: itself },
} as const satisfies Readonly<Record<string, Kind>>;

export type ChangeKind = keyof typeof KINDS;

/** The change, or nothing where both sides are the same. */
export function changed(kind: ChangeKind, where: string, before: Value, after: Value): Change[] {
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ kind, where, before, after }];
}

/** What is in one set and not in the other, each on its own: first what is gone. */
export function changedSet(
  kind: ChangeKind,
  where: string,
  before: Iterable<string>,
  after: Iterable<string>,
): Change[] {
  const [left, right] = [new Set(before), new Set(after)];
  return [
    ...[...left]
      .filter((each) => !right.has(each))
      .map((each) => ({ kind, where, before: each, after: null })),
    ...[...right]
      .filter((each) => !left.has(each))
      .map((each) => ({ kind, where, before: null, after: each })),
  ];
}

export function printValue(value: Value): string {
  if (value === null) return 'none';
  if (typeof value !== 'object') return String(value);
  return value.length === 0 ? 'none' : value.join(', ');
}

/** The change as a sentence of its own. */
export function sentenceOf({ kind, where, before, after }: Change): string {
  const label = KINDS[kind].label(where);
  if (before === null) return `${label}: ${printValue(after)} is new`;
  if (after === null) return `${label}: ${printValue(before)} is gone`;
  return `${label}: ${printValue(before)} before, ${printValue(after)} now`;
}
