/**
 * A resolver with its habits around it: the first of them hears a query first.
 */

import type { Clock } from '../transport/clock-and-chance.ts';
import type { Layer, Recursion, ResolverHabit } from './resolver-habit.ts';
import { remembers, remembersDenial } from './resolver-memory.ts';
import { blocks, keepsZones, overrides, rewritesDenials, validates } from './resolver-policy.ts';
import { translates } from './resolver-translation.ts';
import { WorldError } from './world-error.ts';

const LAYERS: { readonly [K in ResolverHabit['kind']]: Layer<K> } = {
  remembers,
  'remembers-denial': remembersDenial,
  translates,
  blocks,
  'rewrites-denials': rewritesDenials,
  validates,
  'keeps-zones': keepsZones,
  overrides,
};

export function withHabits(habits: readonly ResolverHabit[], honest: Recursion, clock: Clock): Recursion {
  return habits.reduceRight((next, habit) => layered(habit, next, clock), honest);
}

function layered<K extends ResolverHabit['kind']>(
  habit: Extract<ResolverHabit, { kind: K }>,
  next: Recursion,
  clock: Clock,
): Recursion {
  if (!Object.hasOwn(LAYERS, habit.kind))
    throw new WorldError(
      `a resolver has no habit "${habit.kind}": there is ${Object.keys(LAYERS).join(', ')}`,
    );
  const layer = LAYERS[habit.kind] as unknown as Layer<K>;
  return layer(habit, next, clock);
}
