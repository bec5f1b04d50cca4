import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/message/decode.ts';
import { run, start } from '../support/program.ts';

describe('trace in the lab', () => {
  it.each([
    ['www.example.com', 'A', 0, '192.0.2.80\n192.0.2.81\n'],
    ['www.example.com.', 'AAAA', 0, '2001:db8:80::80\n'],
    ['shop.example.com', 'A', 0, '198.51.100.81\n'],
    ['www.old.example.com', 'A', 0, '198.51.100.80\n'],
    ['www.example.org', 'A', 0, '198.51.100.90\n'],
    ['www.half.example.com', 'A', 0, '192.0.2.50\n'],
    ['www.six.example.com', 'AAAA', 0, '2001:db8:6::80\n'],
    ['example.com', 'MX', 0, '10 mail.example.com.\n20 backup.example.net.\n'],
    ['_sip._tcp.example.com', 'SRV', 0, '10 60 5060 sip.example.com.\n'],
    ['anything.any.example.com', 'TXT', 0, '"a wildcard made this"\n'],
    ['BÜCHER.example.com', 'A', 0, '192.0.2.77\n'],
    ['https://user@www.example.net:8443/path?query', 'A', 0, '198.51.100.80\n'],
    ['nosuch.example.com', 'A', 3, ''],
    ['gone.example.com', 'A', 3, ''],
    ['nosuch', 'A', 3, ''],
    ['example.net', 'MX', 4, ''],
    ['empty.non-terminal.example.com', 'A', 4, ''],
    ['loop-a.example.com', 'A', 5, ''],
  ])('%s %s ends with status %i', async (name, type, status, stdout) => {
    const result = await run('trace', name, type, '--lab', '--format', 'short');
    expect(result).toMatchObject({ status, stdout });
    expect(result.stderr.split('\n').length - 1).toBe(status === 0 ? 0 : 1);
  });

  it('walks the reverse name of an address, through an RFC 2317 alias', async () => {
    const words = ['--lab', '-f', 'short'];
    expect(await run('trace', '192.0.2.80', ...words)).toMatchObject({
      status: 0,
      stdout: 'www.example.com.\n',
    });
    expect(await run('trace', '-x', '192.0.2.25', ...words)).toMatchObject({
      status: 0,
      stdout: 'mail.example.com.\n',
    });
    expect(await run('trace', '2001:db8:80::80', ...words)).toMatchObject({
      status: 0,
      stdout: 'www.example.com.\n',
    });
  });

  it('tells with -v also why, what to do, and all that this computer was asked', async () => {
    const words = ['trace', 'www.half.example.com', '--lab'];
    const { stdout, status } = await run(...words, '-v');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ {3}because {2}the first choice \(IPv4\)$/m);
    expect(stdout).toMatch(/^ +Start the server, .* \(RFC 1034 5\.3\.3\)$/m);
    expect(stdout).toMatch(/^ {3}its name servers\n {6}192\.0\.2\.53#53 {2}NOERROR, flags qr rd ra, UDP, /m);
    expect(stdout).toMatch(/^ {6}dns {4}success \[return\]: 192\.0\.2\.50 /m);
    expect((await run(...words)).stdout).not.toMatch(/because|Start the server|its name servers/);
  });

  it('prints the document of the contract', async () => {
    const { stdout, status } = await run('trace', 'shop.example.com', '--lab', '--format', 'json');
    const document = JSON.parse(stdout) as Record<string, never> & { hops: Record<string, never>[] };
    expect(status).toBe(0);
    expect(document).toMatchObject({
      schema: 'rootwalk/trace/1',
      question: { name: 'shop.example.com.', type: 'A', class: 'IN' },
      status: 'answer',
      reason: null,
      rcode: 'NOERROR',
      aliases: ['store.example.net.'],
      answers: [
        { name: 'shop.example.com.', type: 'CNAME', class: 'IN', ttl: 60, data: 'store.example.net.' },
        { name: 'store.example.net.', type: 'A', class: 'IN', ttl: 60, data: '198.51.100.81' },
      ],
      addresses: ['198.51.100.81'],
      dnssec: { status: 'unchecked' },
      findings: [],
      system: { source: 'dns', addresses: ['198.51.100.81'], error: null, tried: ['shop.example.com.'] },
      comparison: { verdict: 'same', findings: [] },
      cost: {
        queries: 6,
        bytesSent: expect.any(Number),
        bytesReceived: expect.any(Number),
        elapsedMs: expect.any(Number),
      },
    });
    expect(document.hops).toHaveLength(6);
    for (const hop of document.hops) {
      expect(hop).toMatchObject({
        id: expect.any(Number),
        parent: null,
        purpose: 'answer',
        zone: expect.stringMatching(/\.$/),
        question: { name: expect.any(String), type: 'A' },
        server: {
          name: expect.any(String),
          address: expect.any(String),
          port: 53,
          source: expect.stringMatching(/^(hints|glue)$/),
        },
        transport: 'udp',
        outcome: expect.stringMatching(/^(referral|alias|answer)$/),
        rcode: 'NOERROR',
        flags: expect.arrayContaining(['qr']),
        rttMs: expect.any(Number),
        rejected: [],
        dropped: [],
      });
      const [query, reply] = [hop['query'], hop['reply']].map((octets) =>
        decode(Buffer.from(octets!, 'base64')),
      );
      expect(reply!.header.id).toBe(query!.header.id);
    }
  });

  it('prints events as they happen, and they agree with the document', async () => {
    const { stdout } = await run('trace', 'www.example.org', '--lab', '-f', 'ndjson');
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string });
    expect(events[0]!.event).toBe('start');
    expect(events.slice(-2).map(({ event }) => event)).toEqual(['end', 'system']);
    expect(events.filter(({ event }) => event === 'hop')).toHaveLength(7);
  });

  it('prints a block for each hop, the answer, and what this computer says', async () => {
    const { stdout } = await run('trace', 'www.example.net', '--lab');
    expect(stdout).toMatch(/^1 {2}\. \(the root\)$/m);
    expect(stdout).toMatch(/^3 {2}example\.net\.$/m);
    expect(stdout).toContain('www.example.net. 300 IN A 198.51.100.80');
    expect(stdout).toContain('This computer  10.9.8.7  (from /etc/hosts:3)');
    expect(stdout).toContain('HOSTS_FILE');
    expect(stdout).not.toContain('\u001B');
  });

  it('colours when told to, and not for NO_COLOR', async () => {
    expect((await run('trace', 'example.com', '--lab', '--color', 'always')).stdout).toContain('\u001B[');
    const words = ['trace', 'example.com', '--lab'];
    expect((await start(words, { FORCE_COLOR: '1' }).finished).stdout).toContain('\u001B[');
    expect((await start(words, { FORCE_COLOR: '1', NO_COLOR: '1' }).finished).stdout).not.toContain(
      '\u001B[',
    );
  });

  it('writes a whole file or none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rootwalk-'));
    const path = join(folder, 'trace.json');
    expect(await run('trace', 'example.com', '--lab', '-f', 'json', '-o', path)).toMatchObject({
      status: 0,
      stdout: '',
    });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ status: 'answer' });
    const nowhere = join(folder, 'no', 'such', 'folder');
    expect((await run('trace', 'example.com', '--lab', '-o', nowhere)).status).toBe(2);
    expect(readdirSync(folder)).toEqual(['trace.json']);
    expect(existsSync(nowhere)).toBe(false);
  });

  it('is what the explorer prints where there is no terminal', async () => {
    const { stdout, status } = await run('www.example.com', '--lab', '-f', 'short');
    expect([stdout, status]).toEqual(['192.0.2.80\n192.0.2.81\n', 0]);
  });

  it('ends quietly when its reader is gone', async () => {
    const command = `${process.execPath} dist/rootwalk.js trace big.example.com TXT --lab | head -n 1`;
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', command]);
    expect(stdout).toBe('big.example.com. TXT, walked from the root\n');
    expect(stderr).toBe('');
  });

  it('ends with 130 when interrupted, and says what it knows', async () => {
    const running = start(['trace', 'www.half.example.com', '--lab', '-f', 'ndjson']);
    await running.started;
    running.kill('SIGINT');
    expect((await running.finished).status).toBe(130);
  });
});

