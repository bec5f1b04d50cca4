/**
 * A program: all servers of one replay scenario, on port 53 of every address that the scenario names, over UDP and TCP.
 * `scenario-server.ts FILE STEP` plays what is active in that step; prints one line when all its sockets are bound.
 * A socket an address, because a wildcard socket cannot say which address a query was sent to.
 */

import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, isIPv6, type Socket } from 'node:net';
import { loadScenario, type Scenario } from '../support/scenario.ts';
import { addressesNamed, scriptedReply } from '../support/scenario-servers.ts';

const [file = '', step = '0'] = process.argv.slice(2);
const scenario = loadScenario(file);
const active = scenario.steps[Number(step)]!.exchanges;
await Promise.all(addressesNamed(scenario).map((address) => serve(scenario, address)));
console.log('listening');

async function serve(played: Scenario, address: string): Promise<void> {
  const answer = (query: Uint8Array, transport: 'udp' | 'tcp'): Uint8Array | 'silence' =>
    scriptedReply(played, active, address, query, transport);
  const udp = createSocket(isIPv6(address) ? 'udp6' : 'udp4', (query, from) => {
    const reply = answer(query, 'udp');
    if (reply !== 'silence') udp.send(reply, from.port, from.address);
  });
  udp.bind(53, address);
  const tcp = createServer((socket) => answerStream(socket, (query) => answer(query, 'tcp')));
  tcp.listen(53, address);
  await Promise.all([once(udp, 'listening'), once(tcp, 'listening')]);
}

/** Messages with their length before them (RFC 1035 4.2.2). */
function answerStream(socket: Socket, answer: (query: Uint8Array) => Uint8Array | 'silence'): void {
  let waiting = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length >= 2 && waiting.length >= 2 + waiting.readUInt16BE(0)) {
      const end = 2 + waiting.readUInt16BE(0);
      const reply = answer(waiting.subarray(2, end));
      waiting = waiting.subarray(end);
      if (reply === 'silence') continue;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(reply.length);
      socket.write(Buffer.concat([length, reply]));
    }
  });
}
