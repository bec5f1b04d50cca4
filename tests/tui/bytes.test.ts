/** The tab of the octets: fields and hex bound together, pointers followed and come back from. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Hop } from '../../src/resolver/events.ts';
import { fieldChoice, isOnFields, shownFields } from '../../src/tui/detail/bytes/byte-choice.ts';
import { pointedTo, type Field } from '../../src/tui/detail/bytes/byte-fields.ts';
import { byteLines } from '../../src/tui/detail/bytes/byte-lines.ts';
import { layoutOf } from '../../src/tui/drawing/layout.ts';
import { hexForm, markedHexLines } from '../../src/tui/detail/bytes/marked-hex.ts';
import { pointerChain } from '../../src/tui/detail/bytes/pointer-chain.ts';
import { reduce } from '../../src/tui/reducer.ts';
import { chosenEntry, type ExplorerState } from '../../src/tui/state.ts';
import { lineWidth, paint, type Line } from '../../src/tui/drawing/styled-line.ts';
import { pressed, walked } from './explorer-states.ts';
import { sampleEvents } from './sample-session.ts';

const events = sampleEvents();
const answered = walked(events);
const onFields = pressed(answered, '3', 'enter');
const reply = (chosenEntry(answered)!.hop as Hop).reply!;
const { list } = shownFields(answered)!;
const textOf = (lines: readonly Line[]): string => lines.map((line) => paint(line, false)).join('\n');
const linesOf = (state: ExplorerState): Line[] => byteLines(state, layoutOf(state).message);
const chosenOf = (state: ExplorerState): Field | undefined =>
  shownFields(state)!.list[fieldChoice(state).field];
const down = (count: number): string[] => Array.from({ length: count }, () => 'j');
/** No octet is marked. */
const UNMARKED = {
  start: 0,
  end: 0,
  octet: 0,
  names: [],
  wrong: new Set<number>(),
  owners: new Uint32Array(reply.length),
};
const firstPointer = list.findIndex(({ label }) => label === 'pointer');

/** The state on the fields of these octets instead of the reply. */
function withReply(octets: Uint8Array): ExplorerState {
  const hops = answered.walk.hops.map((entry) =>
    entry.hop.id === 9 ? { ...entry, hop: { ...entry.hop, reply: octets } } : entry,
  );
  return pressed({ ...answered, walk: { ...answered.walk, hops } }, '3', 'enter');
}

test('moves among the fields, not beyond the first and the last', () => {
  expect(isOnFields(onFields)).toBe(true);
  expect(chosenOf(onFields)?.label).toBe('header');
  expect(chosenOf(pressed(onFields, 'j'))).toMatchObject({ label: 'ID', value: '4105' });
  expect(chosenOf(pressed(onFields, 'k'))?.label).toBe('header');
  expect(chosenOf(pressed(onFields, 'G'))).toBe(list.at(-1));
  expect(chosenOf(pressed(onFields, 'G', 'j'))).toBe(list.at(-1));
  expect(chosenOf(pressed(onFields, 'pagedown', 'pageup'))?.label).toBe('header');
  expect(fieldChoice(pressed(onFields, 'pagedown')).field).toBe(13);
  // In the walk the same keys choose a hop.
  const inWalk = pressed(answered, '3', 'k');
  expect([isOnFields(inWalk), inWalk.chosen]).toEqual([false, 6 + 2]);
});

test('marks the octets of the chosen field in the hex and its row in the tree, not by colour alone', () => {
  for (let place = 0; place < list.length; place++) {
    const state = reduce(pressed(onFields, ...down(place)), {
      type: 'resize',
      size: { columns: 80, rows: 60 },
    });
    const text = textOf(linesOf(state));
    const hex = text.replaceAll(/│.*|^(?![\da-f]{4} ).*/gm, '');
    const marked = [...hex.matchAll(/\[([\da-f ›‹]+)\]/g)]
      .map(([, inside]) => inside!.replaceAll(/[ ›‹]/g, ''))
      .join('');
    const { start, end } = list[place]!.span;
    expect(marked).toBe(Buffer.from(reply.subarray(start, end)).toString('hex'));
    expect(text.match(/▸/g)).toHaveLength(1);
    expect(text).toMatch(new RegExp(`▸ +${list[place]!.label} `));
  }
});

test('the hex stays where it is, whichever field is chosen', () => {
  for (const { span } of list) {
    const { start, end } = span;
    const names = span.pointsTo === undefined ? [] : pointerChain(reply, span.pointsTo).pieces;
    const marks = { ...UNMARKED, start, end, octet: start, names, wrong: new Set([start + 1, 20]) };
    const lines = markedHexLines(reply, hexForm(80), marks, { first: 0, count: 99 });
    expect(
      textOf(lines)
        .replaceAll(/[[\]→·›‹✗]/g, ' ')
        .split('\n')
        .map((line) => line.trimEnd()),
    ).toEqual(
      textOf(markedHexLines(reply, hexForm(80), UNMARKED, { first: 0, count: 99 }))
        .split('\n')
        .map((line) => line.trimEnd()),
    );
    for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(hexForm(80).columns);
  }
});

