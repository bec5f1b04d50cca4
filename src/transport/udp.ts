/**
 * One query over UDP: a socket of its own with a random source port, so that a forger must guess port and ID (RFC 5452
 * 9.2). UDP promises nothing: what comes may be late, doubled, another's or forged, and is judged before it is read.
 */

import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { expectationOf, KEPT_REJECTIONS, MOST_FORGERIES } from './acceptance.ts';
import type { Chance, Clock } from './clock-and-chance.ts';
import type {
  ExchangeEnding,
  ExchangeRequest,
  ExchangeResult,
  Rejection,
  RejectionReason,
} from './exchange.ts';
import { endedEarly, readReply } from './reply.ts';
import type { SocketAddress } from './route.ts';
import { failureOf } from './socket-errors.ts';

/** Ports below may be forbidden or belong to services; the rest is the space a forger must search. */
const LOWEST_PORT = 1024;
const BIND_TRIES = 8;
export function exchangeOverUdp(
  request: ExchangeRequest,
  target: SocketAddress,
  { chance, clock }: { readonly chance: Chance; readonly clock: Clock },
): Promise<ExchangeResult> {
  const { query, timeoutMs, signal, listenTo } = request;
  const expected = expectationOf(query);
  const started = clock.now();
  const rejected: Rejection[] = [];
  let bytesSent = 0;
  let bytesReceived = 0;
  let forgeries = 0;
  return new Promise((resolve) => {
    let socket: Socket | undefined;
    let finished = false;
    const finish = (ending: ExchangeEnding): void => {
      if (finished) return;
      finished = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
      socket?.removeAllListeners();
      // An error may still be on its way out of the socket: nobody is interested any more.
      socket?.on('error', ignore).close();
      socket = undefined;
      resolve({ ...ending, elapsedMs: clock.now() - started, rejected, bytesSent, bytesReceived });
    };
    const giveUp = (): void =>
      finish({ kind: 'timeout', aborted: true, detail: 'not waited for any longer' });
    const timer = setTimeout(
      () => finish({ kind: 'timeout', aborted: false, detail: `no reply within ${timeoutMs} ms` }),
      timeoutMs,
    );
    const reject = (reason: RejectionReason, octets: Uint8Array, from: RemoteInfo): void => {
      forgeries++;
      if (rejected.length < KEPT_REJECTIONS)
        rejected.push({ reason, octets, from: `${from.address}#${from.port}` });
      // Right in all but its letters or its cookie: this server will not do better.
      if (reason === 'wrong-case' && request.letters === 'exact')
        return finish(endedEarly('letters-changed'));
      if (reason === 'no-cookie') return finish(endedEarly('cookie-missing'));
      if (forgeries > MOST_FORGERIES) finish(endedEarly('flooded'));
    };
    const onMessage = (octets: Buffer, from: RemoteInfo): void => {
      bytesReceived += octets.length;
      const own = Uint8Array.from(octets);
      if (!isFrom(from, target)) return reject('wrong-source', own, from);
      const read = readReply(own, expected, request);
      if ('rejected' in read) return reject(read.rejected, own, from);
      return finish(
        'message' in read
          ? { kind: 'reply', octets: own, ...read }
          : { kind: 'malformed', octets: own, ...read },
      );
    };
    const onFailure = (error: Error): void => finish(failureOf(error));
    if (signal?.aborted) return giveUp();
    signal?.addEventListener('abort', giveUp, { once: true });
    bindRandomPort(target.family, chance, BIND_TRIES, (bound) => {
      if (bound instanceof Error) return onFailure(bound);
      if (finished) return void bound.close();
      socket = bound;
      bound.on('message', onMessage).on('error', onFailure);
      const onSent = (error: Error | null): void => {
        if (error) onFailure(error);
      };
      bytesSent = query.length;
      if (listenTo === undefined) return bound.send(query, target.port, target.address, onSent);
      const onConnected = (error?: Error): void => {
        if (error) onFailure(error);
        else if (!finished) bound.send(query, onSent);
      };
      bound.connect(target.port, target.address, onConnected);
    });
  });
}

/** Tries a few random ports, then lets the system choose: a taken port must not fail a query. */
function bindRandomPort(
  family: 4 | 6,
  chance: Chance,
  tries: number,
  done: (bound: Socket | Error) => void,
): void {
  // The address is a literal: no lookup must ever happen below the resolver.
  const lookup = (
    host: string,
    _: unknown,
    found: (error: null, address: string, family: number) => void,
  ): void => found(null, host, family);
  const options = {
    lookup,
    ...(family === 6 ? ({ type: 'udp6', ipv6Only: true } as const) : ({ type: 'udp4' } as const)),
  };
  const socket = createSocket(options);
  const onError = (error: Error): void => {
    socket.close();
    if (tries > 0) bindRandomPort(family, chance, tries - 1, done);
    else done(error);
  };
  socket.once('error', onError);
  socket.bind(
    { port: tries > 0 ? LOWEST_PORT + chance.integer(65536 - LOWEST_PORT) : 0, exclusive: true },
    () => {
      socket.off('error', onError);
      done(socket);
    },
  );
}

function isFrom(from: RemoteInfo, target: SocketAddress): boolean {
  return from.port === target.port && from.address === target.address;
}

function ignore(): void {}
