/**
 * `npm run bench`: every figure of docs/performance.md, as ratios measured side by side in one run. Single times mean
 * little on a shared machine; the ratio of two things measured in turn means more.
 */

import { execFileSync } from 'node:child_process';
import { idleBench, keyBench, memoryBench } from './explorer.ts';
import { firstFrameBenches } from './first-frame.ts';
import { messageBenches } from './messages.ts';
import type { Result } from './measure.ts';
import { startBenches } from './start.ts';
import { walkBenches } from './walks.ts';

execFileSync(process.execPath, ['build.ts'], { stdio: 'inherit' });
const results: Result[] = [
  ...messageBenches(),
  ...(await walkBenches()),
  ...(await startBenches()),
  ...(await firstFrameBenches()),
  ...(await keyBench()),
  await memoryBench(),
  await idleBench(),
];

const rows = results.map(({ what, against, ratio, goal }) => [what, against, `${ratio.toFixed(2)} ×`, goal]);
const header = ['what', 'against', 'ratio', 'goal'];
const widths = header.map((title, column) =>
  Math.max(title.length, ...rows.map((row) => row[column]!.length)),
);
for (const row of [header, ...rows])
  console.log(row.map((cell, column) => cell.padEnd(widths[column]!)).join('  '));
