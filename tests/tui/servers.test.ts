/** The tab Servers: whom the zone of the chosen hop has, what each said, and how they compare once all were asked. */

import { expect, test } from 'vitest';
import { zoneServerLines } from '../../src/tui/detail/servers/zone-server-lines.ts';
import { serversOfZone } from '../../src/tui/detail/servers/zone-servers.ts';
import { readingLines } from '../../src/tui/detail/reading-lines.ts';
import { lineWidth, paint, type Line } from '../../src/tui/drawing/styled-line.ts';
import { chosenEntry, type ExplorerState } from '../../src/tui/state.ts';
import { ROOT_ADDRESS, serving, walkIn } from '../support/small-internet.ts';
import { pressed, walked } from './explorer-states.ts';
import { sampleEvents } from './sample-session.ts';
import { LAME, SURVEYED_WORLD } from './surveyed-world.ts';

const answered = walked(sampleEvents());
const textOf = (lines: readonly Line[]): string => lines.map((line) => paint(line, false)).join('\n');
const linesOf = (state: ExplorerState, columns = 100): string =>
  textOf(zoneServerLines(state, chosenEntry(state)!, columns));
/** On the second hop of the sample: a server of com. that was silent. */
const onCom = pressed(answered, 'g', 'j', '6');

test('lists the servers of the zone with what each said, the chosen hop marked', () => {
  const lines = linesOf(onCom).split('\n');
  expect(lines[0]).toMatch(
    /^zone {5}com\. \(by the referral of hop 1\): 2 servers, 2 addresses, 2 of them asked$/,
  );
  expect(lines).toContainEqual(
    expect.stringMatching(/^▸ a\.gtld-servers\.net\. {2}192\.0\.2\.30 +glue {2}hop 2 ! timeout$/),
  );
  expect(lines).toContainEqual(
    expect.stringMatching(/^ {2}b\.gtld-servers\.net\. {2}2001:db8::30 +glue {2}hop 3 → referral in 24 ms$/),
  );
  expect(linesOf(pressed(onCom, 'j'))).toMatch(/^▸ b\.gtld/m);
  expect(textOf(readingLines(onCom, 100))).toBe(lines.join('\n'));
});

test('a server that is not asked, or that has no address, is listed all the same', async () => {
  const delegation = 'test NS ns1.test.\ntest NS ns2.test.\ntest NS ns.elsewhere.example.\n';
  const glue = 'ns1.test A 192.0.2.10\nns2.test A 192.0.2.11\n';
  const { events } = await walkIn(
    {
      [ROOT_ADDRESS]: serving({ '.': `${delegation}${glue}` }),
      '192.0.2.10': serving({ test: '@ NS ns1\nns1 A 192.0.2.10\nwww A 192.0.2.80\n' }),
    },
    'www.test',
    'A',
  );
  const lines = linesOf(walked(events)).split('\n');
  expect(lines[0]).toContain('3 servers, 2 addresses, 1 of them asked');
  expect(lines).toContainEqual(
    expect.stringMatching(/^▸ ns1\.test\. +192\.0\.2\.10 +glue {2}hop 2 ✓ answer in /),
  );
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}ns2\.test\. +192\.0\.2\.11 +glue {2}not asked$/));
  expect(lines).toContainEqual(
    expect.stringMatching(/^ {2}ns\.elsewhere\.example\. +– +no address is known$/),
  );
  // While the query is on its way, nothing was said yet.
  const asking = events.findIndex((event) => event.type === 'query' && event.hop.zone === 'test.');
  expect(linesOf(walked(events.slice(0, asking + 1)))).toMatch(/192\.0\.2\.10 +glue {2}hop 2 … asking…/);
});

test('every hop of a zone stands at the server that it asked, once', () => {
  const zones = new Set(answered.walk.hops.map(({ hop }) => hop.zone));
  for (const zone of zones) {
    const ids = serversOfZone(answered, zone).servers.flatMap(({ addresses }) =>
      addresses.flatMap(({ asked }) => asked.map(({ hop }) => hop.id)),
    );
    const hops = answered.walk.hops.filter(({ hop }) => hop.zone === zone).map(({ hop }) => hop.id);
    expect(ids).toHaveLength(hops.length);
    expect(new Set(ids)).toEqual(new Set(hops));
  }
});

test('says how to ask all of them; once they were asked, how they compare, the odd cell marked', async () => {
  expect(linesOf(onCom)).toContain('o, then survey; in the shell --all.');
  const { events } = await walkIn(SURVEYED_WORLD, 'www.test', 'A', { survey: true });
  const text = linesOf(walked(events), 120);
  expect(text).not.toContain('--all');
  expect(text).toMatch(/ns2\.test\. .* differs .* ≠ 2025010101 /);
  expect(text).toMatch(new RegExp(`ns3\\.test\\. +${LAME} .* lame`));
});

test('no line is too long, at any width', () => {
  for (let columns = 40; columns <= 200; columns++)
    for (const line of zoneServerLines(onCom, chosenEntry(onCom)!, columns))
      expect(lineWidth(line)).toBeLessThanOrEqual(columns);
});
