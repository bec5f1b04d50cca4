/**
 * A program for the inside of a namespace: `show.ts NETWORK FOLDER HINTS NAMES` plays the network's servers, starts the real
 * resolvers, asks each the network's question, and prints what they say as JSON.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { rcodeName, typeCode } from '../../src/message/codes.ts';
import { encodeQuery } from '../../src/message/query-message.ts';
import { rcodeOf } from '../../src/message/message.ts';
import { messageOfReply } from '../../src/transport/reply.ts';
import { withLength } from '../end-to-end/socket-server.ts';
import { answerSet, type Outcome } from '../support/scenario.ts';
import type { Network } from './network.ts';
import { serve } from './serve.ts';
import { RESOLVERS, type Resolver } from './resolvers.ts';
import { NETWORKS } from './table.ts';

const PATIENCE_MS = 40_000;
const [wanted, folder = '', hintsFile = '', names] = process.argv.slice(2);
const network = NETWORKS.find(({ name }) => name === wanted)!;
await serve(network);
const outcomes = await Promise.all(
  RESOLVERS.map(async (resolver) => [resolver.name, await show(network, resolver)] as const),
);
console.log(JSON.stringify(Object.fromEntries(outcomes)));
process.exit(0);

async function show(
  { question }: Network,
  resolver: Resolver,
): Promise<Outcome & { readonly elapsedMs: number }> {
  const own = join(folder, resolver.name);
  mkdirSync(own);
  const [command = '', ...args] = resolver.prepare(
    own,
    hintsFile,
    resolver.address,
    names === 'whole' ? 'whole' : 'minimised',
  );
  const child = spawn(command, args, { cwd: own, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = createWriteStream(join(own, 'log'));
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  try {
    const query = encodeQuery(
      { name: question.name, type: typeCode(question.type)!, class: 1 },
      { id: 1, recursionDesired: true, edns: undefined },
    );
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const startedMs = performance.now();
      const reply = await ask(resolver.address, query);
      const elapsedMs = Math.round(performance.now() - startedMs);
      if (reply) {
        const read = messageOfReply(reply);
        if ('detail' in read) return { rcode: 'unreadable', answer: [], elapsedMs };
        const { message } = read;
        return { rcode: rcodeName(rcodeOf(message)), answer: answerSet(message.answers), elapsedMs };
      }
      if (performance.now() > deadline) return { rcode: 'no reply', answer: [], elapsedMs };
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    child.kill('SIGKILL');
  }
}

/** One question over TCP, so that nothing of the answer is cut; undefined where nobody listens yet. */
async function ask(address: string, query: Uint8Array): Promise<Uint8Array | undefined> {
  const socket = connect(53, address);
  try {
    await once(socket, 'connect');
    socket.write(withLength(query));
    let octets = Buffer.alloc(0);
    for await (const chunk of socket) {
      octets = Buffer.concat([octets, chunk as Buffer]);
      if (octets.length >= 2 && octets.length >= 2 + octets.readUInt16BE(0)) return octets.subarray(2);
    }
    return undefined;
  } catch {
    return undefined;
  } finally {
    socket.destroy();
  }
}
