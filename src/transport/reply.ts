/**
 * From octets to our reply: accepted or not, and then as tolerant as resolvers are: a truncated reply may end anywhere,
 * and octets after the end are ignored; anything else that breaks the format makes the reply malformed.
 */

import { decode } from '../message/decode.ts';
import { dissect } from '../message/dissect.ts';
import type { Message } from '../message/message.ts';
import { WireError } from '../message/wire-error.ts';
import { cookieRejection, rejectionOf, type Expectation } from './acceptance.ts';
import type { EarlyEnd, ExchangeEnding, ExchangeRequest, RejectionReason } from './exchange.ts';

/** What octets from the server's address are: somebody else's, our reply, or our reply but no message. */
export function readReply(
  octets: Uint8Array,
  expected: Expectation,
  { letters, cookie }: Pick<ExchangeRequest, 'letters' | 'cookie'>,
): { readonly rejected: RejectionReason } | ReturnType<typeof messageOfReply> {
  const rejected = rejectionOf(octets, expected, letters);
  if (rejected) return { rejected };
  const read = messageOfReply(octets);
  const suspicion = 'message' in read ? cookieRejection(read.message, cookie) : undefined;
  return suspicion ? { rejected: suspicion } : read;
}

export function messageOfReply(
  octets: Uint8Array,
): { readonly message: Message } | { readonly detail: string } {
  try {
    return { message: decode(octets) };
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    const { message } = dissect(octets);
    const tolerable = message?.header.tc || error.code === 'trailing-garbage';
    return message && tolerable ? { message } : { detail: error.message };
  }
}

const EARLY_ENDS: Readonly<Record<EarlyEnd, string>> = {
  flooded: 'too many messages were not the reply',
  'letters-changed': 'the reply changed the letters of the question',
  'cookie-missing': 'the reply came without the cookie that this server sent before',
};

/** The end of an exchange that is not worth more waiting. */
export function endedEarly(cause: EarlyEnd): ExchangeEnding {
  return { kind: 'timeout', aborted: false, detail: EARLY_ENDS[cause], cause };
}
