/** The tab State: which moment it is about, and what stands in it. */

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WalkEvent } from '../../src/resolver/events.ts';
import { detailTitle, readingLines } from '../../src/tui/detail/reading-lines.ts';
import { lineWidth, paint, type Line } from '../../src/tui/drawing/styled-line.ts';
import { reduce } from '../../src/tui/reducer.ts';
import type { ExplorerState } from '../../src/tui/state.ts';
import { walkIn, HINTS, ROOT_ADDRESS, serving } from '../support/small-internet.ts';
import { pressed, walked } from './explorer-states.ts';
import { longWalk } from './long-walk.ts';
import { sampleEvents } from './sample-session.ts';

const events = sampleEvents();
const textOf = (lines: readonly Line[]): string => lines.map((line) => paint(line, false)).join('\n');
const stateText = (state: ExplorerState, columns = 100): string =>
  textOf(readingLines(state.detail.tab === 'state' ? state : pressed(state, '5'), columns));
const upTo = (matches: (event: WalkEvent) => boolean): ExplorerState =>
  walked(events.slice(0, events.findIndex(matches) + 1));
const isHop =
  (id: number) =>
  (event: WalkEvent): boolean =>
    event.type === 'hop' && event.hop.id === id;

describe('the moment', () => {
  const answered = pressed(walked(events), '5');
  const momentOf = (state: ExplorerState): string => stateText(state).split('\n')[0]!;

  test('is now while the walk goes on, and its end afterwards', () => {
    expect(momentOf(upTo(isHop(3)))).toMatch(/^moment {3}Now, 1\.1 s after it began\.$/);
    expect(momentOf(answered)).toBe('moment   At the end of the walk, 2.3 s after it began.');
    expect(detailTitle(answered)).toMatch(/· at the end$/);
  });

  test('is right after a hop that was chosen by hand, until the newest is chosen again', () => {
    const third = pressed(answered, 'g', 'j', 'j');
    expect(momentOf(third)).toMatch(/^moment {3}Right after hop 3, 1\.1 s after it began\. End in the walk/);
    expect(detailTitle(third)).toMatch(/· after hop 3$/);
    // What it shows is what was known then.
    const then = stateText(upTo(isHop(3)));
    expect(stateText(third).split('\n').slice(1)).toEqual(then.split('\n').slice(1));
    expect(momentOf(pressed(third, 'G'))).toBe(momentOf(answered));
    // To read is not to choose: the newest hop is the end.
    expect(momentOf(pressed(answered, 'tab', 'tab'))).toBe(momentOf(answered));
  });

  test('is that on the screen in time travel, whichever hop is chosen', () => {
    const earlier = pressed(answered, 'g', 'j', '<', '.', '.');
    const { length } = earlier.timeline.told;
    expect(momentOf(earlier)).toMatch(new RegExp(`^moment {3}After event 3 of ${length}, .*> shows now\\.$`));
    expect(detailTitle(earlier)).toMatch(new RegExp(`after event 3 of ${length}$`));
    const then = stateText(walked(events.slice(0, 3)));
    expect(stateText(earlier).split('\n').slice(1)).toEqual(then.split('\n').slice(1));
    expect(momentOf(pressed(earlier, '>', 'G'))).toBe(momentOf(answered));
  });

  test('is where a cancelled walk stopped', () => {
    const cancelled = pressed(upTo(isHop(3)), '5', 'escape');
    expect(momentOf(cancelled)).toMatch(/^moment {3}When the walk was cancelled, 1\.1 s after it began\.$/);
    expect(detailTitle(cancelled)).toMatch(/· when cancelled$/);
  });

  test('before the walk there is nothing, and it says so', () => {
    const lines = stateText(walked([])).split('\n');
    expect(lines.slice(1, 4)).toEqual([
      'step     The walk has not begun.',
      'zone     None chosen yet.',
      'cache: nothing yet',
    ]);
  });
});

test('it tells the step, the questions, the servers and the cache', () => {
  expect(stateText(upTo((event) => event.type === 'query' && event.hop.id === 8)).split('\n')).toEqual([
    'moment   Now, 1.1 s after it began.',
    'step     3. Send them queries until one returns a response.',
    'question edge.example.net. A, target of the alias www.example.com.',
    '         └ ns1.dns-host.org. A: the address of a server of example.net.',
    'zone     dns-host.org. (by the referral of hop 7)',
    'servers of the zone, and what became of asking them',
    '  ns.dns-host.org.  203.0.113.53  glue  hop 8: waiting for the reply',
    'cache: 8 entries, the newest first; a day at most (RFC 2181 8)',
    '  ns.dns-host.org. A        3600 s  glue      hop 7  203.0.113.53',
    '  dns-host.org. NS          3600 s  referral  hop 7  ns.dns-host.org.',
    expect.stringMatching(
      /^ {2}example\.net\. NS +86400 s {2}referral {2}hop 6 {2}ns1\.dns-host\.org\., ns2/,
    ),
    '  www.example.com. CNAME     300 s  answer    hop 5  edge.example.net.',
    expect.stringMatching(/^ {2}ns1\.example\.com\. A +86400 s {2}glue/),
    expect.stringMatching(/^ {2}example\.com\. NS/),
    expect.stringMatching(/^ {2}a\.gtld-servers\.net\. A +86399 s/),
    expect.stringMatching(/^ {2}com\. NS +86399 s/),
    'the algorithm of a resolver (RFC 1034 5.3.3)',
    '  1  See if the answer is in local information, and if so return it to the client.',
    '  2  Find the best servers to ask.',
    '▸ 3  Send them queries until one returns a response.',
    '  4a if the response answers the question or contains a name error, cache the data as well as',
    '     returning it back to the client.',
    '  4b if the response contains a better delegation to other servers, cache the delegation',
    '     information, and go to step 2.',
    '  4c if the response shows a CNAME and that is not the answer itself, cache the CNAME, change the',
    '     SNAME to the canonical name in the CNAME RR and go to step 1.',
    '  4d if the response shows a servers failure or other bizarre contents, delete the server from the',
    '     SLIST and go back to step 3.',
  ]);
});

