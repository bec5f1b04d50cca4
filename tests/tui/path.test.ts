/** The path as a tree: folds, the filter, what is chosen among them, and the lines they are drawn with. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WalkEvent } from '../../src/resolver/events.ts';
import { paint, lineWidth } from '../../src/tui/drawing/styled-line.ts';
import { chosenEntry, chosenIndex, visibleRows, type ExplorerState } from '../../src/tui/state.ts';
import { hopLines } from '../../src/tui/walk/hop-lines.ts';
import { hopSentence } from '../../src/tui/walk/hop-sentence.ts';
import { isTroubled } from '../../src/tui/walk/trouble.ts';
import { timeBar } from '../../src/tui/walk/time-bar.ts';
import { pressed, SMALL, walked } from './explorer-states.ts';
import { sampleEvents } from './sample-session.ts';

const events = sampleEvents();

const drawn = (state: ExplorerState, columns = 100, rows = 40): string[] =>
  hopLines(state, { columns, rows }).map((line) => paint(line, false).trimEnd());

/** A walk whose hop `under` needed `count` more, each its own. */
function deep(count: number): WalkEvent[] {
  const all = events.flatMap((event) => (event.type === 'query' || event.type === 'hop' ? [event] : []));
  const query = all.find(({ type }) => type === 'query')!;
  const hop = all.find(({ type }) => type === 'hop')!;
  const [start] = events;
  const pair = (id: number, parent: number | null): WalkEvent[] => {
    const question = {
      ...hop.hop.question,
      name: parent === null ? 'www.example.com.' : `ns${id}.example.net.`,
    };
    const purpose = parent === null ? ('answer' as const) : ('nameserver-address' as const);
    const change = { id, parent, question, purpose, startMs: id * 10 };
    return [
      ...(parent === null
        ? []
        : [
            {
              type: 'zone' as const,
              zone: '.',
              question,
              purpose,
              parent,
              from: 'hints' as const,
              hop: null,
              servers: [],
            },
          ]),
      { type: 'query', hop: { ...query.hop, ...change } },
      { type: 'hop', hop: { ...hop.hop, ...change } } as WalkEvent,
    ];
  };
  return [
    start!,
    ...pair(1, null),
    ...Array.from({ length: count }, (_, i) => pair(2 + i, 1)).flat(),
    ...pair(99, null),
  ];
}

test('a look-up hangs under the hop that needed it, with what it is for', () => {
  const lines = drawn(walked(events));
  const aim = lines.findIndex((line) => /└ for \S+ A$/.test(line));
  expect(aim).toBeGreaterThan(1);
  expect(lines[aim + 1]).toMatch(/^ {4,}\S/);
  const tree = drawn(walked(deep(3)));
  expect(tree.filter((line) => line.includes(' for ns')).map((line) => line.trim())).toEqual([
    '├ for ns2.example.net. A',
    '├ for ns3.example.net. A',
    '└ for ns4.example.net. A',
  ]);
  expect(tree.find((line) => line.startsWith('  │ '))).toBeDefined();
});

test('a zone is named where it begins', () => {
  const lines = drawn(walked(events)).slice(1);
  const zones = lines.filter((line) => !line.includes(' for ')).map((line) => line.slice(2, 14).trim());
  expect(new Set(zones).size).toBeGreaterThan(2);
  expect(zones.some((zone, i) => zone === '' && i > 0)).toBe(true);
});

test('long look-ups fold when they are over; what is told of them stays', () => {
  const state = walked(deep(9));
  expect(visibleRows(state).map(({ entry }) => entry.hop.id)).toEqual([1, 99]);
  expect(drawn(state)[1]).toMatch(/\+9 hops \d+ ms$/);
  expect(visibleRows(pressed(state, 'g', 'right'))).toHaveLength(11);
  // While it goes on, it is followed hop by hop.
  const events9 = deep(9);
  const live = walked(events9.slice(0, -3));
  expect(visibleRows(live)).toHaveLength(10);
  expect(chosenEntry(live)?.hop.id).toBe(10);
});

