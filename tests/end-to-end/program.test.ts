/** The program as people and scripts meet it: its text, its document, its exit status, its manners in a pipe. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openInternet } from './internet.ts';
import type { Namespace } from './namespace.ts';
import { cannotRunHere } from './requirements.ts';
import { PROGRAM, rootwalk, traceJson } from './rootwalk.ts';

describe.skipIf(cannotRunHere('program'))('the program', () => {
  let internet: Namespace;
  beforeAll(async () => {
    internet = await openInternet();
  });
  afterAll(() => internet?.close());

  test('text shows every hop, the answer and the system beside it', async () => {
    const { status, stdout, stderr } = await rootwalk(internet, 'trace', 'intranet.example.com');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const places = [/root-servers\.net/, /[ab]\.gtld-servers\.net/, /ns[12]\.example\.com/].map((server) =>
      stdout.search(server),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    for (const text of [/84\.16\.67\.90/, /system|this computer/i, /10\.9\.8\.7/, /\/etc\/hosts:4/])
      expect(stdout).toMatch(text);
    expect(stdout).not.toContain('\u001b');
  });

  test('the document has every member that is promised', async () => {
    const { document, stdout } = await traceJson(internet, ['shop.example.com']);
    expect(document).toMatchObject({
      schema: 'rootwalk/trace/1',
      question: { name: 'shop.example.com.', type: 'A', class: 'IN' },
      status: 'answer',
      reason: null,
      rcode: 'NOERROR',
      aliases: ['storefront.harbour.net.', 'edge.lighthouse.org.'],
      answers: [
        { name: 'shop.example.com.', type: 'CNAME', class: 'IN', ttl: 60, data: 'storefront.harbour.net.' },
        {
          name: 'storefront.harbour.net.',
          type: 'CNAME',
          class: 'IN',
          ttl: 60,
          data: 'edge.lighthouse.org.',
        },
        { name: 'edge.lighthouse.org.', type: 'A', class: 'IN', ttl: 30, data: '84.16.67.99' },
      ],
      addresses: ['84.16.67.99'],
      dnssec: { status: 'unchecked' },
      findings: expect.any(Array),
      system: { source: 'dns', addresses: ['84.16.67.99'], error: null, tried: ['shop.example.com.'] },
      comparison: { verdict: 'same', findings: [] },
      cost: {
        queries: document.hops.length,
        bytesSent: expect.any(Number),
        bytesReceived: expect.any(Number),
        elapsedMs: expect.any(Number),
      },
    });
    const dark = document.hops.filter((hop) => hop.outcome === 'unreachable');
    const replied = document.hops.filter((hop) => !dark.includes(hop));
    for (const hop of dark) expect(hop).toMatchObject({ ...ANY_HOP, ...DARK_HOP });
    for (const hop of replied) expect(hop).toMatchObject({ ...ANY_HOP, ...REPLIED_HOP });
    // The reply repeats the ID of the query (RFC 1035 4.1.1).
    expect(replied.map(({ reply }) => idOf(reply!))).toEqual(replied.map(({ query }) => idOf(query)));
    for (const { purpose } of document.hops) expect(PURPOSES).toContain(purpose);
    for (const { server } of document.hops) expect(SOURCES).toContain(server.source);
    expect(replied.map((hop) => hop.outcome)).toEqual(
      replied.map((hop) => expect.stringMatching(hop.next ? /^referral$/ : /^(answer|alias)$/)),
    );
    const ids = document.hops.map((hop) => hop.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { parent } of document.hops) expect([null, ...ids]).toContain(parent);
    expect(stdout.endsWith('}\n')).toBe(true);
  });

  test('events, one a line, as they happen', async () => {
    const { status, stdout } = await rootwalk(internet, 'trace', 'www.example.com', '--format', 'ndjson');
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string });
    expect(status).toBe(0);
    expect(events.map(({ event }) => event)).toEqual(expect.arrayContaining(['query', 'hop', 'end']));
  });

  test('short prints the data alone', async () => {
    const { status, stdout } = await rootwalk(internet, 'trace', 'example.com', 'MX', '--format', 'short');
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n').toSorted()).toEqual(['10 mail.example.com.', '20 mail.harbour.net.']);
  });

  test.each([
    [0, ['www.example.com']],
    [3, ['nothing.example.com']],
    [4, ['mail.example.com', 'AAAA']],
    [5, ['www.barred.org']],
    [6, ['www.unrouted.org']],
  ])('exit status %i of trace %j', async (expected, args) => {
    const { status, stdout } = await rootwalk(internet, 'trace', ...args);
    expect(status).toBe(expected);
    expect(stdout).not.toBe('');
  });

  test.each([
    ['no name', []],
    ['an empty label', ['www..example.com']],
    ['a label of 64 octets', [`${'a'.repeat(64)}.example.com`]],
    ['no such type', ['www.example.com', 'NOSUCHTYPE']],
    ['no such option', ['www.example.com', '--no-such-option']],
  ])('%s: one line of complaint, nothing asked', async (_case, args) => {
    const { status, stdout, stderr } = await rootwalk(internet, 'trace', ...args);
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^rootwalk: [^\n]+\n$/),
    });
  });

  test.each(['head -1', 'head -n 0', 'head -c 1'])('| %s ends quietly', async (reader) => {
    const command = `"$0" "$1" trace big.example.com TXT --format json | ${reader} > /dev/null; exit "\${PIPESTATUS[0]}"`;
    const { status, stderr } = await internet.run('bash', ['-c', command, process.execPath, PROGRAM]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('root hints of one server: the walk starts there', async () => {
    const hints = join(internet.folder, 'one.hints');
    writeFileSync(hints, '. 3600000 NS k.root-servers.net.\nk.root-servers.net. 3600000 A 193.0.14.129\n');
    const { status, document } = await traceJson(internet, ['www.example.com', '--root-hints', hints]);
    expect(status).toBe(0);
    expect(document.hops[0]?.server).toMatchObject({
      name: 'k.root-servers.net.',
      address: '193.0.14.129',
      port: 53,
    });
  });

  test('works without any resolver of its own', async () => {
    const command =
      'mount --bind /dev/null /etc/resolv.conf && exec "$0" "$1" trace www.example.com --format short';
    const { status, stdout } = await internet.run('bash', ['-c', command, process.execPath, PROGRAM]);
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n').toSorted()).toEqual(['84.16.67.80', '84.16.67.81']);
  });
});

const PURPOSES = ['answer', 'nameserver-address', 'priming', 'dnssec', 'survey'];
const SOURCES = ['hints', 'glue', 'lookup', 'cache', 'option'];
const ABSOLUTE = expect.stringMatching(/\.$/);

const ANY_HOP = {
  id: expect.any(Number),
  zone: ABSOLUTE,
  question: { name: ABSOLUTE, type: expect.any(String) },
  server: { name: ABSOLUTE, address: expect.any(String), port: 53 },
  transport: 'udp',
  query: expect.any(String),
  rejected: [],
  dropped: expect.any(Array),
};
const DARK_HOP = { rcode: null, flags: [], rttMs: null, reply: null, next: null };
const REPLIED_HOP = {
  rcode: 'NOERROR',
  flags: expect.arrayContaining(['qr']),
  rttMs: expect.any(Number),
  reply: expect.any(String),
};

const idOf = (octets: string): number => Buffer.from(octets, 'base64').readUInt16BE(0);
