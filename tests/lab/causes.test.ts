/**
 * The law of causes and worlds: in each world the comparison names the causes that the world is about, the first one
 * first, and no other; for an ordinary name it finds nothing, unless the whole computer is concerned.
 */

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { labSurroundings, worldNamed } from '../../src/cli/lab.ts';
import { targetOf } from '../../src/cli/target.ts';
import { startTrace } from '../../src/lookup/trace-run.ts';
import { CAUSES } from '../../src/compare/causes.ts';
import type { Comparison } from '../../src/compare/comparison.ts';
import type { Fault } from '../../src/lab/faults.ts';
import type { World } from '../../src/lab/world.ts';
import { typeName } from '../../src/message/codes.ts';
import type { Ending } from '../../src/resolver/events.ts';
import type { Exchange } from '../../src/transport/exchange.ts';

const worlds = readdirSync('fixtures/worlds');

/** On a busy machine an honest server may be slow, and would pass for a silent one: such servers are waited for. */
const PATIENCE = 20;
const PATIENCE_MS = 30_000;
const WITHHOLDING: ReadonlySet<Fault['kind']> = new Set(['silent', 'loss', 'drops-edns']);

/** A whole minute: each of these takes a second or two where nothing else runs. */
const TIMEOUT_MS = 60_000;

/** Whatever is asked, it is found: these are about the computer, not about a name. */
const OF_THE_COMPUTER: ReadonlySet<string> = new Set([
  'ADDRESS_FILTER',
  'NSS_ORDER',
  'NAME_MISSING_HERE',
  'RESOLVER_DOWN',
  'RESOLVER_FAILED',
  'RESOLVER_LAME',
  'RESOLVER_SLOW',
]);

/** As `trace` does it. */
async function compared(world: World, name: string, type: string): Promise<Comparison> {
  const place = await labSurroundings(world.name);
  try {
    const ports = { ...place.ports, exchange: patient(place.ports.exchange, world) };
    const options = { ...place.habits, hints: place.hints, limits: place.patience };
    const habits = { timeoutMs: PATIENCE_MS };
    const run = startTrace(targetOf(name, type), { ...place, ports }, options, habits);
    let ending: Ending | undefined;
    for await (const event of run.events) if (event.type === 'end') ending = event.ending;
    return await run.compare(ending!, await run.system);
  } finally {
    await place.close();
  }
}

function patient(exchange: Exchange, { servers, computer }: World): Exchange {
  const all = [...servers, ...computer.resolvers.map((each) => ({ ...each, addresses: [each.address] }))];
  const withholding = new Set(
    all
      .filter(({ faults = [] }) => faults.some(({ kind }) => WITHHOLDING.has(kind)))
      .flatMap(({ addresses }) => addresses),
  );
  return (request) => {
    const factor = withholding.has(request.server.address) ? 1 : PATIENCE;
    return exchange({ ...request, timeoutMs: request.timeoutMs * factor });
  };
}

/** What is measured in real time is not to be had from a busy machine: only where the world is about it. */
function codesOf({ findings }: Comparison, world: World): string[] {
  const codes = findings.map(({ code }) => code);
  return world.causes.includes('RESOLVER_SLOW') ? codes : codes.filter((code) => code !== 'RESOLVER_SLOW');
}

describe.concurrent.each(worlds)('the world %s', (name) => {
  it(
    'has its causes and no other',
    async () => {
      const world = await worldNamed(name);
      // As somebody types it: with a final dot no search list would be used.
      const typed = world.question.name.replace(/(?<=.)\.$/, '');
      const comparison = await compared(world, typed, typeName(world.question.type));
      expect({ verdict: comparison.verdict, causes: codesOf(comparison, world) }).toEqual({
        verdict: world.verdict,
        causes: world.causes,
      });
    },
    TIMEOUT_MS,
  );

  it(
    'leaves an ordinary name alone, unless it is about the computer',
    async () => {
      const world = await worldNamed(name);
      const comparison = await compared(world, 'www.example.com', 'A');
      const causes = world.causes.filter((code) => OF_THE_COMPUTER.has(code));
      // A computer with one family is not told of the other's addresses, whatever else the world is about.
      const isFiltered = world.computer.families?.length === 1 && !causes.includes('ADDRESS_FILTER');
      expect({ verdict: comparison.verdict, causes: codesOf(comparison, world) }).toEqual({
        verdict: causes.length > 0 ? world.verdict : 'same',
        causes: isFiltered ? [...causes, 'ADDRESS_FILTER'] : causes,
      });
    },
    TIMEOUT_MS,
  );
});

it('there is a world for each cause, and no cause in a world that there is not', async () => {
  const all = await Promise.all(worlds.map(worldNamed));
  const shown = new Set(all.flatMap(({ causes }) => causes));
  const known = CAUSES.map(({ code }) => code);
  expect(known.toSorted()).toEqual([...shown].toSorted());
  // The most specific ones are worth a world of their own, where they come first.
  const firsts = new Set(all.map(({ causes: [first] }) => first));
  expect(known.filter((code) => !firsts.has(code))).toEqual([]);
});
