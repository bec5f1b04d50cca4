/**
 * A route maps a server's DNS address to the socket address that reaches it: the same in real life, a loopback port in
 * the lab.
 */

import type { ServerAddress } from './exchange.ts';

export interface SocketAddress {
  readonly address: string;
  readonly port: number;
  readonly family: 4 | 6;
}

/** Why nothing gets to a server's family of addresses, in words. */
interface NoWay {
  readonly noWay: string;
}

/** Undefined where there is no such server in this world. */
export type Route = (server: ServerAddress) => Promise<SocketAddress | NoWay | undefined>;

export const realRoute: Route = async ({ address, port }) => ({
  address,
  port,
  family: address.includes(':') ? 6 : 4,
});
