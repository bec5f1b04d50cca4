/**
 * Networks of other resolvers' own tests: the walk comes to the ending that at least three of them come to. Where
 * signatures decide, a walk that does not check them comes to what Unbound and Knot Resolver say with checking disabled.
 */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { typeName } from '../../src/message/codes.ts';
import { LIMITS } from '../../src/resolver/limits.ts';
import { playScenario, type Played } from '../support/scenario-player.ts';
import { loadScenario, type Scenario } from '../support/scenario.ts';
import { FROM_A_VALIDATING_CACHE, questionsOf, RIGHTLY_DIFFERENT } from '../support/scenario-verdicts.ts';

const FOLDER = '../shared/corpora/scenarios';

const files = load(FOLDER);
if (files.length === 0)
  console.warn(`SKIPPED: the scenarios of other resolvers, because ${FOLDER} is absent`);
const plain = files.filter(({ scenario }) => scenario.trustAnchors.length === 0);
const signed = files.filter(({ scenario }) => scenario.trustAnchors.length > 0);
const ways = [
  ['whole names', {}],
  ['minimised names', { minimise: true }],
  ['mixed letters', { mixCase: true }],
] as const;

describe.skipIf(files.length === 0).each(ways)('the scenarios of other resolvers, %s', (_way, options) => {
  it.each(plain)('$file', async ({ file, scenario }) => {
    const played = await playScenario(scenario, options);
    const due = played.filter((each) => !questionsOf(RIGHTLY_DIFFERENT, file).includes(inWords(each)));
    expect(due.map(({ seen }) => seen)).toEqual(due.map(({ expected }) => expected));
  });

  it.each(signed)('$file, signatures unchecked', async ({ file, scenario }) => {
    const played = await playScenario(scenario, options);
    played.forEach(expectWithinLimits);
    const comparable = played.filter((each) => !isForValidatorsToFail(each));
    expect(comparable.filter(differs).map(inWords)).toEqual(questionsOf(FROM_A_VALIDATING_CACHE, file));
    const [first] = played;
    if (isForValidatorsToFail(first!)) expectWhatOthersSayUnchecked(scenario, first!);
  });

  it.each(Object.keys(RIGHTLY_DIFFERENT))('%s still differs, and only where it should', async (file) => {
    const different = (await playScenario(loadScenario(join(FOLDER, file)), options)).filter(differs);
    expect(different.map(inWords)).toEqual(questionsOf(RIGHTLY_DIFFERENT, file));
    expect(different.map(({ ending }) => ending.reason)).toEqual(['loop']);
  });

  it.each(load(join(FOLDER, 'advisory')))(
    '$file, on which resolvers disagree, ends',
    async ({ scenario }) => {
      (await playScenario(scenario, options)).forEach(expectWithinLimits);
    },
  );
});

function load(folder: string): { readonly file: string; readonly scenario: Scenario }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ file, scenario: loadScenario(join(folder, file)) }));
}

function differs({ seen, expected }: Played): boolean {
  return JSON.stringify(seen) !== JSON.stringify(expected);
}

function inWords({ question }: Played): string {
  return `${question.name} ${typeName(question.type)}`;
}

/** SERVFAIL because of a signature, or of a key as RFC 8509 asks after them. */
function isForValidatorsToFail({ seen, expected }: Played): boolean {
  return expected.rcode === 'SERVFAIL' && seen.rcode !== 'SERVFAIL';
}

function expectWhatOthersSayUnchecked({ crossCheck }: Scenario, { seen }: Played): void {
  const others = Object.values(crossCheck?.resolvesWithCD ?? {}).filter(
    (verdict) => verdict !== 'unparsable',
  );
  if (others.length > 0) expect(others).toContain(seen.rcode);
}

function expectWithinLimits({ ending, hops, elapsedMs }: Played): void {
  expect(ending.reason).not.toBe('limit');
  expect(hops.length).toBeLessThanOrEqual(LIMITS.queries);
  expect(elapsedMs).toBeLessThan(LIMITS.walkBudgetMs);
}
