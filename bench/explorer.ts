/**
 * The explorer on a terminal: how it rests, how fast it draws a long walk, and whether it keeps what it does not need.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { largeTrace } from './large-trace.ts';
import { percentile, type Result } from './measure.ts';
import { FRAME_END, mainThreadMs, processorMs, RawTerminal, residentMiB } from './raw-terminal.ts';

const IN_THE_LAB = ['dist/rootwalk.js', 'explore', 'www.example.com', '--lab'];
/** The last thing that a walk in the lab shows. */
const DONE = 'same answer';

const IDLE_MS = 60_000;
/** Of one core. */
const IDLE_SHARE = 0.005;

export async function idleBench(): Promise<Result> {
  const terminal = new RawTerminal(IN_THE_LAB);
  await terminal.wrote(DONE);
  // What the last frame still does is no rest.
  await pause(1000);
  const written = terminal.length;
  const usedMs = processorMs(terminal.pid);
  await pause(IDLE_MS);
  const idleMs = processorMs(terminal.pid) - usedMs;
  const drawn = terminal.length - written;
  await terminal.quit();
  if (drawn > 0) throw new Error(`the explorer wrote ${drawn} characters while nothing happened`);
  const allowedMs = IDLE_MS * IDLE_SHARE;
  return {
    what: `explorer: ${IDLE_MS / 1000} s of rest, nothing drawn; processor time`,
    against: `0.5 % of a core, ${allowedMs} ms`,
    ratio: idleMs / allowedMs,
    goal: '≤ 1 ×',
  };
}

const HOPS = 200;
const RECORDS = 2000;
const FRAME_MS = 33;

/** Each changes what is on the screen, as often as it is pressed here. */
const KEYS = [
  ...Array.from({ length: 120 }, () => '\x1b[A'),
  ...Array.from({ length: 120 }, () => '\x1b[B'),
  ...Array.from({ length: 60 }, () => '\t'),
  ...Array.from({ length: 60 }, () => ']'),
  ...Array.from({ length: 60 }, () => '['),
];

export async function keyBench(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rootwalk-'));
  try {
    const file = join(folder, 'large.ndjson');
    writeFileSync(file, largeTrace(HOPS, RECORDS / HOPS));
    const terminal = new RawTerminal(['dist/rootwalk.js', 'open', file]);
    await terminal.wrote(`hop ${HOPS} of ${HOPS}`);
    await pause(1000);
    const times: number[] = [];
    const used: number[] = [];
    for (const key of KEYS) {
      const from = terminal.length;
      const usedBefore = mainThreadMs(terminal.pid);
      const started = performance.now();
      terminal.type(key);
      await terminal.wrote(FRAME_END, from);
      times.push(performance.now() - started);
      used.push(mainThreadMs(terminal.pid) - usedBefore);
    }
    await terminal.quit();
    const against = `two frames of a screen, ${FRAME_MS} ms`;
    const row = (what: string, values: readonly number[]): Result => ({
      what: `explorer: key to frame, ${HOPS} hops, ${RECORDS} records, p99 ${what}`,
      against,
      ratio: percentile(values, 99) / FRAME_MS,
      goal: '≤ 1 ×',
    });
    // On a machine with much else to do, the first is about that, too.
    return [row(`of ${times.length}`, times), row('of processor time', used)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const FEW = 50;
const MANY = 500;
/** Garbage has no room to pile up in: what grows is what is kept. */
const SMALL_HEAP = ['--max-old-space-size=64', '--max-semi-space-size=8'];

export async function memoryBench(): Promise<Result> {
  const terminal = new RawTerminal([...SMALL_HEAP, ...IN_THE_LAB]);
  await terminal.wrote(DONE);
  let few = 0;
  for (let run = 1; run <= MANY; run++) {
    const from = terminal.length;
    terminal.type('r');
    await terminal.wrote(DONE, from);
    if (run === FEW) few = residentMiB(terminal.pid);
  }
  const many = residentMiB(terminal.pid);
  await terminal.quit();
  return {
    what: `explorer: memory after ${MANY} walks, in a small heap`,
    against: `after ${FEW}, ${few.toFixed(0)} MiB`,
    ratio: many / few,
    goal: '≤ 1.3 ×',
  };
}
