/**
 * Which octets are the reply to a query. All of source address and port, ID, QR, opcode and question must match (RFC
 * 5452 9.1); anything else is somebody else's datagram, to be noted and waited past.
 */

import { peekHeader, peekQuestion } from '../message/decode.ts';
import { optionOf } from '../message/edns.ts';
import type { Message, Question } from '../message/message.ts';
import { sameName } from '../message/name.ts';
import { COOKIE } from '../message/options/cookie.ts';
import type { CookieExpectation, Letters, RejectionReason } from './exchange.ts';

/** A flood of forgeries is shown by its beginning: keeping all of it would let the forger fill our memory. */
export const KEPT_REJECTIONS = 32;
/** Each forgery is one more guess at the ID: after so many, UDP is not to be trusted any more (RFC 5452 9.3). */
export const MOST_FORGERIES = 100;

/** What a reply must repeat of its query. */
export interface Expectation {
  readonly id: number;
  readonly opcode: number;
  readonly question: Question | undefined;
}

export function expectationOf(query: Uint8Array): Expectation {
  const header = peekHeader(query);
  return { id: header?.id ?? 0, opcode: header?.opcode ?? 0, question: peekQuestion(query) };
}

/** Why the octets are not the reply, or undefined where they are. The source is for the socket's owner to compare. */
export function rejectionOf(
  octets: Uint8Array,
  expected: Expectation,
  letters?: Letters,
): RejectionReason | undefined {
  const header = peekHeader(octets);
  if (!header) return 'too-short';
  if (header.id !== expected.id) return 'wrong-id';
  if (!header.qr) return 'not-a-response';
  if (header.opcode !== expected.opcode) return 'wrong-opcode';
  const question = peekQuestion(octets);
  // A server that could not read the question, or would not, may leave it out of its error.
  if (!question) return header.rcode !== 0 && hasNoQuestion(octets) ? undefined : 'wrong-question';
  if (!expected.question || !isSameQuestion(question, expected.question)) return 'wrong-question';
  return letters !== undefined && question.name !== expected.question.name ? 'wrong-case' : undefined;
}

/** What the cookie of a reply says against it (RFC 7873 5.3); nothing where the query had none. */
export function cookieRejection(
  message: Message,
  expected: CookieExpectation | undefined,
): 'wrong-cookie' | 'no-cookie' | undefined {
  if (!expected) return undefined;
  const cookie = optionOf(message.edns, COOKIE);
  if (!cookie) return expected.inReply === 'must' ? 'no-cookie' : undefined;
  const isOurs = cookie.client.every((octet, i) => octet === expected.client[i]);
  return isOurs ? undefined : 'wrong-cookie';
}

function hasNoQuestion(octets: Uint8Array): boolean {
  return octets[4] === 0 && octets[5] === 0;
}

function isSameQuestion(a: Question, b: Question): boolean {
  return a.type === b.type && a.class === b.class && sameName(a.name, b.name);
}
