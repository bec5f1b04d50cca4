import { expect, it } from 'vitest';
import { faultOf } from '../fuzz/check-message.ts';
import { mutate } from '../fuzz/mutate.ts';
import { messageSeeds } from '../fuzz/seeds.ts';
import { seededChance } from '../../src/lab/seeded-chance.ts';

const seeds = messageSeeds();

it('holds for every seed, those that fuzzing once found included', () => {
  expect(seeds.map(faultOf).filter(Boolean)).toEqual([]);
});

it('holds for some thousands of mutated messages (npm run fuzz tries millions)', () => {
  const chance = seededChance(20_260_101);
  const faults = Array.from({ length: 20_000 }, () => faultOf(mutate(seeds, chance))).filter(Boolean);
  expect(faults).toEqual([]);
});
