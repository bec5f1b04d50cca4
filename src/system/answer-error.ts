/**
 * Why this computer has no answer, in words: what the C library says, made exact by what its name servers
 * said to our own query.
 */

import { RCODE, rcodeName, typeName } from '../message/codes.ts';
import { rcodeOf, type Question } from '../message/message.ts';
import {
  INTERRUPTED,
  NO_SERVER_ANSWERED,
  NO_SUCH_NAME,
  noAnswerWithin,
  serverFailure,
} from './lookup-errors.ts';
import { hasAnswer } from './server-voices.ts';
import type { SearchResult } from './stub-search.ts';

/** getaddrinfo says `no such name` also where the name exists without an address of the family. */
export function addressError(
  error: string | null,
  search: SearchResult,
  question: Question,
  family: 4 | 6,
): string {
  const message = search.reply?.message;
  const isEmpty = message && rcodeOf(message) === RCODE.NOERROR && !hasAnswer(message, question);
  if (isEmpty && (error ?? NO_SUCH_NAME) === NO_SUCH_NAME) return `no IPv${family} address for this name`;
  return withServerFailure(error ?? NO_SUCH_NAME, search);
}

/** For a type that only the name servers were asked for. */
export function recordError(
  { reply }: SearchResult,
  question: Question,
  signal: AbortSignal | undefined,
): string {
  if (!reply) return signal?.aborted ? INTERRUPTED : NO_SERVER_ANSWERED;
  const rcode = rcodeOf(reply.message);
  if (rcode === RCODE.NOERROR) return `no ${typeName(question.type)} record for this name`;
  return rcode === RCODE.NXDOMAIN ? NO_SUCH_NAME : serverFailure(rcodeName(rcode));
}

/** To the C library a server that fails or refuses is one that did not answer. */
export function withServerFailure(error: string, { reply }: SearchResult): string {
  const rcode = reply ? rcodeOf(reply.message) : RCODE.NOERROR;
  const failed = rcode !== RCODE.NOERROR && rcode !== RCODE.NXDOMAIN;
  return failed && error === NO_SERVER_ANSWERED ? serverFailure(rcodeName(rcode)) : error;
}

export function gaveUpError(gaveUp: 'late' | 'aborted', timeoutMs: number): string {
  return gaveUp === 'late' ? noAnswerWithin(timeoutMs) : INTERRUPTED;
}
