/**
 * The spans of the header: twelve octets, of which two are bits (RFC 1035 4.1.1).
 */

import { opcodeName, rcodeName } from './codes.ts';
import { HEADER_FLAGS, HEADER_OCTETS, headerOf, type Header } from './header.ts';
import type { Section } from './message.ts';
import type { Reader } from './reader.ts';
import type { SpanDetails, SpanRecorder } from './spans.ts';

type Counts = Readonly<Record<'questions' | Section, number>>;

/** Reads the header and notes each field and bit. Throws WireError where there are not even twelve octets. */
export function dissectHeader(reader: Reader): { readonly header: Header; readonly counts: Counts } {
  const recorder = reader.recorder!;
  recorder.open('header', 0);
  const u16 = (label: string, details: SpanDetails): number => {
    const at = reader.offset;
    const value = reader.u16();
    recorder.leaf(label, at, at + 2, details, value);
    return value;
  };
  const id = u16('ID', ID);
  const header = headerOf(id, reader.u16());
  recordFlags(recorder, header);
  const counts = {
    questions: u16('QDCOUNT', QDCOUNT),
    answers: u16('ANCOUNT', ANCOUNT),
    authorities: u16('NSCOUNT', NSCOUNT),
    additionals: u16('ARCOUNT', ARCOUNT),
  };
  recorder.close(HEADER_OCTETS, HEADER);
  return { header, counts };
}

function recordFlags(recorder: SpanRecorder, header: Header): void {
  recorder.open('flags', 2);
  for (const { label, field, details } of BITS) recorder.leaf(label, 2, 4, details, header[field]);
  recorder.close(4, FLAGS);
}

const rfc = 'RFC 1035 4.1.1';
const HEADER: SpanDetails = { means: 'what the message is and how many entries follow', rfc };
const ID: SpanDetails = { means: 'the number that joins a reply to its query', rfc, print: String };
const FLAGS: SpanDetails = { means: 'flags, opcode and response code', rfc };
const QDCOUNT: SpanDetails = { means: 'entries in the question section', rfc, print: String };
const ANCOUNT: SpanDetails = { means: 'records in the answer section', rfc, print: String };
const NSCOUNT: SpanDetails = { means: 'records in the authority section', rfc, print: String };
const ARCOUNT: SpanDetails = { means: 'records in the additional section', rfc, print: String };

interface Bits {
  readonly label: string;
  readonly field: keyof Header;
  readonly details: SpanDetails;
}

const OPCODE: Bits = {
  label: 'OPCODE',
  field: 'opcode',
  details: {
    bits: [1, 4],
    means: 'the kind of query',
    rfc,
    print: (code) => `${String(code)} ${opcodeName(Number(code))}`,
  },
};
const RCODE: Bits = {
  label: 'RCODE',
  field: 'rcode',
  details: {
    bits: [12, 15],
    means: 'how it went',
    rfc,
    print: (code) => `${String(code)} ${rcodeName(Number(code))}`,
  },
};
const FLAG_BITS = HEADER_FLAGS.map(({ name, bit, means, rfc: source }): Bits => ({
  label: name.toUpperCase(),
  field: name,
  details: { bits: [bit, bit], means, rfc: source, print: (isSet) => (isSet ? '1' : '0') },
}));

/** The second word of the header, bit by bit in wire order. */
const BITS = [...FLAG_BITS, OPCODE, RCODE].toSorted((a, b) => a.details.bits![0] - b.details.bits![0]);
