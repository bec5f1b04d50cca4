/**
 * Our own query to one name server, as a stub resolver sends it (RFC 1034 5.3.1): it shows the response code,
 * the flags and the records that getaddrinfo hides, and which server said so.
 */

import { RCODE } from '../message/codes.ts';
import { optionOf, type EdnsOption } from '../message/edns.ts';
import { printHex } from '../message/hex.ts';
import { rcodeOf, type Message, type Question } from '../message/message.ts';
import { NSID } from '../message/options/nsid.ts';
import { PLAIN_EDNS, type QueryFlags } from '../message/query-message.ts';
import { askServer } from '../transport/ask-server.ts';
import type { Encryption } from '../transport/encryption.ts';
import type { Exchange, ExchangeResult, ServerAddress, TransportName } from '../transport/exchange.ts';

export interface StubDependencies {
  readonly exchange: Exchange;
  readonly signal?: AbortSignal | undefined;
  /** A number from 0 to 65535 for the ID of a query. */
  readonly randomId: () => number;
  readonly nowMs: () => number;
  /** For `options use-vc`: TCP from the start. */
  readonly transport: TransportName;
  /** With the transport `tls` or `https`. */
  readonly encryption?: Encryption | undefined;
}

export interface StubReply {
  readonly result: ExchangeResult;
  readonly message: Message | undefined;
  readonly transport: TransportName;
  readonly queries: number;
}

/** Asks one server until `untilMs`, once more after a lost datagram. */
export async function askStub(
  question: Question,
  { address, port }: ServerAddress,
  untilMs: number,
  deps: StubDependencies,
  flags: Pick<QueryFlags, 'checkingDisabled'> = {},
): Promise<StubReply> {
  const { exchange, signal, nowMs, randomId, transport, encryption } = deps;
  const attempts = await askServer(question, { address, port }, exchange, {
    transport,
    flags: { ...ASKED, ...flags },
    edns: WITH_IDENTITY,
    patience: (silences, over) => {
      const leftMs = Math.max(0, untilMs - nowMs());
      // Datagrams get lost; connections do not.
      if (silences === 0) return over === 'udp' ? leftMs * FIRST_TRY_SHARE : leftMs;
      return silences === 1 && over === 'udp' && leftMs > 0 ? leftMs : undefined;
    },
    ...(encryption ? { encryption } : {}),
    ...(signal ? { signal } : {}),
    randomId,
  });
  const { result, transport: last } = attempts.at(-1)!;
  const message = result.kind === 'reply' ? result.message : undefined;
  return { result, message, transport: last, queries: attempts.length };
}

/**
 * Asks servers in turn and gives the first reply that settles the question, or else the last that came;
 * undefined where no server replied. What is left of the time is shared by the servers that are left.
 */
export async function askInTurn(
  question: Question,
  servers: readonly ServerAddress[],
  deadlineMs: number,
  deps: StubDependencies,
): Promise<{ readonly message: Message; readonly server: string } | undefined> {
  let last: { readonly message: Message; readonly server: string } | undefined;
  for (const [index, server] of servers.entries()) {
    const untilMs = deps.nowMs() + (deadlineMs - deps.nowMs()) / (servers.length - index);
    const { message } = await askStub(question, server, untilMs, deps);
    if (!message) continue;
    last = { message, server: `${server.address}#${server.port}` };
    // A server that fails or refuses does not speak for the next one.
    if (SETTLED.has(rcodeOf(message))) break;
  }
  return last;
}

export const SETTLED: ReadonlySet<number> = new Set([RCODE.NOERROR, RCODE.NXDOMAIN]);

/** The name that a server gives itself in its EDNS reply; printable where it can be. */
export function nsidOf(message: Message | undefined): string | null {
  const octets = optionOf(message?.edns, NSID)?.identifier;
  if (!octets || octets.length === 0) return null;
  const isText = octets.every((octet) => octet >= 0x20 && octet < 0x7f);
  return isText ? String.fromCharCode(...octets) : `0x${printHex(octets)}`;
}

/** NSID (RFC 5001) rides in the same query, so that the server's identity costs no traffic of its own. */
const ASK_NSID: EdnsOption = { code: NSID.code, values: { identifier: new Uint8Array() } };
const WITH_IDENTITY = { ...PLAIN_EDNS, options: [ASK_NSID] };

const ASKED = { recursionDesired: true, authenticData: true } as const;

const FIRST_TRY_SHARE = 0.4;
