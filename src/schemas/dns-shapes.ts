/**
 * What appears in many documents: names, questions, records, octets.
 */

import { count, described, record, text, truth, whole, type Schema } from './shape.ts';

export const name = described(text, 'a domain name: absolute, escaped as in RFC 1035 5.1');
export const address = described(text, 'an IPv4 or IPv6 address (RFC 5952)');
export const octets: Schema = { type: 'string', contentEncoding: 'base64' };
export const moment: Schema = { type: 'string', format: 'date-time' };
export const mnemonic = described(text, 'A, AAAA … or TYPE65280 (RFC 3597)');
export const className = described(text, 'IN, CH … or CLASS65280');
export const rcodeWord = described(text, 'NOERROR, NXDOMAIN … or RCODE65');

export const question = record({ name, type: mnemonic, class: className });

export const resourceRecord = record({
  name,
  type: mnemonic,
  class: className,
  ttl: described(count, 'seconds'),
  data: described(text, 'RDATA as zone-file text'),
});

export const rfc = described(text, 'the rule, as RFC 9471 2.1; empty where there is none');

/** RFC 8427 2: a message, and the same by the names that the other documents have. */
const questionRR = record({
  NAME: name,
  TYPE: count,
  TYPEname: mnemonic,
  CLASS: count,
  CLASSname: className,
  name,
  type: mnemonic,
  class: className,
});

const recordRR = record(
  {
    NAME: name,
    TYPE: count,
    TYPEname: mnemonic,
    CLASS: count,
    CLASSname: className,
    TTL: count,
    RDLENGTH: count,
    RDATAHEX: text,
    name,
    type: mnemonic,
    class: className,
    ttl: count,
    data: text,
  },
  {},
);

export const messageMembers: Readonly<Record<string, Schema>> = {
  ID: count,
  QR: truth,
  Opcode: count,
  AA: truth,
  TC: truth,
  RD: truth,
  RA: truth,
  Z: truth,
  AD: truth,
  CD: truth,
  RCODE: whole,
  rcode: rcodeWord,
  QDCOUNT: count,
  ANCOUNT: count,
  NSCOUNT: count,
  ARCOUNT: count,
  questionRRs: { type: 'array', items: questionRR },
  answerRRs: { type: 'array', items: recordRRs() },
  authorityRRs: { type: 'array', items: recordRRs() },
  additionalRRs: { type: 'array', items: recordRRs() },
};

/** RFC 8427 2.3: beside the members named here there is one for the RDATA, as rdataMX. */
function recordRRs(): Schema {
  return { ...recordRR, patternProperties: { '^rdata': text } };
}

export const messageOptional: Readonly<Record<string, Schema>> = {
  QNAME: name,
  QTYPE: count,
  QTYPEname: mnemonic,
  QCLASS: count,
  QCLASSname: className,
  EDNS: { type: 'object', description: 'draft-peltan-edns-presentation-format' },
};
