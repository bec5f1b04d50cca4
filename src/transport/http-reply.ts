/**
 * What HTTP says about a query over HTTPS (RFC 8484 4.2): only a success with a body of the right media type is a reply.
 */

import type { Expectation } from './acceptance.ts';
import type { ExchangeEnding, ExchangeRequest, RejectionReason } from './exchange.ts';
import { readReply } from './reply.ts';

/** A request, whatever the version of HTTP. */
export interface HttpAsked {
  readonly method: 'POST' | 'GET';
  readonly authority: string;
  /** With the query of the URL. */
  readonly path: string;
  readonly accept: string;
  readonly body?: Uint8Array;
}

export interface HttpReply {
  readonly status: number;
  readonly mediaType: string | undefined;
  readonly location: string | undefined;
  /** `too-long` as soon as it is longer than any message. */
  readonly body: Uint8Array | 'too-long';
}

/** RFC 8484 6: a DNS message is at most so long. */
const LONGEST_BODY_OCTETS = 0xffff;

const STATUS_WORDS: Readonly<Record<number, string>> = {
  400: 'bad request',
  401: 'it wants to know who asks',
  403: 'forbidden',
  404: 'there is no such path: DNS is mostly at /dns-query',
  405: 'method not allowed: try --http-get, or without it',
  413: 'the query is too long',
  415: 'it does not know DNS messages',
  429: 'too many requests',
  500: 'an error in the server',
  501: 'not implemented',
  502: 'a server behind it failed',
  503: 'out of service for now',
  504: 'a server behind it did not reply',
};

const REJECTIONS: Readonly<Partial<Record<RejectionReason, string>>> = {
  'too-short': 'it is too short for a message',
  'wrong-id': 'it has another ID',
  'not-a-response': 'it is a query',
  'wrong-opcode': 'it has another opcode',
  'wrong-question': 'it is the reply to another question',
  'wrong-case': 'it changed the letters of the question',
};

export function endingOfHttp(
  { status, mediaType, location, body }: HttpReply,
  expected: Expectation,
  request: Pick<ExchangeRequest, 'letters' | 'cookie'>,
): ExchangeEnding {
  if (status < 200 || status > 299) return failed(`HTTP status ${status}${whyOf(status, location)}`);
  if (!isDnsMessage(mediaType)) {
    const what = mediaType === undefined ? 'something without a media type' : mediaType.slice(0, 80);
    return failed(`the server sent ${what} instead of application/dns-message`);
  }
  if (body === 'too-long') return failed('the server sent more octets than a message can have');
  const read = readReply(body, expected, request);
  if ('message' in read) return { kind: 'reply', octets: body, ...read };
  if ('detail' in read) return { kind: 'malformed', octets: body, ...read };
  const why = REJECTIONS[read.rejected] ?? 'it is not the reply';
  return { kind: 'malformed', octets: body, detail: `not a reply to this query: ${why}` };
}

function whyOf(status: number, location: string | undefined): string {
  if (status >= 300 && status < 400 && location !== undefined)
    return `: it sends on to ${location.slice(0, 200)}, which is not followed`;
  const words = STATUS_WORDS[status];
  return words === undefined ? '' : `: ${words}`;
}

/** Parameters do not matter, nor do upper and lower case. */
function isDnsMessage(mediaType: string | undefined): boolean {
  return mediaType?.split(';')[0]!.trim().toLowerCase() === 'application/dns-message';
}

function failed(detail: string): ExchangeEnding {
  return { kind: 'unreachable', detail, reach: 'no-server' };
}

/** Collects a body up to the limit. */
export class BodyReader {
  #pieces: Uint8Array[] = [];
  #length = 0;

  /** False once it is too long. */
  push(piece: Uint8Array): boolean {
    this.#length += piece.length;
    if (this.#length > LONGEST_BODY_OCTETS) return false;
    this.#pieces.push(piece);
    return true;
  }

  octets(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#pieces));
  }
}
