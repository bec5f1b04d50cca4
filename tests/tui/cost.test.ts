/** What a walk cost, where there is room for all of it and where there is not; and while it goes on. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WalkEvent } from '../../src/resolver/events.ts';
import { layoutOf } from '../../src/tui/drawing/layout.ts';
import { lineWidth, paint } from '../../src/tui/drawing/styled-line.ts';
import { displayWidth } from '../../src/tui/drawing/text-width.ts';
import type { ExplorerState } from '../../src/tui/state.ts';
import { fittedChain } from '../../src/tui/walk/fitted-chain.ts';
import { resultLines } from '../../src/tui/walk/result-lines.ts';
import { pressed, walked } from './explorer-states.ts';
import { sampleEvents } from './sample-session.ts';

const events = sampleEvents();

const result = (state: ExplorerState, columns = 80, rows = 2): string[] =>
  resultLines(state, columns, rows).map((line) => paint(line, false));

test('the slowest link is shown wherever it fits, and of the others as many as do, in their order', () => {
  const link = fc.record({
    text: fc.stringMatching(/^[a-z.]{1,20}$/),
    ms: fc.double({ min: 0, max: 5000, noNaN: true }),
  });
  fc.assert(
    fc.property(
      fc.array(link, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 120 }),
      (links, columns) => {
        const chain = links.map((each, i) => ({ ...each, text: `${i}${each.text}` }));
        const text = fittedChain(chain, (each) => displayWidth(each) <= columns);
        const slowest = chain.toSorted((a, b) => b.ms - a.ms)[0]!;
        const shown = text.split(' → ');
        expect(shown).toContain(slowest.text);
        const kept = shown.filter((each) => each !== '…');
        expect(kept).toEqual(chain.map((each) => each.text).filter((each) => kept.includes(each)));
        const whole = chain.map((each) => each.text).join(' → ');
        if (displayWidth(whole) <= columns) expect(text).toBe(whole);
        else if (kept.length > 1) expect(displayWidth(text)).toBeLessThanOrEqual(columns);
        expect(text).not.toContain('… → …');
      },
    ),
  );
});

test('at 80 columns the slowest link stands, and not where the walk began', () => {
  const [, cost] = result(walked(events));
  expect(cost).toMatch(/^5 zones, 9 queries, 2\.3 s: … → .*example\.net\. 1\.2 s$/);
});

test('with more rows it says what was lost to whom, and all that was waited for', () => {
  const lost = '2.3 s, 40 ms of it lost to 1 silent server';
  const [, totals, chain] = result(walked(events), 120, 3);
  expect(totals).toBe(`5 zones, 9 queries, 412 octets sent, 1290 received, ${lost}`);
  expect(chain).toMatch(/^waited for .*… → example\.net\. 1\.2 s$/);
  const roomy = layoutOf(walked(events, { columns: 80, rows: 60 })).result;
  expect(roomy.rows).toBe(5);
  const lines = result(walked(events), roomy.columns, roomy.rows);
  expect(lines[1]).toContain(lost);
  expect(lines.slice(2).join(' ').replace(/\s+/g, ' ')).toMatch(
    /^waited for \. 12 ms → com\. \(2 queries\) 64 ms → [^…]* → example\.net\. 1\.2 s$/,
  );
});

test('nobody is silent where all reply', () => {
  const replied = events.map((event): WalkEvent => {
    if (event.type !== 'hop' || event.hop.rttMs !== null) return event;
    return { ...event, hop: { ...event.hop, rttMs: 20, outcome: 'servfail' } };
  });
  expect(result(walked(replied), 200, 5).join('\n')).not.toContain('silent');
});

test('while it walks, what it took so far is counted: what is on its way was sent', () => {
  const sent = events.findIndex((event) => event.type === 'query' && event.hop.id === 2);
  const [first] = events.flatMap((event) => (event.type === 'hop' ? [event.hop] : []));
  const { bytesSent, bytesReceived } = first!;
  const asked = events[sent]!;
  if (asked.type !== 'query') throw new Error('not a query');
  const octets = `${bytesSent + asked.hop.query.length} octets sent, ${bytesReceived} received`;
  const state = walked(events.slice(0, sent + 1));
  expect(bytesReceived).toBeGreaterThan(0);
  expect(result(state)[1]).toBe(`2 zones, 2 queries, ${octets}, ${asked.hop.startMs} ms so far`);
  // At an earlier moment, what it had taken until then.
  const earlier = pressed(walked(events), '<', ...Array.from({ length: sent }, () => '.'));
  expect(result(earlier, 200)[1]).toContain(`2 zones, 2 queries, ${octets}, ${asked.hop.startMs} ms so far`);
  expect(result(walked(events.slice(0, 1)))[1]).toBe('0 queries, 0 octets sent, 0 received');
});

test('whatever the room, nothing is wider or higher', () => {
  const state = walked(events);
  const earlier = pressed(state, ',', ',');
  for (const each of [state, earlier, walked(events.slice(0, 9))])
    for (let columns = 40; columns < 220; columns += 3)
      for (const rows of [2, 3, 5]) {
        const lines = resultLines(each, columns, rows);
        expect(lines.length).toBeLessThanOrEqual(rows);
        for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(columns);
      }
});
