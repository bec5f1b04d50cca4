import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { run, type Finished } from '../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'rootwalk-'));
const json = join(folder, 'trace.json');
const ndjson = join(folder, 'trace.ndjson');
let live: Finished;

const withoutTimes = (text: string): string => text.replaceAll(/\d+(\.\d)? ms/g, 'N ms');
beforeAll(async () => {
  const words = ['trace', 'www.example.org', '--lab'];
  await run(...words, '-f', 'json', '-o', json);
  await run(...words, '-f', 'ndjson', '-o', ndjson);
  live = await run(...words);
});

describe('open', () => {
  it('prints what the live run printed', async () => {
    for (const file of [json, ndjson]) {
      const { status, stdout, stderr } = await run('open', file);
      expect([status, stderr]).toEqual([0, '']);
      expect(withoutTimes(stdout)).toBe(withoutTimes(live.stdout));
    }
  });

  it('prints a document and events octet for octet as they were saved', async () => {
    expect((await run('open', json, '-f', 'json')).stdout).toBe(readFileSync(json, 'utf8'));
    expect((await run('open', ndjson, '-f', 'ndjson')).stdout).toBe(readFileSync(ndjson, 'utf8'));
  });

  it('makes each form from the other: the same trace', async () => {
    const text = (await run('open', ndjson)).stdout;
    const document = join(folder, 'from-events.json');
    await run('open', ndjson, '-f', 'json', '-o', document);
    expect((await run('open', document)).stdout).toBe(text);
    const events = join(folder, 'from-document.ndjson');
    await run('open', document, '-f', 'ndjson', '-o', events);
    expect((await run('open', events)).stdout).toBe(text);
  });

  it('makes a capture that the dissector reads', async () => {
    const capture = join(folder, 'trace.pcap');
    expect(await run('open', json, '-f', 'pcap', '-o', capture)).toMatchObject({ status: 0, stdout: '' });
    const { hops } = JSON.parse(readFileSync(json, 'utf8')) as { hops: unknown[] };
    const { stdout } = await run('dissect', capture, '-f', 'ndjson');
    expect(stdout.trimEnd().split('\n')).toHaveLength(2 * hops.length);
  });

  it('reads stdin', async () => {
    const command = `${process.execPath} dist/rootwalk.js open - < ${json}`;
    const { stdout } = await promisify(execFile)('sh', ['-c', command]);
    expect(stdout).toBe((await run('open', json)).stdout);
  });

  it('ends as the walk ended', async () => {
    const file = join(folder, 'none.json');
    await run('trace', 'nosuch.example.com', '--lab', '-f', 'json', '-o', file);
    expect(await run('open', file, '-f', 'short')).toMatchObject({ status: 3, stdout: '' });
  });

  it('opens what was saved without the computer', async () => {
    const file = join(folder, 'alone.json');
    await run('trace', 'www.example.com', '--lab', '--no-system', '-f', 'json', '-o', file);
    const { status, stdout } = await run('open', file);
    expect(status).toBe(0);
    expect(stdout).not.toContain('This computer');
  });

  it('colours when told to', async () => {
    expect((await run('open', json, '--color', 'always')).stdout).toContain('\u001B[');
  });
});

describe('what cannot be opened', () => {
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  interface Document {
    readonly question: object;
    readonly hops: readonly { readonly server: object }[];
  }
  const changed = (change: (document: Document) => void): string => {
    const document = JSON.parse(readFileSync(json, 'utf8')) as Document;
    change(document);
    return JSON.stringify(document);
  };

  it.each<[string, () => string, RegExp]>([
    ['a file that is not there', () => join(folder, 'nowhere.json'), /nowhere\.json cannot be read/],
    [
      'a folder',
      () => (mkdirSync(join(folder, 'sub'), { recursive: true }), join(folder, 'sub')),
      /cannot be read/,
    ],
    ['an empty file', () => file('empty.json', ''), /empty\.json: there is nothing in it/],
    [
      'octets',
      () =>
        file(
          'octets',
          Uint8Array.from({ length: 999 }, (_, i) => i),
        ),
      /octets: this is no JSON/,
    ],
    [
      'half of a document',
      () => file('half.json', readFileSync(json, 'utf8').slice(0, 999)),
      /half\.json: this is no JSON/,
    ],
    [
      'half of the events',
      () => file('half.ndjson', readFileSync(ndjson, 'utf8').split('\n').slice(0, 4).join('\n')),
      /stop before the end/,
    ],
    [
      'another document',
      () => file('other.json', '{"schema":"rootwalk/compare/1"}'),
      /schema: "rootwalk\/compare\/1" cannot be read/,
    ],
    [
      'a later version',
      () =>
        file(
          'later.json',
          changed((document) => Object.assign(document, { schema: 'rootwalk/trace/2' })),
        ),
      /only rootwalk\/trace\/1/,
    ],
    [
      'a wrong member',
      () =>
        file(
          'member.json',
          changed(({ hops }) => Object.assign(hops[3]!.server, { address: '\u001B[31m' })),
        ),
      /member\.json: hops\[3\]\.server\.address: /,
    ],
    [
      'a name of a megabyte',
      () =>
        file(
          'long.json',
          changed(({ question }) => Object.assign(question, { name: 'a'.repeat(1e6) })),
        ),
      /question\.name/,
    ],
    ['brackets without end', () => file('deep.json', '['.repeat(3e6)), /no JSON/],
  ])('%s is one line and status 2', async (_what, path, line) => {
    const { status, stdout, stderr } = await run('open', path());
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^rootwalk: [^\n]+\n$/);
    expect(stderr).toMatch(line);
    expect(stderr).not.toMatch(/[^\P{C}\n]/u);
    expect(stderr.length).toBeLessThan(700);
  });

  it('leaves no file behind', async () => {
    const target = join(folder, 'target');
    expect((await run('open', file('bad.json', '{}'), '-o', target)).status).toBe(2);
    expect(readdirSync(folder)).not.toContain('target');
  });

  it('is also a missing file name', async () => {
    expect(await run('open')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('file'),
    });
  });
});
