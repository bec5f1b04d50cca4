/** How walks are made, on a real terminal: servers of the command line, the way into the lab, and what a world does. */

import { expect, test } from 'vitest';
import { openTerminal } from '../support/terminal/open-terminal.ts';

const SIZE = { columns: 120, rows: 40 } as const;

test('servers of the command line are asked beside this computer', async () => {
  const args = ['explore', 'www.example.com', '@192.0.2.53', 'A', '--lab'];
  using terminal = openTerminal({ columns: 200, rows: 90, args });
  await terminal.shows('✓ answer', /@192\.0\.2\.53 [^]*= same answer as the walk/);
  terminal.press('q');
  expect(await terminal.exit).toEqual({ status: 0, signal: 0 });
});

test('a server that is none is one line before the screen opens', async () => {
  using terminal = openTerminal({ ...SIZE, args: ['www.example.com', '@nowhere.test', '--lab'] });
  await terminal.shows('rootwalk: the lab knows no root server nowhere.test: give an address');
  expect(await terminal.exit).toEqual({ status: 2, signal: 0 });
});

test('without a name the lab is a key away, letters find a world, and its ways are seen', async () => {
  using terminal = openTerminal({ ...SIZE, args: ['--lab'] });
  await terminal.shows('Type a name, and a type after it', 'Ctrl-O');
  terminal.press('ctrl+o');
  await terminal.shows('━ Lab worlds ', 'with findings on the walk');
  terminal.type('denied');
  await terminal.shows('narrowed to: denied', /^▸ denied-above /m);
  terminal.press('enter');
  // Only a walk that has ended can be the run before.
  await terminal.shows('lab world: denied-above', 'same answer as the walk', 'q quit');
  terminal.press('o');
  await terminal.shows(/▸ minimise +on \(this world\)/);
  terminal.press(' ');
  await terminal.shows(/▸ minimise +off /);
  terminal.press('enter');
  await terminal.shows('minimise off', 'Against the run before');
  terminal.press('q');
  expect(await terminal.exit).toEqual({ status: 0, signal: 0 });
});
