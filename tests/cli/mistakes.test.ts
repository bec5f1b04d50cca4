/** What a person gets wrong, in any command: one line that says what to do, status 2, and nothing on stdout. */

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { allCommands, commandTree } from '../../src/cli/command-tree.ts';
import { programFor } from '../../src/cli/program.ts';
import { run, type Finished } from '../support/program.ts';
import { LINES_WITH_OUTPUT, MISTAKEN_FILES, MISTAKEN_LINES } from './mistaken-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'rootwalk-'));
const path = (name: string): string => join(folder, name);
mkdirSync(path('folder'));
for (const [name, content] of Object.entries(MISTAKEN_FILES)) writeFileSync(path(name), content);
writeFileSync(path('one-long-line'), `"${'x'.repeat(5000)}" A 192.0.2.1\n`);

/** Those that can be typed: what only holds others is none. */
const commands = allCommands(
  commandTree(programFor({ signal: new AbortController().signal, status: 0, complain: () => {} })),
).filter(({ path, commands: parts }) => path !== '' && parts.length === 0);

/** The words of a line, `%` being the folder. */
function wordsOf(line: string | readonly string[]): string[] {
  const words = typeof line === 'string' ? line.split(' ').filter((word) => word !== '') : line;
  return words.map((word) => word.replace(/^%(?=\/|$)/, folder));
}

function expectOneLine({ status, stdout, stderr }: Finished): void {
  expect([status, stdout]).toEqual([2, '']);
  // Nothing that a terminal would obey.
  expect(stderr).toMatch(/^rootwalk: \P{C}+\n$/u);
  expect(stderr.length).toBeLessThan(700);
}

describe.concurrent('mistakes', () => {
  it.each([
    [['trace', 'example.com', 'AXFR', '--lab'], /rootwalk query example\.com AXFR @SERVER/],
    [['compare', 'example.com', 'TYPE41', '--lab'], /OPT is nothing to walk for/],
    [['explore', 'example.com', 'TKEY', '--lab'], /TKEY is nothing to walk for/],
    [
      ['trace', 'example.com', '@192.0.2.53', '--lab'],
      /rootwalk query and rootwalk compare take @192\.0\.2\.53$/,
    ],
    [['@192.0.2.53', 'example.com', '--lab'], /rootwalk compare NAME \[TYPE\] @SERVER does$/],
    [['trace', 'example.com', '--lab=nowhere'], /rootwalk lab list shows them all/],
    [['trace', 'example.com', '--nonsense'], /rootwalk trace --help shows the options/],
    [['trace', 'example.com', '--lab', '--fail-on', ''], /no finding ""/],
    [['trace', 'example.com', '--root-hints', path('folder')], /folder cannot be read: it is a folder/],
    [['trace', 'example.com', '--root-hints', path('nowhere')], /there is no such file or folder$/],
    [['trace', 'example.com', '--lab', '-o', ''], /-o wants the name of a file/],
    [['trace', 'example.com', '--lab', '-o', path('folder')], /folder cannot be written: it is a folder$/],
    [['trace', 'example.com', '--lab', '-o', path('text/x')], /a part of the path is no folder$/],
    [['compare', 'example.com', '--lab', '--rounds', '2'], /add --watch/],
    [['compare', 'example.com', '--lab', '@192.0.2.53:0'], /is no server/],
    [['query', 'example.com', '--lab', '@192.0.2.53#0'], /is no server/],
    [['query', 'example.com', '--lab', '@a.root-servers.net:0'], /is no server/],
    [['query', 'example.com', '--lab', '--no-edns', '--nsid'], /--no-edns and --nsid exclude each other/],
    [['query', 'example.com', '--lab', '--no-edns', '--bufsize', '512'], /--no-edns and --bufsize exclude/],
    [['dissect', '00', '--source', 'nonsense'], /add --layers/],
    [['build', '--zone-text', path('text')], /text: /],
    [['trace', 'example.com', '--root-hints', '/dev/zero'], /\/dev\/zero is too large: more than 16 MiB$/],
    [['open', '/dev/zero'], /\/dev\/zero is too large: more than 256 MiB$/],
    [['open', path('nowhere')], /cannot be read: there is no such file or folder$/],
    [['lab'], /rootwalk lab needs one of its commands: list, show, run$/],
    [['lab', 'nonsense'], /unknown command 'nonsense' \(rootwalk lab --help shows the commands\)/],
    [['help', 'nonsense'], /needs one of its commands: .*trace/],
    // No name server may be asked for these.
    [['lab', 'run', '--bind', '999.0.0.1:5300'], /no place to listen/],
    [['lab', 'run', '--bind', '1.2.3.4.5:5300'], /no place to listen/],
    [['lab', 'run', '--bind', '192.0.2.1:5300'], /this computer does not have the address$/],
  ])('%j', async (words, line) => {
    const finished = await run(...words);
    expectOneLine(finished);
    expect(finished.stderr.trimEnd()).toMatch(line);
  });

  it('quotes no more of a file than fits on a screen', async () => {
    const { status, stderr } = await run('build', '--zone-text', path('one-long-line'));
    expect(status).toBe(2);
    expect(stderr).toMatch(/^rootwalk: [^\n]+…[^\n]+\n$/);
    expect(stderr.length).toBeLessThan(700);
  });

  it.skipIf(process.platform === 'win32').each([
    ["$(printf 'caf\\351').example", 'is no domain name'],
    ["example.com $(printf '\\377\\376')", 'is no record type'],
    ["example.com --lab=$(printf '\\200')", 'there is no lab world'],
    ["example.com --root-hints $(printf '\\303')", 'there is no such file or folder'],
    ["example.com --$(printf '\\360\\237')", 'unknown option'],
  ])('octets that are no UTF-8: %s', async (words, says) => {
    const isInLab = /--lab|--root-hints/.test(words);
    const command = `exec "$0" dist/rootwalk.js trace ${words} ${isInLab ? '' : '--lab'}`;
    const finished = await promisify(execFile)('sh', ['-c', command, process.execPath]).then(
      (ended) => ({ status: 0, ...ended }),
      (error: { code: number; stdout: string; stderr: string }) => ({ status: error.code, ...error }),
    );
    expectOneLine(finished);
    expect(finished.stderr).toContain(says);
  });
});

