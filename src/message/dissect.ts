/**
 * Every octet of a message named: a tree of spans whose leaves tile the message, the problems with where they are, and
 * as much of a message as there is. Never throws on any octets.
 */

import { className, typeName } from './codes.ts';
import { isOpt, readRdata } from './decode.ts';
import { TYPE_OPT, type Edns } from './edns.ts';
import { dissectHeader } from './dissect-header.ts';
import type { Header } from './header.ts';
import type { Message, Question, ResourceRecord, Section } from './message.ts';
import { ROOT, type Name } from './name.ts';
import { readName } from './name-read.ts';
import { Reader } from './reader.ts';
import { recordTypeOf } from './records/table.ts';
import { SpanRecorder, type Span } from './spans.ts';
import { WireError, type WireErrorCode } from './wire-error.ts';

export interface Problem {
  readonly code: WireErrorCode;
  /** Counted from the first octet of the message. */
  readonly offset: number;
  readonly message: string;
}

export interface Dissection {
  /** What could be read; absent where there is not even a header. */
  readonly message?: Message;
  readonly spans: readonly Span[];
  readonly problems: readonly Problem[];
}

export function dissect(octets: Uint8Array): Dissection {
  const recorder = new SpanRecorder();
  const reader = new Reader(octets, recorder);
  const problems: Problem[] = [];
  const found: Found = { questions: [], answers: [], authorities: [], additionals: [] };
  try {
    readAll(reader, found, problems);
  } catch (error) {
    problems.push(problemOf(error));
    recorder.abandon(0, octets.length, 'could not be read after the problem');
  }
  const { header, edns, ...sections } = found;
  const message = header && { header, ...sections, ...(edns ? { edns } : {}) };
  return message ? { message, spans: recorder.spans, problems } : { spans: recorder.spans, problems };
}

interface Found extends Record<Section, ResourceRecord[]> {
  header?: Header;
  questions: Question[];
  edns?: Edns;
}

function readAll(reader: Reader, found: Found, problems: Problem[]): void {
  const recorder = reader.recorder!;
  const { header, counts } = dissectHeader(reader);
  found.header = header;
  for (let i = 0; i < counts.questions; i++) found.questions.push(readQuestionRecorded(reader));
  const sections = [
    ['answers', 'answer', counts.answers],
    ['authorities', 'authority', counts.authorities],
    ['additionals', 'additional', counts.additionals],
  ] as const;
  for (const [section, label, count] of sections) {
    for (let i = 0; i < count; i++) readRecordRecorded(reader, section, label, found, problems);
  }
  if (reader.offset < reader.end) {
    const extra = reader.end - reader.offset;
    problems.push({
      code: 'trailing-garbage',
      offset: reader.offset,
      message: `${extra} octets after the end of the message`,
    });
    recorder.leaf('trailing octets', reader.offset, reader.end, {
      means: 'not part of any section that the header counts',
    });
  }
}

function readQuestionRecorded(reader: Reader): Question {
  const recorder = reader.recorder!;
  const start = reader.offset;
  recorder.open('question', start);
  const name = recordedName(reader, 'QNAME', 'the name that is asked about', 'RFC 1035 4.1.2');
  const type = recordedU16(reader, 'QTYPE', typeName, 'the type that is wanted', 'RFC 1035 3.2.3');
  const questionClass = recordedU16(
    reader,
    'QCLASS',
    className,
    'the class that is wanted',
    'RFC 1035 3.2.5',
  );
  const means = 'what is asked';
  recorder.close(reader.offset, {
    value: `${name} ${className(questionClass)} ${typeName(type)}`,
    means,
    rfc: 'RFC 1035 4.1.2',
  });
  return { name, type, class: questionClass };
}

