import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'rootwalk-'));
const path = (name: string): string => join(folder, name);
const [first, again, other, events] = ['first.json', 'again.json', 'other.json', 'events.ndjson'].map(path);

beforeAll(async () => {
  await run('trace', 'www.shop.test', '--lab=single-server', '-f', 'json', '-o', first!);
  await run('trace', 'www.shop.test', '--lab=single-server', '-f', 'json', '-o', again!);
  await run('trace', 'www.shop.test', '--lab=uneven-ttls', '-f', 'json', '-o', other!);
  await run('trace', 'www.shop.test', '--lab=uneven-ttls', '-f', 'ndjson', '-o', events!);
});

describe('diff', () => {
  it('ends with 0 where two runs say the same', async () => {
    const { status, stdout, stderr } = await run('diff', first!, again!);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^www\.shop\.test\. A, two runs: Nothing changed\.\n/);
    expect((await run('diff', other!, events!)).status).toBe(0);
  });

  it('ends with 8 where something changed, and says what', async () => {
    const { status, stdout, stderr } = await run('diff', first!, other!);
    expect([status, stderr]).toEqual([8, '']);
    for (const line of [
      /^ {3}\+ www\.shop\.test\. A +192\.0\.2\.181$/m,
      /^ {3}~ TTL of www\.shop\.test\. A +3600 → 60 and 3600$/m,
      /^ {3}\+ name server of shop\.test\. +ns2\.shop\.test\.$/m,
      /^ {3}- SINGLE_POINT /m,
      /^ {3}\+ TTL_MISMATCH /m,
    ]) {
      expect(stdout).toMatch(line);
    }
    expect(stdout).not.toContain('\u001B');
    expect((await run('diff', first!, other!, '--color', 'always')).stdout).toContain('\u001B[32m+');
  });

  it('prints one document', async () => {
    const same = await run('diff', first!, again!, '-f', 'json');
    expect(JSON.parse(same.stdout)).toMatchObject({ schema: 'rootwalk/diff/1', same: true, changes: [] });
    const { status, stdout } = await run('diff', first!, events!, '-f', 'json');
    expect(status).toBe(8);
    const { changes } = JSON.parse(stdout) as { changes: Record<string, unknown>[] };
    expect(changes).toContainEqual({
      kind: 'name-server',
      where: 'shop.test.',
      before: null,
      after: 'ns2.shop.test.',
      message: 'name server of shop.test.: ns2.shop.test. is new',
    });
  });

  it('reads one of the two from stdin', async () => {
    const command = `${process.execPath} dist/rootwalk.js diff ${first} - < ${again}`;
    const { stdout } = await promisify(execFile)('sh', ['-c', command]);
    expect(stdout).toContain('after   stdin');
  });
});

describe('what cannot be compared', () => {
  writeFileSync(path('bad.json'), '{"schema":7}');
  it.each([
    [[path('nowhere.json'), path('first.json')], /nowhere\.json cannot be read/],
    [[path('first.json'), path('bad.json')], /bad\.json: schema: a string is expected here/],
    [['-', '-'], /only one of the two/],
    [[path('first.json')], /missing/],
    [[path('first.json'), path('again.json'), '-f', 'xml'], /Allowed choices/],
  ])('%j is one line and status 2', async (words, line) => {
    const { status, stdout, stderr } = await run('diff', ...words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^rootwalk: [^\n]+\n$/);
    expect(stderr).toMatch(line);
  });
});
