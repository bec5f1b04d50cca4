/**
 * The queries that a walk sends: one question, no recursion wanted, EDNS unless the server cannot.
 */

import { OPCODE_QUERY } from '../message/codes.ts';
import type { Edns } from '../message/edns.ts';
import { encode } from '../message/encode.ts';
import type { Question } from '../message/message.ts';

/** What UDP carries without being cut to fragments on nearly every path (RFC 9715 3.1, R5). */
const UDP_PAYLOAD_OCTETS = 1232;

export interface QueryOptions {
  readonly id: number;
  readonly recursionDesired: boolean;
  /** Undefined: a plain query without EDNS. */
  readonly edns: Edns | undefined;
}

export const PLAIN_EDNS: Edns = {
  udpPayloadSize: UDP_PAYLOAD_OCTETS,
  extendedRcode: 0,
  version: 0,
  dnssecOk: false,
  z: 0,
  options: [],
};

export function encodeQuery(question: Question, { id, recursionDesired, edns }: QueryOptions): Uint8Array {
  const flags = { qr: false, aa: false, tc: false, ra: false, z: false, ad: false, cd: false };
  const header = { id, opcode: OPCODE_QUERY, rcode: 0, rd: recursionDesired, ...flags };
  const sections = { questions: [question], answers: [], authorities: [], additionals: [] };
  return encode(edns ? { header, ...sections, edns } : { header, ...sections });
}