test('a pointer shows where it points, Enter goes there and Backspace comes back', () => {
  const at = pressed(onFields, ...down(firstPointer));
  const text = textOf(linesOf(at));
  expect(text).toContain('→ 0x0c edge.example.net.');
  expect(text).toContain('→04·65·64·67');
  expect(text).toContain('65·03·6e·65·74·00 00');
  expect(text).toContain('pointer 0x22 → 0x0c, 1 jump: edge.example.net.; Enter: there');
  const there = pressed(at, 'enter');
  expect(chosenOf(there)).toMatchObject({ label: 'QNAME', start: 0x0c });
  expect(there.expanded).toBe(true);
  expect(chosenOf(pressed(there, 'backspace'))?.label).toBe('pointer');
  // One way back for each jump, however far one went on from there.
  const second = pressed(there, ...down(20), 'backspace');
  expect(fieldChoice(second)).toMatchObject({ field: firstPointer, octet: 0x22, trail: [] });
  expect(pressed(second, 'backspace')).toMatchObject({ detail: second.detail, shown: second.shown });
  // On any other field Enter has nowhere to go.
  expect(fieldChoice(pressed(there, 'enter')).field).toBe(fieldChoice(there).field);
});

test('a pointer into a name leads to the label, a wrong one to what is there', () => {
  const at = reply.indexOf(0xc0) + 1;
  const into = shownFields(withReply(reply.with(at, 0x11)))!;
  const pointer = into.list.findIndex(({ label }) => label === 'pointer');
  expect(into.list[pointedTo(into, pointer)!]).toMatchObject({
    label: 'label',
    value: '7 example',
    start: 0x11,
  });
  // Octet 3 is the middle of the flags: no field begins there.
  const wrong = shownFields(withReply(reply.with(at, 0x03)))!;
  const place = wrong.list.findIndex(({ span }) => span.pointsTo === 0x03);
  expect(place).toBeGreaterThan(0);
  const { span } = wrong.list[pointedTo(wrong, place)!]!;
  expect([span.start, span.end]).toEqual([2, 4]);
  expect(pointedTo(wrong, 0)).toBeNull();
});

test('another hop, or the reply that comes at last, begins at its first field', () => {
  const moved = pressed(onFields, ...down(5), 'escape', 'k');
  expect(fieldChoice(moved)).toMatchObject({ field: 0, trail: [] });
  const start = events.findIndex(({ type }) => type === 'hop');
  const asking = pressed(walked(events.slice(0, start)), '3', 'enter', ...down(5));
  expect(fieldChoice(asking).field).toBe(5);
  expect(textOf(linesOf(asking))).toContain('QDCOUNT');
  const told = reduce(asking, { type: 'event', serial: 1, event: events[start]! });
  expect(fieldChoice(told).field).toBe(0);
});

test('what is wrong is marked at the smallest field that it is in, and told where that is chosen', () => {
  const cut = withReply(reply.subarray(0, 40));
  const marked = pressed(cut, 'G');
  expect(textOf(linesOf(marked))).toMatch(/^.*│▸✗/m);
  expect(textOf(linesOf(marked))).toMatch(/^✗ [a-z-]+: /m);
  const { list: fields } = shownFields(cut)!;
  expect(fields.filter(({ problems }) => problems.length > 0)).toHaveLength(1);
  expect(textOf(linesOf(withReply(new Uint8Array())))).toBe('There are no octets.');
});

test('any octets and any keys make lines that fit, one field chosen', () => {
  const damaged = fc
    .array(fc.tuple(fc.nat(reply.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
    .map((changes) => changes.reduce((octets, [at, octet]) => octets.with(at, octet), reply));
  const keys = fc.array(
    fc.constantFrom('j', 'k', 'left', 'right', 's', 'pagedown', 'enter', 'backspace', 'G'),
    {
      maxLength: 40,
    },
  );
  const size = fc.record({
    columns: fc.integer({ min: 80, max: 200 }),
    rows: fc.integer({ min: 24, max: 70 }),
  });
  fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 300 }), damaged),
      keys,
      size,
      (octets, names, window) => {
        const state = pressed(reduce(withReply(octets), { type: 'resize', size: window }), ...names);
        const area = layoutOf(state).message;
        const lines = byteLines(state, area);
        expect(lines).toHaveLength(area.rows);
        for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(area.columns);
        expect(textOf(lines)).toMatch(/^[\x20-\x7e\n…▸✗│→·’–›‹]*$/);
        expect(textOf(lines).match(/▸/g)).toHaveLength(1);
      },
    ),
  );
});
