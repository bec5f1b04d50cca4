/** The tab of the octets, octet by octet: the way from octets to fields, jumps, bits, and all messages of a hop. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Hop } from '../../src/resolver/events.ts';
import type { RejectionReason } from '../../src/transport/exchange.ts';
import { secondOpinion } from '../../src/render/second-opinion.ts';
import { dissect } from '../../src/message/dissect.ts';
import { fieldChoice, shownFields } from '../../src/tui/detail/bytes/byte-choice.ts';
import { byteLines, fieldRows } from '../../src/tui/detail/bytes/byte-lines.ts';
import { pointerChain } from '../../src/tui/detail/bytes/pointer-chain.ts';
import { messagesOf, shownMessage } from '../../src/tui/detail/bytes/shown-message.ts';
import { layoutOf, type WindowSize } from '../../src/tui/drawing/layout.ts';
import { paint, type Line } from '../../src/tui/drawing/styled-line.ts';
import { reduce } from '../../src/tui/reducer.ts';
import { chosenEntry, type ExplorerState } from '../../src/tui/state.ts';
import { granted } from '../../src/tui/wish/grant.ts';
import { pressed, SMALL, walked } from './explorer-states.ts';
import { sampleEvents } from './sample-session.ts';

const events = sampleEvents();
const textOf = (lines: readonly Line[]): string => lines.map((line) => paint(line, false)).join('\n');
const linesOf = (state: ExplorerState): string => textOf(byteLines(state, layoutOf(state).message));
const times = (count: number, key: string): string[] => Array.from({ length: count }, () => key);
const fieldOf = (state: ExplorerState): string => shownFields(state)!.list[fieldChoice(state).field]!.label;

/** On the octets of the last hop, with another reply or other facts. */
function opened(change: Partial<Hop> = {}, size: WindowSize = SMALL): ExplorerState {
  const state = walked(events, size);
  const hops = state.walk.hops.map((entry) =>
    entry.hop.id === 9 ? { ...entry, hop: { ...entry.hop, ...change } } : entry,
  );
  return pressed({ ...state, walk: { ...state.walk, hops } }, '3', 'enter');
}

/** At 0x0c `a.b.`, at 0x21 `c` and a pointer there, at 0x25 a pointer to that: two jumps. */
const CHAINED = Uint8Array.from(
  Buffer.from(
    [
      '123484000001000200000000', // the header
      '0161016200' + '00010001', // the question: a.b. A
      'c00c' + '0005' + '0001' + '0000003c' + '0004' + '0163c00c', // its alias: c.a.b.
      'c021' + '0001' + '0001' + '0000003c' + '0004' + 'c0000201', // the address of that
    ].join(''),
    'hex',
  ),
);

test('an octet on, and the smallest field around it is the chosen one; and back', () => {
  const state = opened();
  const { octets, list } = shownFields(state)!;
  for (let at = 1; at < octets.length; at++) {
    const there = pressed(state, ...times(at, 'right'));
    const { field, octet } = fieldChoice(there);
    const { span } = list[field]!;
    expect(octet).toBe(at);
    expect([span.start <= at, at < span.end]).toEqual([true, true]);
    const smaller = list.filter(
      ({ span: other, drawing }) =>
        drawing === '' &&
        other.start <= at &&
        at < other.end &&
        other.end - other.start < span.end - span.start,
    );
    expect(smaller).toEqual([]);
  }
  expect(fieldChoice(pressed(state, 'left')).octet).toBe(0);
  expect(fieldChoice(pressed(state, ...times(999, 'right'))).octet).toBe(octets.length - 1);
  expect(fieldOf(pressed(state, ...times(13, 'right'), 'left'))).toBe('label');
  // The flags are octets of their own; their bits are gone through by field.
  expect(fieldOf(pressed(state, 'right', 'right', 'right'))).toBe('flags');
  expect(fieldOf(pressed(state, 'right', 'right', 'j'))).toBe('QR');
});

test('an octet is told in each notation', () => {
  expect(linesOf(pressed(opened(), ...times(0x0d, 'right')))).toContain(
    'octet 0x0d (13)  hex 65  decimal 101  binary 0110 0101  character "e"',
  );
  expect(linesOf(pressed(opened(), ...times(0x22, 'right')))).toContain(
    'octet 0x22 (34)  hex c0  decimal 192  binary 1100 0000  no character',
  );
  const spaced = opened({ reply: (opened().walk.hops.at(-1)!.hop as Hop).reply!.with(0, 0x20) });
  expect(linesOf(spaced)).toContain('hex 20  decimal 32  binary 0010 0000  a space');
});

test('of a field without octets, no octet is told', () => {
  const last = pressed(opened(), 'G');
  expect(fieldOf(last)).toBe('RDATA');
  expect(linesOf(last)).toContain('no octet: the field is empty');
  expect(fieldOf(pressed(last, 'left'))).toBe('RDLENGTH');
});

