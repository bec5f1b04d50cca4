/**
 * What real resolvers say to the networks, as `compare.ts` wrote it down, and where a walk rightly says otherwise.
 */

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../support/scenario.ts';

/** An outcome and the resolvers that come to it; no answer where the code says that there is none. */
export interface Verdict extends Outcome {
  readonly by: readonly string[];
}

export interface Verdicts {
  /** Of the Debian packages, by name. */
  readonly versions: Readonly<Record<string, string>>;
  /** By network, most votes first, where servers see whole names and where they do not. */
  readonly whole: Readonly<Record<string, readonly Verdict[]>>;
  readonly minimised: Readonly<Record<string, readonly Verdict[]>>;
}

export const VERDICTS_FILE = fileURLToPath(new URL('../../fixtures/networks/verdicts.json', import.meta.url));

export function loadVerdicts(): Verdicts {
  if (!existsSync(VERDICTS_FILE)) return { versions: {}, whole: {}, minimised: {} };
  return JSON.parse(readFileSync(VERDICTS_FILE, 'utf8')) as Verdicts;
}

/** Records count only where the code says that the question was answered. */
export function comparable({ rcode, answer }: Outcome): Outcome {
  return { rcode, answer: ['NOERROR', 'NXDOMAIN'].includes(rcode) ? answer : [] };
}

/**
 * What a walk may come to: what three of four resolvers do, or else any of them. A network `one-…` has one server at fault beside a good
 * one,
 * and which is asked first is chance.
 */
export function acceptable(
  name: string,
  verdicts: Readonly<Record<string, readonly Verdict[]>>,
): readonly Verdict[] {
  const own = verdicts[name]!;
  const withoutGoodOne = name.startsWith('one-') ? verdicts[`all-${name.slice(4)}`] : undefined;
  if (withoutGoodOne) return [...own, ...withoutGoodOne.filter(({ rcode }) => rcode !== 'SERVFAIL')];
  return own[0]!.by.length >= 3 ? own.slice(0, 1) : own;
}

const LENIENT =
  'a walk asks again without EDNS and shows what is wrong with the server; since the flag day of 2019 most resolvers do not';
const BESIDE =
  'most resolvers ask for the target of every alias again; a walk believes a server with authority for both names';
const TWO_AT_ONCE = 'resolvers come to four different endings; a walk takes the first record that answers';

/** Where three of four resolvers come to another ending, or none to that of the walk, with the reason. */
export const RIGHTLY_OTHERWISE: Readonly<Record<string, string>> = {
  'edns-notimp': LENIENT,
  'edns-formerr-with-opt': LENIENT,
  'edns-badvers-with-opt': LENIENT,
  'edns-silence': LENIENT,
  'alias-records-in-the-wrong-order': BESIDE,
  'alias-whose-end-is-only-told-beside-it': BESIDE,
  'upper-case-alias': BESIDE,
  'alias-beside-address': TWO_AT_ONCE,
  'two-aliases': TWO_AT_ONCE,
};
