/**
 * A name server at one address, on port 53 over UDP and TCP, around a function from query to reply. It has a socket of
 * its own because a wildcard socket cannot say which address a query was sent to.
 */

import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, isIPv6, type Socket } from 'node:net';

export type Answer = (query: Uint8Array, transport: 'udp' | 'tcp') => Uint8Array | 'silence';

export async function listenAt(address: string, answer: Answer): Promise<void> {
  const udp = createSocket(isIPv6(address) ? 'udp6' : 'udp4', (query, from) => {
    const reply = answer(query, 'udp');
    if (reply !== 'silence') udp.send(reply, from.port, from.address);
  });
  udp.bind(53, address);
  const tcp = createServer((socket) => answerStream(socket, answer));
  tcp.listen(53, address);
  await Promise.all([once(udp, 'listening'), once(tcp, 'listening')]);
}

/** Messages with their length before them (RFC 1035 4.2.2). */
function answerStream(socket: Socket, answer: Answer): void {
  let waiting = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length >= 2 && waiting.length >= 2 + waiting.readUInt16BE(0)) {
      const end = 2 + waiting.readUInt16BE(0);
      const reply = answer(waiting.subarray(2, end), 'tcp');
      waiting = waiting.subarray(end);
      if (reply !== 'silence') socket.write(withLength(reply));
    }
  });
}

export function withLength(message: Uint8Array): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return Buffer.concat([length, message]);
}
