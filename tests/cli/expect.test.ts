/** Expectations of a lookup: each that does not hold is one line, and the status is 8. */

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'rootwalk-'));
const linesOf = (text: string): string[] => text.split('\n').filter(Boolean);

describe.each(['trace', 'query'])('%s', (command) => {
  const held = [
    'www.example.com',
    '--lab',
    '-f',
    'short',
    '--expect',
    'A=192.0.2.80',
    '--expect-rcode',
    'noerror',
  ];

  it('says nothing of what holds', async () => {
    expect(await run(command, ...held, '--max-ms', '60000')).toMatchObject({ status: 0, stderr: '' });
  });

  it('tells each that does not', async () => {
    const words = ['--expect', '192.0.2.1', '--expect', 'A!=192.0.2.80', '--expect', 'mx', '--max-ms', '0'];
    const { status, stdout, stderr } = await run(command, ...held, ...words);
    expect([status, stdout]).toEqual([8, '192.0.2.80\n192.0.2.81\n']);
    expect(linesOf(stderr)).toEqual([
      expect.stringMatching(/^rootwalk: expected A 192\.0\.2\.1, seen: A 192\.0\.2\.80/),
      expect.stringMatching(/^rootwalk: expected no A 192\.0\.2\.80, seen: /),
      'rootwalk: expected MX records, seen: no MX record (NOERROR)',
      expect.stringMatching(/^rootwalk: expected at most 0 ms, seen: /),
    ]);
  });

  it('takes an error that was expected for none', async () => {
    const words = [command, 'nope.example.com', '--lab', '-f', 'json'];
    expect((await run(...words)).status).toBe(3);
    expect((await run(...words, '--expect-rcode', 'NXDOMAIN')).status).toBe(0);
    expect((await run(...words, '--expect-rcode', 'REFUSED')).status).toBe(8);
  });
});

describe('--expect-same-as-system', () => {
  it('holds in a world where the computer agrees, and not where it does not', async () => {
    const words = ['trace', '-f', 'short', '--expect-same-as-system'];
    expect((await run(...words, 'www.example.com', '--lab')).status).toBe(0);
    const { status, stderr } = await run(...words, 'www.example.net', '--lab=hosts-file');
    expect([status, stderr]).toEqual([
      8,
      'rootwalk: expected the same as this computer, seen: this computer has another answer\n',
    ]);
    expect((await run(...words, 'www.example.com', '--lab', '--no-system')).status).toBe(2);
  });
});

describe('check', () => {
  const file = join(folder, 'checks.yaml');
  writeFileSync(
    file,
    [
      '- www.example.com',
      '- { name: www.example.com, expect: [A=192.0.2.80, A=192.0.2.81], sameAsSystem: true }',
      '- { name: nope.example.com, rcode: NXDOMAIN }',
      '- { name: www.example.com, type: A, title: wrong, expect: A=192.0.2.1, maxMs: 0 }',
      '- { name: www.example.org, type: MX }',
    ].join('\n'),
  );

  it('reports each name in the order of the file', async () => {
    const { status, stdout } = await run('check', file, '--lab', '-f', 'json');
    expect(status).toBe(8);
    const report = JSON.parse(stdout) as { checks: { title: string; held: boolean; missed: object[] }[] };
    expect(report.checks.map(({ title, held, missed }) => [title, held, missed.length])).toEqual([
      ['www.example.com', true, 0],
      ['www.example.com', true, 0],
      ['nope.example.com', true, 0],
      ['wrong', false, 2],
      ['www.example.org MX', false, 1],
    ]);
  });

  it('reads JSON and a mapping with a list, and writes to a file', async () => {
    const json = join(folder, 'checks.json');
    const report = join(folder, 'report.tap');
    writeFileSync(json, JSON.stringify({ checks: [{ name: 'www.example.com', expect: ['A=192.0.2.80'] }] }));
    const finished = await run('check', json, '--lab', '-f', 'tap', '-o', report);
    expect(finished).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(report, 'utf8')).toMatch(/^TAP version 14\n1\.\.1\nok 1 - www\.example\.com\n/);
  });

  it.each([
    ['', /^1:1: a list of checks is missing/],
    ['just text', /^1:1: a list of checks is missing/],
    ['[]', /^1:1: a list of checks is missing/],
    ['- [a', /^1:/],
    ['- name: a\n  name: b', /^2:3: /],
    ['- name: a.test\n  expct: A', /^2:3: there is no member "expct"; did you mean "expect"\?/],
    ['- type: A', /^1:3: the member "name" is missing/],
    ['- name: a..b', /^1:3: .*empty label/],
    ['- name: a.test\n  type: MXX', /^1:3: "MXX" is no record type/],
    ['- name: a.test\n  expect: A=1.2.3', /^2:11: What is expected cannot be read: .*no IPv4 address/],
    ['- name: a.test\n  expect: [A, { x: 1 }]', /^2:15: "expect" has to be a text/],
    ['- name: a.test\n  rcode: NXDOMIAN', /^2:10: .*did you mean NXDOMAIN/],
    ['- name: a.test\n  failOn: NOTHING', /^2:11: There is no finding "NOTHING"/],
    ['- name: a.test\n  maxMs: soon', /^2:10: "maxMs" has to be a number/],
    ['- name: a.test\n  sameAsSystem: perhaps', /^2:17: "sameAsSystem" has to be true or false/],
    ['- name:', /^1:8: "name" has to be a text/],
    ['- 7: 8', /^1:3: there is no member "7"/],
    ['&a [*a]', /^1:5: a check is a name/],
  ])('%j is one line', async (text, line) => {
    const path = join(folder, 'bad.yaml');
    writeFileSync(path, text);
    const { status, stdout, stderr } = await run('check', path, '--lab');
    expect([status, stdout]).toEqual([2, '']);
    expect(linesOf(stderr)).toHaveLength(1);
    expect(stderr.slice(`rootwalk: ${path}:`.length)).toMatch(line);
  });
});
