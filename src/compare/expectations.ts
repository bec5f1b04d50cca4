/**
 * What somebody expects of a lookup, held against what was seen. An expectation that did not hold is told as what was
 * expected and what was seen instead.
 */

import { CLASS_IN, rcodeName, typeName } from '../message/codes.ts';
import type { ResourceRecord } from '../message/message.ts';
import { printRdata, scanRdataText } from '../message/record-text.ts';
import type { Finding } from '../resolver/events.ts';
import { canonicalRdata } from './answer-sides.ts';
import type { Verdict } from './comparison.ts';

export type Expectation =
  /** A record of that type is there, or is not; `data` is its RDATA in canonical text, null for whatever it is. */
  | {
      readonly kind: 'record';
      readonly type: number;
      readonly data: string | null;
      readonly is: 'there' | 'missing';
    }
  | { readonly kind: 'rcode'; readonly rcode: number }
  | { readonly kind: 'same-as-system' }
  | { readonly kind: 'no-finding'; readonly codes: readonly string[] }
  | { readonly kind: 'max-ms'; readonly ms: number };

/** What a lookup came to. */
export interface Seen {
  /** The records of the answer, aliases too. */
  readonly answers: readonly ResourceRecord[];
  /** Null where nobody said one. */
  readonly rcode: number | null;
  /** Against this computer; null where it was not asked. */
  readonly verdict: Verdict | null;
  readonly findings: readonly Pick<Finding, 'code' | 'message'>[];
  readonly elapsedMs: number;
}

export interface Missed {
  readonly expected: string;
  readonly seen: string;
}

/** Empty where all hold; in the order of the expectations. */
export function missedOf(expectations: readonly Expectation[], seen: Seen): Missed[] {
  return expectations.flatMap((expectation) => missed(expectation, seen));
}

/** RDATA as written by hand, in the form in which expectations compare it. Throws ScanError. */
export function expectedData(text: string, type: number): string {
  const rdata = scanRdataText(text, type);
  return canonicalRdata({ name: '.', type, class: CLASS_IN, ttl: 0, rdata });
}

function missed(expectation: Expectation, seen: Seen): Missed[] {
  switch (expectation.kind) {
    case 'record':
      return missedRecord(expectation, seen);
    case 'rcode':
      return seen.rcode === expectation.rcode
        ? []
        : [{ expected: `the response code ${rcodeName(expectation.rcode)}`, seen: rcodeText(seen) }];
    case 'same-as-system':
      return seen.verdict === 'same'
        ? []
        : [{ expected: 'the same as this computer', seen: verdictText(seen.verdict) }];
    case 'no-finding':
      return seen.findings
        .filter(({ code }) => expectation.codes.includes(code))
        .map(({ code, message }) => ({ expected: `no finding ${code}`, seen: message }));
    case 'max-ms':
      return seen.elapsedMs <= expectation.ms
        ? []
        : [{ expected: `at most ${expectation.ms} ms`, seen: `${seen.elapsedMs.toFixed(1)} ms` }];
  }
}

function missedRecord(
  { type, data, is }: Extract<Expectation, { kind: 'record' }>,
  { answers, rcode }: Seen,
): Missed[] {
  const ofType = answers.filter((record) => record.type === type);
  const isThere = ofType.some((record) => data === null || canonicalRdata(record) === data);
  if (isThere === (is === 'there')) return [];
  const wanted = `${is === 'there' ? '' : 'no '}${typeName(type)}${data === null ? ' records' : ` ${data}`}`;
  const others = ofType.map((record) => `${typeName(type)} ${printRdata(record)}`);
  const none = `no ${typeName(type)} record${rcode === null ? '' : ` (${rcodeName(rcode)})`}`;
  return [{ expected: wanted, seen: others.length === 0 ? none : few(others) }];
}

/** An answer can have thousands. */
function few(texts: readonly string[]): string {
  const rest = texts.length - MOST_SEEN;
  return `${texts.slice(0, MOST_SEEN).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

const MOST_SEEN = 8;

function rcodeText({ rcode }: Seen): string {
  return rcode === null ? 'no reply' : rcodeName(rcode);
}

function verdictText(verdict: Verdict | null): string {
  if (verdict === null) return 'this computer was not asked';
  return { same: 'the same', ...VERDICTS }[verdict];
}

const VERDICTS = {
  differs: 'this computer has another answer',
  'one-sided': 'only one of the two has an answer',
  unavailable: 'one of the two could not say',
} as const;
