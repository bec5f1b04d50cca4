/**
 * Zone-file lines with section marks to the parts of a message: what `printMessage` prints, what `dig` prints, and plain
 * records. What is not said stays open, for the caller to fill in.
 */

import { classCode, CLASS_IN, opcodeCode, rcodeCode, typeCode } from './codes.ts';
import type { Edns, EdnsOption } from './edns.ts';
import { HEADER_FLAGS, type Header } from './header.ts';
import type { Message, Question, ResourceRecord, Section } from './message.ts';
import { NameError, scanName, type Name } from './name.ts';
import { optionCode, optionTypeOf } from './options/table.ts';
import { PLAIN_EDNS } from './query-message.ts';
import { scanAfterOwner, scanRecord } from './record-text.ts';
import { ScanError, Tokens } from './tokens.ts';

export interface ScannedMessage extends Omit<Message, 'header'> {
  readonly header: Partial<Header>;
  /** The upper eight bits of the response code that the text says, for EDNS to carry. */
  readonly extendedRcode: number;
}

/** Throws ScanError, with the line. */
export function scanMessage(text: string): ScannedMessage {
  const scan = new MessageScan();
  const lines = text.split(/\r?\n/);
  for (let i = 0; i < lines.length; i++) {
    const first = i;
    let entry = lines[i]!;
    for (let open = isComment(entry) ? 0 : openParentheses(entry); open > 0 && i + 1 < lines.length;) {
      open += openParentheses(lines[++i]!);
      entry += `\n${lines[i]!}`;
    }
    try {
      scan.take(entry);
    } catch (error) {
      if (!(error instanceof ScanError || error instanceof NameError)) throw error;
      throw new ScanError(`line ${first + 1}: ${error.message}`, { line: first + 1, column: 1 });
    }
  }
  return scan.finish();
}

type Part = 'questions' | Section | 'opt';

/** RFC 2136 2 gives the sections of UPDATE names of their own. */
const PARTS: Readonly<Record<string, Part>> = {
  question: 'questions',
  zone: 'questions',
  answer: 'answers',
  prerequisite: 'answers',
  authority: 'authorities',
  update: 'authorities',
  additional: 'additionals',
  'opt pseudo': 'opt',
  opt: 'opt',
};
const MARK =
  /^;+\s*(question|zone|answer|prerequisite|authority|update|additional|opt(?: pseudo)?)\s*(?:section)?:?\s*$/i;

class MessageScan {
  readonly #found: Record<Section, ResourceRecord[]> = { answers: [], authorities: [], additionals: [] };
  readonly #questions: Question[] = [];
  readonly #options: EdnsOption[] = [];
  #header: Partial<Header> = {};
  #extendedRcode = 0;
  #edns: Omit<Edns, 'options' | 'extendedRcode'> | undefined;
  /** Records in front of the first mark are answers. */
  #part: Part = 'answers';
  #owner: Name | undefined;

  take(line: string): void {
    const mark = MARK.exec(line);
    if (mark) this.#part = PARTS[mark[1]!.toLowerCase()]!;
    else if (isComment(line)) this.#takeComment(line);
    else if (line.trim() !== '') this.#takeEntry(line);
  }

  finish(): ScannedMessage {
    const edns = this.#edns && { ...this.#edns, extendedRcode: 0, options: this.#options };
    return {
      header: this.#header,
      extendedRcode: this.#extendedRcode,
      questions: this.#questions,
      ...this.#found,
      ...(edns ? { edns } : {}),
    };
  }

