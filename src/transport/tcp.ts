/**
 * One query over a TCP connection of its own (RFC 7766): framed, read in whatever pieces arrive, judged like a datagram.
 */

import { connect } from 'node:net';
import { expectationOf, KEPT_REJECTIONS, MOST_FORGERIES } from './acceptance.ts';
import type { Clock } from './clock-and-chance.ts';
import type { ExchangeEnding, ExchangeRequest, ExchangeResult, Rejection } from './exchange.ts';
import { frame, FrameReader } from './framing.ts';
import { endedEarly, readReply } from './reply.ts';
import type { SocketAddress } from './route.ts';
import { failureOf } from './socket-errors.ts';

export function exchangeOverTcp(
  request: ExchangeRequest,
  target: SocketAddress,
  { clock }: { readonly clock: Clock },
): Promise<ExchangeResult> {
  const { query, timeoutMs, signal } = request;
  const expected = expectationOf(query);
  const started = clock.now();
  const rejected: Rejection[] = [];
  const reader = new FrameReader();
  let forgeries = 0;
  return new Promise((resolve) => {
    const socket = connect({ host: target.address, port: target.port, family: target.family });
    const finish = (ending: ExchangeEnding): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
      socket.removeAllListeners();
      socket.on('error', ignore).destroy();
      const { bytesWritten: bytesSent, bytesRead: bytesReceived } = socket;
      resolve({ ...ending, elapsedMs: clock.now() - started, rejected, bytesSent, bytesReceived });
    };
    const giveUp = (): void =>
      finish({ kind: 'timeout', aborted: true, detail: 'not waited for any longer' });
    const timer = setTimeout(
      () => finish({ kind: 'timeout', aborted: false, detail: `no reply over TCP within ${timeoutMs} ms` }),
      timeoutMs,
    );
    if (signal?.aborted) return giveUp();
    signal?.addEventListener('abort', giveUp, { once: true });
    socket.on('error', (error) => finish(failureOf(error)));
    socket.on('end', () =>
      finish({
        kind: 'unreachable',
        detail: 'the server closed the connection without a reply',
        reach: 'no-server',
      }),
    );
    socket.on('connect', () => socket.write(frame(query)));
    socket.on('data', (piece) => {
      for (const octets of reader.push(piece)) {
        const read = readReply(octets, expected, request);
        if (!('rejected' in read)) {
          return finish(
            'message' in read ? { kind: 'reply', octets, ...read } : { kind: 'malformed', octets, ...read },
          );
        }
        const from = `${target.address}#${target.port}`;
        if (rejected.length < KEPT_REJECTIONS) rejected.push({ reason: read.rejected, octets, from });
        if (++forgeries > MOST_FORGERIES) return finish(endedEarly('flooded'));
      }
      return undefined;
    });
  });
}

function ignore(): void {}
