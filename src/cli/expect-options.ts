/**
 * The options that say what is expected, so that a script need not read the output: several at once, each one that does
 * not hold is a line on stderr, and the status is 8.
 */

import { InvalidArgumentError, type Command } from 'commander';
import { expectedData, missedOf, type Expectation, type Seen } from '../compare/expectations.ts';
import { RCODE, rcodeCode, typeCode, typeMnemonics } from '../message/codes.ts';
import { scanIpv4, scanIpv6 } from '../message/kinds/addresses.ts';
import { NameError } from '../message/name.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import { TXT } from '../message/records/txt.ts';
import { ScanError } from '../message/tokens.ts';
import { FINDINGS, type FindingCode } from '../resolver/findings/catalogue.ts';
import { missedText } from '../render/check/checked.ts';
import type { Trace } from '../render/trace.ts';
import { EXIT } from './exit-status.ts';
import type { Invocation } from './invocation.ts';
import { nearest } from './usage-error.ts';
import { wholeNumber } from './whole-number.ts';

export interface ExpectFlags {
  readonly expect?: readonly Expectation[];
  readonly expectRcode?: number;
  readonly expectSameAsSystem?: true;
  readonly failOn?: readonly FindingCode[];
  readonly maxMs?: number;
}

/** What any lookup can be held to. */
export function addExpectOptions(command: Command): Command {
  return command
    .option(
      '--expect <record>',
      "end with 8 unless the answer has it: 'A=192.0.2.1', MX (any), 'AAAA!=2001:db8::1' (not); repeatable",
      collectedRecords,
    )
    .option('--expect-rcode <rcode>', 'end with 8 unless the response code is this one', rcodeOf)
    .option('--max-ms <ms>', 'end with 8 where it took longer', wholeNumber(0, 3_600_000));
}

/** What a walk can be held to beyond that. */
export function addWalkExpectOptions(command: Command): Command {
  return addExpectOptions(command)
    .option('--expect-same-as-system', 'end with 8 unless this computer says the same')
    .option('--fail-on <findings>', 'end with 8 where the walk has one of these findings', findingCodes);
}

function expectationsOf(flags: ExpectFlags): Expectation[] {
  const { expect = [], expectRcode, expectSameAsSystem, failOn, maxMs } = flags;
  return [
    ...expect,
    ...(expectRcode === undefined ? [] : [{ kind: 'rcode', rcode: expectRcode } as const]),
    ...(expectSameAsSystem ? [{ kind: 'same-as-system' } as const] : []),
    ...(failOn ? [{ kind: 'no-finding', codes: failOn } as const] : []),
    ...(maxMs === undefined ? [] : [{ kind: 'max-ms', ms: maxMs } as const]),
  ];
}

/**
 * The exit status of a lookup that would end with `status`: 8 where an expectation does not hold, each told in a line. An
 * error code that was expected is none: 0.
 */
export function statusAsExpected(
  status: number,
  flags: ExpectFlags,
  seen: Seen,
  invocation: Invocation,
): number {
  const missed = missedOf(expectationsOf(flags), seen);
  for (const each of missed) invocation.complain(missedText(each));
  if (missed.length > 0) return EXIT.expectation;
  const { expectRcode = RCODE.NOERROR } = flags;
  return expectRcode === RCODE.NOERROR ? status : EXIT.answer;
}

/** What the expectations are held against. */
export function seenInTrace({ ending, hops, findings, comparison, cost }: Trace): Seen {
  const isHeard = hops.some(({ reply }) => reply !== null);
  return {
    answers: ending.answers,
    rcode: isHeard ? ending.rcode : null,
    verdict: comparison?.verdict ?? null,
    findings,
    elapsedMs: cost.elapsedMs,
  };
}

/** `A=192.0.2.1`, `A!=192.0.2.1`, `MX`, or an address alone. Throws InvalidArgumentError. */
export function recordExpectation(text: string): Expectation {
  const [, word = '', not, data] = /^([^=!]*)(?:(!?)=(.*))?$/s.exec(text) ?? [];
  if (data === undefined && scanIpv4(text)) return expectedRecord(A.code, text, undefined);
  if (data === undefined && scanIpv6(text)) return expectedRecord(AAAA.code, text, undefined);
  const type = typeCode(word.trim());
  if (type === undefined) {
    const near = nearest(word.trim(), typeMnemonics());
    throw new InvalidArgumentError(
      `"${text}" is no record to expect${near ? `; did you mean ${near}?` : ': write TYPE=DATA, as A=192.0.2.1'}`,
    );
  }
  return expectedRecord(type, data, not);
}

function expectedRecord(type: number, data: string | undefined, not: string | undefined): Expectation {
  const is = not ? 'missing' : 'there';
  if (data === undefined) return { kind: 'record', type, data: null, is };
  if (data.trim() === '')
    throw new InvalidArgumentError('What is expected of the record is missing behind "=".');
  try {
    return { kind: 'record', type, data: expectedData(quoted(data, type), type), is };
  } catch (error) {
    if (error instanceof ScanError || error instanceof NameError)
      throw new InvalidArgumentError(`What is expected cannot be read: ${error.message}.`);
    throw error;
  }
}

/** A TXT record whose text is written without quotes is one string: nobody means its words to be several. */
function quoted(data: string, type: number): string {
  return type === TXT.code && !data.trim().startsWith('"') ? `"${data.replaceAll('"', '\\"')}"` : data;
}

function collectedRecords(text: string, before: readonly Expectation[] = []): Expectation[] {
  return [...before, recordExpectation(text)];
}

export function rcodeOf(text: string): number {
  const code = rcodeCode(text);
  if (code !== undefined) return code;
  const near = nearest(text, Object.keys(RCODE));
  throw new InvalidArgumentError(
    `"${text}" is no response code${near ? `; did you mean ${near}?` : ': NOERROR, NXDOMAIN, SERVFAIL …'}`,
  );
}

/** None of these findings: `SERVER_SILENT,LAME_DELEGATION`. Throws InvalidArgumentError. */
export function failOnOf(text: string): Expectation {
  return { kind: 'no-finding', codes: findingCodes(text) };
}

/** In any case. */
function findingCodes(text: string): FindingCode[] {
  return text.split(',').map((word) => {
    const code = word.trim().toUpperCase();
    if (code in FINDINGS) return code as FindingCode;
    const near = nearest(code, Object.keys(FINDINGS));
    throw new InvalidArgumentError(
      `There is no finding "${code}"${near ? `; did you mean ${near}?` : '; rootwalk explain lists them.'}`,
    );
  });
}