test('the octet stands between marks in the hex, and comes onto the screen wherever it is', () => {
  expect(linesOf(pressed(opened(), ...times(14, 'right')))).toContain('[04 65›64‹67]');
  const long = opened({ reply: new Uint8Array(65_535).with(60_001, 0xab) });
  // Zeros: a header, and what follows it is one field.
  const there = reduce(pressed(long, 'G'), { type: 'key', press: { name: 'left', text: '' } });
  expect(fieldChoice(there)).toMatchObject({ octet: 0x0b });
  expect(linesOf(pressed(long, ...times(0x123, 'right')))).toMatch(/^0120[ [].*›00‹/m);
});

test('only what can be seen is drawn of the longest message', () => {
  const count = 4_000;
  const head = `123484000001${count.toString(16).padStart(4, '0')}00000000`;
  const record = 'c00c000100010000003c0004c0000201';
  const octets = Uint8Array.from(Buffer.from(`${head}01610000010001${record.repeat(count)}`, 'hex'));
  const state = pressed(opened({ reply: octets }, { columns: 120, rows: 40 }), 'G');
  const { message } = layoutOf(state);
  expect(shownFields(state)!.list.length).toBeGreaterThan(30_000);
  const lines = byteLines(state, message);
  expect(lines).toHaveLength(message.rows);
  expect(textOf(lines.slice(0, fieldRows(message)))).toContain('▸');
  expect(linesOf(state)).toContain(`octet 0x${(octets.length - 4).toString(16)}`);
});

test('a chain of pointers is shown from its first jump to its last, and each place it leads to', () => {
  expect(pointerChain(CHAINED, 0x21)).toEqual({
    targets: [0x21, 0x0c],
    pieces: [
      { start: 0x21, end: 0x25 },
      { start: 0x0c, end: 0x11 },
    ],
  });
  const state = opened({ reply: CHAINED });
  const pointer = shownFields(state)!.list.findLastIndex(({ label }) => label === 'pointer');
  const text = linesOf(pressed(state, ...times(pointer, 'j')));
  expect(text).toContain('pointer 0x25 → 0x21 → 0x0c, 2 jumps: c.a.b.; Enter: there');
  expect(text).toContain('0x25 → 0x21 c.a.b.');
  expect(text).toContain('→01·61·01');
  expect(text).toContain('→01·63·c0·0c[c0‹21]');
  // The name as a whole leads there too.
  const name = pressed(state, ...times(pointer - 1, 'j'));
  expect(fieldOf(name)).toBe('NAME');
  expect(linesOf(name)).toContain('2 jumps');
  expect(fieldChoice(pressed(name, 'enter')).octet).toBe(0x21);
});

test('whatever octets there are, a chain ends, and in the message', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 80 }), fc.nat(100), (octets, target) => {
      const { targets, pieces } = pointerChain(octets, target);
      expect(new Set(targets).size).toBe(targets.length);
      for (const { start, end } of pieces) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(octets.length);
      }
    }),
  );
  expect(pointerChain(Uint8Array.from([0xc0, 0x00]), 0).targets).toEqual([0]);
});

test('flags are a row of bits, the chosen one in brackets, in the header and in EDNS', () => {
  const state = opened();
  const labels = shownFields(state)!.list.map(({ label }) => label);
  const at = (label: string): string => linesOf(pressed(state, ...times(labels.indexOf(label), 'j')));
  expect(at('flags')).toMatch(
    /^ QR +OPCODE +AA +TC +RD +RA +Z +AD +CD +RCODE *\n 1 +0000 +1 +0 +0 +0 +0 +0 +0 +0000 *$/m,
  );
  expect(at('RCODE')).toMatch(/\[RCODE\] *\n.*\[0000\] *$/m);
  expect(at('DO')).toMatch(/^\[DO\] +Z *\n\[0\] +000000000000000 *$/m);
  expect(at('QTYPE')).not.toMatch(/RCODE *\n/);
  // In a low pane the row is one line.
  expect(linesOf(pressed(state, 'escape', 'tab', 'tab', 'j', 'j', 'j'))).toContain(
    '[QR]=[1] OPCODE=0000 AA=1',
  );
});

test('s goes through the reply, the query and the datagrams that were ignored', () => {
  const ignored = new Uint8Array(20).with(1, 7);
  const state = opened({ rejected: [{ reason: 'wrong-id', octets: ignored, from: '192.0.2.1#53' }] });
  const titles = [0, 1, 2, 3].map((count) => shownMessage(pressed(state, ...times(count, 's')))!.title);
  expect(titles).toEqual(['reply', 'query', 'ignored datagram', 'reply']);
  const datagram = pressed(state, 's', 's', 'j');
  expect(fieldOf(datagram)).toBe('ID');
  expect(linesOf(datagram)).toContain('✗ not taken for the reply: its ID is not that of the query');
  expect(linesOf(pressed(state, 's', 's', 'G'))).toMatch(/^0000 ✗00✗07 00/m);
  // Another hop begins with its reply, and so does this one when one comes back.
  const hop = pressed(state, 's', 'escape', 'k');
  expect(shownMessage(hop)!.title).toBe('reply');
  expect(pressed(walked(events), 's')).toEqual(walked(events));
});

