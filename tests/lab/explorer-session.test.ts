/** What the explorer explores: the worlds of the lab with what was chosen, and the servers that were typed. */

import { afterAll, expect, test } from 'vitest';
import { explorerSession, wishesOf } from '../../src/cli/explorer-session.ts';
import type { WalkFlags } from '../../src/cli/options.ts';
import { decode } from '../../src/message/decode.ts';
import type { WalkEvent } from '../../src/resolver/events.ts';
import { PLAIN_WISHES, type WalkWishes } from '../../src/tui/options/walk-wishes.ts';

const flags: WalkFlags = { system: false, color: 'never' };
const over = new AbortController();
const session = explorerSession(flags, over.signal);
afterAll(() => session.close());

async function eventsIn(place: string, wishes: Partial<WalkWishes>): Promise<WalkEvent[]> {
  const world = (await session.worlds!()).find(({ name }) => name === place);
  if (!world || 'error' in world) throw new Error(`no world ${place}`);
  const request = { ...world.question, place, wishes: { ...PLAIN_WISHES, system: false, ...wishes } };
  const started = await session.start(request, over.signal);
  if ('error' in started) throw new Error(started.error);
  const events: WalkEvent[] = [];
  for await (const event of started.events) events.push(event);
  return events;
}
const hasSurvey = (events: readonly WalkEvent[]): boolean => events.some(({ type }) => type === 'survey');
const queries = (events: readonly WalkEvent[]): string[] =>
  events.flatMap((event) =>
    event.type === 'query' && event.hop.purpose === 'answer'
      ? decode(event.hop.query).questions.map(({ name }) => name)
      : [],
  );

test('a world asks in its own way, unless it is chosen otherwise, on or off', async () => {
  expect(await session.ready('serial-drift')).toMatchObject({ habits: { survey: true } });
  expect(hasSurvey(await eventsIn('serial-drift', {}))).toBe(true);
  expect(hasSurvey(await eventsIn('serial-drift', { survey: false }))).toBe(false);
  expect(queries(await eventsIn('internet', {})).join('')).not.toMatch(/[A-Z]/);
  expect(queries(await eventsIn('internet', { mixCase: true })).join('')).toMatch(/[A-Z]/);
  const short = queries(await eventsIn('denied-above', {}));
  const long = queries(await eventsIn('denied-above', { minimise: false }));
  expect(short[0]!.length).toBeLessThan(long[0]!.length);
}, 20_000);

test('the reply size and the client subnet are in the queries', async () => {
  const subnet = { family: 1, sourcePrefixLength: 24, scopePrefixLength: 0, address: '192.0.2.0' };
  const events = await eventsIn('internet', { bufsize: 700, subnet });
  const asked = events.flatMap((event) => (event.type === 'query' ? [decode(event.hop.query)] : []));
  expect(asked.length).toBeGreaterThan(2);
  for (const { edns } of asked) {
    expect(edns?.udpPayloadSize).toBe(700);
    expect(JSON.stringify(edns?.options)).toContain('"address":"192.0.2.0"');
  }
});

test('servers are checked where they are to be asked', async () => {
  const check = (servers: string[], place: string): Promise<string | null> =>
    session.checkServers!(servers, place);
  expect(await check(['192.0.2.53', '[2001:db8::1]:5353', 'a.root-servers.net'], 'internet')).toBeNull();
  expect(await check(['192.0.2.53', 'nowhere.test'], 'internet')).toBe(
    'the lab knows no root server nowhere.test: give an address',
  );
  expect(await check(['192.0.2.53#0'], 'internet')).toMatch(/^"192\.0\.2\.53#0" is no server: /);
  expect(await check(['192.0.2.53'], 'interne')).toMatch(/did you mean internet/);
});

test('the options of the command line are what the explorer begins with', () => {
  expect(wishesOf({ ...flags, system: true }, [])).toEqual(PLAIN_WISHES);
  const servers = ['@192.0.2.1', '@a.test', '@192.0.2.1'];
  expect(wishesOf({ ...flags, all: true, bufsize: 600 }, servers)).toEqual({
    ...PLAIN_WISHES,
    system: false,
    survey: true,
    bufsize: 600,
    resolvers: ['192.0.2.1', 'a.test'],
  });
});