  #takeComment(line: string): void {
    const text = line.replace(/^\s*;+\s*/, '');
    if (text.startsWith('->>HEADER<<-')) return this.#takeHeader(text);
    const flags = /^flags:([^;]*)/i.exec(text);
    if (flags && line.trimStart().startsWith(';;')) return this.#takeFlags(flags[1]!);
    if (/^EDNS:/i.test(text)) return this.#takeEdns(text);
    if (this.#part === 'opt') return this.#takeOption(text);
    if (this.#part === 'questions' && text !== '') this.#takeEntry(text);
  }

  #takeHeader(text: string): void {
    const opcode = opcodeCode(/opcode: *(\w+)/i.exec(text)?.[1] ?? 'QUERY');
    const rcode = rcodeCode(/status: *(\w+)/i.exec(text)?.[1] ?? 'NOERROR');
    const id = /id: *(\d{1,5})/i.exec(text)?.[1];
    if (opcode === undefined || rcode === undefined)
      throw new ScanError(`an opcode or a status is not known: ${text}`);
    this.#header = {
      ...this.#header,
      opcode,
      rcode: rcode & 0xf,
      ...(id ? { id: Number(id) & 0xffff } : {}),
    };
    this.#extendedRcode = (rcode >> 4) & 0xff;
  }

  #takeFlags(text: string): void {
    const words = text.toLowerCase().trim().split(/\s+/).filter(Boolean);
    const unknown = words.find((word) => !HEADER_FLAGS.some(({ name }) => name === word));
    if (unknown !== undefined) throw new ScanError(`"${unknown}" is no flag`);
    const flags = HEADER_FLAGS.map(({ name }) => [name, words.includes(name)] as const);
    this.#header = { ...this.#header, ...Object.fromEntries(flags) };
  }

  #takeEdns(text: string): void {
    const number = (pattern: RegExp, otherwise: number): number =>
      Number(pattern.exec(text)?.[1] ?? otherwise);
    const flags = /flags:([^;]*)/i.exec(text)?.[1] ?? '';
    this.#part = 'opt';
    this.#edns = {
      version: number(/version: *(\d{1,3})/i, 0) & 0xff,
      udpPayloadSize: number(/udp: *(\d{1,5})/i, PLAIN_EDNS.udpPayloadSize) & 0xffff,
      dnssecOk: /\bdo\b/i.test(flags),
      z: number(/\b(0x[0-9a-f]{1,4})\b/i, 0) & 0x7fff,
    };
  }

  /** `NSID: 6e7331 ("ns1")`: what dig puts in parentheses behind it is for people. */
  #takeOption(text: string): void {
    const [, name, value = ''] = /^([\w-]+): ?(.*)$/.exec(text) ?? [];
    const code = name === undefined ? undefined : optionCode(name);
    if (code === undefined) throw new ScanError(`"${text}" is no EDNS option`);
    this.#options.push({ code, values: scanOption(code, value) });
  }

  #takeEntry(line: string): void {
    if (this.#part === 'questions') this.#questions.push(scanQuestion(line));
    else if (this.#part !== 'opt') this.#takeRecord(line, this.#part);
    else throw new ScanError('a record among the EDNS options');
  }

  /** RFC 1035 5.1: a line that begins with white space has the owner of the one before. */
  #takeRecord(line: string, section: Section): void {
    const inherits = /^\s/.test(line) && this.#owner !== undefined;
    const record = inherits ? scanAfterOwner(Tokens.of(line), this.#owner!, {}) : scanRecord(line);
    this.#owner = record.name;
    this.#found[section].push(record);
  }
}

/** An option as `printOption` or dig writes it. Throws ScanError. */
export function scanOption(code: number, value: string): EdnsOption['values'] {
  const type = optionTypeOf(code);
  const scan = (text: string): EdnsOption['values'] => {
    const tokens = Tokens.of(text);
    const values = type.scan(tokens);
    tokens.expectDone();
    return values;
  };
  try {
    return scan(value);
  } catch (error) {
    const bare = value.replace(/\s*\(.*\)\s*$/, '').replaceAll(/(?<=^[0-9a-f ]*) (?=[0-9a-f ]*$)/gi, '');
    if (!(error instanceof ScanError) || bare === value) throw error;
    return scan(bare);
  }
}

function scanQuestion(line: string): Question {
  const words = line.trim().split(/\s+/);
  const [name, ...rest] = words;
  const type = rest.at(-1);
  const typed = type === undefined ? undefined : typeCode(type);
  const questionClass = rest.length > 1 ? classCode(rest.at(-2)!) : CLASS_IN;
  if (typed === undefined || questionClass === undefined || rest.length > 2) {
    throw new ScanError(`"${line.trim()}" is no question: NAME CLASS TYPE`);
  }
  return { name: scanName(name!), type: typed, class: questionClass };
}

const isComment = (line: string): boolean => line.trimStart().startsWith(';');

function openParentheses(entry: string): number {
  const bare = entry.replaceAll(/"(?:\\.|[^"\\])*"|\\.|;[^\n]*/gs, '');
  return bare.split('(').length - bare.split(')').length;
}
