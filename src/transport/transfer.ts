/**
 * A zone transfer (AXFR, RFC 5936) over a connection of its own, plain or over TLS (RFC 9103): as many messages as it takes.
 */

import { connect } from 'node:net';
import type { Question, ResourceRecord } from '../message/message.ts';
import { peekHeader } from '../message/decode.ts';
import type { Clock } from './clock-and-chance.ts';
import type { Encryption, Secured } from './encryption.ts';
import type { ExchangeEnding, ServerAddress } from './exchange.ts';
import { frame, FrameReader } from './framing.ts';
import { failureOf } from './socket-errors.ts';
import type { Channel } from './stream-exchange.ts';
import { ZoneAssembly } from './zone-assembly.ts';

export interface TransferRequest {
  readonly server: ServerAddress;
  readonly question: Question;
  /** The encoded query. */
  readonly query: Uint8Array;
  /** How long to wait for the next message, in milliseconds. */
  readonly timeoutMs: number;
  readonly encryption?: Encryption;
  readonly signal?: AbortSignal;
  /** Why a message is not believed; to be called with all of them in order, `last` with the one that ends the zone. */
  readonly objection?: (octets: Uint8Array, place: 'amid' | 'last') => string | undefined;
}

type TransferEnding =
  /** All of it; without the SOA record at the end. */
  | { readonly kind: 'zone'; readonly records: readonly ResourceRecord[] }
  | { readonly kind: 'refused'; readonly rcode: number; readonly detail?: string }
  | { readonly kind: 'broken' | 'timeout' | 'unreachable'; readonly detail: string };

export type TransferResult = TransferEnding & {
  readonly messages: number;
  readonly bytesReceived: number;
  readonly elapsedMs: number;
  readonly secured?: Secured;
};

/** All of it is kept until its end is seen; the largest zones are not given away. */
const LARGEST_OCTETS = 2 ** 31;

export async function transferZone(
  request: TransferRequest,
  { clock }: { readonly clock: Clock },
): Promise<TransferResult> {
  const { query, question, timeoutMs, signal, objection } = request;
  const { socket, ready, admit, failureOf: failureOfChannel } = await channelTo(request);
  const started = clock.now();
  const reader = new FrameReader();
  const zone = new ZoneAssembly(question, peekHeader(query)?.id ?? 0);
  let messages = 0;
  let secured: Secured | undefined;
  return new Promise((resolve) => {
    const finish = (ending: TransferEnding): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
      socket.removeAllListeners();
      socket.on('error', () => {}).destroy();
      const facts = { messages, bytesReceived: socket.bytesRead, elapsedMs: clock.now() - started };
      resolve({ ...ending, ...facts, ...(secured ? { secured } : {}) });
    };
    const giveUp = (): void => finish({ kind: 'timeout', detail: 'not waited for any longer' });
    const timer = setTimeout(
      () => finish({ kind: 'timeout', detail: `nothing came for ${timeoutMs} ms${soFar(messages)}` }),
      timeoutMs,
    );
    if (signal?.aborted) return giveUp();
    signal?.addEventListener('abort', giveUp, { once: true });
    socket.on('error', (error) => finish(failed(failureOfChannel(error), messages)));
    socket.on('end', () =>
      finish({ kind: 'broken', detail: `the server closed the connection before the end${soFar(messages)}` }),
    );
    socket.on(ready, () => {
      const admission = admit?.();
      if (admission && 'refused' in admission) return finish(failed(admission.refused, 0));
      secured = admission?.secured;
      return socket.write(frame(query));
    });
    socket.on('data', (piece) => {
      timer.refresh();
      for (const octets of reader.push(piece)) {
        messages++;
        const step = zone.push(octets);
        const doubt = objection?.(octets, step.kind === 'more' ? 'amid' : 'last');
        if (step.kind === 'refused')
          return finish({ ...step, ...(doubt === undefined ? {} : { detail: doubt }) });
        if (doubt !== undefined) return finish({ kind: 'broken', detail: doubt });
        if (step.kind === 'whole') return finish({ kind: 'zone', records: zone.records });
        if (step.kind === 'broken') return finish(step);
        if (socket.bytesRead > LARGEST_OCTETS)
          return finish({ kind: 'broken', detail: 'the zone is too large: more than 2 GiB' });
      }
      return undefined;
    });
  });
}

async function channelTo({ server, encryption }: TransferRequest): Promise<Omit<Channel, 'over' | 'from'>> {
  const { address, port } = server;
  if (!encryption) return { socket: connect({ host: address, port }), ready: 'connect', failureOf };
  const { tlsChannel } = await import('./tls.ts');
  return tlsChannel({ address, port, family: address.includes(':') ? 6 : 4 }, encryption, ['dot']);
}

function failed(ending: ExchangeEnding, messages: number): TransferEnding {
  const detail = 'detail' in ending ? ending.detail : '';
  return messages === 0
    ? { kind: 'unreachable', detail }
    : { kind: 'broken', detail: `${detail}${soFar(messages)}` };
}

function soFar(messages: number): string {
  return messages === 0 ? '' : `, after ${messages} message${messages === 1 ? '' : 's'} of the zone`;
}
