/**
 * Our own query to the name servers of resolv.conf, as a stub resolver sends it (RFC 1034 5.3.1): it shows
 * the response code and the records that getaddrinfo hides.
 */

import { RCODE } from '../message/codes.ts';
import { rcodeOf, type Message, type Question } from '../message/message.ts';
import { encodeQuery, PLAIN_EDNS } from '../message/query-message.ts';
import type { Exchange, TransportName } from '../transport/exchange.ts';

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
  readonly message: Message;
  /** `address#port` */
  readonly server: string;
}

/**
 * Asks the servers in turn until `deadlineMs` and gives the first reply that settles the question, or else
 * the last that came. Undefined where no server replied.
 */
export async function askNameServers(
  question: Question,
  servers: readonly string[],
  deadlineMs: number,
  deps: StubDependencies,
): Promise<StubReply | undefined> {
  let last: StubReply | undefined;
  for (const [index, address] of servers.entries()) {
    // What is left of the time is shared by the servers that are left.
    const until = deps.nowMs() + (deadlineMs - deps.nowMs()) / (servers.length - index);
    const message = await askServer(question, address, until, deps);
    if (!message) continue;
    last = { message, server: `${address}#${DNS_PORT}` };
    // A server that fails or refuses does not speak for the next one.
    if (SETTLED.has(rcodeOf(message))) break;
  }
  return last;
}

const DNS_PORT = 53;
const SETTLED: ReadonlySet<number> = new Set([RCODE.NOERROR, RCODE.NXDOMAIN]);
/** From a server that does not know EDNS (RFC 6891 7). */
const WITHOUT_EDNS: ReadonlySet<number> = new Set([RCODE.FORMERR, RCODE.NOTIMP, RCODE.BADVERS]);

async function askServer(
  question: Question,
  address: string,
  untilMs: number,
  deps: StubDependencies,
): Promise<Message | undefined> {
  const { exchange, signal, nowMs } = deps;
  const send = async (transport: TransportName, payload: Payload): Promise<Message | undefined> => {
    const timeoutMs = untilMs - nowMs();
    if (timeoutMs <= 0 || signal?.aborted) return undefined;
    const edns = payload === 'edns' ? PLAIN_EDNS : undefined;
    const query = encodeQuery(question, { id: deps.randomId(), recursionDesired: true, edns });
    const request = { server: { address, port: DNS_PORT }, transport, query, timeoutMs };
    const result = await exchange(signal ? { ...request, signal } : request);
    return result.kind === 'reply' ? result.message : undefined;
  };
  let payload: Payload = 'edns';
  let reply = await send(deps.transport, payload);
  if (reply && WITHOUT_EDNS.has(rcodeOf(reply))) {
    payload = 'plain';
    reply = await send(deps.transport, payload);
  }
  // RFC 7766 5: a truncated reply is not an answer, the one over TCP is.
  return reply?.header.tc && deps.transport === 'udp' ? send('tcp', payload) : reply;
}

type Payload = 'edns' | 'plain';
