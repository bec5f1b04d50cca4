/** The path as a tree: folds, the filter, what is chosen among them, and the lines they are drawn with. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding, WalkEvent } from '../../src/resolver/events.ts';
import { layoutOf } from '../../src/tui/drawing/layout.ts';
import { paint, lineWidth } from '../../src/tui/drawing/styled-line.ts';
import { chosenEntry, chosenIndex, visibleRows, type ExplorerState } from '../../src/tui/state.ts';
import { hopLines } from '../../src/tui/walk/hop-lines.ts';
import { hopSentence } from '../../src/tui/walk/hop-sentence.ts';
import { isTroubled } from '../../src/tui/walk/trouble.ts';
import { timeBar } from '../../src/tui/walk/time-bar.ts';
import { deep, nested } from './deep-walk.ts';
import { pressed, SMALL, walked } from './explorer-states.ts';
import { sampleEvents } from './sample-session.ts';

const events = sampleEvents();

const drawn = (state: ExplorerState, columns = 100, rows = 40): string[] =>
  hopLines(state, { columns, rows }).map((line) => paint(line, false).trimEnd());

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
  expect(tree.find((line) => line.startsWith('   │ '))).toBeDefined();
});

test('a zone is named where it begins', () => {
  const lines = drawn(walked(events)).slice(1);
  const zones = lines.filter((line) => !line.includes(' for ')).map((line) => line.slice(3, 15).trim());
  expect(new Set(zones).size).toBeGreaterThan(2);
  expect(zones.some((zone, i) => zone === '' && i > 0)).toBe(true);
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

test('what x leaves hangs under nothing that it hides', () => {
  // A hop with a look-up that needed a look-up; the innermost one failed.
  const lines = drawn(pressed(walked(nested(['referral', 'referral', 'timeout'])), 'x')).slice(1);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toBe('   for ns3.example.net. A');
  expect(lines[1]).toMatch(/^▸ {2}\. .*! timeout$/);
  const both = drawn(pressed(walked(nested(['refused', 'referral', 'timeout', 'timeout'])), 'x')).slice(1);
  expect(both.map((line) => line.slice(3).replace(/ +a\.root.*/, ''))).toEqual([
    '.',
    '└ for ns3.example.net. A',
    '  .',
    '  └ for ns4.example.net. A',
    '    .',
  ]);
});

test('the sign before a hop says how bad its worst finding is, and how many there are', () => {
  const found = (...severities: Finding['severity'][]): string => {
    const findings = severities.map((severity): WalkEvent => {
      return { type: 'finding', finding: { code: 'LAME', severity, hop: 1, message: '', rfc: '' } };
    });
    return drawn(walked([...deep(0), ...findings]))[1]!.slice(1, 5);
  };
  expect(found()).toBe('  . ');
  expect([found('info'), found('warning'), found('error')].map((text) => text.slice(0, 2))).toEqual([
    '· ',
    '▲ ',
    '◆ ',
  ]);
  expect(found('info', 'error', 'warning')).toBe('◆3 .');
  expect(found(...Array.from({ length: 10 }, () => 'warning' as const))).toBe('▲+ .');
});

test('silence shows how long it was waited for, in another tone', () => {
  const line = hopLines(walked(nested(['timeout', 'answer'])), { columns: 55, rows: 9 })[1]!;
  expect(line.find(({ text }) => text.includes('1.2 s'))?.tone).toBe('bad');
  const unreachable = drawn(walked(nested(['unreachable'])), 54)[1]!;
  expect(unreachable).toMatch(/ – ! unreachable$/);
});

test('at 80 columns the names can be told, and the outcome has its symbol', () => {
  const lines = drawn(walked(events), layoutOf(walked(events)).hops.columns);
  expect(lines[0]).toMatch(/^ {3}zone +server +from +time outcome$/);
  expect(lines.join('\n')).toMatch(/ {3}com\. +a\.gtld-\S+ +glue +1\.0 s ! timeout\n/);
  expect(lines.at(-1)).toMatch(/^▸ {2}example\.net\. +ns1\.dns-\S+ +lookup +1\.2 s ✓ answer$/);
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
      for (const columns of [30, 53, 82, 140, 240])
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
