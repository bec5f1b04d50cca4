/** Whatever octets come as a reply or a datagram: every tab shows them, in lines that fit, and nothing unescaped. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Hop } from '../../src/resolver/events.ts';
import type { RejectionReason } from '../../src/transport/exchange.ts';
import { byteLines } from '../../src/tui/detail/bytes/byte-lines.ts';
import { isShowingFields } from '../../src/tui/detail/bytes/byte-choice.ts';
import { TABS } from '../../src/tui/detail/detail-tabs.ts';
import { detailTitle, readingLines } from '../../src/tui/detail/reading-lines.ts';
import { layoutOf } from '../../src/tui/drawing/layout.ts';
import { lineWidth, paint, type Line } from '../../src/tui/drawing/styled-line.ts';
import { reduce } from '../../src/tui/reducer.ts';
import type { ExplorerState } from '../../src/tui/state.ts';
import { pressed, walked } from './explorer-states.ts';
import { sampleEvents } from './sample-session.ts';

const answered = walked(sampleEvents());
const { reply } = answered.walk.hops.at(-1)!.hop as Hop;
const REASONS: readonly RejectionReason[] = ['wrong-id', 'too-short', 'wrong-question', 'wrong-cookie'];

/** The reply with some octets changed, cut off or put in: near enough to a message to get far. */
const damaged = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(reply!.length - 1), fc.nat(255)), { maxLength: 6 }),
    fc.nat(reply!.length),
    fc.uint8Array({ maxLength: 40 }),
  )
  .map(([changes, cut, more]) => {
    const changed = changes.reduce((octets, [at, octet]) => octets.with(at, octet), reply!);
    return Uint8Array.from([...changed.subarray(0, cut), ...more, ...changed.subarray(cut)]);
  });
const octets = fc.oneof(fc.uint8Array({ maxLength: 120 }), damaged);
const hostile = fc.record({
  reply: octets,
  query: octets,
  ignored: octets,
  reason: fc.constantFrom(...REASONS),
});
const window = fc.record({
  columns: fc.integer({ min: 40, max: 210 }),
  rows: fc.integer({ min: 12, max: 70 }),
});
const keys = fc.array(
  fc.constantFrom('j', 'right', 's', 'enter', 'backspace', 'G', 'left', 'pagedown', 'y', 'e'),
  {
    maxLength: 12,
  },
);

function linesOf(state: ExplorerState): readonly Line[] {
  const { message } = layoutOf(state);
  return isShowingFields(state) ? byteLines(state, message) : readingLines(state, message.columns);
}

test('any octets, any keys, any size', () => {
  fc.assert(
    fc.property(hostile, window, keys, ({ ignored, reason, ...messages }, size, names) => {
      const rejected = [{ reason, octets: ignored, from: '192.0.2.1#53' }];
      const hops = answered.walk.hops.map((entry) =>
        entry.hop.id === 9 ? { ...entry, hop: { ...entry.hop, ...messages, rejected } } : entry,
      );
      const state = reduce({ ...answered, walk: { ...answered.walk, hops } }, { type: 'resize', size });
      for (const [i, { title }] of TABS.entries()) {
        const open = pressed(state, String(i + 1), 'enter', ...names);
        const { columns } = layoutOf(open).message;
        expect(detailTitle(open)).toContain(title);
        for (const line of linesOf({ ...open, page: null })) {
          expect(lineWidth(line)).toBeLessThanOrEqual(columns);
          expect(paint(line, false)).not.toMatch(/\p{Cc}|\p{Cf}/u);
        }
      }
    }),
    { numRuns: 60 },
  );
});