it('there are lines for every command', () => {
  const names = commands.map((command) => command.path.split(' ')[0]!);
  expect(Object.keys(MISTAKEN_LINES).toSorted()).toEqual([...new Set(names)].toSorted());
});

describe.concurrent.each(Object.entries(MISTAKEN_LINES))('mistakes of %s', (_command, lines) => {
  // A word of 70 kB in the name of a test helps nobody.
  const named = lines.map(([line, says]) => ({ title: JSON.stringify(line).slice(0, 100), line, says }));
  it.each(named)('$title', async ({ line, says }) => {
    const finished = await run(...wordsOf(line));
    expectOneLine(finished);
    expect(finished.stderr).toContain(says);
  });
});

describe('a mistake with -o', () => {
  it('is tried with every command that has it', () => {
    const withOutput = commands.filter(({ options }) => options.some(({ long }) => long === '--output'));
    expect(Object.keys(LINES_WITH_OUTPUT).toSorted()).toEqual(withOutput.map((each) => each.path).toSorted());
  });

  const all = Object.entries(LINES_WITH_OUTPUT).flatMap(([command, lines]) =>
    lines.map((line) => ({ command, line })),
  );
  describe.concurrent.each(all)('$command $line', ({ command, line }) => {
    const into = mkdtempSync(path('output-'));
    const words = (file: string): string[] => [
      ...command.split(' '),
      '-o',
      join(into, file),
      ...wordsOf(line),
    ];

    it('makes no file, and leaves an old one', async () => {
      const old = join(into, 'old');
      writeFileSync(old, 'old');
      const before = statSync(old, { bigint: true });
      expectOneLine(await run(...words('new')));
      expectOneLine(await run(...words('old')));
      expect(readdirSync(into)).toEqual(['old']);
      expect(readFileSync(old, 'utf8')).toBe('old');
      const { ino, mtimeNs } = statSync(old, { bigint: true });
      expect([ino, mtimeNs]).toEqual([before.ino, before.mtimeNs]);
    });
  });
});