test('folding by hand goes up to what one is in, and the cursor stays on what is seen', () => {
  const state = pressed(walked(deep(3)), 'g', 'j', 'j');
  expect(chosenEntry(state)?.hop.id).toBe(3);
  const folded = pressed(state, 'left');
  expect([chosenEntry(folded)?.hop.id, visibleRows(folded).length]).toEqual([1, 2]);
  const again = pressed(folded, 'right');
  expect([chosenEntry(again)?.hop.id, visibleRows(again).length]).toEqual([1, 5]);
  expect(visibleRows(pressed(again, 'z'))).toHaveLength(2);
  expect(visibleRows(pressed(again, 'z', 'z'))).toHaveLength(5);
  // On a hop with nothing under it or above it, nothing happens.
  expect(visibleRows(pressed(again, 'G', 'left', 'right'))).toHaveLength(5);
});

test('the newest hop within a fold chooses the fold', () => {
  const live = pressed(walked(deep(3).slice(0, -2)), 'z');
  expect(visibleRows(live)).toHaveLength(1);
  expect(chosenEntry(live)?.hop.id).toBe(1);
});

test('x leaves what failed or was found, says so, and is kept for the next walk', () => {
  const state = pressed(walked(events), 'x');
  const troubled = state.walk.hops.filter(isTroubled);
  expect(troubled.length).toBeGreaterThan(0);
  expect(visibleRows(state).map(({ entry }) => entry)).toEqual(troubled);
  const none = pressed(walked(events.slice(0, 4)), 'x');
  expect(drawn(none)).toEqual([expect.stringContaining('x shows all') as string]);
  expect(chosenEntry(none)).toBeNull();
  expect(pressed(state, 'x').path.only).toBe('all');
});

test('the cursor is on a row that is seen, whatever the keys', () => {
  const key = fc.constantFrom(
    'j',
    'k',
    'left',
    'right',
    'z',
    'x',
    'g',
    'G',
    ',',
    '.',
    '<',
    'pagedown',
    'enter',
    'escape',
    'r',
  );
  fc.assert(
    fc.property(fc.array(key, { maxLength: 40 }), fc.nat(12), fc.nat(40), (keys, count, told) => {
      const state = pressed(walked(deep(count).slice(0, told), SMALL), ...keys);
      const rows = visibleRows(state);
      const index = chosenIndex(state);
      expect(index).toBeGreaterThanOrEqual(rows.length === 0 ? -1 : 0);
      expect(index).toBeLessThan(Math.max(1, rows.length));
      for (const columns of [53, 82, 140, 240])
        for (const line of hopLines(state, { columns, rows: 9 }))
          expect(lineWidth(line)).toBeLessThanOrEqual(columns);
    }),
  );
});

test('bars are of one measure: the longest fills its column, what is quick is seen, silence looks otherwise', () => {
  const hop = walked(events).walk.hops.find(({ hop: each }) => 'rttMs' in each && each.rttMs !== null)!;
  const timed = (rttMs: number | null, elapsedMs = rttMs ?? 100): string =>
    timeBar({ ...hop, hop: { ...hop.hop, rttMs, elapsedMs } }, 100, 8);
  expect([timed(100), timed(50), timed(53), timed(0.01)]).toEqual(['████████', '████', '████▎', '▏']);
  expect(timed(null)).toBe('░░░░░░░░');
});

test('names with octets of any kind stay within their columns', () => {
  const name = `${'\\027[31m'.repeat(9)}.${'ü漢'.repeat(20)}.`;
  const hostile = events.map((event) =>
    event.type === 'query' || event.type === 'hop'
      ? ({
          ...event,
          hop: { ...event.hop, zone: `${name}\u001b[2J`, server: { ...event.hop.server, name } },
        } as WalkEvent)
      : event,
  );
  for (const columns of [53, 82, 200]) {
    for (const line of hopLines(walked(hostile), { columns, rows: 20 })) {
      expect(lineWidth(line)).toBeLessThanOrEqual(columns);
      expect(paint(line, false)).not.toContain('\u001b');
    }
  }
});

test('a hop is one sentence', () => {
  const [first] = walked(events).walk.hops;
  expect(hopSentence(first!)).toMatch(
    /^zone \.: \S+ at \S+ \(hints\) asked over UDP for www\.example\.com\. A: referral after [\d.]+ ms\.$/,
  );
});
