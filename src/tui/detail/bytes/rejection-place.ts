/**
 * Where in a datagram it can be seen why it was not taken for the reply (RFC 5452 9.1).
 */

import type { RejectionReason } from '../../../transport/exchange.ts';

/** The label of the field; null: the octets do not show it, and it is said of the first. */
export const REJECTED_FIELD: Readonly<Record<RejectionReason, string | null>> = {
  'wrong-source': null,
  'too-short': null,
  'wrong-id': 'ID',
  'not-a-response': 'QR',
  'wrong-opcode': 'OPCODE',
  'wrong-question': 'question',
  'wrong-case': 'QNAME',
  // The part of the COOKIE option that is the client's (RFC 7873 4).
  'wrong-cookie': 'client',
  'no-cookie': null,
};
