import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { recogniseInput } from '../../src/capture/recognise.ts';
import { BREAKS } from '../../src/message/breaks/table.ts';
import { decode } from '../../src/message/decode.ts';
import { scanHex } from '../../src/message/hex.ts';
import type { Message } from '../../src/message/message.ts';
import { printMessage } from '../../src/message/message-text.ts';
import { SAMPLES } from '../render/dissection-samples.ts';
import { run } from '../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'rootwalk-build-'));
function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function built(...words: string[]): Promise<Message> {
  const { stdout, stderr, status } = await run('build', ...words);
  expect([stderr, status]).toEqual(['', 0]);
  return decode(scanHex(stdout.trim())!);
}

describe('rootwalk build', () => {
  it('asks, with recursion wished for', async () => {
    const message = await built('www.example.com', 'MX', '--id', '0x1234');
    expect(message).toMatchObject({
      header: { id: 4660, qr: false, rd: true, aa: false },
      questions: [{ name: 'www.example.com.', type: 15, class: 1 }],
    });
    expect(message.edns).toBeUndefined();
  });

  it('answers, from options', async () => {
    const message = await built(
      'www.example.com',
      '--flags=qr,aa',
      '--rcode=BADVERS',
      '--class=CH',
      '--answer=www.example.com. 60 IN A 192.0.2.1',
      '--answer=www.example.com. 60 IN A 192.0.2.2',
      '--authority=example.com. NS ns.example.com.',
      '--additional=ns.example.com. AAAA 2001:db8::1',
      '--bufsize=4096',
      '--do',
      '--option=NSID',
      '--option=65001:00ff',
    );
    expect(printMessage(message).join('\n')).toMatch(/status: BADVERS/);
    expect(message).toMatchObject({
      header: { qr: true, aa: true, rd: false, rcode: 0 },
      questions: [{ class: 3 }],
      answers: [{ ttl: 60 }, { ttl: 60 }],
      authorities: [{ type: 2 }],
      additionals: [{ type: 28 }],
      edns: {
        udpPayloadSize: 4096,
        extendedRcode: 1,
        dnssecOk: true,
        options: [{ code: 3 }, { code: 65_001 }],
      },
    });
  });

  it('has another ID each time, unless told', async () => {
    const ids = await Promise.all([1, 2, 3].map(async () => (await built('a.example')).header.id));
    expect(new Set(ids).size).toBeGreaterThan(1);
  });

  it('builds what dissect printed, octet by octet, or what it was edited to', async () => {
    const octets = SAMPLES['response']!;
    const { stdout } = await run('dissect', Buffer.from(octets).toString('hex'), '-f', 'json');
    const path = file('message.json', stdout);
    expect((await run('build', '--json', path)).stdout.trim()).toBe(Buffer.from(octets).toString('hex'));
    const edited = JSON.parse(stdout) as { answerRRs: { data: string }[] };
    edited.answerRRs[1]!.data = '192.0.2.99';
    const message = await built('--json', file('edited.json', JSON.stringify(edited)), '--id=7');
    expect(printMessage(message).join('\n')).toContain('web.example.com. 60 IN A 192.0.2.99');
    expect(message.header).toMatchObject({ id: 7, aa: true });
  });

  it('builds what dissect printed as lines', async () => {
    const octets = SAMPLES['response']!;
    const { stdout } = await run('dissect', Buffer.from(octets).toString('hex'), '-f', 'short');
    expect(await built('--zone-text', file('lines', stdout))).toEqual(decode(octets));
    expect((await built('--zone-text', file('plain', 'a.example. 60 A 192.0.2.1\n'))).header.qr).toBe(true);
  });

  it.each(['raw', 'pcap', 'base64', 'text', 'json', 'html', 'short'] as const)(
    'prints %s',
    async (format) => {
      const path = join(folder, `out.${format}`);
      const words = ['www.example.com', '--id', '1', '-f', format, '-o', path];
      expect((await run('build', ...words)).status).toBe(0);
      const content = new Uint8Array(readFileSync(path));
      if (['raw', 'pcap', 'base64', 'json'].includes(format)) {
        const [message] = recogniseInput(content).messages;
        const read =
          format === 'json' ? (JSON.parse(new TextDecoder().decode(content)) as { ID: number }).ID : 1;
        expect(read).toBe(1);
        if (message) expect(decode(message.octets).questions[0]!.name).toBe('www.example.com.');
      } else {
        expect(new TextDecoder().decode(content)).toContain('www.example.com. IN A');
      }
    },
  );

  it('pipes into dissect', async () => {
    const rootwalk = `${process.execPath} dist/rootwalk.js`;
    const command = `${rootwalk} build www.example.com AAAA -f raw | ${rootwalk} dissect -f short`;
    const { stdout } = await promisify(execFile)('sh', ['-c', command]);
    expect(stdout).toContain(';www.example.com. IN AAAA');
  });

  it.each(BREAKS)('breaks by name, and dissect says $problem: $name', async ({ name, problem }) => {
    const { stdout } = await run('build', 'www.example.com', '--break', name, '-f', 'json');
    const { problems } = JSON.parse(stdout) as { problems: { code: string }[] };
    expect(problems.map(({ code }) => code)).toContain(problem);
  });

  it('lists the breaks', async () => {
    const { stdout } = await run('build', '--break', 'list');
    for (const { name, problem } of BREAKS) expect(stdout).toMatch(new RegExp(`${name} .*\\n.*${problem}`));
  });

  it.each([
    [['build'], /nothing to build/],
    [['build', 'a.example', '--break', 'pointer-lop'], /did you mean pointer-loop/],
    [['build', 'a.example', '--id', '65536'], /65535/],
    [['build', 'a.example', '--flags', 'qr,xx'], /xx/],
    [['build', 'a.example', '--opcode', 'NOPE'], /NOPE/],
    [['build', 'a.example', '--rcode', '4096'], /4095/],
    [['build', 'a.example', '--class', 'XX'], /XX/],
    [['build', 'a.example', 'NOTYPE'], /no record type/],
    [['build', 'a.example', '--answer', 'a A 1.2.3'], /--answer/],
    [['build', 'a.example', '--option', 'NOPE:00'], /NOPE/],
    [['build', 'a.example', '--option', '10:xyz'], /hexadecimal/],
    [['build', '--json', '/nowhere'], /cannot be read/],
    [['build', '--json', file('no.json', '{')], /no JSON/],
    [['build', '--json', file('bad.json', '{"QR": 7}')], /QR/],
    [['build', '--zone-text', file('bad.zone', '\nfoo')], /line 2/],
    [['build', 'a.example', '-f', 'xml'], /choices/],
    [['build', 'a.example', '--send', '@192.0.2.1', '-f', 'raw', '--lab'], /--send/],
  ])('complains in one line: %j', async (words, why) => {
    const { status, stdout, stderr } = await run(...words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^rootwalk: [^\n]+\n$/);
    expect(stderr).toMatch(why);
  });
});

