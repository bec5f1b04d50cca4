/**
 * A request over HTTP/2 (RFC 9113) on a connection that is already secure.
 */

import { connect, constants } from 'node:http2';
import type { TLSSocket } from 'node:tls';
import { BodyReader, type HttpAsked, type HttpReply } from './http-reply.ts';

/** Rejects where the connection or the stream fails. */
export function askOverHttp2(
  socket: TLSSocket,
  { method, authority, path, accept, body }: HttpAsked,
  signal: AbortSignal,
): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    const session = connect(`https://${authority}`, {
      createConnection: () => socket,
      // Nothing is to be pushed to us.
      settings: { enablePush: false },
    });
    session.on('error', reject);
    session.on('goaway', (code) => {
      if (code !== constants.NGHTTP2_NO_ERROR) reject(broken(`GOAWAY with error ${code}`));
    });
    signal.addEventListener('abort', () => session.destroy(), { once: true });
    const stream = session.request({
      ':method': method,
      ':path': path,
      accept,
      ...(body ? { 'content-type': accept, 'content-length': String(body.length) } : {}),
    });
    stream.on('error', reject);
    stream.on('response', (headers) => {
      const facts = {
        status: headers[':status'] ?? 0,
        mediaType: headers['content-type'],
        location: headers.location,
      };
      const reader = new BodyReader();
      stream.on('data', (piece: Buffer) => {
        if (!reader.push(piece)) resolve({ ...facts, body: 'too-long' });
      });
      let isWhole = false;
      stream.on('end', () => (isWhole = true));
      // A stream that is reset has an end too: only its code tells a body that was given up.
      stream.on('close', () => {
        if (isWhole && stream.rstCode === constants.NGHTTP2_NO_ERROR)
          resolve({ ...facts, body: reader.octets() });
        else reject(broken(`the stream was given up with error ${stream.rstCode}`));
      });
    });
    stream.on('close', () => {
      // Behind the listener of the response, where there was one.
      setImmediate(() => reject(Object.assign(new Error('closed'), { code: 'EPIPE' })));
    });
    stream.end(body);
  });
}

function broken(message: string): Error {
  return Object.assign(new Error(message), { code: 'ERR_HTTP2_STREAM_ERROR' });
}
