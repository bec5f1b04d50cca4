/**
 * One query over a connection of its own (RFC 7766), plain or encrypted: framed, read in whatever pieces arrive, judged
 * like a datagram. Making the connection is its caller's.
 */

import type { Socket } from 'node:net';
import { expectationOf, KEPT_REJECTIONS, MOST_FORGERIES } from './acceptance.ts';
import type { Clock } from './clock-and-chance.ts';
import type { Secured } from './encryption.ts';
import type { ExchangeEnding, ExchangeRequest, ExchangeResult, Rejection } from './exchange.ts';
import { frame, FrameReader } from './framing.ts';
import { endedEarly, readReply } from './reply.ts';

/** A connection that is being made. */
export interface Channel {
  readonly socket: Socket;
  /** The event after which the query may be sent. */
  readonly ready: 'connect' | 'secureConnect';
  readonly over: 'TCP' | 'TLS';
  readonly failureOf: (error: Error) => ExchangeEnding;
  /** Once it is ready: what protects it, or why nothing is sent over it. */
  readonly admit?: () => { readonly secured: Secured } | { readonly refused: ExchangeEnding };
  /** Where the server is, `address#port`. */
  readonly from: string;
}

export function exchangeOverStream(
  request: ExchangeRequest,
  { clock }: { readonly clock: Clock },
  open: () => Channel,
): Promise<ExchangeResult> {
  const { query, timeoutMs, signal } = request;
  const expected = expectationOf(query);
  const rejected: Rejection[] = [];
  const reader = new FrameReader();
  let forgeries = 0;
  let secured: Secured | undefined;
  return new Promise((resolve) => {
    const { socket, ready, over, failureOf, admit, from } = open();
    // Not before: reading the authorities for the first connection is no time of the server's.
    const started = clock.now();
    const finish = (ending: ExchangeEnding): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
      socket.removeAllListeners();
      socket.on('error', ignore).destroy();
      const { bytesWritten: bytesSent, bytesRead: bytesReceived } = socket;
      const facts = { elapsedMs: clock.now() - started, rejected, bytesSent, bytesReceived };
      resolve({ ...ending, ...facts, ...(secured ? { secured } : {}) });
    };
    const giveUp = (): void =>
      finish({ kind: 'timeout', aborted: true, detail: 'not waited for any longer' });
    let awaited = ready === 'connect' ? 'reply' : 'handshake';
    const timer = setTimeout(
      () =>
        finish({
          kind: 'timeout',
          aborted: false,
          detail: `no ${awaited} over ${over} within ${timeoutMs} ms`,
        }),
      timeoutMs,
    );
    if (signal?.aborted) return giveUp();
    signal?.addEventListener('abort', giveUp, { once: true });
    socket.on('error', (error) => finish(failureOf(error)));
    socket.on('end', () => finish(closedWithoutReply(awaited === 'handshake')));
    socket.on(ready, () => {
      const admission = admit?.();
      if (admission && 'refused' in admission) return finish(admission.refused);
      secured = admission?.secured;
      awaited = 'reply';
      return socket.write(frame(query));
    });
    socket.on('data', (piece) => {
      for (const octets of reader.push(piece)) {
        const read = readReply(octets, expected, request);
        if (!('rejected' in read)) {
          return finish(
            'message' in read ? { kind: 'reply', octets, ...read } : { kind: 'malformed', octets, ...read },
          );
        }
        if (rejected.length < KEPT_REJECTIONS) rejected.push({ reason: read.rejected, octets, from });
        if (++forgeries > MOST_FORGERIES) return finish(endedEarly('flooded'));
      }
      return undefined;
    });
  });
}

function closedWithoutReply(isHandshake: boolean): ExchangeEnding {
  const detail = isHandshake
    ? 'the server closed the connection during the TLS handshake'
    : 'the server closed the connection without a reply';
  return { kind: 'unreachable', detail, reach: 'no-server' };
}

function ignore(): void {}
