/**
 * How the reply of a resolver looks: recursion offered, no authority but over what it made up itself (RFC 1035 4.1.1),
 * and the reason where it gives one (RFC 8914).
 */

import { RCODE } from '../message/codes.ts';
import type { Message, ResourceRecord } from '../message/message.ts';
import { EXTENDED_ERROR } from '../message/options/extended-error.ts';
import { UDP_PAYLOAD_OCTETS } from '../message/query-message.ts';
import type { ExtendedError } from './resolver-habit.ts';

export interface ResolverSaying {
  readonly rcode?: number;
  /** AA: the resolver has the answer of nobody. */
  readonly aa?: boolean;
  readonly answers?: readonly ResourceRecord[];
  readonly authorities?: readonly ResourceRecord[];
  readonly extendedError?: ExtendedError | undefined;
}

export function resolverReply(query: Message, saying: ResolverSaying): Message {
  const { rcode = RCODE.NOERROR, aa = false, answers = [], authorities = [], extendedError } = saying;
  const flags = { qr: true, aa, tc: false, ra: true, z: false, ad: false };
  const header = { ...query.header, ...flags, rcode };
  const reply = { header, questions: query.questions, answers, authorities, additionals: [] };
  if (!query.edns) return reply;
  const options = extendedError
    ? [
        {
          code: EXTENDED_ERROR.code,
          values: { infoCode: extendedError.code, extraText: extendedError.text },
        },
      ]
    : [];
  const edns = { ...query.edns, udpPayloadSize: UDP_PAYLOAD_OCTETS, extendedRcode: 0, version: 0, options };
  return { ...reply, edns };
}
