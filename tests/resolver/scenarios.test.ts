import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadScenario, playScenario } from '../support/scenario.ts';

const FOLDER = '../shared/corpora/scenarios';

/** Where a walk that explains itself rightly ends otherwise than a resolver does. */
const RIGHTLY_DIFFERENT: Readonly<Record<string, string>> = {
  'unbound--iter_dname_insec.json':
    'a DNAME that leads a name back to itself: resolvers hand the loop to their client as NOERROR, a walk says that it is one',
};

const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file.endsWith('.json')) : [];
if (files.length === 0)
  console.warn(`SKIPPED: the scenarios of other resolvers, because ${FOLDER} is absent`);
const plain = files
  .map((file) => ({ file, scenario: loadScenario(join(FOLDER, file)) }))
  .filter(({ scenario }) => scenario.trustAnchors.length === 0);
const expected = plain.filter(({ file }) => !(file in RIGHTLY_DIFFERENT));

describe.skipIf(files.length === 0)('the scenarios of other resolvers', () => {
  it.each(expected)('$file', async ({ scenario }) => {
    const played = await playScenario(scenario);
    expect(played.map(({ seen }) => seen)).toEqual(played.map(({ expected: wanted }) => wanted));
  });

  it.each(expected)('$file, with minimised names', async ({ scenario }) => {
    const played = await playScenario(scenario, { minimise: true });
    expect(played.map(({ seen }) => seen)).toEqual(played.map(({ expected: wanted }) => wanted));
  });

  it.each(Object.keys(RIGHTLY_DIFFERENT))('%s still differs, and only where it should', async (file) => {
    const played = await playScenario(loadScenario(join(FOLDER, file)));
    const different = played.filter(
      ({ seen, expected: wanted }) => JSON.stringify(seen) !== JSON.stringify(wanted),
    );
    expect(different.map(({ ending }) => ending.reason)).toEqual(['loop']);
  });
});
