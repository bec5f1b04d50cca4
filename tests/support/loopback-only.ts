/**
 * Loaded before every test file: any socket to an address outside loopback throws, so that no test can send a packet
 * to the Internet by mistake.
 */

import dgram from 'node:dgram';
import net from 'node:net';

const isLoopback = (host: string): boolean => /^(127\.|::1$|::ffff:127\.|localhost$)/.test(host);

// oxlint-disable-next-line typescript/unbound-method -- called with its socket below
const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function (this: dgram.Socket, ...parameters: unknown[]): void {
  const host = parameters.findLast((parameter) => typeof parameter === 'string');
  if (host !== undefined && !isLoopback(host)) throw new Error(`a test tried to send a datagram to ${host}`);
  Reflect.apply(send, this, parameters);
} as typeof send;

// oxlint-disable-next-line typescript/unbound-method -- called with its socket below
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (this: net.Socket, ...parameters: unknown[]): net.Socket {
  const first = parameters.flat()[0] as { host?: string; path?: string } | number | string | undefined;
  const host = typeof first === 'object' ? first.host : parameters[1];
  if (typeof host === 'string' && !isLoopback(host)) throw new Error(`a test tried to connect to ${host}`);
  return Reflect.apply(connect, this, parameters) as net.Socket;
};
