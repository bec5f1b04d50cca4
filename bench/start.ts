/**
 * From the start of a process to its end: what `query` and `--help` take beside the least that Node takes for the like. The
 * processes run in turn, and each round gives a ratio; the server that is asked is this process, which replies at once.
 */

import { spawn } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { copyFileSync, mkdirSync } from 'node:fs';
import { decode } from '../src/message/decode.ts';
import { encode } from '../src/message/encode.ts';
import { scanRecord } from '../src/message/record-text.ts';
import { percentile, type Result } from './measure.ts';

const ROUNDS = 41;
const NAME = 'www.example.com';
const ADDRESSES = ['192.0.2.80', '192.0.2.81'];
const BARE = 'dist/bench/bare-query.js';

export async function startBenches(): Promise<Result[]> {
  mkdirSync('dist/bench', { recursive: true });
  copyFileSync('bench/bare-query.js', BARE);
  const { server, port } = await startServer();
  try {
    const query = ['dist/rootwalk.js', 'query', NAME, '@127.0.0.1', '-p', String(port), '-f', 'short'];
    const addresses = ADDRESSES.map((address) => `${address}\n`).join('');
    return [
      {
        what: 'query: the whole process',
        against: 'a bare script with a socket of node:dgram',
        ratio: await ratioOf(query, [BARE, NAME, String(port)], addresses),
        goal: '≤ 1.2 ×',
      },
      {
        what: '--help: the whole process',
        against: 'node -e 0',
        ratio: await ratioOf(['dist/rootwalk.js', '--help'], ['-e', '0']),
        goal: '≤ 1.15 ×',
      },
    ];
  } finally {
    server.close();
  }
}

/** The median of rounds; the first fills the caches of the disk and of Node, and does not count. */
async function ratioOf(ours: readonly string[], theirs: readonly string[], prints?: string): Promise<number> {
  const ratios: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const ourMs = await processMs(ours, prints);
    const theirMs = await processMs(theirs, prints);
    if (round > 0) ratios.push(ourMs / theirMs);
  }
  return percentile(ratios, 50);
}

/** Throws where it printed something else: a program that fails early would be the fastest of all. */
async function processMs(words: readonly string[], prints: string | undefined): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (octets: Buffer) => void (printed += octets.toString()));
  const status = await new Promise((resolve) => child.on('close', resolve));
  const elapsedMs = performance.now() - started;
  if (status !== 0 || (prints !== undefined && printed !== prints))
    throw new Error(`${words.join(' ')} ended with ${String(status)} and printed "${printed}"`);
  return elapsedMs;
}

async function startServer(): Promise<{ readonly server: Socket; readonly port: number }> {
  const server = createSocket('udp4');
  const answers = ADDRESSES.map((address) => scanRecord(`${NAME}. 300 IN A ${address}`));
  server.on('message', (octets, { address, port }) => {
    const { header, questions } = decode(octets);
    const reply = encode({
      header: { ...header, qr: true },
      questions,
      answers,
      authorities: [],
      additionals: [],
    });
    server.send(reply, port, address);
  });
  await new Promise<void>((bound) => server.bind(0, '127.0.0.1', bound));
  return { server, port: server.address().port };
}
