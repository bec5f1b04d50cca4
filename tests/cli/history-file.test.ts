/** What was asked for is kept in a file from run to run, and no file is ever lost by that. */

import { chmod, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { historyIn, historyPath } from '../../src/cli/history-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rootwalk-history-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const read = (path: string): Promise<string> => readFile(path, 'utf8');

test.each([
  [{ XDG_STATE_HOME: '/state', HOME: '/home/a' }, '/state/rootwalk/history'],
  [{ XDG_STATE_HOME: 'relative', HOME: '/home/a' }, '/home/a/.local/state/rootwalk/history'],
  [{ XDG_STATE_HOME: '', HOME: '/home/a' }, '/home/a/.local/state/rootwalk/history'],
  [{ HOME: '/home/a' }, '/home/a/.local/state/rootwalk/history'],
])('%o: %s', (environment, path) => {
  expect(historyPath(environment)).toBe(path);
});

test('texts are kept, the newest first, nothing twice, for nobody else to read', async () => {
  const path = join(folder, 'deep', 'er', 'history');
  const first = await historyIn(path);
  expect(first.texts).toEqual([]);
  for (const text of ['a.test', 'b.test MX', 'a.test']) first.remember(text);
  await first.settled();
  expect(await read(path)).toBe('b.test MX\na.test\n');
  expect((await historyIn(path)).texts).toEqual(['a.test', 'b.test MX']);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('two explorers at the same time lose nothing of each other', async () => {
  const path = join(folder, 'history');
  const [one, other] = [await historyIn(path), await historyIn(path)];
  one.remember('a.test');
  await one.settled();
  other.remember('b.test');
  await other.settled();
  one.remember('c.test');
  await one.settled();
  expect(await read(path)).toBe('a.test\nb.test\nc.test\n');
});

test('the file does not grow for ever, and what could not have been typed is passed over', async () => {
  const path = join(folder, 'history');
  const lines = Array.from({ length: 500 }, (_, i) => `n${i}.test`);
  await writeFile(path, ['\u001b[31mred', 'x'.repeat(5000), '', ...lines, ''].join('\n'));
  const history = await historyIn(path);
  expect(history.texts).toHaveLength(200);
  expect(history.texts[0]).toBe('n499.test');
  history.remember('last.test');
  history.remember('two\nlines');
  await history.settled();
  const kept = (await read(path)).trimEnd().split('\n');
  expect(kept).toHaveLength(200);
  expect(kept.at(-1)).toBe('last.test');
});

test('a mode that was given to the file stays, a link stays a link', async () => {
  const target = join(folder, 'elsewhere');
  await writeFile(target, 'a.test\n');
  await chmod(target, 0o640);
  const path = join(folder, 'history');
  await symlink(target, path);
  const history = await historyIn(path);
  history.remember('b.test');
  await history.settled();
  expect(await read(target)).toBe('a.test\nb.test\n');
  expect((await stat(target)).mode & 0o777).toBe(0o640);
});

test.each<[string, (path: string) => Promise<unknown>, Buffer | null]>([
  [
    'octets that are no text',
    (path) => writeFile(path, Buffer.of(0xff, 0xfe, 10)),
    Buffer.of(0xff, 0xfe, 10),
  ],
  [
    'more than a history ever has',
    (path) => writeFile(path, Buffer.alloc(2 << 20, 'a')),
    Buffer.alloc(2 << 20, 'a'),
  ],
  ['a folder', (path) => mkdir(path), null],
  ['a link round to itself', (path) => symlink(path, path), null],
])('%s in its place stays as it is, and nothing is said', async (_what, put, octets) => {
  const path = join(folder, 'history');
  await put(path);
  const history = await historyIn(path);
  expect(history.texts).toEqual([]);
  history.remember('a.test');
  await history.settled();
  if (octets) expect((await readFile(path)).equals(octets)).toBe(true);
});

test('a home that does not exist is not made', async () => {
  const home = `/nonexistent-${process.pid}`;
  const history = await historyIn(historyPath({ HOME: home }));
  history.remember('a.test');
  await history.settled();
  await expect(stat(home)).rejects.toThrow('ENOENT');
});

test('where no folder can be made nothing is said either', async () => {
  const file = join(folder, 'file');
  await writeFile(file, 'not a folder');
  const history = await historyIn(join(file, 'rootwalk', 'history'));
  history.remember('a.test');
  await history.settled();
  expect(await read(file)).toBe('not a folder');
});
