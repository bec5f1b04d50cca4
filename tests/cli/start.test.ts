/** What is prepared so that it starts sooner says what the whole program says. */

import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { isPlainQuery } from '../../src/cli/plain-query.ts';
import { EXIT } from '../../src/cli/exit-status.ts';
import { programFor } from '../../src/cli/program.ts';

const WHOLE = "import('./dist/program.js').then(({ wholeProgram }) => wholeProgram(process.argv.slice(1)))";

function outcome(words: readonly string[]): object {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test.each([
  ['--help'],
  ['-h'],
  ['query', '--help'],
  ['query'],
  ['query', 'a..b', '@127.0.0.1'],
  ['query', 'www.example.com', '@127.0.0.1', '@127.0.0.2'],
  ['query', 'www.example.com', '--bufsize', '1'],
  ['query', 'www.example.com', '--show', 'answers'],
  ['query', 'www.example.com', 'MXX', '@127.0.0.1'],
  ['query', 'www.example.com', '@127.0.0.1', '-p', '1', '--tries', '1', '-f', 'json', '-o', '/dev/full'],
])('%j says what the whole program says', (...words) => {
  const whole = outcome(['-e', WHOLE, '--', ...words]);
  expect(outcome(['dist/rootwalk.js', ...words])).toEqual(whole);
});

test('an option of query is for query alone only where it needs nothing that is loaded later', () => {
  const { signal } = new AbortController();
  const program = programFor({ signal, status: EXIT.answer, complain: () => {} });
  const options = program.commands.find((command) => command.name() === 'query')!.options;
  const others = options
    .map(({ long }) => long!)
    .filter((long) => !isPlainQuery(['query', 'a.example', long]));
  expect(others).toEqual([
    '--lab',
    '--tls',
    '--tsig-file',
    '--ca',
    '--tls-name',
    '--pin',
    '--opportunistic',
    '--http-get',
    '--expect',
    '--expect-rcode',
    '--max-ms',
    // Only with a format that needs nothing else.
    '--format',
  ]);
});

test.each([
  ['trace', 'a.example'],
  ['query', 'a.example', '--lab'],
  ['query', 'a.example', '+short'],
  ['query', 'a.example', '-f', 'yaml'],
  ['query', 'a.example', '-f', 'text', '-f', 'dig'],
  ['query', 'a.example', '-fyaml'],
  ['query', 'a.example', '--format=dig'],
  ['query', 'a.example', '-y', 'key'],
  ['query', 'a.example', '@tls://192.0.2.1'],
  ['query', 'a.example', '@HTTPS://192.0.2.1/dns-query'],
])('%j is for the whole program', (...words) => {
  expect(isPlainQuery(words)).toBe(false);
});
