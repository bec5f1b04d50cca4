/**
 * Octets to message, strictly: any broken rule throws a WireError that says which and where. `dissect` uses the same
 * steps, with spans, and goes on after an error.
 */

import { ednsOf, readOptions, TYPE_OPT, type Edns } from './edns.ts';
import { HEADER_OCTETS, headerOf, type Header } from './header.ts';
import type { Message, Question, ResourceRecord } from './message.ts';
import { ROOT } from './name.ts';
import { readName } from './name-read.ts';
import { Reader } from './reader.ts';
import { recordTypeOf } from './records/table.ts';
import { UNKNOWN } from './records/unknown.ts';
import { WireError } from './wire-error.ts';

/** Decodes one message. Names and RDATA views share memory with `octets`. Throws WireError. */
export function decode(octets: Uint8Array): Message {
  const reader = new Reader(octets);
  const header = headerOf(reader.u16(), reader.u16());
  const counts = {
    questions: reader.u16(),
    answers: reader.u16(),
    authorities: reader.u16(),
    additionals: reader.u16(),
  };
  const questions: Question[] = [];
  for (let i = 0; i < counts.questions; i++) questions.push(readQuestion(reader));
  const answers = readSection(reader, counts.answers);
  const authorities = readSection(reader, counts.authorities);
  let edns: Edns | undefined;
  const additionals: ResourceRecord[] = [];
  for (let i = 0; i < counts.additionals; i++) {
    const at = reader.offset;
    const record = readRecord(reader);
    if (!isOpt(record)) {
      additionals.push(record);
    } else if (edns) {
      throw new WireError('two-opts', at, 'a second OPT record (RFC 6891 6.1.1)');
    } else {
      edns = record.edns;
    }
  }
  if (reader.offset < octets.length) {
    const extra = octets.length - reader.offset;
    throw new WireError(
      'trailing-garbage',
      reader.offset,
      `${extra} octet${extra === 1 ? '' : 's'} after the end of the message`,
    );
  }
  const message = { header, questions, answers, authorities, additionals };
  return edns ? { ...message, edns } : message;
}

/** Reads the header alone, or undefined where there are not even twelve octets. */
export function peekHeader(octets: Uint8Array): Header | undefined {
  if (octets.length < 12) return undefined;
  return headerOf((octets[0]! << 8) | octets[1]!, (octets[2]! << 8) | octets[3]!);
}

/** Reads the first question alone, or undefined where there is none that can be read. */
export function peekQuestion(octets: Uint8Array): Question | undefined {
  if (octets.length < 12 || (octets[4] === 0 && octets[5] === 0)) return undefined;
  const reader = new Reader(octets);
  reader.offset = HEADER_OCTETS;
  try {
    return readQuestion(reader);
  } catch (error) {
    if (error instanceof WireError) return undefined;
    throw error;
  }
}

function readQuestion(reader: Reader): Question {
  return { name: readName(reader), type: reader.u16(), class: reader.u16() };
}

/** An OPT record on its way to becoming `Message.edns`. */
export interface OptRecord {
  readonly edns: Edns;
}

export function isOpt(record: ResourceRecord | OptRecord): record is OptRecord {
  return 'edns' in record;
}

function readSection(reader: Reader, count: number): ResourceRecord[] {
  const records: ResourceRecord[] = [];
  for (let i = 0; i < count; i++) {
    const at = reader.offset;
    const record = readRecord(reader);
    if (isOpt(record)) {
      throw new WireError(
        'opt-misplaced',
        at,
        'an OPT record outside the additional section (RFC 6891 6.1.1)',
      );
    }
    records.push(record);
  }
  return records;
}

function readRecord(reader: Reader): ResourceRecord | OptRecord {
  const at = reader.offset;
  const name = readName(reader);
  const type = reader.u16();
  const recordClass = reader.u16();
  const ttl = reader.u32();
  const length = reader.u16();
  if (type === TYPE_OPT && name !== ROOT) {
    throw new WireError('opt-not-root', at, 'an OPT record whose owner is not the root (RFC 6891 6.1.2)');
  }
  return readRdata(reader, name, type, recordClass, ttl, length);
}

/** Reads `length` octets of RDATA, all of them and no more, and gives the finished record. */
export function readRdata(
  reader: Reader,
  name: string,
  type: number,
  recordClass: number,
  ttl: number,
  length: number,
): ResourceRecord | OptRecord {
  if (length > reader.remaining) {
    throw new WireError(
      'truncated',
      reader.offset,
      `RDLENGTH says ${length} octets, the message has ${reader.remaining} left`,
    );
  }
  const messageEnd = reader.end;
  const end = reader.offset + length;
  reader.end = end;
  if (type === TYPE_OPT) {
    const edns = ednsOf(recordClass, ttl, readOptions(reader));
    reader.end = messageEnd;
    return { edns };
  }
  // UPDATE deletes with records that have no RDATA at all (RFC 2136 2.5): such a one has no fields to read.
  const layout = length === 0 ? UNKNOWN : recordTypeOf(type, recordClass);
  const rdata = layout.read(reader);
  if (reader.offset !== end) {
    throw new WireError(
      'rdata-trailing',
      reader.offset,
      `${end - reader.offset} octets of RDATA after the last field`,
    );
  }
  reader.end = messageEnd;
  return { name, type, class: recordClass, ttl, rdata };
}
