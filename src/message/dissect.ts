/**
 * Every octet of a message named: a tree of spans whose leaves tile the message, the problems with where they are, and
 * as much of a message as there is. Never throws on any octets.
 */

import { isOpt } from './decode.ts';
import { dissectHeader } from './dissect-header.ts';
import { dissectQuestion, dissectRecord } from './dissect-record.ts';
import { TYPE_OPT, type Edns } from './edns.ts';
import type { Header } from './header.ts';
import type { Message, Question, ResourceRecord, Section } from './message.ts';
import { ROOT, type Name } from './name.ts';
import { Reader } from './reader.ts';
import { problemOf } from './registry/problems.ts';
import { SpanRecorder, type Span } from './spans.ts';
import { WireError, type WireErrorCode } from './wire-error.ts';

/** What is wrong with a message. */
export interface Problem {
  readonly code: WireErrorCode;
  /** Counted from the first octet of the message. */
  readonly offset: number;
  readonly message: string;
  /** The rule that is broken. */
  readonly rfc: string;
}

/** A message taken apart. */
export interface Dissection {
  /** What could be read; absent where there is not even a header. */
  readonly message?: Message;
  readonly spans: readonly Span[];
  readonly problems: readonly Problem[];
}

/**
 * Explains every octet: a tree of spans whose leaves tile the message, and what is wrong with it (RFC 1035 4). Never
 * throws; after an error it goes on where the lengths allow.
 */
export function dissect(octets: Uint8Array): Dissection {
  const recorder = new SpanRecorder();
  const reader = new Reader(octets, recorder);
  const problems: Problem[] = [];
  const found: Found = { questions: [], answers: [], authorities: [], additionals: [] };
  try {
    readAll(reader, found, problems);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    problems.push(problemAt(error.code, error.offset, error.message));
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
  const { header, counts } = dissectHeader(reader);
  found.header = header;
  for (let i = 0; i < counts.questions; i++) found.questions.push(dissectQuestion(reader));
  readSection(reader, 'answers', 'answer', counts.answers, found, problems);
  readSection(reader, 'authorities', 'authority', counts.authorities, found, problems);
  readSection(reader, 'additionals', 'additional', counts.additionals, found, problems);
  if (reader.offset < reader.end) {
    const extra = reader.end - reader.offset;
    const message = `${extra} octet${extra === 1 ? '' : 's'} after the end of the message`;
    problems.push(problemAt('trailing-garbage', reader.offset, message));
    const means = 'not part of any section that the header counts';
    reader.recorder!.leaf('trailing octets', reader.offset, reader.end, { means });
  }
}

function readSection(
  reader: Reader,
  section: Section,
  label: string,
  count: number,
  found: Found,
  problems: Problem[],
): void {
  for (let i = 0; i < count; i++) {
    const start = reader.offset;
    const { name, type, record, error } = dissectRecord(reader, label);
    const misplaced = type === TYPE_OPT ? optProblem(name, section, found, start) : undefined;
    if (misplaced) problems.push(misplaced);
    if (error) problems.push(problemAt(error.code, error.offset, error.message));
    else if (record && !isOpt(record)) found[section].push(record);
    else if (record && isOpt(record) && !misplaced) found.edns = record.edns;
  }
}

function optProblem(name: Name, section: Section, found: Found, offset: number): Problem | undefined {
  if (name !== ROOT) return problemAt('opt-not-root', offset, 'an OPT record whose owner is not the root');
  if (section !== 'additionals') {
    return problemAt('opt-misplaced', offset, 'an OPT record outside the additional section');
  }
  return found.edns ? problemAt('two-opts', offset, 'a second OPT record') : undefined;
}

function problemAt(code: WireErrorCode, offset: number, message: string): Problem {
  return { code, offset, message, rfc: problemOf(code).rfc };
}
