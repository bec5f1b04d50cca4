/** What the commands print as JSON is as their schemas say, and the schemas are there to be had. */

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SCHEMA_NAMES, type SchemaName } from '../../src/schemas/documents.ts';
import { faultsOf } from '../support/closed-schema.ts';
import { run } from '../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'rootwalk-'));
const path = (name: string): string => join(folder, name);
const HEX = '123481800001000000000000c00c00010001';

const checks = path('checks.yaml');
writeFileSync(
  checks,
  '- www.example.com\n- { name: www.example.com, expect: A=192.0.2.1 }\n- nope.example.com\n',
);
const capture = path('run.pcap');
await run('trace', 'www.example.com', '--lab', '-f', 'pcap', '-o', capture);
const [before, after] = [path('before.json'), path('after.json')];
await run('trace', 'www.example.com', '--lab', '-f', 'json', '-o', before);
await run('trace', 'www.example.com', 'MX', '--lab', '-f', 'json', '-o', after);

describe('what is printed', () => {
  it.each<readonly [SchemaName, readonly string[]]>([
    ['trace', ['trace', 'www.example.com', '--lab', '-f', 'json', '--no-system']],
    [
      'trace',
      ['trace', 'x', '--lab', '-f', 'json', '--dnssec', '--subnet', '192.0.2.0/24', '--nsid', '--cookie'],
    ],
    [
      'compare',
      ['compare', 'www.example.com', '--lab', '-f', 'json', '@192.0.2.53', '@192.0.2.99', '--identity'],
    ],
    ['compare', ['compare', 'www.example.net', '--lab=hosts-file', '-f', 'json']],
    ['compare', ['compare', 'nope.example.com', '--lab', '-f', 'json', '--no-system', '@192.0.2.53']],
    ['query', ['query', 'www.example.com', '--lab', '-f', 'json', '@198.51.100.1']],
    ['query', ['query', 'www.example.com', '--lab', '-f', 'json', '--tcp', '--no-edns']],
    [
      'query',
      ['query', 'www.example.com', '--lab', '-f', 'json', '@192.0.2.250', '--timeout', '20', '--tries', '2'],
    ],
    ['dissection', ['dissect', HEX, '-f', 'json']],
    ['dissection', ['dissect', HEX, '-f', 'json', '--second-opinion', '--layers']],
    ['diff', ['diff', before, after, '-f', 'json']],
    ['diff', ['diff', before, before, '-f', 'json']],
    ['check', ['check', checks, '--lab', '-f', 'json']],
    ['explain', ['explain', 'MX', '-f', 'json']],
    ['explain', ['explain', '-f', 'json']],
    ['worlds', ['lab', 'list', '-f', 'json']],
  ])('%s: %j', async (which, words) => {
    const { stdout } = await run(...words);
    expect(faultsOf(which, JSON.parse(stdout))).toEqual([]);
  });

  it('as dissections of a capture', async () => {
    const { stdout } = await run('dissect', capture, '-f', 'json', '--second-opinion');
    const parsed = JSON.parse(stdout) as unknown;
    const all = Array.isArray(parsed) ? parsed : [parsed];
    expect(all.length).toBeGreaterThan(3);
    expect(all.flatMap((each) => faultsOf('dissection', each))).toEqual([]);
  });
});

describe('schema', () => {
  it.each(SCHEMA_NAMES)('%s is printed, and is in the package', async (name) => {
    const { status, stdout } = await run('schema', name);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ $id: `urn:rootwalk:schema:${name}:1` });
    expect(readFileSync(`dist/schemas/${name}.json`, 'utf8')).toBe(stdout);
  });

  it('lists them, and knows no other', async () => {
    const { stdout } = await run('schema');
    expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual([...SCHEMA_NAMES, '']);
    expect(await run('schema', 'tracee')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/did you mean trace\?/) as string,
    });
    expect(await run('schema', 'zzz')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/there are trace, events/) as string,
    });
  });
});
