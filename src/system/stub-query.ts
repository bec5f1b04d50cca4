/**
 * Our own query to one name server, as a stub resolver sends it (RFC 1034 5.3.1): it shows the response code,
 * the flags and the records that getaddrinfo hides, and which server said so.
 */

import { RCODE } from '../message/codes.ts';
import { optionOf, type EdnsOption } from '../message/edns.ts';
import { printHex } from '../message/hex.ts';
import { rcodeOf, type Message, type Question } from '../message/message.ts';
import { NSID } from '../message/options/nsid.ts';
import { encodeQuery, PLAIN_EDNS, type QueryFlags, type QueryOptions } from '../message/query-message.ts';
import type { Exchange, ExchangeResult, ServerAddress, TransportName } from '../transport/exchange.ts';

export interface StubDependencies {
  readonly exchange: Exchange;
  readonly signal?: AbortSignal | undefined;
  /** A number from 0 to 65535 for the ID of a query. */
  readonly randomId: () => number;
  readonly nowMs: () => number;
  /** For `options use-vc`: TCP from the start. */
  readonly transport: TransportName;
}

export interface StubReply {
  readonly result: ExchangeResult;
  readonly message: Message | undefined;
  readonly transport: TransportName;
  readonly queries: number;
}

/**
 * Asks until `untilMs`: once more after a lost datagram, without EDNS where that is not understood, over TCP
 * where the reply does not fit.
 */
export async function askServer(
  question: Question,
  { address, port }: ServerAddress,
  untilMs: number,
  deps: StubDependencies,
  flags: Pick<QueryFlags, 'checkingDisabled'> = {},
): Promise<StubReply> {
  const { exchange, signal, nowMs } = deps;
  let queries = 0;
  let transport = deps.transport;
  let edns: QueryOptions['edns'] = WITH_IDENTITY;
  const send = async (share: number): Promise<ExchangeResult> => {
    queries++;
    const id = deps.randomId();
    const query = encodeQuery(question, { id, edns, ...ASKED, ...flags });
    const timeoutMs = Math.max(0, untilMs - nowMs()) * share;
    const request = { server: { address, port }, transport, query, timeoutMs };
    return exchange(signal ? { ...request, signal } : request);
  };
  const isOver = (): boolean => signal?.aborted === true || nowMs() >= untilMs;
  let result = await send(transport === 'udp' ? FIRST_TRY_SHARE : 1);
  // Datagrams get lost; connections do not.
  if (result.kind === 'timeout' && transport === 'udp' && !isOver()) result = await send(1);
  if (result.kind === 'reply' && WITHOUT_EDNS.has(rcodeOf(result.message)) && !isOver()) {
    edns = undefined;
    result = await send(1);
  }
  // RFC 7766 5: a truncated reply is not an answer, the one over TCP is.
  if (result.kind === 'reply' && result.message.header.tc && transport === 'udp' && !isOver()) {
    transport = 'tcp';
    result = await send(1);
  }
  return { result, message: result.kind === 'reply' ? result.message : undefined, transport, queries };
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
    const { message } = await askServer(question, server, untilMs, deps);
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
/** From a server that does not know EDNS (RFC 6891 7). */
const WITHOUT_EDNS: ReadonlySet<number> = new Set([RCODE.FORMERR, RCODE.NOTIMP, RCODE.BADVERS]);
