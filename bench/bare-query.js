/**
 * The least that asks a server on this computer for addresses and prints them. What `rootwalk query` is measured against.
 */

import { createSocket } from 'node:dgram';

const [, , name, port] = process.argv;
const labels = name.split('.').map((label) => [label.length, ...Buffer.from(label)]);
const header = [0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0];
const query = Buffer.from([...header, ...labels.flat(), 0, 0, 1, 0, 1]);

const socket = createSocket('udp4');
socket.on('message', (reply) => {
  let at = query.length;
  for (let left = reply.readUInt16BE(6); left > 0; left--) {
    // A pointer, type, class, TTL and length stand before the data.
    const length = reply.readUInt16BE(at + 10);
    console.log(reply.subarray(at + 12, at + 12 + length).join('.'));
    at += 12 + length;
  }
  socket.close();
});
socket.send(query, Number(port), '127.0.0.1');
