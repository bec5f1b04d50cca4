/**
 * Why a computer says otherwise, with real resolvers that make it: the cause is the first finding and quotes its
 * evidence, and where there is no cause nothing is found.
 */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cannotRunHere, RESOLVER_PROGRAMS } from './requirements.ts';
import { computerOf, SETUPS, type Condition } from './resolvers/conditions.ts';
import { AT, WORLD_HINTS } from './resolvers/habits.ts';
import { CACHES, CHANGES, MISSING, UNCHANGED } from './resolvers/memories.ts';
import { SIDE_BY_SIDE } from './resolvers/side-by-side.ts';
import { openResolverWorld, type ResolverWorld } from './resolvers/world.ts';
import { comparisonJson, type ComparisonJson } from './rootwalk.ts';

describe.skipIf(cannotRunHere('resolvers', RESOLVER_PROGRAMS))('a computer with real resolvers', () => {
  let world: ResolverWorld;
  const primedMs = new Map<string, number>();

  beforeAll(async () => {
    world = await openResolverWorld();
    for (const [, address] of CACHES) {
      for (const { asked } of Object.values(CHANGES)) await prime(address, asked);
    }
  });
  afterAll(() => world?.namespace.close());

  describe.each(SETUPS)('$setup', ({ etc, ordinary, conditions }) => {
    beforeAll(() => world.namespace.writeEtc(etc));

    test.each(conditions)('$asked: $code', async (condition) => {
      expectCause(await traced(condition.asked), condition);
    });

    test.each(ordinary)('%s is the same', async (asked) => {
      expect(await traced(asked)).toEqual({ verdict: 'same', findings: [] });
    });
  });

  describe('after the zones have changed', () => {
    beforeAll(() => world.changeZones());

    describe.each(CACHES)('%s', (_, address) => {
      beforeAll(() => world.namespace.writeEtc(computerOf(address)));

      test.each([CHANGES.moved, CHANGES.added])('$asked: $code, with its age', async (change) => {
        const { message, agedSeconds } = await remembered(address, change);
        const age = ageIn(message);
        expect(age).toBeGreaterThanOrEqual(agedSeconds.least - 2);
        expect(age).toBeLessThanOrEqual(agedSeconds.most + 2);
      });

      test(`${CHANGES.removed.asked}: STALE_CACHE`, async () => {
        expect((await remembered(address, CHANGES.removed)).message).toMatch(/198\.51\.100\.32/);
      });

      test(`${CHANGES.addedUnseen.asked}: NEGATIVE_CACHE, older than its SOA tells`, async () => {
        await world.namespace.run('dig', [`@${address}`, MISSING]);
        const { message, agedSeconds } = await remembered(address, CHANGES.addedUnseen);
        expect(message).toMatch(/at least|cannot be told/);
        const age = message.includes('at least') ? ageIn(message) : 0;
        expect(age).toBeLessThanOrEqual(agedSeconds.most + 2);
      });

      test(`${UNCHANGED} is the same`, async () => {
        expect(await traced(UNCHANGED)).toEqual({ verdict: 'same', findings: [] });
      });
    });
  });

  describe('compare', () => {
    const rows = SETUPS.filter(({ ordinary }) => ordinary.length > 0);

    test.each(rows)('$setup: exits 8 with the cause, 0 without', async ({ etc, ordinary, conditions }) => {
      world.namespace.writeEtc(etc);
      const different = await comparisonOf('compare', conditions[0]!.asked);
      const same = await comparisonOf('compare', ordinary[0]!);
      expectCause(different.comparison, conditions[0]!);
      expect(same.comparison).toEqual({ verdict: 'same', findings: [] });
      expect([different.status, same.status]).toEqual([8, 0]);
    });
  });

  test.each(SIDE_BY_SIDE)('$asked at several resolvers', async ({ asked, resolvers }) => {
    world.namespace.writeEtc(computerOf(AT.unbound));
    const servers = resolvers.map(([address]) => `@${address}`).join(' ');
    const document = await comparisonOf('compare', `${asked} ${servers}`);
    const found = document.resolvers?.map(({ comparison }) => comparison.findings[0]?.code ?? null);
    expect(found).toEqual(resolvers.map(([, code]) => code));
    expect([document.comparison, document.status]).toEqual([{ verdict: 'same', findings: [] }, 8]);
  });

  /** The first finding, and for how long the resolver has had what it says. */
  async function remembered(
    address: string,
    change: Omit<Condition, 'quotes'>,
  ): Promise<{ message: string; agedSeconds: { least: number; most: number } }> {
    const sinceMs = primedMs.get(`${address} ${change.asked}`)!;
    const least = (performance.now() - sinceMs) / 1000;
    const comparison = await traced(change.asked);
    const most = (performance.now() - sinceMs) / 1000;
    expectCause(comparison, { ...change, quotes: [literally(address)] });
    return { message: comparison!.findings[0]!.message, agedSeconds: { least, most } };
  }

  /**
   * The resolver fetches it now, and a cache counts from now on. AAAA too, as any program that connects would have it:
   * BIND asks for a type that it has not, and when it hears NXDOMAIN forgets the others.
   */
  async function prime(address: string, name: string): Promise<void> {
    await world.namespace.run('dig', [`@${address}`, name, 'A', name, 'AAAA']);
    primedMs.set(`${address} ${name}`, performance.now());
  }

  async function traced(asked: string): Promise<ComparisonJson | null> {
    return (await comparisonOf('trace', asked)).comparison;
  }

  function comparisonOf(command: string, asked: string): ReturnType<typeof comparisonJson> {
    return comparisonJson(world.namespace, [command, ...asked.split(' '), '--root-hints', WORLD_HINTS]);
  }
});

function expectCause(comparison: ComparisonJson | null, { verdict, code, quotes }: Condition): void {
  const [first] = comparison?.findings ?? [];
  const said = first && [first.message, ...(first.evidence ?? [])].join('\n');
  expect({ verdict: comparison?.verdict, code: first?.code, said }).toMatchObject({ verdict, code });
  for (const quote of quotes) expect(said).toMatch(quote);
}

const literally = (text: string): RegExp => new RegExp(text.replaceAll('.', '\\.'));

/** `… 17 s old …`, `… 2 min 5 s ago …` */
function ageIn(message: string): number {
  const [, minutes = '0', seconds] = /\b(?:(\d+) min )?(\d+) s (?:old|ago)\b/.exec(message) ?? [];
  if (seconds === undefined) throw new Error(`no age in: ${message}`);
  return Number(minutes) * 60 + Number(seconds);
}
