/**
 * The spans of the header: twelve octets, of which two are bits (RFC 1035 4.1.1).
 */

import { opcodeName, rcodeName } from './codes.ts';
import { HEADER_FLAGS, HEADER_OCTETS, headerOf, type Header } from './header.ts';
import type { Section } from './message.ts';
import type { Reader } from './reader.ts';
import type { SpanRecorder } from './spans.ts';

type Counts = Readonly<Record<'questions' | Section, number>>;

/** Reads the header and notes each field and bit. Throws WireError where there are not even twelve octets. */
export function dissectHeader(reader: Reader): { readonly header: Header; readonly counts: Counts } {
  const recorder = reader.recorder!;
  const rfc = 'RFC 1035 4.1.1';
  recorder.open('header', 0);
  const u16 = (label: string, means: string): number => {
    const at = reader.offset;
    const value = reader.u16();
    recorder.leaf(label, at, at + 2, { value: String(value), means, rfc });
    return value;
  };
  const id = u16('ID', 'the number that joins a reply to its query');
  const word = reader.u16();
  const header = headerOf(id, word);
  recordFlags(recorder, header);
  const counts = {
    questions: u16('QDCOUNT', 'entries in the question section'),
    answers: u16('ANCOUNT', 'records in the answer section'),
    authorities: u16('NSCOUNT', 'records in the authority section'),
    additionals: u16('ARCOUNT', 'records in the additional section'),
  };
  recorder.close(HEADER_OCTETS, { value: '', means: 'what the message is and how many entries follow', rfc });
  return { header, counts };
}

function recordFlags(recorder: SpanRecorder, header: Header): void {
  const bit = (label: string, first: number, last: number, value: string, means: string, rfc: string): void =>
    recorder.leaf(label, 2, 4, { bits: [first, last], value, means, rfc });
  recorder.open('flags', 2);
  for (const flag of HEADER_FLAGS) {
    bit(flag.name.toUpperCase(), flag.bit, flag.bit, header[flag.name] ? '1' : '0', flag.means, flag.rfc);
    if (flag.name === 'qr') {
      bit(
        'OPCODE',
        1,
        4,
        `${header.opcode} ${opcodeName(header.opcode)}`,
        'the kind of query',
        'RFC 1035 4.1.1',
      );
    }
  }
  bit('RCODE', 12, 15, `${header.rcode} ${rcodeName(header.rcode)}`, 'how it went', 'RFC 1035 4.1.1');
  recorder.close(4, { value: '', means: 'flags, opcode and response code', rfc: 'RFC 1035 4.1.1' });
}
