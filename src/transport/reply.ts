/**
 * From accepted octets to a message, as tolerant as resolvers are: a truncated reply may end anywhere, and octets after
 * the end are ignored; anything else that breaks the format makes the reply malformed.
 */

import { decode } from '../message/decode.ts';
import { dissect } from '../message/dissect.ts';
import type { Message } from '../message/message.ts';
import { WireError } from '../message/wire-error.ts';

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
