/**
 * The cookies of a run (RFC 7873, RFC 9018): one of our own for each server, and the one that each server gave back.
 */

import { optionOf, type EdnsOption } from '../message/edns.ts';
import type { Message } from '../message/message.ts';
import { COOKIE } from '../message/options/cookie.ts';
import type { Chance } from '../transport/clock-and-chance.ts';
import type { CookieExpectation } from '../transport/exchange.ts';

const CLIENT_OCTETS = 8;

export class Cookies {
  /** By address. No two servers get the same one: it would let them recognise us together (RFC 9018 3). */
  readonly #clients = new Map<string, Uint8Array>();
  readonly #servers = new Map<string, Uint8Array>();

  /** The option for the next query to a server. */
  optionFor(address: string, chance: Chance): EdnsOption {
    const client = this.#clients.get(address) ?? newClientCookie(chance);
    this.#clients.set(address, client);
    return {
      code: COOKIE.code,
      values: { client, server: this.#servers.get(address) ?? new Uint8Array(0) },
    };
  }

  /** What the reply of a server must show, once a query with a cookie has been made for it. */
  expectationFor(address: string, transport: 'udp' | 'tcp'): CookieExpectation | undefined {
    const client = this.#clients.get(address);
    // RFC 7873 5.3: a connection is proof enough; there the cookie may be missing, but not be another's.
    const must = transport === 'udp' && this.#servers.has(address);
    return client && { client, inReply: must ? 'must' : 'may' };
  }

  /** Keeps the cookie that a server gave. */
  learn(address: string, reply: Message): void {
    const server = optionOf(reply.edns, COOKIE)?.server;
    if (server && server.length > 0) this.#servers.set(address, server);
  }
}

function newClientCookie(chance: Chance): Uint8Array {
  return Uint8Array.from({ length: CLIENT_OCTETS }, () => chance.integer(0x100));
}
