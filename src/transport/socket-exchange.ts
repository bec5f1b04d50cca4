/**
 * The exchange port over real sockets.
 */

import type { Chance, Clock } from './clock-and-chance.ts';
import type { Exchange, Reach } from './exchange.ts';
import { realRoute, type Route } from './route.ts';
import { exchangeOverTcp } from './tcp.ts';
import { exchangeOverUdp } from './udp.ts';

export interface SocketExchangeOptions {
  readonly chance: Chance;
  readonly clock: Clock;
  readonly route?: Route;
}

export function socketExchange({ route = realRoute, ...machine }: SocketExchangeOptions): Exchange {
  return async (request) => {
    const target = await route(request.server);
    if (!target || 'noWay' in target) {
      const detail = target?.noWay ?? 'there is no such server in this lab world';
      const reach: Reach = target ? 'no-family' : 'no-server';
      const ending = { kind: 'unreachable', detail, reach } as const;
      return { ...ending, elapsedMs: 0, rejected: [], bytesSent: 0, bytesReceived: 0 };
    }
    const { transport, encryption } = request;
    if (encryption) {
      // Loading TLS and HTTP takes its time: only where they are needed.
      const { resource } = encryption;
      if (resource) {
        const { exchangeOverHttps } = await import('./https.ts');
        return exchangeOverHttps(request, target, { ...encryption, resource }, machine);
      }
      const { exchangeOverTls } = await import('./tls.ts');
      return exchangeOverTls(request, target, encryption, machine);
    }
    return transport === 'tcp'
      ? exchangeOverTcp(request, target, machine)
      : exchangeOverUdp(request, target, machine);
  };
}
