/**
 * `npm run media`: the explorer as it really is, for the README. Runs the built program in the lab on a real terminal,
 * presses keys as a person would, and writes what was on it: explorer.svg, a still picture, and explorer.cast, the whole
 * session as asciinema plays it (asciicast v2). Nobody waits for the person: their pauses are only written down.
 */

import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openProgram, type Terminal } from '../../tests/support/terminal/open-terminal.ts';
import { screenRuns } from '../../tests/support/terminal/screen-cells.ts';
import { Cast } from './cast.ts';
import { stillOf } from './still.ts';

const SIZE = { columns: 110, rows: 34 };
const NAME = 'www.example.org';
const COMMAND = `rootwalk ${NAME} --lab=stale-cache`;

/** A press, what the screen has to show then, and how long a person looks at it. */
interface Step {
  readonly press: string;
  readonly shows: string | RegExp;
  readonly lookMs: number;
}

const typed = (text: string): Step[] =>
  Array.from(text, (press) => ({ press, shows: '', lookMs: press === ' ' ? 140 : 70 }));

const UNTIL_THE_PICTURE: readonly Step[] = [
  { press: 'up', shows: /▸.*net\./, lookMs: 700 },
  { press: 'up', shows: /▸/, lookMs: 700 },
  { press: 'down', shows: /▸/, lookMs: 500 },
  { press: 'down', shows: /▸ +example\.org\./, lookMs: 900 },
  { press: 'tab', shows: '━ This computer ', lookMs: 1200 },
  { press: '1', shows: '[Why]', lookMs: 2200 },
  { press: '3', shows: '[Bytes]', lookMs: 2500 },
];

const AFTER_THE_PICTURE: readonly Step[] = [
  { press: 'tab', shows: /━ .*\[Bytes\]/, lookMs: 800 },
  { press: 'enter', shows: /^━ .*\[Bytes\]/m, lookMs: 1500 },
];

const folder = mkdtempSync(join(tmpdir(), 'rootwalk-'));
try {
  const command = resolve('dist/rootwalk.js');
  chmodSync(command, 0o755);
  symlinkSync(command, join(folder, 'rootwalk'));
  const env = { PS1: '$ ', ENV: '', PATH: `${folder}:${dirname(process.execPath)}:${process.env['PATH']}` };
  using terminal = openProgram({ ...SIZE, command: ['sh', '-i'], env });
  const cast = new Cast(terminal);
  await terminal.shows('$');
  cast.start(SIZE, COMMAND);
  await play(terminal, cast, typed(COMMAND));
  await play(terminal, cast, [{ press: 'enter', shows: 'STALE_CACHE', lookMs: 3000 }]);
  await play(terminal, cast, UNTIL_THE_PICTURE);
  write(
    'explorer.svg',
    stillOf({ rows: screenRuns(terminal.emulator), columns: SIZE.columns, title: COMMAND }),
  );
  await play(terminal, cast, AFTER_THE_PICTURE);
  while (!/▸ +pointer/.test(terminal.screen())) {
    await play(terminal, cast, [{ press: 'down', shows: '[Bytes]', lookMs: 160 }]);
  }
  cast.wait(4000);
  write('explorer.cast', cast.text());
  terminal.press('q');
} finally {
  rmSync(folder, { recursive: true });
}

async function play(terminal: Terminal, cast: Cast, steps: readonly Step[]): Promise<void> {
  for (const { press, shows, lookMs } of steps) {
    const before = terminal.raw.length;
    terminal.press(press);
    await terminal.until(
      (screen) =>
        terminal.raw.length > before &&
        (typeof shows === 'string' ? screen.includes(shows) : shows.test(screen)),
      `${String(shows)} after ${press}`,
    );
    cast.wait(lookMs);
  }
}

function write(name: string, text: string): void {
  writeFileSync(fileURLToPath(new URL(name, import.meta.url)), text);
  process.stdout.write(`docs/media/${name} written, ${(text.length / 1000).toFixed(0)} kB\n`);
}
