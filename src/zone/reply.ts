/**
 * The frame of an authoritative server's replies: which header bits and EDNS go back (RFC 1035 4.1.1, RFC
 * 6891 6.1.1), and which queries are turned away before any zone is looked at.
 */

import { OPCODE_QUERY, RCODE, TYPE_ANY, typeCode } from '../message/codes.ts';
import { TYPE_OPT, type Edns } from '../message/edns.ts';
import type { Message, ResourceRecord, Section } from '../message/message.ts';
import { UDP_PAYLOAD_OCTETS } from '../message/query-message.ts';

/** What a reply says, while it is being put together. */
export interface Draft extends Record<Section, ResourceRecord[]> {
  aa: boolean;
  /** All twelve bits. */
  rcode: number;
}

export function newDraft(rcode: number = RCODE.NOERROR): Draft {
  return { aa: false, rcode, answers: [], authorities: [], additionals: [] };
}

export function replyTo(query: Message, draft: Draft): Message {
  const { aa, rcode, answers, authorities, additionals } = draft;
  const { id, opcode, rd, cd } = query.header;
  const flags = { qr: true, aa, tc: false, rd, ra: false, z: false, ad: false };
  // RFC 4035 3.1.6: CD is copied, AD is the resolver's to set.
  const header = { id, opcode, ...flags, cd, rcode: rcode & 0xf };
  const message = { header, questions: query.questions, answers, authorities, additionals };
  return query.edns ? { ...message, edns: ednsFor(query.edns, rcode) } : message;
}

function ednsFor({ dnssecOk }: Edns, rcode: number): Edns {
  // RFC 3225 3: DO is copied. RFC 6891 6.1.2: options that are not understood are ignored, never echoed.
  return {
    udpPayloadSize: UDP_PAYLOAD_OCTETS,
    extendedRcode: rcode >> 4,
    version: 0,
    dnssecOk,
    z: 0,
    options: [],
  };
}

/** The response code for a query that no zone can answer, or undefined where it may go on. */
export function refusalOf(query: Message): number | undefined {
  // A message that is itself a response must never be replied to; the sockets drop it, and here it gets no
  // answer.
  if (query.header.qr) return RCODE.FORMERR;
  // RFC 6891 6.1.3: only version 0 is known, whatever else the query says.
  if (query.edns && query.edns.version > 0) return RCODE.BADVERS;
  if (query.header.opcode !== OPCODE_QUERY) return RCODE.NOTIMP;
  // RFC 9619 4: a query has one question.
  const [question, ...others] = query.questions;
  if (!question || others.length > 0) return RCODE.FORMERR;
  return refusalOfType(question.type);
}

const TRANSFERS: readonly number[] = [typeCode('AXFR')!, typeCode('IXFR')!];

function refusalOfType(type: number): number | undefined {
  if (type === TYPE_OPT) return RCODE.FORMERR;
  if (TRANSFERS.includes(type)) return RCODE.REFUSED;
  // RFC 6895 3.1: 128 to 255 are questions and keys of transactions, not data; of them only ANY is answered.
  return type >= 128 && type < TYPE_ANY ? RCODE.NOTIMP : undefined;
}
