/**
 * `npm run fuzz [-- COUNT [SEED]]`: many mutated and random messages through dissect, decode, encode and print. A case
 * that fails is written to fixtures/messages, to stay there as a test.
 */

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { printHex } from '../../src/message/hex.ts';
import { faultOfCapture, fuzzCapture } from '../capture/mutate.ts';
import { seededChance } from '../../src/lab/seeded-chance.ts';
import { faultOf } from './check-message.ts';
import { mutate } from './mutate.ts';
import { messageSeeds } from './seeds.ts';

const LONGEST_MS = 50;
const PROGRESS = 250_000;

const [count = 5_000_000, seed = 1] = process.argv.slice(2).map(Number);
const seeds = messageSeeds();
const chance = seededChance(seed);
let failures = 0;
let slowest = { ms: 0, hex: '' };

console.log(`${count} messages from ${seeds.length} seeds, random seed ${seed}`);
const started = performance.now();
for (let i = 1; i <= count; i++) {
  const octets = mutate(seeds, chance);
  const before = performance.now();
  const fault = faultOf(octets);
  const ms = performance.now() - before;
  if (ms > slowest.ms) slowest = { ms, hex: printHex(octets) };
  // A pause of the machine is not the message's fault: only what is slow again counts.
  const slow = ms > LONGEST_MS && timeOf(octets) > LONGEST_MS && timeOf(octets) > LONGEST_MS;
  if (fault !== undefined || slow) report(octets, fault ?? `takes ${ms.toFixed(0)} ms`);
  if (i % PROGRESS === 0)
    console.log(
      `${i} messages, ${failures} failures, ${((performance.now() - started) / 1000).toFixed(0)} s`,
    );
}
const captures = Math.ceil(count / 20);
for (let i = 0; i < captures; i++) {
  const octets = fuzzCapture(seed + i);
  const fault = faultOfCapture(octets);
  if (fault !== undefined) {
    failures++;
    console.log(`capture ${seed + i}: ${fault}`);
  }
}
console.log(`${captures} captures`);
console.log(`slowest: ${slowest.ms.toFixed(1)} ms (${slowest.hex.length / 2} octets)`);
console.log(`${count} messages, ${failures} failures`);
process.exit(failures === 0 ? 0 : 1);

function timeOf(octets: Uint8Array): number {
  const before = performance.now();
  faultOf(octets);
  return performance.now() - before;
}

function report(octets: Uint8Array, fault: string): void {
  failures++;
  const hex = printHex(octets);
  const path = `fixtures/messages/fuzz-${createHash('sha256').update(octets).digest('hex').slice(0, 10)}.hex`;
  if (failures <= 20) writeFileSync(path, `# found by fuzzing: ${fault.split('\n')[0]}\n${hex}\n`);
  console.log(`${fault}\n${hex}\n`);
}
