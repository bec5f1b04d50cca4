/** What is folded: when it folds, what its line says, and what the keys and the mouse do there. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WalkEvent } from '../../src/resolver/events.ts';
import { layoutOf } from '../../src/tui/drawing/layout.ts';
import { paint } from '../../src/tui/drawing/styled-line.ts';
import { reduce } from '../../src/tui/reducer.ts';
import { chosenEntry, visibleRows, type ExplorerState } from '../../src/tui/state.ts';
import { foldOf } from '../../src/tui/walk/fold.ts';
import { hopLines } from '../../src/tui/walk/hop-lines.ts';
import { pathRows, WHOLE_PATH } from '../../src/tui/walk/path-view.ts';
import { NEW_WALK, withEvent, type HopEntry, type WalkState } from '../../src/tui/walk/walk-state.ts';
import { ROOT_ADDRESS, serving, walkIn } from '../support/small-internet.ts';
import { deep, exchange, WALK_END, WALK_START } from './deep-walk.ts';
import { pressed, walked } from './explorer-states.ts';

const drawn = (state: ExplorerState, columns = 55): string[] =>
  hopLines(state, { columns, rows: 40 }).map((line) => paint(line, false).trimEnd());

test('long look-ups fold when the walk has gone on; what is told of them stays', () => {
  const state = walked(deep(9));
  expect(visibleRows(state).map(({ entry }) => entry.hop.id)).toEqual([1, 99]);
  expect(drawn(state)[2]).toMatch(/^ {3}└ \+9 hops for 9 names, \d+ ms, ▲ none found$/);
  expect(visibleRows(pressed(state, 'g', 'right'))).toHaveLength(11);
  // While it goes on, it is followed hop by hop.
  const live = walked(deep(9).slice(0, -3));
  expect(visibleRows(live)).toHaveLength(10);
  expect(chosenEntry(live)?.hop.id).toBe(10);
  const ended = reduce(live, { type: 'event', serial: 1, event: WALK_END });
  expect(visibleRows(ended)).toHaveLength(1);
});

test('what is on the screen does not fold and unfold while the walk goes on', () => {
  const parents = fc.array(fc.nat(40), { minLength: 8, maxLength: 40 });
  fc.assert(
    fc.property(parents, (choices) => {
      const hops = choices.flatMap((choice, i) => exchange({ id: i + 1, parent: choice % (i + 1) || null }));
      let walk: WalkState = NEW_WALK;
      let hidden = new Set<number>();
      for (const event of [WALK_START, ...hops, WALK_END]) {
        walk = withEvent(walk, event);
        const listed = new Set(pathRows(walk, WHOLE_PATH).map(({ entry }) => entry.hop.id));
        for (const id of hidden) expect(listed.has(id), `hop ${id} stays folded`).toBe(false);
        // What is the newest branch is still watched.
        const last = walk.hops.at(-1)?.hop.id;
        if (event.type !== 'end' && last !== undefined) expect(listed.has(last)).toBe(true);
        hidden = new Set(walk.hops.map(({ hop }) => hop.id).filter((id) => !listed.has(id)));
      }
    }),
  );
});

test('every hop is listed or in the fold of one that is listed', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { maxLength: 60 }), fc.array(fc.nat(60)), (depths, folded) => {
      const hops = ofDepths(depths);
      const folds = new Map(folded.map((id) => [id, true]));
      const rows = pathRows({ hops, ending: null }, { only: 'all', folds });
      const counted = rows.reduce((sum, row) => sum + 1 + (row.folded?.hops ?? 0), 0);
      expect(counted).toBe(hops.length);
      rows.forEach((row, i) => {
        const place = hops.indexOf(row.entry);
        expect(row.hasMore).toBe((hops[place + 1]?.depth ?? 0) > row.entry.depth);
        // What follows a fold does not lie under it.
        if (row.folded && rows[i + 1]) expect(rows[i + 1]!.entry.depth).toBeLessThanOrEqual(row.entry.depth);
      });
    }),
  );
});

/** A list of hops in tree order: none is deeper than one below what it follows. */
function ofDepths(wanted: readonly number[]): HopEntry[] {
  const [entry] = walked(deep(0)).walk.hops;
  let before = -1;
  return wanted.map((each, id) => {
    before = Math.min(each, before + 1);
    return { ...entry!, depth: before, hop: { ...entry!.hop, id } };
  });
}

