/**
 * From the start of the process to the first frame on the terminal: the explorer in the lab against the least that Ink
 * does, one line, bundled in the same way. Both with React's production build.
 */

import { build } from 'esbuild';
import { percentile, type Result } from './measure.ts';
import { RawTerminal } from './raw-terminal.ts';

const ROUNDS = 15;
const EXPLORER = ['dist/rootwalk.js', 'explore', 'www.example.com', '--lab'];
const ONE_LINER = ['dist/bench/ink-one-liner.js'];

export async function firstFrameBench(): Promise<Result> {
  await build({
    entryPoints: ['bench/ink-one-liner.tsx'],
    outdir: 'dist/bench',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    external: ['react-devtools-core'],
    minifySyntax: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    jsx: 'automatic',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  const ratios: number[] = [];
  // The first round fills the caches of the disk and of Node, and does not count.
  for (let round = 0; round <= ROUNDS; round++) {
    const explorer = new RawTerminal(EXPLORER);
    const ourMs = await timed(() => explorer.wrote(' Walk '));
    await explorer.quit();
    const oneLiner = new RawTerminal(ONE_LINER);
    const theirMs = await timed(() => oneLiner.wrote('one line'));
    await oneLiner.exited();
    if (round > 0) ratios.push(ourMs / theirMs);
  }
  return {
    what: 'explorer: start to first frame',
    against: 'an Ink program of one line',
    ratio: percentile(ratios, 50),
    goal: '≤ 1.3 ×',
  };
}

async function timed(what: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await what();
  return performance.now() - started;
}
