import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { recogniseInput } from '../../src/capture/recognise.ts';
import { run } from '../support/program.ts';
import { toldByDocument } from '../support/read-back.ts';
import { toldByHtml, toldByMarkdown, toldByMermaid } from '../support/read-back-markup.ts';

const folder = mkdtempSync(join(tmpdir(), 'rootwalk-formats-'));
const saved = join(folder, 'trace.json');
const WORDS = ['www.example.net', '--lab'];
let document: Parameters<typeof toldByDocument>[0];

beforeAll(async () => {
  await run('trace', ...WORDS, '-f', 'json', '-o', saved);
  document = JSON.parse(readFileSync(saved, 'utf8')) as typeof document;
});

/** What each format tells, by whatever reads it; captures: how many messages there are. */
const readers: Readonly<Record<string, (content: Buffer) => unknown>> = {
  json: (content) => toldByDocument(JSON.parse(String(content)) as typeof document),
  yaml: (content) => toldByDocument(parse(String(content)) as typeof document),
  html: (content) => toldByHtml(String(content)),
  markdown: (content) => toldByMarkdown(String(content)),
  mermaid: (content) => toldByMermaid(String(content)).verdict,
  pcap: (content) => recogniseInput(content).messages.length,
  pcapng: (content) => recogniseInput(content).messages.length,
};

function expected(format: string): unknown {
  const told = toldByDocument(document);
  if (format === 'mermaid') return told.verdict;
  return format.startsWith('pcap') ? 2 * told.hops.length : told;
}

describe.each(Object.keys(readers))('trace and open --format %s', (format) => {
  it('write what was walked', async () => {
    expect(expected('json')).toMatchObject({ verdict: 'differs from the walk' });
    for (const words of [
      ['open', saved],
      ['trace', ...WORDS],
    ]) {
      const path = join(folder, `${words[0]}.${format}`);
      const { status, stdout, stderr } = await run(...words, '-f', format, '-o', path);
      expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
      expect(readers[format]!(readFileSync(path))).toEqual(expected(format));
    }
  });

  it('leave a file as it was where the walk cannot be', async () => {
    const path = join(folder, `old.${format}`);
    writeFileSync(path, 'old');
    const { status, stderr } = await run('trace', 'a..b', '--lab', '-f', format, '-o', path);
    expect([status, stderr.split('\n').length]).toEqual([2, 2]);
    expect(readFileSync(path, 'utf8')).toBe('old');
    const nowhere = join(folder, 'nowhere', 'file');
    expect(await run('open', saved, '-f', format, '-o', nowhere)).toMatchObject({ status: 2, stdout: '' });
    expect(existsSync(nowhere)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });
});

describe('a format that there is not', () => {
  it.each([
    ['trace', ...WORDS],
    ['open', saved],
    ['compare', ...WORDS],
  ])('is one line with those that there are: %s', async (...words) => {
    const { status, stdout, stderr } = await run(...words, '-f', 'xml');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^rootwalk: [^\n]*'xml'[^\n]*text,[^\n]* json, ndjson, yaml,[^\n]*markdown[^\n]*\n$/,
    );
  });
});

describe('compare', () => {
  const words = ['compare', 'www.example.org', '--lab=stale-cache', '@203.0.113.11'];

  it('has its document as YAML', async () => {
    const { status, stdout } = await run(...words, '-f', 'yaml');
    expect(status).toBe(8);
    expect(parse(stdout)).toMatchObject({
      schema: 'rootwalk/compare/1',
      same: false,
      comparison: { verdict: 'differs', findings: [{ code: 'STALE_CACHE' }] },
      resolvers: [{ typed: '203.0.113.11', comparison: { verdict: 'same' } }],
    });
  });

  it('has a document a round', async () => {
    const { stdout } = await run(...words, '-f', 'yaml', '--watch=1', '--rounds', '2');
    const documents = parseAllDocuments(stdout).map((each) => each.toJS() as unknown);
    expect(documents).toMatchObject([{ same: false }, { same: false }]);
  });

  it('has a report in Markdown', async () => {
    const { status, stdout } = await run(...words, '-f', 'markdown');
    expect(status).toBe(8);
    expect(stdout).toContain('|  | the servers | this computer | 203.0.113.11 |');
    expect(stdout).toMatch(
      /^\| answer \| `198\.51\.100\.90` \| `198\.51\.100\.89` \| `198\.51\.100\.90` \|$/m,
    );
    expect(stdout).toMatch(/^\| verdict \| {2}\| differs from the walk \| same: both sides agree \|$/m);
    expect(stdout).toMatch(/^## this computer\n\n- `STALE_CACHE` /m);
  });
});
