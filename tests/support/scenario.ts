/**
 * Replay scenarios of other resolvers as files (see the corpora's FORMAT.md): a network of servers by address, the
 * questions, and the endings that a resolver must come to.
 */

import { readFileSync } from 'node:fs';
import { typeName } from '../../src/message/codes.ts';
import type { ResourceRecord } from '../../src/message/message.ts';
import { lowerCased } from '../../src/message/name.ts';
import { printRdata, scanRecord } from '../../src/message/record-text.ts';

export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly rootHints: readonly { readonly name: string; readonly addresses: readonly string[] }[];
  readonly trustAnchors: readonly string[];
  readonly resolver: { readonly ipv4?: boolean; readonly ipv6?: boolean };
  readonly steps: readonly Step[];
  readonly exchanges: readonly ScriptedExchange[];
  readonly unmatched: 'timeout' | 'servfail';
  readonly crossCheck?: { readonly resolvesWithCD?: Readonly<Record<string, string>> };
}

export interface Step {
  readonly question: { readonly name: string; readonly type: string; readonly class: string };
  readonly expect: {
    readonly rcode: string;
    readonly answer: readonly string[];
    readonly matchOn: readonly string[];
  } | null;
  readonly exchanges: readonly number[];
}

export interface ScriptedExchange {
  readonly addresses: readonly string[];
  readonly anyAddress?: boolean;
  readonly match: {
    readonly keys: readonly string[];
    readonly qname?: string;
    readonly qtype?: string;
  };
  readonly adjust: readonly string[];
  readonly reply: {
    readonly wire?: string;
    /** The same with compressed names. */
    readonly wireCompressed?: string;
    readonly rawHex?: string;
    readonly edns?: unknown;
    readonly noAnswer?: boolean;
  } | null;
}

/** What an ending comes down to: the code, and the answer as a set. */
export interface Outcome {
  readonly rcode: string;
  readonly answer: readonly string[];
}

export function loadScenario(path: string): Scenario {
  return JSON.parse(readFileSync(path, 'utf8')) as Scenario;
}

export function expectedOutcome({ expect }: Step): Outcome {
  if (expect === null) throw new Error('a step without an expectation was asked for it');
  return { rcode: expect.rcode, answer: answerSet(expect.answer.map((line) => scanRecord(line))) };
}

export function familiesOf({ resolver }: Scenario): (4 | 6)[] {
  return ([4, 6] as const).filter((family) => resolver[`ipv${family}`] !== false);
}

/** The answer as a set: owner lower-cased, type, RDATA; signatures apart, since nobody asked for them. */
export function answerSet(records: readonly ResourceRecord[]): string[] {
  const lines = records
    .filter(({ type }) => typeName(type) !== 'RRSIG')
    .map(
      (record) => `${lowerCased(record.name)} ${typeName(record.type)} ${printRdata(record).toLowerCase()}`,
    );
  return [...new Set(lines)].toSorted();
}
