/**
 * A program: a name server that hears every query on port 53 of the given addresses and never answers. Prints one line
 * when all its sockets are bound.
 */

import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';

for (const address of process.argv.slice(2)) {
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
  socket.bind(53, address);
  await once(socket, 'listening');
}
console.log('listening');
