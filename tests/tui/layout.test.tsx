/** The panes at every size: none outside, none over another, every line within its pane. */

import * as fc from 'fast-check';
import { renderToString } from 'ink';
import { expect, test } from 'vitest';
import { layoutOf, MINIMUM_SIZE, type Place, type WindowSize } from '../../src/tui/drawing/layout.ts';
import { computerLines } from '../../src/tui/computer/computer-lines.ts';
import { readingLines } from '../../src/tui/detail/reading-lines.ts';
import { lineWidth } from '../../src/tui/drawing/styled-line.ts';
import { displayWidth } from '../../src/tui/drawing/text-width.ts';
import { KEY_TABLE } from '../../src/tui/keys/key-table.ts';
import { reduce } from '../../src/tui/reducer.ts';
import { Screen } from '../../src/tui/screen.tsx';
import type { ExplorerState } from '../../src/tui/state.ts';
import { hopLines } from '../../src/tui/walk/hop-lines.ts';
import { pressed, walked } from './explorer-states.ts';
import { MANY_CAUSES, sampleEvents } from './sample-session.ts';

const events = sampleEvents();
const sizes = fc.record({
  columns: fc.oneof(fc.integer({ min: 40, max: 90 }), fc.integer({ min: 40, max: 320 })),
  rows: fc.oneof(fc.integer({ min: 12, max: 26 }), fc.integer({ min: 12, max: 120 })),
});
/** Presses that do not leave the explorer. */
const presses = fc.array(
  fc.constantFrom(
    ...KEY_TABLE.filter(({ command }) => command !== 'quit' && command !== 'interrupt').flatMap(
      (binding) => binding.presses,
    ),
  ),
  { maxLength: 12 },
);

function placesIn(state: ExplorerState): Place[] {
  const layout = layoutOf(state);
  if (state.page) return [layout.page];
  const hasResult = !state.expanded && (layout.kind !== 'single' || layout.shown.includes('hops'));
  return [...layout.shown.map((pane) => layout[pane]), ...(hasResult ? [layout.result] : [])];
}

/** How often each cell of the body is taken by a pane or its heading. */
function coverage(state: ExplorerState): Map<string, number> {
  const taken = new Map<string, number>();
  for (const { left, top, columns, rows } of placesIn(state)) {
    for (let row = top; row <= top + rows; row++)
      for (let column = left; column < left + columns; column++) {
        const cell = `${column},${row}`;
        taken.set(cell, (taken.get(cell) ?? 0) + 1);
      }
  }
  return taken;
}

test('panes fill the body of the screen, but for the lines between them, and never overlap', () => {
  fc.assert(
    fc.property(sizes, presses, (size, keys) => {
      const state = pressed(walked(events, size, MANY_CAUSES), ...keys);
      const taken = coverage(state);
      expect(Math.max(...taken.values())).toBe(1);
      const layout = layoutOf(state);
      const isBar = layout.kind === 'single' && !state.page;
      const body = size.rows - 1 - (state.prompt ? 2 : 1) - (isBar ? 1 : 0);
      const areBeside = !state.page && !state.expanded && layout.kind !== 'single';
      const separators = areBeside ? (layout.kind === 'columns' ? 2 : 1) * (layout.hops.rows + 1) : 0;
      expect(taken.size).toBe(body * size.columns - separators);
      for (const { top, rows } of placesIn(state)) {
        expect(rows).toBeGreaterThan(0);
        expect(top).toBeGreaterThan(isBar ? 1 : 0);
      }
    }),
    { numRuns: 60 },
  );
});

test('every line fits its pane', () => {
  fc.assert(
    fc.property(sizes, presses, (size, keys) => {
      const state = pressed(walked(events, size, MANY_CAUSES), ...keys);
      const { hops, computer, message } = layoutOf(state);
      for (const line of hopLines(state, hops)) expect(lineWidth(line)).toBeLessThanOrEqual(hops.columns);
      for (const line of computerLines(state, computer.columns))
        expect(lineWidth(line)).toBeLessThanOrEqual(computer.columns);
      if (state.detail.tab !== 'layers')
        for (const line of readingLines(state, message.columns))
          expect(lineWidth(line)).toBeLessThanOrEqual(message.columns);
    }),
  );
});

test('the screen has exactly the size of the terminal, whatever was pressed', () => {
  fc.assert(
    fc.property(sizes, presses, (size, keys) => {
      const state = pressed(walked(events, size, MANY_CAUSES), ...keys);
      const lines = renderToString(<Screen state={state} look={false} />, { columns: size.columns }).split(
        '\n',
      );
      expect(lines).toHaveLength(size.rows);
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(size.columns);
    }),
    { numRuns: 40 },
  );
});

test('a sequence of sizes leaves no trace in the state', () => {
  fc.assert(
    fc.property(fc.array(sizes, { minLength: 1, maxLength: 6 }), sizes, presses, (way, size, keys) => {
      const start = pressed(walked(events, size, MANY_CAUSES), ...keys);
      const resizes = [...way, size].map((next) => ({ type: 'resize', size: next }) as const);
      const there = resizes.reduce<ExplorerState>(reduce, start);
      expect(there).toEqual(start);
    }),
    { numRuns: 20 },
  );
});

const titleRow = (size: WindowSize, ...keys: string[]): string[] =>
  renderToString(<Screen state={pressed(walked(events, size), ...keys)} look={false} />, {
    columns: size.columns,
  }).split('\n');

test('on a small terminal one pane at a time, and Tab turns them round', () => {
  const bars = [[], ['tab'], ['tab', 'tab'], ['shift+tab']].map((keys) =>
    titleRow(MINIMUM_SIZE, ...keys)[1]!.trimEnd(),
  );
  expect(bars).toEqual([
    '[Walk] This computer  Detail',
    ' Walk [This computer] Detail',
    ' Walk  This computer [Detail]',
    ' Walk  This computer [Detail]',
  ]);
});

test('on a wide terminal Tab goes from left to right', () => {
  const wide = { columns: 200, rows: 50 };
  const heavy = [[], ['tab'], ['tab', 'tab']].map((keys) => titleRow(wide, ...keys)[1]!.indexOf('━'));
  expect(heavy).toEqual([0, 77, 156]);
});