function readRecordRecorded(
  reader: Reader,
  section: Section,
  label: string,
  found: Found,
  problems: Problem[],
): void {
  const recorder = reader.recorder!;
  const rfc = 'RFC 1035 4.1.3';
  const start = reader.offset;
  const outside = recorder.depth;
  recorder.open(label, start);
  const name = recordedName(reader, 'NAME', 'the owner of the record', rfc);
  const type = recordedU16(reader, 'TYPE', typeName, 'what the data means', rfc);
  const isEdns = type === TYPE_OPT;
  const recordClass = recordedU16(
    reader,
    isEdns ? 'UDP payload size' : 'CLASS',
    isEdns ? () => '' : className,
    isEdns ? 'the largest UDP payload the sender takes' : 'the class of the data',
    isEdns ? 'RFC 6891 6.1.2' : rfc,
  );
  const ttlAt = reader.offset;
  const ttl = reader.u32();
  if (isEdns) recordEdnsTtl(recorder, ttlAt, ttl);
  else
    recorder.leaf('TTL', ttlAt, ttlAt + 4, {
      value: String(ttl),
      means: 'seconds the record may be kept',
      rfc,
    });
  const length = recordedU16(reader, 'RDLENGTH', () => '', 'octets of data that follow', rfc);
  const end = reader.offset + length;
  const misplaced = isEdns ? optProblem(name, section, found, start) : undefined;
  if (misplaced) problems.push(misplaced);
  recorder.open('RDATA', reader.offset);
  try {
    const record = readRdata(reader, name, type, recordClass, ttl, length);
    const layout = length === 0 || isEdns ? undefined : recordTypeOf(type);
    const text = isOpt(record) ? '' : (layout?.print(record.rdata) ?? '');
    recorder.close(end, { value: text, means: layout?.meaning ?? '', rfc: layout?.rfc ?? '' });
    recorder.close(end, {
      value: `${name} ${typeName(type)} ${text}`.trim(),
      means: 'a resource record',
      rfc,
    });
    if (!isOpt(record)) found[section].push(record);
    else if (!misplaced) found.edns = record.edns;
  } catch (error) {
    // The record's own length says where the next one starts, so one bad record need not hide the rest.
    if (end > reader.octets.length) throw error;
    problems.push(problemOf(error));
    recorder.abandon(outside, end, 'data of the record that could not be read');
    reader.offset = end;
    reader.end = reader.octets.length;
  }
}

function optProblem(name: Name, section: Section, found: Found, offset: number): Problem | undefined {
  if (name !== ROOT)
    return { code: 'opt-not-root', offset, message: 'an OPT record whose owner is not the root' };
  if (section !== 'additionals')
    return { code: 'opt-misplaced', offset, message: 'an OPT record outside the additional section' };
  return found.edns
    ? { code: 'two-opts', offset, message: 'a second OPT record (RFC 6891 6.1.1)' }
    : undefined;
}

function recordEdnsTtl(recorder: SpanRecorder, at: number, ttl: number): void {
  const rfc = 'RFC 6891 6.1.3';
  recorder.leaf('extended RCODE', at, at + 1, {
    value: String(ttl >>> 24),
    means: 'upper eight bits of the response code',
    rfc,
  });
  recorder.leaf('version', at + 1, at + 2, {
    value: String((ttl >>> 16) & 0xff),
    means: 'version of EDNS',
    rfc,
  });
  recorder.open('EDNS flags', at + 2);
  recorder.leaf('DO', at + 2, at + 4, {
    bits: [0, 0],
    value: ttl & 0x8000 ? '1' : '0',
    means: 'DNSSEC records wanted',
    rfc: 'RFC 3225 3',
  });
  recorder.leaf('Z', at + 2, at + 4, {
    bits: [1, 15],
    value: String(ttl & 0x7fff),
    means: 'reserved, must be zero',
    rfc,
  });
  recorder.close(at + 4, { means: 'flags of EDNS', rfc });
}

function recordedName(reader: Reader, label: string, means: string, rfc: string): Name {
  reader.recorder!.open(label, reader.offset);
  const name = readName(reader);
  reader.recorder!.close(reader.offset, { value: name, means, rfc });
  return name;
}

function recordedU16(
  reader: Reader,
  label: string,
  nameOf: (code: number) => string,
  means: string,
  rfc: string,
): number {
  const at = reader.offset;
  const value = reader.u16();
  reader.recorder!.leaf(label, at, at + 2, { value: `${value} ${nameOf(value)}`.trim(), means, rfc });
  return value;
}

function problemOf(error: unknown): Problem {
  if (error instanceof WireError) return { code: error.code, offset: error.offset, message: error.message };
  throw error;
}
