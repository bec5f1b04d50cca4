/** What stands in the panes: the message of a hop, this computer's answer, the result. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Verdict } from '../../src/compare/comparison.ts';
import type { Hop } from '../../src/resolver/events.ts';
import { computerLines } from '../../src/tui/computer/computer-lines.ts';
import { titleLine } from '../../src/tui/drawing/frame-lines.ts';
import { promptLines } from '../../src/tui/prompt/prompt-lines.ts';
import { messageLines } from '../../src/tui/detail/message-lines.ts';
import { promptOf } from '../../src/tui/prompt/prompt.ts';
import { rawLines } from '../../src/tui/detail/raw-lines.ts';
import { initialState } from '../../src/tui/first-state.ts';
import { hopLines } from '../../src/tui/walk/hop-lines.ts';
import { resultLines, statusOf } from '../../src/tui/walk/result-lines.ts';
import { lineWidth, paint, type Line } from '../../src/tui/drawing/styled-line.ts';
import type { HopEntry } from '../../src/tui/walk/walk-state.ts';
import { pressed, walked } from './explorer-states.ts';
import { sampleEvents } from './sample-session.ts';

const events = sampleEvents();
const answered = walked(events);
const textOf = (lines: readonly Line[]): string => lines.map((line) => paint(line, false)).join('\n');

function entryOf(id: number, change: Partial<Hop> = {}): HopEntry {
  const entry = answered.walk.hops.find(({ hop }) => hop.id === id)!;
  return { ...entry, hop: { ...entry.hop, ...change } };
}

test('shows everything of a message, and what was not believed', () => {
  const text = textOf(messageLines(entryOf(3), 120));
  expect(text).toContain('server   b.gtld-servers.net. 2001:db8::30 (glue), udp, 24 ms, for the zone com.');
  expect(text).toContain('reply    NOERROR, flags qr, QUERY, id 4099');
  expect(text).toContain('next     example.com. at ns1.example.com. ns2.example.com., 2 addresses of glue');
  expect(text).toContain('additional (2)\n  ns1.example.com. 172800 IN A 192.0.2.53');
  expect(text).toContain('not believed (1)\n  out-of-bailiwick: www.evil.test. 60 IN A 192.0.2.66');
  expect(text).toContain(
    'query    flags none, QUERY, id 4099, 44 octets\nEDNS     version 0, payload 1232\nquestion (1)\n  www.example.com. IN A',
  );
  expect(text).toContain('wrong-id: 48 octets from 192.0.2.30#53');
});

const at = (address: string): Hop['server'] => ({
  name: 'ns.test.',
  address,
  port: 5353,
  source: 'option',
});

test('an address with a port of its own shows it', () => {
  expect(textOf(messageLines(entryOf(1, { server: at('192.0.2.1') }), 120))).toContain(
    '192.0.2.1:5353 (option)',
  );
  expect(textOf(messageLines(entryOf(1, { server: at('2001:db8::1') }), 120))).toContain(
    '[2001:db8::1]:5353',
  );
});

test('a reply that is no message shows what is wrong and its octets', () => {
  const entry = entryOf(1, { outcome: 'malformed', reply: Uint8Array.of(1, 2, 3) });
  const text = textOf(messageLines(entry, 80));
  expect(text).toContain('reply    no DNS message');
  expect(text).toContain('problem ');
  expect(textOf(rawLines(entry))).toContain('octets of the reply (3)\n  0000  01 02 03');
});

test('any octets make lines that fit, all of printable ASCII', () => {
  const genuine = entryOf(3).hop as Hop;
  const damaged = fc
    .tuple(fc.nat(genuine.reply!.length - 1), fc.nat(255))
    .map(([at, octet]) => genuine.reply!.with(at, octet));
  fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ maxLength: 600 }), damaged),
      fc.integer({ min: 80, max: 200 }),
      (reply, columns) => {
        const lines = messageLines(entryOf(3, { reply }), columns);
        for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(columns);
        expect(textOf(lines)).toMatch(/^[\x20-\x7e\n…–]*$/);
      },
    ),
  );
});

test.each<[Verdict, string]>([
  ['same', '= same answer as the walk'],
  ['differs', '≠ differs from the walk'],
  ['one-sided', '≠ one-sided: only one of the two has an answer'],
  ['unavailable', '? unavailable: nothing to compare'],
])('the verdict %s is said in words', (verdict, words) => {
  const state = { ...answered, walk: { ...answered.walk, comparison: { verdict, findings: [] } } };
  expect(textOf(computerLines(state, 60))).toContain(words);
});

test('shows where this computer has its answer from', () => {
  const text = textOf(computerLines(answered, 60));
  expect(text).toContain('source   hosts, 1.4 ms\naddress  10.9.8.7\ntried    www.example.com.');
  expect(text).toContain('evidence /etc/hosts:3\n');
  expect(text).toContain('10.9.8.7 www.example.com  # staging');
  expect(text).toContain('warning LAME: ns1.example.com. is listed');
});

test('shows what each name server said and each source would say, and what else there is to know', () => {
  const text = textOf(computerLines(answered, 200));
  expect(text).toContain(
    [
      'note     /etc/nsswitch.conf cannot be read',
      '',
      'name servers asked',
      '• 127.0.0.53 listed, systemd-resolved: NXDOMAIN, flags qr rd ra, 1.1 ms, extended error 15 (Blocked): on purpose',
      '• 192.0.2.153#5300 upstream: no reply within 5.0 s',
      '',
      'sources of nsswitch.conf',
      '• files: 10.9.8.7',
      '• dns: not found (no such name) [NOTFOUND=return]',
    ].join('\n'),
  );
});

test('a server’s lowest TTL and the version that it tells stand in its line', () => {
  const { system, ending } = answered.walk;
  const [server] = system!.servers!;
  const identity = { nsid: null, version: 'example 1.0', id: null };
  const said = {
    ...server!,
    program: null,
    identity,
    rcode: 0,
    extendedErrors: [],
    answers: ending!.answers,
  };
  const walk = { ...answered.walk, system: { ...system!, servers: [said] } };
  expect(textOf(computerLines({ ...answered, walk }, 200))).toContain(
    '• 127.0.0.53 listed, example 1.0: NOERROR, flags qr rd ra, TTL 60 s, 1.1 ms\n',
  );
});

test('an older trace, without voices, has the order and the servers of the settings', () => {
  const { servers: _, sourceAnswers: __, ...older } = answered.walk.system!;
  const text = textOf(computerLines({ ...answered, walk: { ...answered.walk, system: older } }, 60));
  expect(text).toContain('asked    127.0.0.53#53 NOERROR\n');
  expect(text).toContain('order    files dns\nservers  127.0.0.53\n');
  expect(text).not.toContain('name servers asked');
  expect(text).not.toContain('sources of');
});

test('other answers than addresses stand in the result with their type', () => {
  const answers = answered.walk.ending!.answers.slice(0, 1);
  const state = {
    ...answered,
    walk: { ...answered.walk, ending: { ...answered.walk.ending!, answers, aliases: [] } },
  };
  const asked = { ...state.walk.question!, type: 5 };
  const text = textOf(resultLines({ ...state, walk: { ...state.walk, question: asked } }, 80, 2));
  expect(text).toContain('✓ answer  CNAME edge.example.net.');
});

test('a long answer is cut where the result has no more rows', () => {
  const answers = Array.from({ length: 40 }, () => answered.walk.ending!.answers[1]!);
  const state = { ...answered, walk: { ...answered.walk, ending: { ...answered.walk.ending!, answers } } };
  const lines = resultLines(state, 80, 3);
  expect(lines).toHaveLength(3);
  expect(textOf(lines)).toMatch(/ …\n5 zones, 9 queries/);
});

test('a long question leaves room for the state, a long input for the cursor', () => {
  const name = `${'a'.repeat(63)}.${'b'.repeat(63)}.test.`;
  const state = { ...answered, walk: { ...answered.walk, question: { ...answered.walk.question!, name } } };
  const title = titleLine(state, 80);
  expect(lineWidth(title)).toBe(80);
  expect(paint(title, false)).toMatch(/… ✓ answer $/);
  const { lines, cursor } = promptLines(answered, promptOf(name, null), 80);
  expect(cursor).toBeLessThan(80);
  expect(paint(lines[0]!, false)).toContain('bbb.test.');
});

test('until the first walk has its network, it is starting, and nobody is told to ask', () => {
  const initial = { name: 'www.example.com', type: 'A' };
  const state = initialState({ title: 'rootwalk', size: { columns: 80, rows: 24 }, initial });
  expect(statusOf(state).text).toBe('… starting');
  expect(textOf(hopLines(state, { columns: 80, rows: 8 }))).toBe('Starting …');
  const idle = pressed(initialState({ ...state, initial: undefined }), 'escape');
  expect(statusOf(idle).text).toBe('ready');
  expect(textOf(hopLines(idle, { columns: 80, rows: 8 }))).toMatch(
    /^Nothing is asked yet\.\n\n {2}\/ {2}asks for a name\n {2}l {2}lab worlds.*\n {2}\? {2}all keys$/,
  );
  // With the input line open, what to type, and the way into the lab from there.
  const first = initialState({ title: 'rootwalk', size: { columns: 80, rows: 24 }, initial: undefined });
  expect(textOf(hopLines(first, { columns: 80, rows: 8 }))).toMatch(
    /^Type a name[^]*\n {2}example\.com MX {2}walks[^]*\n {2}Ctrl-O {10}lab worlds[^]*\n {2}Esc \?/,
  );
  expect(pressed(first, 'ctrl+o')).toMatchObject({ prompt: null, menu: { name: 'worlds' } });
  // As the keys are for this person.
  const keys = first.keys.filter(({ command }) => command !== 'worlds' && command !== 'help');
  expect(textOf(hopLines({ ...first, keys }, { columns: 80, rows: 8 }))).not.toMatch(/lab|keys|Esc/);
});
