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

export interface QueryOptions {
  readonly id: number;
  readonly recursionDesired: boolean;
  /** Undefined: a query without EDNS. */
  readonly edns: Edns | undefined;
}

export function encodeQuery(question: Question, { id, recursionDesired, edns }: QueryOptions): Uint8Array {
  const flags = { qr: false, aa: false, tc: false, ra: false, z: false, ad: false, cd: false };
  const header = { id, opcode: OPCODE_QUERY, rcode: 0, rd: recursionDesired, ...flags };
  const query = { header, questions: [question], answers: [], authorities: [], additionals: [] };
  return encode(edns ? { ...query, edns } : query);
}