test('each reason for ignoring a datagram is said at a field of it', () => {
  const reasons: readonly RejectionReason[] = [
    'wrong-source',
    'too-short',
    'wrong-id',
    'not-a-response',
    'wrong-opcode',
    'wrong-question',
    'wrong-case',
    'wrong-cookie',
    'no-cookie',
  ];
  for (const reason of reasons) {
    // A copy: what is known of octets is kept for these octets.
    const octets = (chosenEntry(opened())!.hop as Hop).reply!.slice();
    const state = pressed(opened({ rejected: [{ reason, octets, from: '192.0.2.1#53' }] }), 's', 's');
    const said = shownFields(state)!.list.filter(({ problems }) => problems.length > 0);
    expect(said).toHaveLength(1);
    expect(said[0]!.problems[0]).toMatch(/^not taken for the reply: /);
    if (reason === 'wrong-id') expect(said[0]!.label).toBe('ID');
    if (reason === 'wrong-question') expect(said[0]!.label).toBe('question');
  }
});

test('a cookie that is not ours is marked in its option', () => {
  const cookie = '000c000a00081122334455667788';
  const octets = Buffer.from(`1234840000010000000000010161000001000100002904d000000000${cookie}`, 'hex');
  const rejected = [
    { reason: 'wrong-cookie', octets: Uint8Array.from(octets), from: '192.0.2.1#53' } as const,
  ];
  const state = pressed(opened({ rejected }), 's', 's');
  const { list, wrong } = shownFields(state)!;
  const place = list.findIndex(({ problems }) => problems.length > 0);
  expect(list[place]).toMatchObject({ label: 'client', value: '1122334455667788' });
  expect([...wrong]).toEqual(Array.from({ length: 8 }, (_, i) => list[place]!.start + i));
});

test('a click on an octet chooses the smallest field around it', () => {
  const state = opened();
  const { left, top } = layoutOf(state).message;
  // The second octets of the second and the third line.
  const clicked = reduce(state, { type: 'mouse', event: { kind: 'press', column: left + 10, row: top + 2 } });
  expect([fieldOf(clicked), fieldChoice(clicked).octet]).toEqual(['NSCOUNT', 0x08]);
  const third = reduce(state, { type: 'mouse', event: { kind: 'press', column: left + 10, row: top + 3 } });
  expect([fieldOf(third), fieldChoice(third).octet]).toEqual(['label', 0x11]);
});

test('where there is much room, the octets stand there as characters too', () => {
  const text = linesOf(opened({}, { columns: 200, rows: 60 }));
  expect(text).toMatch(/^0010 .* e\.example\.net\.\.\.│/m);
  expect(linesOf(opened({}, { columns: 120, rows: 40 }))).not.toContain('e.example.net...');
});

test('dns-packet is asked once a message is shown, and not before', () => {
  expect(walked(events).wish).toBeNull();
  const state = opened();
  const wish = state.wish!.wish;
  expect(wish).toEqual({ kind: 'second-opinion', octets: shownMessage(state)!.octets });
  expect(pressed(state, 'j', 'right', 'k').wish).toBe(state.wish);
  expect(pressed(state, 's').wish).not.toBe(state.wish);
});

test('dns-packet reads the same, otherwise or not at all, and each is told', async () => {
  const ports = { tellTerminal: () => undefined, writeFile: undefined, worlds: undefined };
  const told = async (reply?: Uint8Array): Promise<string> => {
    const state = opened(reply ? { reply } : {});
    return linesOf(reduce(state, await granted(state.wish!.wish, state, ports)));
  };
  expect(await told()).toMatch(/^dns-packet reads the same$/m);
  const cut = (chosenEntry(opened())!.hop as Hop).reply!.subarray(0, 40);
  const { verdict } = secondOpinion(cut, dissect(cut).message);
  expect(verdict).not.toBe('agrees');
  expect(await told(cut)).toMatch(/^≠ dns-packet (refuses|fails on) the message: .*/m);
  const extra = Uint8Array.from([...(chosenEntry(opened())!.hop as Hop).reply!, 1, 2, 3]);
  expect(await told(extra)).toMatch(/^≠ dns-packet reads otherwise: octets read: here 80, there 77$/m);
  // What comes after one has turned to another message says nothing.
  const state = opened();
  const late = await granted(state.wish!.wish, state, ports);
  expect(linesOf(reduce(pressed(state, 's'), late))).not.toContain('dns-packet');
});

test('an opinion can be had of any octets', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (octets) => {
      expect(secondOpinion(octets, dissect(octets).message).decoder).toBe('dns-packet');
    }),
  );
});

test('the messages of a hop that waits are its query alone', () => {
  const start = events.findIndex(({ type }) => type === 'hop');
  const asking = pressed(walked(events.slice(0, start)), '3');
  expect(messagesOf(chosenEntry(asking)!).map(({ title }) => title)).toEqual(['query']);
  expect(pressed(asking, 's').notice?.text).toContain('only the query');
});
