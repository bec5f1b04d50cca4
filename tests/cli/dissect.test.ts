import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { writePcap } from '../../src/capture/pcap-write.ts';
import { wrapMessage } from '../../src/capture/wrap.ts';
import { printHex } from '../../src/message/hex.ts';
import { HOSTILE, SAMPLES } from '../render/dissection-samples.ts';
import { encode } from '../../src/message/encode.ts';
import { run, type Finished } from '../support/program.ts';

const octets = SAMPLES['response']!;
const hex = printHex(octets);
const folder = mkdtempSync(join(tmpdir(), 'rootwalk-dissect-'));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The command with something on its stdin. */
function runWith(input: string | Uint8Array, ...words: string[]): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['dist/rootwalk.js', ...words]);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('close', (status) => resolve({ status, stdout, stderr }));
    child.stdin.end(input);
  });
}

/** A dissection without the line that says what the input was. */
const bare = ({ stdout }: Finished): string => stdout.split('\n\n').slice(1).join('\n\n');

describe('rootwalk dissect', () => {
  it('gives the same for every kind of input', async () => {
    const expected = bare(await run('dissect', hex));
    expect(expected).toContain('0x21 → 0x0c www.example.com.');
    const rows = [...hex.matchAll(/.{1,32}/g)].map(
      ([row], i) => `${(i * 16).toString(16).padStart(8, '0')}: ${row.replaceAll(/(....)/g, '$1 ')}`,
    );
    const inputs = {
      raw: octets,
      spaced: hex.replaceAll(/(..)/g, '$1 '),
      base64: Buffer.from(octets).toString('base64'),
      xxd: `${rows.join('\n')}\n`,
    };
    for (const [name, content] of Object.entries(inputs)) {
      expect(bare(await run('dissect', file(name, content))), name).toBe(expected);
      expect(bare(await runWith(content, 'dissect')), name).toBe(expected);
      expect(bare(await runWith(content, 'dissect', '-')), name).toBe(expected);
    }
    expect(bare(await run('dissect', inputs.base64))).toBe(expected);
  });

  const frames = wrapMessage(octets, {
    source: { address: '192.0.2.53', port: 53 },
    destination: { address: '192.0.2.1', port: 40_000 },
    transport: 'udp',
    link: 'ethernet',
    timeMs: 1_700_000_000_000,
  });
  const two = [...frames, ...frames];

  it('says where a captured message came from, with its layers', async () => {
    const { stdout, status } = await run('dissect', file('one.pcap', writePcap(frames)), '--layers');
    expect(status).toBe(0);
    expect(stdout).toContain('packet 1, 2023-11-14T22:13:20.000Z, UDP 192.0.2.53#53 → 192.0.2.1#40000');
    expect(stdout).toContain('UDP checksum: right');
    expect(stdout).toContain('link: Ethernet');
  });

  it('builds layers with the addresses that are given', async () => {
    const words = ['--source', '2001:db8::53', '--destination', '[2001:db8::9]:4000'];
    const { stdout } = await run('dissect', hex, '--layers', ...words);
    expect(stdout).toMatch(/source +2001:db8::53/);
    expect(stdout).toMatch(/destination port +4000/);
    expect(stdout).toContain('UDP checksum: right');
  });

  it('prints several messages one after the other, or the one that is chosen', async () => {
    const path = file('two.pcap', writePcap(two));
    expect((await run('dissect', path)).stdout.match(/^Response of/gm)).toHaveLength(2);
    expect((await run('dissect', path, '--message', '2')).stdout.match(/^Response of/gm)).toHaveLength(1);
    expect((await run('dissect', path, '--message', '3')).status).toBe(2);
    expect(JSON.parse((await run('dissect', path, '-f', 'json')).stdout)).toHaveLength(2);
    expect((await run('dissect', path, '-f', 'ndjson')).stdout.trimEnd().split('\n')).toHaveLength(2);
    expect((await run('dissect', path, '-f', 'html')).stdout.match(/<article/g)).toHaveLength(2);
  });

  it('prints JSON that it reads again', async () => {
    const { stdout } = await run('dissect', hex, '-f', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'rootwalk/dissection/1',
      source: { kind: 'hex' },
      ID: 4660,
      problems: [],
      octets: Buffer.from(octets).toString('base64'),
    });
    expect(bare(await runWith(stdout, 'dissect'))).toBe(bare(await run('dissect', hex)));
  });

  it('opens the messages of a saved trace', async () => {
    const { stdout } = await run('trace', 'www.example.com', '--lab', '-f', 'json', '--no-system');
    const { hops } = JSON.parse(stdout) as { hops: unknown[] };
    const dissected = await runWith(stdout, 'dissect', '-f', 'ndjson');
    expect(dissected.stdout.trimEnd().split('\n')).toHaveLength(2 * hops.length);
  });

  it('has a second opinion', async () => {
    expect((await run('dissect', hex, '--second-opinion')).stdout).toContain('dns-packet reads the same');
  });

  it('dissects what is broken, and is strict when told to', async () => {
    const loop = printHex(SAMPLES['pointer-loop']!);
    const { stdout, stderr, status } = await run('dissect', loop);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('✗ pointer-loop');
    expect((await run('dissect', loop, '--strict')).status).toBe(8);
    expect((await run('dissect', hex, '--strict')).status).toBe(0);
  });

  it('writes a whole file or none', async () => {
    const path = join(folder, 'page.html');
    expect((await run('dissect', hex, '-f', 'html', '-o', path)).stdout).toBe('');
    expect(readFileSync(path, 'utf8')).toMatch(/^<!DOCTYPE html>[^]*<\/html>\n$/);
    const missing = join(folder, 'not-there.html');
    expect((await run('dissect', 'zz', '-f', 'html', '-o', missing)).status).toBe(2);
    expect(existsSync(missing)).toBe(false);
  });

  it.each(['text', 'short', 'json', 'ndjson', 'html'])('is harmless in every format: %s', async (format) => {
    const words = ['dissect', printHex(encode(HOSTILE)), '-f', format, '--second-opinion', '--layers'];
    const { stdout, status } = await run(...words);
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFD]/u);
  });

  it.each([
    [['dissect', '/nowhere/file.pcap'], /no file/],
    [['dissect', 'no-such-file.txt'], /no file/],
    [['dissect', hex, '--from', 'pcap'], /./],
    [['dissect', hex, '--from', 'nothing'], /choices/],
    [['dissect', hex, '--format', 'xml'], /choices/],
    [['dissect', hex, '--message', '0'], /whole number/],
    [['dissect', hex, '--layers', '--source', 'nowhere'], /ADDRESS#PORT/],
    [['dissect', hex, '--layers', '--source', '192.0.2.1', '--destination', '2001:db8::1'], /./],
    [['dissect', '.'], /cannot be read/],
    [['disect', hex], /did you mean rootwalk dissect/],
  ])('complains in one line: %j', async (words, why) => {
    const { status, stdout, stderr } = await run(...words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^rootwalk: [^\n]+\n$/);
    expect(stderr).toMatch(why);
  });

  it('complains about empty input and JSON that is no message', async () => {
    expect((await runWith('', 'dissect')).status).toBe(2);
    expect(
      await runWith('{"answerRRs": [{"name": "a.", "type": "A", "data": "x"}]}', 'dissect'),
    ).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('answerRRs[0].data'),
    });
  });

  it('ends quietly when its reader is gone', async () => {
    const command = `${process.execPath} dist/rootwalk.js dissect ${hex} | head -n 1`;
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', command]);
    expect([stdout, stderr]).toEqual([`Response of ${octets.length} octets: www.example.com. IN A\n`, '']);
  });
});