describe('rootwalk build --send', () => {
  const root = '@a.root-servers.net';

  it('shows the reply', async () => {
    const { stdout, status } = await run('build', 'www.example.com', '--lab', '--send', root);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^Response of \d+ octets: www\.example\.com\. IN A\nreply: after [\d.]+ ms\nfrom .* over UDP\n/,
    );
    expect(stdout).toContain('Problems: none');
  });

  it('shows it as JSON, over TCP', async () => {
    const { stdout } = await run('build', 'www.example.com', '--lab', '--send', root, '--tcp', '-f', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      QR: true,
      source: { kind: 'reply', where: expect.stringMatching(/TCP$/) },
    });
  });

  it('sends what is broken as it is', async () => {
    const words = ['--lab', '--send', root, '--break', 'pointer-loop', '-f', 'short'];
    const { stdout, status } = await run('build', 'www.example.com', ...words);
    expect([status, stdout]).toEqual([5, expect.stringContaining('status: FORMERR')]);
  });

  it('says when nobody answers', async () => {
    const { status, stdout, stderr } = await run('build', 'a.example', '--lab', '--send', '@192.0.2.250');
    expect([status, stdout]).toEqual([6, '']);
    expect(stderr).toMatch(/^rootwalk: 192\.0\.2\.250#53: /);
  });
});
