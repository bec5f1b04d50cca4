/**
 * The exchange port: one query to one address, over one transport. The walk decides with it; sockets, the lab and
 * recorded traffic implement it. What the network does comes back as data; it never throws for it.
 */

import type { Message } from '../message/message.ts';
import type { Encryption, Secured } from './encryption.ts';

/** Where a server is, by its DNS address: `192.0.2.1` or `2001:db8::1`, and a port. */
export interface ServerAddress {
  readonly address: string;
  readonly port: number;
}

export type TransportName = 'udp' | 'tcp' | 'tls' | 'https';

export interface ExchangeRequest {
  readonly server: ServerAddress;
  readonly transport: TransportName;
  /** The encoded query; its ID, opcode and question are what a reply must repeat. */
  readonly query: Uint8Array;
  /** How long to wait for the reply, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /**
   * Lets the kernel pass on only what comes from the server. A closed port is then heard of at once, but datagrams of
   * strangers are no longer seen and noted.
   */
  readonly listenTo?: 'server';
  /**
   * The reply must repeat the question's letters as they were sent, upper and lower case (draft-vixie-dnsext-dns0x20).
   * `exact` ends the exchange with the first that does not; `exact-to-the-end` waits past it for one that does.
   */
  readonly letters?: Letters;
  /** The client cookie that the query carries, and whether a reply without one may be believed (RFC 7873 5.3). */
  readonly cookie?: CookieExpectation;
  /** For the transports `tls` and `https`. */
  readonly encryption?: Encryption;
}

export type Letters = 'exact' | 'exact-to-the-end';

export interface CookieExpectation {
  /** Eight octets. */
  readonly client: Uint8Array;
  /** `must`: this server has shown that it knows cookies. */
  readonly inReply: 'may' | 'must';
}

/** Why a datagram was not our reply (RFC 5452 4, 9.1). */
export type RejectionReason =
  | 'wrong-source'
  | 'too-short'
  | 'wrong-id'
  | 'not-a-response'
  | 'wrong-opcode'
  | 'wrong-question'
  | 'wrong-case'
  /** Another client cookie than ours, or none where the server is known to send it back. */
  | 'wrong-cookie'
  | 'no-cookie';

export interface Rejection {
  readonly reason: RejectionReason;
  readonly octets: Uint8Array;
  /** Where it came from, `address#port`. */
  readonly from: string;
}

interface ExchangeFacts {
  /** Milliseconds from sending to the end of this exchange. */
  readonly elapsedMs: number;
  readonly rejected: readonly Rejection[];
  readonly bytesSent: number;
  readonly bytesReceived: number;
  /** What protected the connection, where it was encrypted and came about. */
  readonly secured?: Secured;
}

export type ExchangeResult =
  | (ExchangeFacts & { readonly kind: 'reply'; readonly octets: Uint8Array; readonly message: Message })
  /** A reply to our query by its header, but not a message. */
  | (ExchangeFacts & { readonly kind: 'malformed'; readonly octets: Uint8Array; readonly detail: string })
  /** Nothing came in time; `aborted` where the caller gave up first. */
  | (ExchangeFacts & {
      readonly kind: 'timeout';
      readonly aborted: boolean;
      readonly detail: string;
      /** Why it was ended early: too many forgeries, or a reply that was right but for its letters or its cookie. */
      readonly cause?: EarlyEnd;
    })
  /** The query could not be sent, or the connection was refused. */
  | (ExchangeFacts & { readonly kind: 'unreachable'; readonly detail: string; readonly reach: Reach });

/** What cannot be reached: this one server, or every address of its family from this computer. */
export type Reach = 'no-server' | 'no-family';

export type EarlyEnd = 'flooded' | 'letters-changed' | 'cookie-missing';

/** How an exchange ended, without the facts that its transport counts along the way. */
export type ExchangeEnding = ExchangeResult extends infer R
  ? R extends unknown
    ? Omit<R, keyof ExchangeFacts>
    : never
  : never;

export type Exchange = (request: ExchangeRequest) => Promise<ExchangeResult>;
