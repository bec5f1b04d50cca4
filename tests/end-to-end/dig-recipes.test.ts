/** What people do with the output of dig, done with ours: the same comes out. */

import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cannotRunHere, SEARCH_PATH } from './requirements.ts';

const PORT = '53531';
const env = { ...process.env, PATH: SEARCH_PATH, NO_COLOR: '1' };

const dig = (...words: readonly string[]): string =>
  execFileSync('dig', ['@127.0.0.1', '-p', PORT, ...words], { encoding: 'utf8', env });
const ours = (...words: readonly string[]): string => {
  const line = ['dist/rootwalk.js', 'query', '@127.0.0.1', '-p', PORT, ...words];
  return spawnSync(process.execPath, line, { encoding: 'utf8', env }).stdout;
};
const through = (recipe: string, text: string): string =>
  spawnSync('sh', ['-c', recipe], { encoding: 'utf8', input: text, env }).stdout;

const RECIPES = [
  "awk '/^[^;]/ && NF > 4 {print $1, $2, $3, $4, $5}'",
  "awk '/ANSWER SECTION/ {f = 1; next} /^$/ {f = 0} f {print $NF}'",
  "grep 'status:' | awk '{print $6}'",
  "sed -n 's/.*status: \\([A-Z]*\\),.*/\\1/p'",
  'awk -F\'[ ;]+\' \'/flags:/ && /QUERY/ {sub(/.*flags: /, ""); sub(/;.*/, ""); print}\'',
  "grep -c 'ANSWER SECTION'",
  "awk '/MSG SIZE/ {print $5}'",
  "awk '/SERVER:/ {print $3}'",
  "awk '/Query time/ {print ($4 ~ /^[0-9]+$/), $5}'",
  'awk \'$4 == "A" {print $5}\'',
  'awk \'$4 == "CNAME" {print $5}\'',
  'awk \'$4 == "SOA" {print $7}\'',
  "cut -f1,5 | grep -v '^;' | grep .",
  "awk '/^;[^;]/ && /IN/ {print $1, $2, $3}'",
  "awk '/QUERY: / {match($0, /ANSWER: [0-9]+/); print substr($0, RSTART, RLENGTH)}'",
];

describe.skipIf(cannotRunHere('dig recipes', { awk: 'mawk' }))('dig recipes', () => {
  let server: ChildProcess;
  beforeAll(async () => {
    server = spawn(process.execPath, ['dist/rootwalk.js', 'lab', 'run', '--bind', `127.0.0.1:${PORT}`], {
      env,
    });
    await once(server.stderr!, 'data');
  });
  afterAll(() => server.kill());

  test.each(
    [
      ['www.example.com'],
      ['shop.example.com'],
      ['example.com', 'MX'],
      ['nope.example.com'],
      ['example.com', 'TXT'],
    ].flatMap((question) => RECIPES.map((recipe) => [question, recipe] as const)),
  )('%j | %s', (question, recipe) => {
    // A cookie would make the replies of different size; order and TTL of records are the resolver's.
    const theirs = through(`${recipe} | sort`, dig(...question, '+nocookie', '+bufsize=1232', '+noad'));
    const own = through(`${recipe} | sort`, ours(...question, '--format', 'dig'));
    const bare = (text: string): string => text.replace(/\b\d{1,4} IN\b/g, 'TTL IN');
    expect(bare(own)).toBe(bare(theirs));
  });

  test.each([
    [['www.example.com', '+short']],
    [['www.example.com', 'AAAA', '+short']],
    [['example.com', 'MX', '+short']],
    // Where an alias stands in between, dig prints its target too.
    [['-x', '192.0.2.25', '+short']],
  ])('%j', (words) => {
    const sorted = (text: string): string[] => text.split('\n').toSorted();
    expect(sorted(ours(...words))).toEqual(sorted(dig(...words, '+nocookie')));
  });
});
