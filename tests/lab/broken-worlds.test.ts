/** A world that cannot be used is one line, whatever is wrong with it, and no matter of the others. */

import { cpSync, mkdtempSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allWorlds } from '../../src/cli/lab.ts';
import { worldsFolder } from '../../src/lab/worlds-folder.ts';
import { DEFAULT_WORLD } from '../../src/cli/default-world.ts';

const file = {
  title: 'A',
  story: 'B.',
  question: ['a.test.', 'A'],
  hints: 'hints',
  servers: [],
  computer: {},
};

/** Each world.json, and what is said of it. */
const BROKEN: Readonly<Record<string, readonly [json: string, error: RegExp]>> = {
  'no-json': ['{', /no-json\/world\.json is no JSON: /],
  'a-number': ['7', /a-number\/world\.json has no "title"/],
  'a-null': ['null', /^a-null: world\.json is not made/],
  'no-servers': [JSON.stringify({ ...file, servers: undefined }), /world\.json has no "servers"/],
  'odd-servers': [JSON.stringify({ ...file, servers: 'x' }), /^odd-servers: world\.json is not made/],
  'no-hints': [JSON.stringify(file), /hints cannot be read/],
  'odd-zone': [
    JSON.stringify({ ...file, servers: [{ name: 'a.', addresses: [], zones: ['..'] }] }),
    /^odd-zone: "\.\." has an empty label/,
  ],
};

test('broken worlds are listed with their errors beside the others', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rootwalk-'));
  cpSync(join(worldsFolder(), DEFAULT_WORLD), join(folder, DEFAULT_WORLD), { recursive: true });
  for (const [name, [json]] of Object.entries(BROKEN)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'world.json'), json);
  }
  const listed = await allWorlds(folder);
  const errors = Object.fromEntries(
    listed.flatMap((each) => ('error' in each ? [[each.name, each.error]] : [])),
  );
  expect(Object.keys(errors).toSorted()).toEqual(Object.keys(BROKEN).toSorted());
  for (const [name, [, error]] of Object.entries(BROKEN)) expect(errors[name]).toMatch(error);
  expect(listed.flatMap((each) => ('world' in each ? [each.world.name] : []))).toEqual([DEFAULT_WORLD]);
});