test('a walk that fails for want of servers says of how many', async () => {
  const servers = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => `crowd NS ${name}.gone\n`).join('');
  const { events } = await walkIn(
    {
      [ROOT_ADDRESS]: serving({ '.': `test NS ns1.test.\nns1.test A 192.0.2.10\n` }),
      '192.0.2.10': serving({ test: `@ NS ns1\nns1 A 192.0.2.10\n${servers}` }),
    },
    'www.crowd.test',
  );
  const state = walked(events);
  const line = drawn(state).find((each) => each.includes('└'));
  expect(line).toMatch(/└ \+\d+ hops for 8 names, .*, ▲ none found$/);
  // Each of them is what went wrong.
  expect(visibleRows(pressed(state, 'x')).map(({ entry }) => entry.aim.name)).toContain('a.gone.test.');
});

test('a fold says which name it is for, what was not found, what failed and what was noticed', () => {
  const folded = (events: readonly WalkEvent[], columns = 70): string =>
    drawn(pressed(walked(events), 'z'), columns)[2]!.trim();
  expect(folded(deep(1, ['answer']))).toMatch(/^└ \+1 hop for ns2\.example\.net\., \d+ ms$/);
  expect(folded(deep(1, ['nxdomain']))).toMatch(/^└ \+1 hop for ns2\.example\.net\., \d+ ms, ▲ not found$/);
  expect(folded(deep(1, ['answer']), 36)).toMatch(/^└ \+1 hop for 1 name, \d+ ms$/);
  expect(folded(deep(3, ['answer', 'nxdomain', 'refused']))).toMatch(
    /^└ \+3 hops for 3 names, \d+ ms, ▲ 2 not found, ! 1 failed$/,
  );
  const finding = { code: 'LAME', severity: 'error', hop: 2, message: '', rfc: '' } as const;
  expect(folded([...deep(1, ['answer']), { type: 'finding', finding }])).toMatch(/ ms, ◆ 1 finding$/);
  // While one of them is asked, nobody knows.
  expect(folded(deep(2).slice(0, -4))).toMatch(/^└ \+2 hops for 2 names, \d+ ms$/);
});

test('an alias of a server is no second name', () => {
  const alias = {
    type: 'alias',
    hop: 2,
    parent: 1,
    owner: 'ns2.example.net.',
    via: 'CNAME',
    target: 'Real.example.',
  } as const;
  const { hops } = [
    WALK_START,
    ...exchange({ id: 1, parent: null }),
    ...exchange({ id: 2, parent: 1, outcome: 'alias' }),
    alias,
    ...exchange({ id: 3, parent: 1, outcome: 'answer', name: 'real.example.' }),
  ].reduce(withEvent, NEW_WALK);
  expect(foldOf(hops.slice(1))).toMatchObject({ names: ['ns2.example.net.'], notFound: 0 });
  // Where what it is an alias of was remembered, nothing says that it was not found.
  expect(foldOf(hops.slice(1, 2))).toMatchObject({ notFound: 0 });
});

test('only servers are missing where they are not found', () => {
  const { hops } = walked(deep(2, ['nxdomain', 'nxdomain'])).walk;
  expect(foldOf(hops.slice(1, 3)).notFound).toBe(2);
  const keys = hops.slice(1, 3).map((entry): HopEntry => {
    return { ...entry, hop: { ...entry.hop, purpose: 'dnssec' } };
  });
  expect(foldOf(keys).notFound).toBe(0);
});

test('the line of a fold is chosen with its hop, and a click on it unfolds', () => {
  const state = pressed(walked(deep(9)), 'g');
  const { hops: place } = layoutOf(state);
  const lines = hopLines(state, place);
  expect(lines.map((line) => line[0]!.tone)).toEqual(['dim', 'chosen', 'chosen', 'plain']);
  const click = { type: 'mouse', event: { kind: 'press', column: 10, row: place.top + 3 } } as const;
  for (const before of [state, pressed(state, 'G'), pressed(state, 'tab')]) {
    const after = reduce(before, click);
    expect([visibleRows(after).length, chosenEntry(after)?.hop.id, after.focus]).toEqual([11, 1, 'hops']);
    expect(after.expanded).toBe(false);
  }
  // The wheel moves as it does everywhere in the list.
  const wheel = { type: 'mouse', event: { ...click.event, kind: 'wheel-down' } } as const;
  expect(chosenEntry(reduce(state, wheel))?.hop.id).toBe(99);
});
