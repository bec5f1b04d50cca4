/**
 * Queries as rootwalk sends them: one question, with EDNS unless the server cannot read it.
 */

import { OPCODE_QUERY } from './codes.ts';
import type { Edns } from './edns.ts';
import { encode } from './encode.ts';
import type { Question } from './message.ts';

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
