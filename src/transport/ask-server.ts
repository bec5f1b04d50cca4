/**
 * One question to one server, until there is a reply worth having: again with more patience after a silence, over TCP
 * after a truncated reply (RFC 7766 5), without EDNS where the server cannot read it (RFC 6891 7). Every exchange is
 * kept. What the reply means is the caller's matter.
 */

import { RCODE } from '../message/codes.ts';
import type { Edns } from '../message/edns.ts';
import { rcodeOf, type Question } from '../message/message.ts';
import { encodeQuery, type QueryFlags } from '../message/query-message.ts';
import type { Exchange, ExchangeRequest, ExchangeResult, ServerAddress } from './exchange.ts';

export interface AskingOneServer {
  readonly transport: 'udp' | 'tcp';
  readonly flags: QueryFlags;
  /** Undefined: without EDNS from the start. */
  readonly edns: Edns | undefined;
  /** For the first try; each further one waits twice as long. */
  readonly timeoutMs: number;
  readonly tries: number;
  /** Leaves a truncated reply as it is. */
  readonly keepTruncated?: true;
  readonly letters?: 'exact';
  readonly cookie?: ExchangeRequest['cookie'];
  readonly signal?: AbortSignal;
  /** A number from 0 to 65535 for the ID of a query. */
  readonly randomId: () => number;
}

/** One exchange as it was made. */
export interface Attempt {
  readonly transport: 'udp' | 'tcp';
  readonly query: Uint8Array;
  readonly result: ExchangeResult;
}

const UNREAD: ReadonlySet<number> = new Set([RCODE.FORMERR, RCODE.NOTIMP, RCODE.BADVERS]);

/** The exchanges in order; the last is the one that counts. Ends early when the signal aborts. */
export async function askServer(
  question: Question,
  server: ServerAddress,
  exchange: Exchange,
  how: AskingOneServer,
): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  let { transport, edns, timeoutMs } = how;
  for (let silences = 0; ;) {
    const attempt = await makeAttempt(question, server, exchange, { ...how, transport, edns, timeoutMs });
    attempts.push(attempt);
    const { result } = attempt;
    if (how.signal?.aborted) return attempts;
    if (result.kind === 'timeout') {
      if (++silences >= how.tries) return attempts;
      timeoutMs *= 2;
    } else if (result.kind !== 'reply') {
      return attempts;
    } else if (result.message.header.tc && transport === 'udp' && !how.keepTruncated) {
      transport = 'tcp';
    } else if (edns && UNREAD.has(rcodeOf(result.message))) {
      edns = undefined;
    } else {
      return attempts;
    }
  }
}

async function makeAttempt(
  question: Question,
  server: ServerAddress,
  exchange: Exchange,
  { transport, edns, flags, timeoutMs, letters, cookie, signal, randomId }: AskingOneServer,
): Promise<Attempt> {
  const query = encodeQuery(question, { id: randomId(), edns, ...flags });
  const result = await exchange({
    server,
    transport,
    query,
    timeoutMs,
    ...(letters ? { letters } : {}),
    ...(cookie && edns ? { cookie } : {}),
    ...(signal ? { signal } : {}),
  });
  return { transport, query, result };
}
