/**
 * One question to one server, as the package exports it.
 */

import { type Message, type Question } from '../message/message.ts';
import { ednsOfQuery, PLAIN_ASKING, type Asking } from '../resolver/asking.ts';
import { Cookies } from '../resolver/cookies.ts';
import { mixedLetters } from '../resolver/mixed-letters.ts';
import { askServer, growingPatience, type Attempt } from '../transport/ask-server.ts';
import type { ServerAddress } from '../transport/exchange.ts';
import { realChance } from '../transport/real-machine.ts';
import { addressedServer } from './addressed-server.ts';
import type { AskedServer, EncryptionWishes } from './encrypted-server.ts';
import type { TsigKey } from '../transport/tsig.ts';
import { questionOf, type AskedQuestion } from './asked-question.ts';
import { realSurroundings, type Surroundings } from './surroundings.ts';

/** How a server is asked. */
export interface QueryOptions extends Partial<Omit<Asking, 'minimise'>>, EncryptionWishes {
  /** For a server that is not asked over TLS or HTTPS. UDP by default; a truncated reply is asked for again over TCP (RFC 7766 5). */
  readonly transport?: 'udp' | 'tcp';
  /** RD: the server is wished to resolve the name; true by default. */
  readonly recurse?: boolean;
  /** CD: take also what does not validate (RFC 4035 3.2.2). */
  readonly checkingDisabled?: boolean;
  /** Leaves a truncated reply as it is. */
  readonly keepTruncated?: true;
  /** Signs the query with this key, and has the reply verified (RFC 8945). */
  readonly tsig?: TsigKey;
  /** False: without an OPT record. */
  readonly edns?: boolean;
  /** How long to wait for the first reply, in milliseconds (1000); each further try waits twice as long. */
  readonly timeoutMs?: number;
  /** How often a silent server is asked (3). */
  readonly tries?: number;
  readonly signal?: AbortSignal;
  /** The real network by default, or a lab of `openLab`. */
  readonly place?: Surroundings;
}

/** What came of asking one server. */
export interface QueryResult {
  readonly question: Question;
  readonly server: ServerAddress;
  /** What the last exchange came to. */
  readonly status: Attempt['result']['kind'];
  /** Null without a reply that can be read. */
  readonly message: Message | null;
  /** The reply as it came; null without one. */
  readonly octets: Uint8Array | null;
  /** All exchanges, in order: silences, truncated replies and replies that could not read EDNS included. */
  readonly attempts: readonly Attempt[];
}

/**
 * Asks `server`, an address with an optional port as `192.0.2.1`, `192.0.2.1#5353` or `[2001:db8::1]:53`, or a server that
 * is asked over TLS or HTTPS as `tls://192.0.2.1`, `tls://dns.example.net` or `https://dns.example.net/dns-query`. What the
 * network does is data: it throws only for a question or a server that is none (NameError, RangeError).
 */
export async function queryServer(
  asked: AskedQuestion,
  server: string | ServerAddress,
  options: QueryOptions = {},
): Promise<QueryResult> {
  const question = questionOf(asked);
  const to = await addressedServer(server, options);
  const attempts = await attemptsOf(question, to, options);
  const { result } = attempts.at(-1)!;
  return {
    question,
    server: { address: to.address, port: to.port },
    status: result.kind,
    message: result.kind === 'reply' ? result.message : null,
    octets: result.kind === 'reply' || result.kind === 'malformed' ? result.octets : null,
    attempts,
  };
}

/** The exchanges with a server, the last of which counts. Not empty. */
export function attemptsOf(
  question: Question,
  { encryption, ...server }: AskedServer,
  options: QueryOptions,
): Promise<Attempt[]> {
  const {
    place = realSurroundings(),
    transport = 'udp',
    mixCase,
    timeoutMs = 1000,
    tries = 3,
    signal,
  } = options;
  const asking = { ...PLAIN_ASKING, ...options };
  const cookies = new Cookies();
  const cookie = asking.cookies ? cookies.optionFor(server.address, realChance) : undefined;
  const expected = cookie && cookies.expectationFor(server.address, encryption ? 'tcp' : 'udp');
  const name = mixCase ? mixedLetters(question.name, realChance) : question.name;
  return askServer({ ...question, name }, server, place.ports.exchange, {
    transport: encryption?.transport ?? transport,
    ...(encryption ? { encryption } : {}),
    ...(options.tsig
      ? { tsig: { key: options.tsig, nowSeconds: () => Math.floor(place.ports.wallClock() / 1000) } }
      : {}),
    flags: {
      recursionDesired: options.recurse ?? true,
      ...(options.checkingDisabled ? { checkingDisabled: true } : {}),
    },
    edns: options.edns === false ? undefined : ednsOfQuery(asking, asking.udpPayloadSize, cookie),
    patience: growingPatience(timeoutMs, tries),
    ...(options.keepTruncated ? { keepTruncated: true } : {}),
    ...(mixCase ? { letters: 'exact' } : {}),
    ...(expected ? { cookie: expected } : {}),
    ...(signal ? { signal } : {}),
    randomId: () => realChance.integer(0x10000),
  });
}
