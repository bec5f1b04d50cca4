/**
 * One query over HTTPS (RFC 8484): HTTP/2, or HTTP/1.1 where the server speaks nothing else, over a connection of its own
 * that is verified as for TLS. What HTTP says of the request is http-reply.ts'.
 */

import type { TLSSocket } from 'node:tls';
import { expectationOf } from './acceptance.ts';
import type { Clock } from './clock-and-chance.ts';
import type { Encryption, HttpResource, Secured } from './encryption.ts';
import type { ExchangeEnding, ExchangeRequest, ExchangeResult } from './exchange.ts';
import { askOverHttp1 } from './http1.ts';
import { askOverHttp2 } from './http2.ts';
import { endingOfHttp, type HttpAsked, type HttpReply } from './http-reply.ts';
import type { SocketAddress } from './route.ts';
import { tlsChannel } from './tls.ts';
import { tlsFailureOf } from './tls-errors.ts';

const MEDIA_TYPE = 'application/dns-message';

export function exchangeOverHttps(
  request: ExchangeRequest,
  target: SocketAddress,
  encryption: Encryption & { readonly resource: HttpResource },
  { clock }: { readonly clock: Clock },
): Promise<ExchangeResult> {
  const { query, timeoutMs, signal } = request;
  const { socket, admit, failureOf } = tlsChannel(target, encryption, ['h2', 'http/1.1']);
  const started = clock.now();
  let secured: Secured | undefined;
  return new Promise((resolve) => {
    // HTTP goes on with the socket: whatever it still reports is nobody's any more.
    const over = new AbortController();
    const finish = (ending: ExchangeEnding): void => {
      if (over.signal.aborted) return;
      over.abort();
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
      socket.on('error', () => {}).destroy();
      const { bytesWritten: bytesSent, bytesRead: bytesReceived } = socket;
      const facts = { elapsedMs: clock.now() - started, rejected: [], bytesSent, bytesReceived };
      resolve({ ...ending, ...facts, ...(secured ? { secured } : {}) });
    };
    const giveUp = (): void =>
      finish({ kind: 'timeout', aborted: true, detail: 'not waited for any longer' });
    const timer = setTimeout(() => {
      const awaited = secured ? 'reply over HTTPS' : 'handshake over TLS';
      finish({ kind: 'timeout', aborted: false, detail: `no ${awaited} within ${timeoutMs} ms` });
    }, timeoutMs);
    if (signal?.aborted) return giveUp();
    signal?.addEventListener('abort', giveUp, { once: true });
    socket.on('error', (error) => finish(failureOf(error)));
    const cutOff = (): void => finish(closed('the server closed the connection during the TLS handshake'));
    socket.on('end', cutOff);
    socket.on('secureConnect', () => {
      // From here on it is for HTTP to say what an end means: that of the body, perhaps.
      socket.removeListener('end', cutOff);
      const admission = admit();
      if ('refused' in admission) return finish(admission.refused);
      const isHttp2 = socket.alpnProtocol === 'h2';
      secured = { ...admission.secured, http: isHttp2 ? 'HTTP/2' : 'HTTP/1.1' };
      const asked = askedOf(query, encryption.resource);
      return void answered(socket, asked, isHttp2, over.signal).then(
        (reply) => finish(endingOfHttp(reply, expectationOf(query), request)),
        (error: unknown) => finish(httpFailure(error as Error, encryption.name ?? target.address)),
      );
    });
  });
}

function answered(
  socket: TLSSocket,
  asked: HttpAsked,
  isHttp2: boolean,
  signal: AbortSignal,
): Promise<HttpReply> {
  return isHttp2 ? askOverHttp2(socket, asked, signal) : askOverHttp1(socket, asked, signal);
}

function askedOf(query: Uint8Array, { authority, path, method }: HttpResource): HttpAsked {
  const base = { authority, accept: MEDIA_TYPE };
  if (method === 'POST') return { ...base, method, path, body: query };
  // RFC 8484 4.1.1: base64url without padding, in the variable `dns`.
  const dns = Buffer.from(query).toString('base64url');
  return { ...base, method, path: `${path}${path.includes('?') ? '&' : '?'}dns=${dns}` };
}

function closed(detail: string): ExchangeEnding {
  return { kind: 'unreachable', detail, reach: 'no-server' };
}

function httpFailure(error: Error, name: string): ExchangeEnding {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'EPIPE' || error.message === 'socket hang up' || error.message === 'aborted')
    return closed('the server closed the connection without a reply');
  if (!/^(HPE_|ERR_HTTP2_)/.test(code)) return tlsFailureOf(error, name);
  const detail = `the server breaks the rules of HTTP: ${error.message}`;
  return { kind: 'unreachable', detail, reach: 'no-server' };
}
