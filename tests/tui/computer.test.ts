/** The causes in the pane of this computer: how they are chosen, opened and read. */

import { expect, test } from 'vitest';
import { computerLines, computerView } from '../../src/tui/computer/computer-lines.ts';
import { layoutOf } from '../../src/tui/drawing/layout.ts';
import type { ExplorerState } from '../../src/tui/state.ts';
import { lineWidth, paint, type Line } from '../../src/tui/drawing/styled-line.ts';
import { pressed, SMALL, walked } from './explorer-states.ts';
import { MANY_CAUSES, SAMPLE_COMPARISON, sampleEvents } from './sample-session.ts';

const LARGE = { columns: 120, rows: 40 };
const events = sampleEvents();
const many = walked(events, SMALL, MANY_CAUSES);

const texts = (lines: readonly Line[]): string[] => lines.map((line) => paint(line, false).trimEnd());
/** Everything in the pane, seen or not, with the breaks of lines undone. */
const whole = (state: ExplorerState): string => texts(computerLines(state, 300)).join('\n');
/** The lines of the pane that can be seen. */
function seen(state: ExplorerState): string[] {
  const { columns, rows } = layoutOf(state).computer;
  return texts(computerLines(state, columns).slice(state.scroll.computer)).slice(0, rows);
}
/** The codes of the chosen cause or `and 2 more`. */
const chosenHead = (state: ExplorerState): string =>
  texts(computerLines(state, 300)).find((text) => /^[▸▾]/.test(text)) ?? '';

test('three causes are shown, and the others when they are asked for', () => {
  expect(whole(many)).toContain('• ORDER_ONLY: another order\n• and 2 more\n');
  expect(whole(many)).not.toContain('LATER_CAUSE');
  const all = pressed(many, 'tab', 'j', 'j', 'j', 'enter');
  expect(whole(all)).not.toContain('more');
  expect(chosenHead(all)).toBe('▸ LATER_CAUSE: of a later version');
  expect(chosenHead(pressed(all, 'j'))).toBe('▸ RESOLVER_SLOW: the resolver takes its time');
});

test('exactly three causes have no others', () => {
  const findings = MANY_CAUSES.findings.slice(0, 3);
  expect(whole(walked(events, SMALL, { ...MANY_CAUSES, findings }))).not.toContain('more');
});

test('Enter opens a cause to its evidence, the advice and its RFC, and closes it again', () => {
  const chosen = pressed(many, 'tab', 'j');
  expect(chosenHead(chosen)).toContain('▸ warning STALE_CACHE: ');
  const opened = pressed(chosen, 'enter');
  expect(whole(opened)).toContain(
    [
      '▾ warning STALE_CACHE: the resolver 192.0.2.53 still remembers 192.0.2.99, 120 s old',
      '  - 192.0.2.53: TTL 180 left, where the zone gives 300 s',
      '  - 192.0.2.53: NOERROR, flags qr rd ra',
      '  → Wait until the TTL has run out, or clear the cache of the resolver.',
      '  § RFC 1034 4.2.2',
      '• ORDER_ONLY: another order',
    ].join('\n'),
  );
  expect(whole(pressed(opened, 'enter'))).toBe(whole(chosen));
});

test('a cause that the catalogue does not know opens to what it brings along', () => {
  const opened = pressed(many, 'tab', 'j', 'j', 'j', 'enter', 'enter');
  expect(whole(opened)).toContain('▾ LATER_CAUSE: of a later version\n  - a word\n• RESOLVER_SLOW');
});

test('several causes are open at once', () => {
  let state = pressed(many, 'tab', 'enter');
  while (!chosenHead(state).includes('STALE_CACHE')) state = pressed(state, 'j');
  expect(whole(pressed(state, 'enter')).match(/^ {2}§ .*/gm)).toEqual([
    '  § RFC 1035 7.2',
    '  § RFC 1034 4.2.2',
  ]);
});

test('the first is open from the start where it fits with the others, and closed where it does not', () => {
  expect(seen(walked(events, LARGE)).join('\n')).toContain('\n  → Take the line out of the file,');
  expect(seen(walked(events, SMALL)).join('\n')).not.toContain('→');
  // One row more than the pane has, and one less.
  const { columns, rows } = layoutOf({ size: LARGE, prompt: null, focus: 'hops', expanded: false }).computer;
  const filled = (lines: number): ExplorerState => {
    const evidence = Array.from({ length: lines }, (_, i) => `line ${i}`);
    const [first] = SAMPLE_COMPARISON.findings;
    return walked(events, LARGE, { verdict: 'differs', findings: [{ ...first!, evidence }] });
  };
  const used = computerView(filled(1), columns).blocks[0]!.to - 1;
  expect(seen(filled(rows - used)).at(-1)).toMatch(/unless it is there on purpose\.$/);
  expect(whole(filled(rows - used + 1))).not.toContain('→');
});