describe('hostile octets in the answer', () => {
  it.each(['text', 'short', 'json', 'ndjson'])('never leave as they are: %s', async (format) => {
    const { stdout } = await run('trace', 'hostile.example.com', 'TXT', '--lab', '--format', format);
    expect(stdout).toContain('027[2J');
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\uFFFD]/);
  });
});

describe('mistakes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rootwalk-'));
  const hints = join(folder, 'hints');
  writeFileSync(hints, 'this is no hints file\n');
  it.each([
    [['trace'], /name is missing/],
    [['trace', 'a..b', '--lab'], /empty label/],
    [['trace', `${'a'.repeat(64)}.example`, '--lab'], /64 octets/],
    [['trace', 'www.example.com', 'AAA', '--lab'], /did you mean AAAA/],
    [['trace', 'www.example.com', 'A', 'B', '--lab'], /too many/],
    [['tracce', 'www.example.com', '--lab'], /did you mean rootwalk trace/],
    [['trace', 'www.example.com', '--lab=internt'], /did you mean internet/],
    [['trace', 'www.example.com', '--lab', '--format', 'xml'], /Allowed choices/],
    [['trace', 'www.example.com', '--nonsense'], /unknown option/],
    [['trace', 'www.example.com', '--lab', '-p', '0'], /whole number/],
    [['trace', 'www.example.com', '-4', '-6', '--lab'], /cannot be used with/],
    [['trace', '-x', '300.1.2.3', '--lab'], /none/],
    [['trace', 'www.example.com', '--root-hints', '/nowhere/hints'], /cannot be read/],
    [['trace', 'www.example.com', '--root-hints', hints], /hints/],
    [['explore', '--lab'], /needs a terminal/],
  ])('%j is one line and status 2', async (words, line) => {
    const { status, stdout, stderr } = await run(...words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^rootwalk: [^\n]+\n$/);
    expect(stderr).toMatch(line);
  });

  it('never print a control character back', async () => {
    const { stderr } = await run('trace', 'www.example.com', '\u001B[31mred', '--lab');
    expect(stderr).not.toContain('\u001B');
  });
});

it('shows its version and its help on stdout', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(await run('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  expect((await run('--help')).stdout).toContain('trace');
});

describe('--fail-on', () => {
  it('ends with 8 and one line where the walk has the finding, and as ever where not', async () => {
    const words = ['trace', 'loop-a.example.com', '--lab', '-f', 'json', '--fail-on'];
    const failed = await run(...words, 'lame_delegation,CNAME_LOOP');
    expect(failed.status).toBe(8);
    expect(failed.stderr).toMatch(/^rootwalk: expected no finding CNAME_LOOP, seen: [^\n]+\n$/);
    expect((await run(...words, 'LAME_DELEGATION')).status).toBe(5);
    expect(await run(...words, 'CNAME_LOP')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('CNAME_LOOP'),
    });
  });
});
