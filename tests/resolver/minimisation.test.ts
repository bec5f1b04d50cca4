import { describe, expect, it } from 'vitest';
import { nextMinimised } from '../../src/resolver/minimisation.ts';
import { ROOT_ADDRESS, serving, walkIn } from '../support/small-internet.ts';

describe('nextMinimised', () => {
  it.each([
    ['www.example.com.', '.', 0, 'com.'],
    ['www.example.com.', 'com.', 1, 'example.com.'],
    ['www.example.com.', 'example.com.', 2, 'www.example.com.'],
    ['com.', '.', 0, 'com.'],
    ['.', '.', 0, '.'],
    ['a.b.c.d.e.f.g.h.', '.', 10, 'a.b.c.d.e.f.g.h.'],
  ])('%s below %s after %i steps: %s', (name, known, steps, next) => {
    expect(nextMinimised(name, known, steps)).toBe(next);
  });

  it('needs at most ten steps for any name', () => {
    const name = `${Array.from({ length: 120 }, () => 'a').join('.')}.`;
    let known = '.';
    let steps = 0;
    for (; known !== name; steps++) known = nextMinimised(name, known, steps);
    expect(steps).toBeLessThanOrEqual(11);
  });
});

const TEST = '192.0.2.1';
const LEAF = '192.0.2.2';
const world = {
  [ROOT_ADDRESS]: serving({ '.': `test NS ns.test.\nns.test. A ${TEST}\n` }),
  [TEST]: serving({ test: `shop NS ns.shop\nns.shop A ${LEAF}\n` }),
  [LEAF]: serving({ 'shop.test': 'www.deep.down A 192.0.2.80\n' }),
};
const asked = async (minimise: boolean): Promise<string[]> => {
  const { hops, ending } = await walkIn(world, 'www.deep.down.shop.test', 'A', { minimise });
  expect(ending.status).toBe('answer');
  return hops.map(({ question }) => question.name);
};

describe('a minimising walk', () => {
  it('tells each server only what it needs', async () => {
    expect(await asked(true)).toEqual([
      'test.',
      'shop.test.',
      'down.shop.test.',
      'deep.down.shop.test.',
      'www.deep.down.shop.test.',
    ]);
  });

  it('tells every server everything otherwise', async () => {
    expect(new Set(await asked(false))).toEqual(new Set(['www.deep.down.shop.test.']));
  });
});