test('closed by hand, the first stays closed', () => {
  expect(whole(pressed(walked(events, LARGE), 'tab', 'enter'))).not.toContain('→');
});

test('opening shows something of the evidence, however long the sentence', () => {
  const [first] = MANY_CAUSES.findings;
  const findings = [{ ...first!, message: 'a long word for it '.repeat(12).trimEnd() }];
  const opened = pressed(walked(events, SMALL, { ...MANY_CAUSES, findings }), 'tab', 'enter');
  expect(seen(opened).join('\n')).toContain('  - 192.0.2.7: no reply');
});

test('Down alone reaches every line and every cause, Up the way back', () => {
  let state = pressed(many, 'tab', 'enter', 'j');
  const { columns, rows } = layoutOf(state).computer;
  const lines = computerLines(state, columns);
  expect(lines.length).toBeGreaterThan(4 * rows);
  const read = (key: string): { heads: Set<string>; lines: Set<number> } => {
    const heads = new Set<string>();
    const shown = new Set<number>();
    for (let press = 0; press < lines.length + 10; press++) {
      heads.add(chosenHead(state).slice(2, 14));
      for (let row = 0; row < rows; row++) shown.add(state.scroll.computer + row);
      state = pressed(state, key);
    }
    return { heads, lines: shown };
  };
  const down = read('down');
  expect(down.heads.size).toBe(4);
  expect(state.scroll.computer).toBe(lines.length - rows);
  expect(down.lines.size + Math.min(...down.lines)).toBe(lines.length);
  const up = read('up');
  expect(up.heads.size).toBe(4);
  expect(up.lines.size).toBe(lines.length);
  expect(state.scroll.computer).toBe(0);
  expect(chosenHead(state)).toContain('RESOLVER_DOWN');
});

test('what is chosen by moving is in sight', () => {
  for (let presses = 0; presses < 4; presses++) {
    const state = pressed(many, 'tab', ...Array.from({ length: presses }, () => 'j'));
    expect(seen(state).some((text) => /^[▸▾]/.test(text))).toBe(true);
  }
});

test('Home, End and pages scroll, and choose a cause that is in sight', () => {
  const end = pressed(many, 'tab', 'G');
  expect(seen(end).join(' ')).toContain('refuses to answer');
  expect(seen(pressed(end, 'g'))[0]).toBe('≠ differs from the walk');
  expect(chosenHead(pressed(end, 'g'))).toContain('RESOLVER_DOWN');
  const page = pressed(many, 'tab', 'pagedown');
  expect(page.scroll.computer).toBe(layoutOf(page).computer.rows - 1);
  expect(seen(page).some((text) => text.startsWith('▸ '))).toBe(true);
});

test('Esc closes what was opened, then leaves the pane', () => {
  const opened = pressed(many, 'tab', 'enter');
  const closed = pressed(opened, 'escape');
  expect(whole(closed)).not.toContain('→');
  expect(closed.focus).toBe('computer');
  expect(pressed(closed, 'escape').focus).toBe('hops');
});

test('without causes the pane scrolls line by line, and Enter chooses a name in it', () => {
  const same = pressed(walked(events, SMALL, { verdict: 'same', findings: [] }), 'tab');
  expect(pressed(same, 'j', 'j').scroll.computer).toBe(2);
  expect(pressed(same, 'j', 'j', 'k').scroll.computer).toBe(1);
  expect(pressed(same, 'enter').link).toMatchObject({ pane: 'computer', question: { name: '10.9.8.7' } });
});

test('nothing is chosen where the keys go elsewhere', () => {
  expect(chosenHead(many)).toBe('');
  expect(pressed(many, 'enter').expanded).toBe(true);
});

test('no line is wider than the pane', () => {
  for (const size of [SMALL, LARGE]) {
    const state = pressed(walked(events, size, MANY_CAUSES), 'tab', 'enter', 'j', 'enter');
    const { columns } = layoutOf(state).computer;
    for (const line of computerLines(state, columns)) expect(lineWidth(line)).toBeLessThanOrEqual(columns);
  }
});
