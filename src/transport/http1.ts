/**
 * A request over HTTP/1.1 (RFC 9112) on a connection that is already secure, for servers without HTTP/2.
 */

import { request } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { BodyReader, type HttpAsked, type HttpReply } from './http-reply.ts';

/** Rejects where the connection fails or what comes is not HTTP. */
export function askOverHttp1(
  socket: TLSSocket,
  { method, authority, path, accept, body }: HttpAsked,
  signal: AbortSignal,
): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    const asking = request({
      createConnection: () => socket,
      method,
      path,
      headers: {
        host: authority,
        accept,
        connection: 'close',
        ...(body ? { 'content-type': accept, 'content-length': body.length } : {}),
      },
    });
    signal.addEventListener('abort', () => asking.destroy(), { once: true });
    asking.on('error', reject);
    asking.on('response', (reply) => {
      const facts = {
        status: reply.statusCode ?? 0,
        mediaType: reply.headers['content-type'],
        location: reply.headers.location,
      };
      const reader = new BodyReader();
      reply.on('error', reject);
      reply.on('data', (piece: Buffer) => {
        if (!reader.push(piece)) resolve({ ...facts, body: 'too-long' });
      });
      reply.on('end', () => resolve({ ...facts, body: reader.octets() }));
    });
    asking.end(body);
  });
}
