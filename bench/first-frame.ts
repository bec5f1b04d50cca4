/**
 * From the start of the process to the first frame on the terminal: the explorer in the lab against the least that Ink
 * does, one line, as such a program is written and as it would be bundled. All with React's production build.
 */

import { build, type BuildOptions } from 'esbuild';
import { percentile, type Result } from './measure.ts';
import { RawTerminal } from './raw-terminal.ts';

const ROUNDS = 15;
const EXPLORER = ['dist/rootwalk.js', 'explore', 'www.example.com', '--lab'];

const ONE_LINER = {
  entryPoints: ['bench/ink-one-liner.tsx'],
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  minifySyntax: true,
  define: { 'process.env.NODE_ENV': '"production"' },
  jsx: 'automatic',
} satisfies BuildOptions;

export async function firstFrameBenches(): Promise<Result[]> {
  await build({ ...ONE_LINER, outdir: 'dist/bench/written', packages: 'external' });
  await build({
    ...ONE_LINER,
    outdir: 'dist/bench/bundled',
    splitting: true,
    external: ['react-devtools-core'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  const toWritten: number[] = [];
  const toBundled: number[] = [];
  // The first round fills the caches of the disk and of Node, and does not count.
  for (let round = 0; round <= ROUNDS; round++) {
    const explorer = new RawTerminal(EXPLORER);
    const ourMs = await timed(() => explorer.wrote(' Walk '));
    await explorer.quit();
    const [writtenMs, bundledMs] = [await oneLinerMs('written'), await oneLinerMs('bundled')];
    if (round === 0) continue;
    toWritten.push(ourMs / writtenMs);
    toBundled.push(ourMs / bundledMs);
  }
  const what = 'explorer: start to first frame';
  return [
    { what, against: 'an Ink program of one line', ratio: percentile(toWritten, 50), goal: '≤ 1.3 ×' },
    { what, against: 'the same, bundled as the explorer is', ratio: percentile(toBundled, 50), goal: '' },
  ];
}

async function oneLinerMs(how: 'written' | 'bundled'): Promise<number> {
  const program = new RawTerminal([`dist/bench/${how}/ink-one-liner.js`]);
  const passedMs = await timed(() => program.wrote('one line'));
  await program.exited();
  return passedMs;
}

async function timed(what: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await what();
  return performance.now() - started;
}
