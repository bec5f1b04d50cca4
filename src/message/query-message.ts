/**
 * Queries as rootwalk sends them: one question, with EDNS unless the server cannot read it.
 */

import { OPCODE_QUERY } from './codes.ts';
import type { Edns } from './edns.ts';
import { encode } from './encode.ts';
import type { Question } from './message.ts';
import { PADDING } from './options/padding.ts';

/** What UDP carries without being cut to fragments on nearly every path (RFC 9715). */
export const UDP_PAYLOAD_OCTETS = 1232;

/** EDNS without flags or options. */
export const PLAIN_EDNS: Edns = {
  udpPayloadSize: UDP_PAYLOAD_OCTETS,
  extendedRcode: 0,
  version: 0,
  dnssecOk: false,
  z: 0,
  options: [],
};

/** The header flags that a query may set. */
export interface QueryFlags {
  readonly recursionDesired: boolean;
  /** AD: tell me whether the answer was validated (RFC 6840 5.7). */
  readonly authenticData?: boolean;
  /** CD: give me also what does not validate (RFC 4035 3.2.2). */
  readonly checkingDisabled?: boolean;
}

/** What a query says beside its question. */
export interface QueryParts extends QueryFlags {
  readonly id: number;
  /** Undefined: a query without EDNS. */
  readonly edns: Edns | undefined;
}

/** The octets of a query with that one question. Throws WireError for a name or a value that does not fit. */
export function encodeQuery(question: Question, options: QueryParts): Uint8Array {
  const { id, recursionDesired, edns, authenticData = false, checkingDisabled = false } = options;
  const flags = { qr: false, aa: false, tc: false, ra: false, z: false };
  const asked = { rd: recursionDesired, ad: authenticData, cd: checkingDisabled };
  const header = { id, opcode: OPCODE_QUERY, rcode: 0, ...flags, ...asked };
  const query = { header, questions: [question], answers: [], authorities: [], additionals: [] };
  return encode(edns ? { ...query, edns } : query);
}

/** Queries are padded to a multiple of so many octets (RFC 8467 4.1). */
const PADDING_BLOCK_OCTETS = 128;
const OPTION_HEADER_OCTETS = 4;

/** A query for an encrypted connection: its length says nothing of the name any more. Without EDNS it stays as it is. */
export function encodePaddedQuery(question: Question, parts: QueryParts): Uint8Array {
  const { edns } = parts;
  const plain = encodeQuery(question, parts);
  if (!edns || edns.options.some(({ code }) => code === PADDING.code)) return plain;
  const over = (plain.length + OPTION_HEADER_OCTETS) % PADDING_BLOCK_OCTETS;
  const octets = new Uint8Array(over === 0 ? 0 : PADDING_BLOCK_OCTETS - over);
  const options = [...edns.options, { code: PADDING.code, values: { octets } }];
  return encodeQuery(question, { ...parts, edns: { ...edns, options } });
}
