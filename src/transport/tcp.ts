/**
 * One query over a TCP connection of its own (RFC 7766).
 */

import { connect } from 'node:net';
import type { Clock } from './clock-and-chance.ts';
import type { ExchangeRequest, ExchangeResult } from './exchange.ts';
import type { SocketAddress } from './route.ts';
import { failureOf } from './socket-errors.ts';
import { exchangeOverStream } from './stream-exchange.ts';

export function exchangeOverTcp(
  request: ExchangeRequest,
  { address, port, family }: SocketAddress,
  machine: { readonly clock: Clock },
): Promise<ExchangeResult> {
  return exchangeOverStream(request, machine, () => ({
    socket: connect({ host: address, port, family }),
    ready: 'connect',
    over: 'TCP',
    failureOf,
    from: `${address}#${port}`,
  }));
}