test('who refused is off the list, who is silent is not', () => {
  expect(stateText(upTo(isHop(4)))).toMatch(/ns1\.example\.com\. .*hop 4: refused in 31 ms, off the list/);
  expect(stateText(upTo(isHop(2)))).toMatch(/a\.gtld-servers\.net\. .*hop 2: timeout$/m);
});

test('with room, the algorithm stands beside the servers and the cache', () => {
  const lines = stateText(pressed(walked(events, { columns: 120, rows: 40 }), '5'), 120).split('\n');
  expect(lines[1]).toMatch(/^question .* │ zone /);
  expect(lines.filter((line) => line.includes('▸ 4a'))).toHaveLength(1);
  expect(new Set(lines.slice(1).map((line) => line.indexOf('│'))).size).toBe(1);
  // Where it has the whole screen, no line of it is cut.
  const open = stateText(pressed(walked(events, { columns: 120, rows: 40 }), '5', 'enter'), 120);
  expect([lines.join('\n').includes('SLIST'), open.includes('SLIST and go back')]).toEqual([false, true]);
});

test('a denial says how long it holds, and a server whose address is sought says so', async () => {
  const world = {
    [ROOT_ADDRESS]: serving({
      '.': 'test NS ns.gone.example.\nexample NS ns.example.\nns.example. A 192.0.2.1\n',
    }),
    '192.0.2.1': serving({ example: '@ NS ns\nns A 192.0.2.1\n' }),
  };
  const { events: told } = await walkIn(world, 'www.test', 'A', { hints: HINTS });
  const sought = told.findIndex(
    (event) => event.type === 'zone' && event.question.name === 'ns.gone.example.',
  );
  expect(stateText(walked(told.slice(0, sought)))).toContain('ns.gone.example.  –    no address yet\n');
  const under = told.findIndex((event) => event.type === 'query' && event.hop.zone === 'example.');
  const nested = stateText(walked(told.slice(0, under)));
  expect(nested).toContain('└ ns.gone.example. ');
  const ended = stateText(walked(told));
  expect(ended).toContain('step     None: the walk has failed.');
  expect(ended).toContain('ns.gone.example.  –    no address was found\n');
  expect(ended).toMatch(
    /ns\.gone\.example\. A +60 s {2}denial {4}hop 3 {2}no such name, says the SOA record of example\./,
  );
});

test('a survey is no line of the algorithm', async () => {
  const world = {
    [ROOT_ADDRESS]: serving({ '.': 'test NS ns.test.\nns.test. A 192.0.2.1\n' }),
    '192.0.2.1': serving({ test: '@ NS ns\nns A 192.0.2.1\nwww A 192.0.2.80\n' }),
  };
  const { events: told } = await walkIn(world, 'www.test', 'A', { survey: true });
  const first = told.findIndex((event) => event.type === 'query' && event.hop.purpose === 'survey');
  expect(stateText(walked(told.slice(0, first + 1)))).toContain(
    'step     None: the walk has its answer, and',
  );
});

test('no text steers the terminal, and every line fits', () => {
  const evil = '\x1b[2J\x9b31m\x07\u202emoc\u200b\r\n';
  const hop = (events.find(isHop(3)) as Extract<WalkEvent, { type: 'hop' }>).hop;
  const server = { name: evil, address: evil, port: 53, source: 'glue' } as const;
  const question = { ...hop.question, name: evil };
  const servers = [{ name: evil.repeat(9), addresses: [{ address: evil, source: 'glue' as const }] }];
  const message = {
    ...hop.message!,
    authorities: hop.message!.authorities.map((each) => ({ ...each, name: evil })),
  };
  const told: WalkEvent[] = [
    { type: 'start', question, at: 0 },
    {
      type: 'zone',
      zone: evil,
      question,
      purpose: 'answer',
      parent: null,
      from: 'cache',
      hop: null,
      servers,
    },
    { type: 'query', hop: { ...hop, question, server, zone: '.' } },
    { type: 'hop', hop: { ...hop, question, server, zone: '.', message } },
    { type: 'alias', hop: null, parent: null, owner: evil, via: 'CNAME', target: evil },
  ];
  const states = told.map((_, i) => pressed(walked(told.slice(0, i + 1)), '5'));
  const all = [...states, ...[2, 5, 9].map((count) => pressed(walked(longWalk(count)), '5'))];
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.integer({ min: 80, max: 200 }), (state, columns) => {
      const lines = readingLines(state, columns);
      expect(textOf(lines)).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(columns);
    }),
  );
  expect(textOf(readingLines(states.at(-1)!, 200))).toContain('\\u{1B}[2J');
});

test('time does not pass by itself: the seconds that are left stand with the moment', () => {
  const state = pressed(walked(events), '5');
  expect(reduce(state, { type: 'tick' })).toBe(state);
});
