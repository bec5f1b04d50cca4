/**
 * The spans of a question and of a record, field by field. A record whose data cannot be read is left at the end that
 * its own length gives, so that one bad record does not hide the rest.
 */

import { className, typeName } from './codes.ts';
import { isOpt, readRdata, type OptRecord } from './decode.ts';
import { TYPE_OPT } from './edns.ts';
import { layoutFor } from './encode.ts';
import type { Question, ResourceRecord } from './message.ts';
import type { Name } from './name.ts';
import { readName } from './name-read.ts';
import type { Reader } from './reader.ts';
import type { SpanDetails, SpanRecorder } from './spans.ts';
import { WireError } from './wire-error.ts';

export function dissectQuestion(reader: Reader): Question {
  const recorder = reader.recorder!;
  recorder.open('question', reader.offset);
  const name = dissectName(reader, 'QNAME', QNAME);
  const type = dissectU16(reader, 'QTYPE', QTYPE);
  const question = { name, type, class: dissectU16(reader, 'QCLASS', QCLASS) };
  recorder.close(reader.offset, QUESTION, question);
  return question;
}

/** A record, and the error that its data cannot be read for. */
export interface DissectedRecord {
  readonly name: Name;
  readonly type: number;
  readonly record: ResourceRecord | OptRecord | undefined;
  readonly error: WireError | undefined;
}

/** Throws WireError where the record has no end to go on from. */
export function dissectRecord(reader: Reader, label: string): DissectedRecord {
  const recorder = reader.recorder!;
  const outside = recorder.depth;
  recorder.open(label, reader.offset);
  const name = dissectName(reader, 'NAME', OWNER);
  const type = dissectU16(reader, 'TYPE', TYPE);
  const isEdns = type === TYPE_OPT;
  const recordClass = isEdns
    ? dissectU16(reader, 'UDP payload size', PAYLOAD_SIZE)
    : dissectU16(reader, 'CLASS', CLASS);
  const ttlAt = reader.offset;
  const ttl = reader.u32();
  if (isEdns) recordEdnsTtl(recorder, ttlAt, ttl);
  else recorder.leaf('TTL', ttlAt, ttlAt + 4, TTL, ttl);
  const length = dissectU16(reader, 'RDLENGTH', RDLENGTH);
  const end = reader.offset + length;
  recorder.open('RDATA', reader.offset);
  try {
    const record = readRdata(reader, name, type, recordClass, ttl, length);
    if (isOpt(record)) recorder.close(end, OPTIONS);
    else {
      const { meaning: means, rfc } = layoutFor(record);
      recorder.close(end, { means, rfc, print: printRdataOf }, record);
    }
    recorder.close(end, RECORD, record);
    return { name, type, record, error: undefined };
  } catch (error) {
    if (!(error instanceof WireError) || end > reader.octets.length) throw error;
    recorder.abandon(outside, end, 'data of the record that could not be read');
    reader.offset = end;
    reader.end = reader.octets.length;
    return { name, type, record: undefined, error };
  }
}

function dissectName(reader: Reader, label: string, details: SpanDetails): Name {
  reader.recorder!.open(label, reader.offset);
  const name = readName(reader);
  reader.recorder!.close(reader.offset, details, name);
  return name;
}

function dissectU16(reader: Reader, label: string, details: SpanDetails): number {
  const at = reader.offset;
  const value = reader.u16();
  reader.recorder!.leaf(label, at, at + 2, details, value);
  return value;
}

function recordEdnsTtl(recorder: SpanRecorder, at: number, ttl: number): void {
  recorder.leaf('extended RCODE', at, at + 1, EXTENDED_RCODE, ttl >>> 24);
  recorder.leaf('version', at + 1, at + 2, VERSION, (ttl >>> 16) & 0xff);
  recorder.open('EDNS flags', at + 2);
  recorder.leaf('DO', at + 2, at + 4, DNSSEC_OK, (ttl >>> 15) & 1);
  recorder.leaf('Z', at + 2, at + 4, EDNS_Z, ttl & 0x7fff);
  recorder.close(at + 4, EDNS_FLAGS);
}

const numbered =
  (nameOf: (code: number) => string) =>
  (code: unknown): string =>
    `${String(code)} ${nameOf(code as number)}`;
const printRdataOf = (record: unknown): string => {
  const known = record as ResourceRecord;
  return layoutFor(known).print(known.rdata);
};
const printRecordOf = (raw: unknown): string => {
  const record = raw as ResourceRecord | OptRecord;
  return isOpt(record) ? '. OPT' : `${record.name} ${typeName(record.type)} ${printRdataOf(record)}`.trim();
};
const printQuestion = (question: unknown): string => {
  const { name, type, class: questionClass } = question as Question;
  return `${name} ${className(questionClass)} ${typeName(type)}`;
};

const QUESTION: SpanDetails = { means: 'what is asked', rfc: 'RFC 1035 4.1.2', print: printQuestion };
const QNAME: SpanDetails = { means: 'the name that is asked about', rfc: 'RFC 1035 4.1.2', print: String };
const QTYPE: SpanDetails = {
  means: 'the type that is wanted',
  rfc: 'RFC 1035 3.2.3',
  print: numbered(typeName),
};
const QCLASS: SpanDetails = {
  means: 'the class that is wanted',
  rfc: 'RFC 1035 3.2.5',
  print: numbered(className),
};

const rfc = 'RFC 1035 4.1.3';
const RECORD: SpanDetails = { means: 'a resource record', rfc, print: printRecordOf };
const OWNER: SpanDetails = { means: 'the owner of the record', rfc, print: String };
const TYPE: SpanDetails = { means: 'what the data means', rfc, print: numbered(typeName) };
const CLASS: SpanDetails = { means: 'the class of the data', rfc, print: numbered(className) };
const TTL: SpanDetails = { means: 'seconds the record may be kept', rfc, print: String };
const RDLENGTH: SpanDetails = { means: 'octets of data that follow', rfc, print: String };

const PAYLOAD_SIZE: SpanDetails = {
  means: 'the largest UDP payload the sender takes',
  rfc: 'RFC 6891 6.1.2',
  print: String,
};
const OPTIONS: SpanDetails = { means: 'the options of EDNS', rfc: 'RFC 6891 6.1.2' };
const EXTENDED_RCODE: SpanDetails = {
  means: 'upper eight bits of the response code',
  rfc: 'RFC 6891 6.1.3',
  print: String,
};
const VERSION: SpanDetails = { means: 'version of EDNS', rfc: 'RFC 6891 6.1.3', print: String };
const EDNS_FLAGS: SpanDetails = { means: 'flags of EDNS', rfc: 'RFC 6891 6.1.3' };
const DNSSEC_OK: SpanDetails = {
  bits: [0, 0],
  means: 'DNSSEC records wanted',
  rfc: 'RFC 3225 3',
  print: String,
};
const EDNS_Z: SpanDetails = {
  bits: [1, 15],
  means: 'reserved, must be zero',
  rfc: 'RFC 6891 6.1.4',
  print: String,
};
