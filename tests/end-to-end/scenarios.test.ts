/**
 * The networks of other resolvers' own tests over real sockets: in a namespace where every address is local, the built
 * program comes from a cold start to the ending that at least three resolvers come to.
 */

import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { expectedOutcome, familiesOf, loadScenario } from '../support/scenario.ts';
import { addressesNamed } from '../support/scenario-servers.ts';
import { FROM_AN_EARLIER_STEP, questionsOf, RIGHTLY_DIFFERENT } from '../support/scenario-verdicts.ts';
import { hintsText, whereEveryAddressIsLocal } from './namespace-of-all.ts';
import { cannotRunHere } from './requirements.ts';
import { outcomeOf, traceJson } from './rootwalk.ts';
import { startAndListen } from './servers.ts';

const FOLDER = '../shared/corpora/scenarios';
const SERVER = fileURLToPath(new URL('./scenario-server.ts', import.meta.url));
/** No user waits longer; with every server answering or refusing at once, no walk needs it. */
const LONGEST_MS = 10_000;

const scenarios = existsSync(FOLDER)
  ? readdirSync(FOLDER)
      .filter((file) => file.endsWith('.json'))
      .map((file) => ({ file, path: join(FOLDER, file), scenario: loadScenario(join(FOLDER, file)) }))
      .filter(({ scenario }) => scenario.trustAnchors.length === 0)
  : [];
if (scenarios.length === 0) console.warn(`SKIPPED: the scenarios over sockets, because ${FOLDER} is absent`);

const untestable = cannotRunHere('scenarios') || scenarios.length === 0;
if (!untestable) {
  const skipped = Object.entries(FROM_AN_EARLIER_STEP);
  const count = skipped.flatMap(([, { steps }]) => steps).length;
  const reasons = skipped.map(([file, { reason }]) => `${file}: ${reason}`).join('; ');
  console.warn(`SKIPPED ${count} questions that only an earlier question's cache can answer (${reasons})`);
}

describe.skipIf(untestable).concurrent('scenarios over real sockets', { timeout: 120_000 }, () => {
  test.each(scenarios)('$file', async ({ file, path, scenario }) => {
    const rightly = questionsOf(RIGHTLY_DIFFERENT, file);
    const later = FROM_AN_EARLIER_STEP[file]?.steps ?? [];
    const due = [...scenario.steps.entries()].filter(
      ([
        at,
        {
          expect: wanted,
          question: { name, type },
        },
      ]) => wanted && !rightly.includes(`${name} ${type}`) && !later.includes(at),
    );
    // The servers of a step, started once for all questions that meet the same ones.
    const stages = Map.groupBy(due, ([, { exchanges }]) => exchanges.join(' '));
    for (const stage of stages.values()) {
      const namespace = whereEveryAddressIsLocal(addressesNamed(scenario));
      try {
        const hints = join(namespace.folder, 'root.hints');
        writeFileSync(hints, hintsText(scenario.rootHints));
        await startAndListen(namespace, SERVER, [path, String(stage[0]![0])]);
        const families = familiesOf(scenario);
        const only = families.length === 1 ? [`-${families[0]}`] : [];
        for (const [, step] of stage) {
          const { name, type } = step.question;
          const args = [name, type, '--root-hints', hints, '--no-system', ...only];
          const { document, elapsedMs } = await traceJson(namespace, args);
          expect({ name, type, ...outcomeOf(document) }).toEqual({ name, type, ...expectedOutcome(step) });
          expect(elapsedMs, `${name} ${type}`).toBeLessThan(LONGEST_MS);
        }
      } finally {
        namespace.close();
      }
    }
  });
});
