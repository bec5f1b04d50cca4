/**
 * One question to one server, until there is a reply worth having: again with more patience after a silence, over TCP
 * after a truncated reply (RFC 7766 5), without EDNS where the server cannot read it (RFC 6891 7). Every exchange is
 * kept. What the reply means is the caller's matter.
 */

import { RCODE } from '../message/codes.ts';
import type { Edns } from '../message/edns.ts';
import { rcodeOf, type Question } from '../message/message.ts';
import { encodeQuery, encodePaddedQuery, type QueryFlags } from '../message/query-message.ts';
import type { Encryption } from './encryption.ts';
import type { TsigKey, TsigVerdict } from './tsig.ts';
import type { Exchange, ExchangeRequest, ExchangeResult, ServerAddress, TransportName } from './exchange.ts';

export interface AskingOneServer {
  readonly transport: TransportName;
  readonly flags: QueryFlags;
  /** Undefined: without EDNS from the start. */
  readonly edns: Edns | undefined;
  /** How long to wait for the next reply, in milliseconds, after so many silences; undefined: not at all any more. */
  readonly patience: (silences: number, transport: TransportName) => number | undefined;
  /** Leaves a truncated reply as it is. */
  readonly keepTruncated?: true;
  readonly letters?: 'exact';
  readonly cookie?: ExchangeRequest['cookie'];
  /** With the transport `tls` or `https`: queries are then padded (RFC 8467), and HTTP tells replies apart by itself. */
  readonly encryption?: Encryption;
  /** Signs queries, and has replies verified (RFC 8945). */
  readonly tsig?: TsigAsking;
  readonly signal?: AbortSignal;
  /** A number from 0 to 65535 for the ID of a query. */
  readonly randomId: () => number;
}

interface TsigAsking {
  readonly key: TsigKey;
  readonly nowSeconds: () => number;
}

/** One exchange as it was made. */
export interface Attempt {
  readonly transport: TransportName;
  readonly query: Uint8Array;
  readonly result: ExchangeResult;
  /** Where the query was signed and a reply came. */
  readonly signature?: TsigVerdict;
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
  let { transport, edns } = how;
  for (let silences = 0; ;) {
    const timeoutMs = how.patience(silences, transport);
    if (timeoutMs === undefined) return attempts;
    const now = { ...how, transport, edns, listensToServer: silences > 0 };
    const attempt = await makeAttempt(question, server, exchange, timeoutMs, now);
    attempts.push(attempt);
    const { result } = attempt;
    if (how.signal?.aborted) return attempts;
    if (result.kind === 'timeout') {
      silences++;
    } else if (result.kind !== 'reply') {
      return attempts;
    } else if (edns && UNREAD.has(rcodeOf(result.message))) {
      edns = undefined;
    } else if (result.message.header.tc && transport === 'udp' && !how.keepTruncated) {
      transport = 'tcp';
    } else {
      return attempts;
    }
  }
}

/** How this one exchange is made. */
interface Now extends AskingOneServer {
  readonly listensToServer: boolean;
}

/** So many tries, each waiting twice as long as the one before. */
export function growingPatience(firstMs: number, tries: number): AskingOneServer['patience'] {
  return (silences) => (silences < tries ? firstMs * 2 ** silences : undefined);
}

async function makeAttempt(
  question: Question,
  server: ServerAddress,
  exchange: Exchange,
  timeoutMs: number,
  { transport, edns, flags, letters, cookie, encryption, tsig, signal, randomId, listensToServer }: Now,
): Promise<Attempt> {
  // RFC 8484 4.1: with the ID 0, equal queries are equal, and caches of HTTP work.
  const id = transport === 'https' ? 0 : randomId();
  const encoded = encryption ? encodePaddedQuery : encodeQuery;
  const unsigned = encoded(question, { id, edns, ...flags });
  // Loading what computes signatures takes its time: only where it is needed.
  const { signedQuery, TsigVerifier } = tsig ? await import('./tsig.ts') : {};
  const signed = tsig && signedQuery?.(unsigned, tsig.key, tsig.nowSeconds());
  const query = signed?.octets ?? unsigned;
  const result = await exchange({
    server,
    transport,
    query,
    timeoutMs,
    // Strangers were listened to before; now a closed port is heard of.
    ...(listensToServer ? { listenTo: 'server' } : {}),
    ...(letters ? { letters } : {}),
    ...(cookie && edns ? { cookie } : {}),
    ...(encryption ? { encryption } : {}),
    ...(signal ? { signal } : {}),
  });
  if (!tsig || !signed || !TsigVerifier || result.kind !== 'reply') return { transport, query, result };
  const verifier = new TsigVerifier(tsig.key, signed.mac, tsig.nowSeconds);
  return { transport, query, result, signature: verifier.check(result.octets, 'last') };
}
