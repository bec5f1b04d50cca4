/** The tabs of the detail pane: the keys between them, and what stands in those that are read as lines. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtAround } from '../../src/capture/built-around.ts';
import { layersText } from '../../src/render/dissection-layers-text.ts';
import { plain } from '../../src/render/style.ts';
import type { DropReason, Hop, Outcome } from '../../src/resolver/events.ts';
import type { RejectionReason } from '../../src/transport/exchange.ts';
import { TABS } from '../../src/tui/detail/detail-tabs.ts';
import { layerLines } from '../../src/tui/detail/layer-lines.ts';
import { rawLines } from '../../src/tui/detail/raw-lines.ts';
import { detailTitle, readingLines } from '../../src/tui/detail/reading-lines.ts';
import { reduce } from '../../src/tui/reducer.ts';
import type { ExplorerState } from '../../src/tui/state.ts';
import { lineWidth, paint, type Line } from '../../src/tui/drawing/styled-line.ts';
import type { HopEntry } from '../../src/tui/walk/walk-state.ts';
import { whyLines } from '../../src/tui/detail/why-lines.ts';
import { DROP_SENTENCES, OUTCOME_SENTENCES, REJECTION_SENTENCES } from '../../src/tui/detail/why-words.ts';
import { pressed, walked } from './explorer-states.ts';
import { sampleEvents } from './sample-session.ts';
import { SURVEYED_WORLD } from './surveyed-world.ts';
import { walkIn } from '../support/small-internet.ts';

const events = sampleEvents();
const answered = walked(events);
const textOf = (lines: readonly Line[]): string => lines.map((line) => paint(line, false)).join('\n');
const tabOf = (state: ExplorerState): string => state.detail.tab;

function entryOf(id: number, change: Partial<Hop> = {}): HopEntry {
  const entry = answered.walk.hops.find(({ hop }) => hop.id === id)!;
  return { ...entry, hop: { ...entry.hop, ...change } };
}

const why = (entry: HopEntry, columns = 200): string => textOf(whyLines(answered.walk, entry, columns));

test('brackets go through the tabs both ways, round the end; a digit opens its tab', () => {
  const ids = TABS.map(({ id }) => id);
  const from = pressed(answered, '1');
  const forth = ids.map((_, i) => tabOf(pressed(from, ...Array.from({ length: i + 1 }, () => ']'))));
  expect(forth).toEqual([...ids.slice(1), ids[0]]);
  const back = ids.map((_, i) => tabOf(pressed(from, ...Array.from({ length: i + 1 }, () => '['))));
  expect(back).toEqual(ids.toReversed());
  expect(ids.map((_, i) => tabOf(pressed(answered, String(i + 1))))).toEqual(ids);
});

test('the open tab stands in brackets, and no other', () => {
  for (const [i, { title }] of TABS.entries()) {
    const heading = detailTitle(pressed(answered, String(i + 1)));
    expect(heading.match(/\[\w+\]/g)).toEqual([`[${title}]`]);
    for (const other of TABS) expect(heading).toContain(other.title);
    const about = title === 'State' ? '· at the end' : 'Hop 9: edge.example.net. at ns1.dns-host.org.';
    expect(heading).toContain(about);
  }
});

test('another tab begins at its first line, and stays open for other hops and the next walk', () => {
  const reading = pressed(answered, 'enter', '4', 'G');
  expect(reading.scroll.message).toBeGreaterThan(0);
  const next = pressed(reading, ']');
  expect([tabOf(next), next.scroll.message]).toEqual(['state', 0]);
  expect(tabOf(pressed(next, 'escape', 'k'))).toBe('state');
  const again = reduce(pressed(next, 'r'), { type: 'started', serial: 2 });
  expect(tabOf(again)).toBe('state');
});

test('while typing, digits and brackets are letters', () => {
  const typing = pressed(answered, '/', '1', ']', '[');
  expect(tabOf(typing)).toBe('message');
  expect(typing.prompt?.before).toBe('1][');
});

test('a survey has no tabs, and keys do not change those of the hops', async () => {
  const surveyed = (await walkIn(SURVEYED_WORLD, 'www.test', 'A', { survey: true })).events;
  const survey = pressed(walked(surveyed), 'G');
  expect(detailTitle(survey)).toMatch(/^Survey of/);
  expect(pressed(survey, ']', '5')).toEqual(survey);
});

test('before the first hop there is a tab bar, and nothing to read of a hop', () => {
  const state = walked(events.slice(0, 1));
  expect(detailTitle(state)).toBe(' Why [Message] Bytes  Layers  State  Servers  Raw ');
  for (const digit of ['1', '2', '3', '4', '6', '7'])
    expect(textOf(readingLines(pressed(state, digit), 80))).toMatch(/will stand here/);
});

test('Why tells the reasoning of a hop', () => {
  expect(why(entryOf(3)).split('\n')).toEqual([
    'server   b.gtld-servers.net. at 2001:db8::30, for the zone com.',
    'why      The next server of com. after a timeout. Its address came beside the referral, as glue (RFC 1034 4.2.1).',
    'asked    www.example.com. IN A, over UDP.',
    'reply    referral, NOERROR after 24 ms: example.com. is delegated to ns1.example.com. and one more',
    `meaning  ${OUTCOME_SENTENCES.referral}`,
    'dropped  www.evil.test. 60 IN A 192.0.2.66: its name is not in the zone that the server was asked about (RFC 5452 6)',
    'ignored  a datagram of 48 octets from 192.0.2.30#53: its ID is not that of the query (RFC 5452 9.1)',
    'next     The zone example.com. is served by ns1.example.com., ns2.example.com.; 2 addresses came as glue.',
    'next     Hop 4 asks ns1.example.com. at 192.0.2.53: the first address of the referral.',
  ]);
});

test('Why tells what follows: an alias, look-ups, the end of a look-up, the end of the walk', () => {
  expect(why(entryOf(2))).toContain('reply    timeout: no reply within 1000 ms');
  expect(why(entryOf(5))).toContain(
    'next     www.example.com. is an alias (CNAME): edge.example.net. is asked for instead.',
  );
  expect(why(entryOf(6))).toMatch(
    /no address came with them\.\nnext {5}Hops 7 to 8 look up what is missing: ns1\.dns-host\.org\. A\.\nnext {5}Hop 9 asks/,
  );
  expect(why(entryOf(7))).toContain('asked    ns1.dns-host.org. IN A, over UDP. This is part of the search');
  expect(why(entryOf(8))).toContain('next     This look-up ends here; it was for hop 6.');
  expect(why(entryOf(9))).toContain('next     The walk ends here, with the status answer.');
});

test('Why has the advice of the catalogue, and findings that it does not know', () => {
  const finding = {
    code: 'SERVER_SILENT',
    severity: 'warning',
    hop: 2,
    message: 'silent',
    rfc: 'RFC 1',
  } as const;
  const text = why({ ...entryOf(2), findings: [finding, { ...finding, code: 'LATER', severity: 'error' }] });
  expect(text).toContain('finding  warning SERVER_SILENT: silent (RFC 1)\n         → Start the server,');
  expect(text).toMatch(/finding {2}error LATER: silent \(RFC 1\)\nnext/);
});

test('Why says that a server need not know the whole question', () => {
  const entry = entryOf(3, { question: { ...entryOf(3).hop.question, name: 'example.com.' } });
  expect(why(entry)).toContain(
    'asked    example.com. IN A, over UDP. What is wanted in the end is www.example.com. IN A: this server need not know (RFC 9156).',
  );
});

test('every outcome and every reason has its sentence', () => {
  for (const [outcome, sentence] of Object.entries(OUTCOME_SENTENCES))
    expect(why(entryOf(3, { outcome: outcome as Outcome }))).toContain(`meaning  ${sentence}`);
  const { dropped, rejected } = entryOf(3).hop as Hop;
  for (const [reason, words] of Object.entries(DROP_SENTENCES))
    expect(why(entryOf(3, { dropped: [{ ...dropped[0]!, reason: reason as DropReason }] }))).toContain(words);
  for (const [reason, words] of Object.entries(REJECTION_SENTENCES))
    expect(why(entryOf(3, { rejected: [{ ...rejected[0]!, reason: reason as RejectionReason }] }))).toContain(
      words,
    );
});

test('a query without a reply has its reasoning and its layers', () => {
  const asking = walked(
    events.slice(
      0,
      events.findIndex(({ type }) => type === 'hop'),
    ),
  );
  const why1 = textOf(readingLines(pressed(asking, '1'), 120));
  expect(why1).toContain('why      The first of the root hints.');
  expect(why1).not.toContain('meaning');
  const layers = textOf(readingLines(pressed(asking, '4'), 120));
  expect(layers).toContain('around the query');
  expect(layers).not.toContain('around the reply');
});

test('Layers are those of dissect --layers, with the addresses of the hop', () => {
  const entry = entryOf(3);
  const { query, reply } = entry.hop as Hop;
  const client = { address: '2001:db8:ffff::fe', port: 49_152 };
  const server = { address: '2001:db8::30', port: 53 };
  const printed = textOf(layerLines(entry, 120)).split('\n');
  for (const [octets, source, destination] of [
    [query, client, server] as const,
    [reply!, server, client] as const,
  ]) {
    const { layers, frames } = builtAround(octets, { source, destination });
    const lines = layersText({ layers, frame: frames[0]!.octets, isBuilt: true }, plain, 120).slice(1);
    const from = printed.indexOf(
      lines[1]!,
      printed.indexOf(
        source === client ? 'around the query (44 octets)' : `around the reply (${reply!.length} octets)`,
      ),
    );
    const wanted = lines.filter((line) => line !== '');
    expect(printed.slice(from, from + wanted.length)).toEqual(wanted);
  }
});

test('Layers of TCP, of what is encrypted, and of what is no address', () => {
  expect(textOf(layerLines(entryOf(3, { transport: 'tcp' }), 120))).toContain('transport: TCP');
  expect(textOf(layerLines(entryOf(3, { transport: 'tls' }), 120))).toContain('It travelled inside TLS');
  const odd = { ...entryOf(3).hop.server, address: '\x1b[2Jnowhere' };
  expect(textOf(layerLines(entryOf(3, { server: odd }), 120))).toContain('192.0.2.53  who sent it');
  for (const length of [0, 65_536])
    expect(textOf(layerLines(entryOf(3, { reply: new Uint8Array(length) }), 120))).toContain(
      'No frame can carry',
    );
  for (const length of [65_508, 65_535])
    expect(textOf(layerLines(entryOf(3, { reply: new Uint8Array(length) }), 120))).toContain(
      'transport: TCP',
    );
});

test('Raw has every octet of both messages', () => {
  const text = textOf(rawLines(entryOf(3)));
  const { query, reply } = entryOf(3).hop as Hop;
  const octets = [...text.matchAll(/^ {2}[\da-f]{4} {2}(.{48})/gm)]
    .map(([, hex]) => hex!.replaceAll(' ', ''))
    .join('');
  expect(octets).toBe(Buffer.concat([reply!, query]).toString('hex'));
});

test('no text steers the terminal, and every line fits, in every tab', () => {
  const evil = '\x1b[2J\x9b31m\x07\u202emoc\u200b\r\n';
  const hostile = entryOf(3, {
    why: evil,
    verdict: evil,
    server: { name: evil, address: evil, port: 53, source: 'glue' },
    next: { zone: evil, nameServers: [evil], glue: 1 },
    rejected: [{ reason: 'wrong-id', octets: new Uint8Array(1), from: evil }],
  });
  const findings = [{ code: evil, severity: 'info', hop: 3, message: evil, rfc: evil }] as const;
  const walk = { ...answered.walk, hops: [{ ...hostile, findings }] };
  const state = { ...answered, walk, chosen: 3 };
  fc.assert(
    fc.property(
      fc.constantFrom('1', '2', '4', '6', '7'),
      fc.integer({ min: 80, max: 200 }),
      (digit, columns) => {
        const lines = readingLines(pressed(state, digit), columns);
        expect(textOf(lines)).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
        for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(columns);
      },
    ),
  );
  expect(textOf(readingLines(pressed(state, '1'), 200))).toContain('\\u{1B}[2J\\u{9B}31m\\u{7}\\u{202E}moc');
});
