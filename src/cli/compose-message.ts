/**
 * The message that the options of `build` describe: from nothing, from zone text, or from JSON, with what the options say
 * put over it.
 */

import { classCode, opcodeCode, OPCODE_QUERY, rcodeCode } from '../message/codes.ts';
import type { Edns, EdnsOption } from '../message/edns.ts';
import { encode } from '../message/encode.ts';
import { HEADER_FLAGS, headerOf, type Header } from '../message/header.ts';
import { scanHex } from '../message/hex.ts';
import { messageFromJson, MessageJsonError, octetsFromJson } from '../message/message-from-json.ts';
import { scanMessage, scanOption } from '../message/message-text-scan.ts';
import { SECTIONS, type Message, type ResourceRecord, type Section } from '../message/message.ts';
import { NameError } from '../message/name.ts';
import { optionCode, optionTypeOf } from '../message/options/table.ts';
import { PLAIN_EDNS } from '../message/query-message.ts';
import { Reader } from '../message/reader.ts';
import { scanRecord } from '../message/record-text.ts';
import { ScanError } from '../message/tokens.ts';
import { WireError } from '../message/wire-error.ts';
import type { BuildFlags } from './commands/build.ts';
import { textInput } from './input.ts';
import { nameOfInput } from './read-whole.ts';
import { targetOf } from './target.ts';
import { UsageError } from './usage-error.ts';

/** The octets before any break. Throws UsageError. */
export async function composeMessage(
  name: string | undefined,
  type: string | undefined,
  flags: BuildFlags,
  randomId: () => number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  if (flags.json !== undefined && flags.zoneText !== undefined)
    throw new UsageError('--json and --zone-text exclude each other');
  try {
    if (flags.json === undefined)
      return encode(overlaid(await draftOf(flags, signal), name, type, flags, randomId));
    const json = parseJson(await textInput(flags.json, signal), flags.json);
    if (!saysAnything(name, flags)) return octetsFromJson(json);
    const message = messageFromJson(json);
    return encode(overlaid({ ...message, extendedRcode: 0 }, name, type, flags, () => message.header.id));
  } catch (error) {
    const isInput = [MessageJsonError, ScanError, NameError, WireError].some(
      (known) => error instanceof known,
    );
    if (isInput) throw new UsageError((error as Error).message);
    throw error;
  }
}

/** A message whose header is not settled yet. */
type Draft = Omit<Message, 'header'> & { readonly header: Partial<Header>; readonly extendedRcode: number };

const EMPTY: Draft = {
  header: {},
  extendedRcode: 0,
  questions: [],
  answers: [],
  authorities: [],
  additionals: [],
};

async function draftOf({ zoneText }: BuildFlags, signal: AbortSignal): Promise<Draft> {
  if (zoneText === undefined) return EMPTY;
  const text = await textInput(zoneText, signal);
  try {
    return scanMessage(text);
  } catch (error) {
    if (!(error instanceof ScanError || error instanceof NameError)) throw error;
    throw new UsageError(`${nameOfInput(zoneText)}: ${error.message}`);
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UsageError(`${nameOfInput(path)} is no JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

/** Whether an option changes the message: what was not touched is built octet by octet as it was. */
function saysAnything(name: string | undefined, flags: BuildFlags): boolean {
  const { id, flags: names, opcode, rcode, class: questionClass, answer, authority, additional } = flags;
  const says = [name, id, names, opcode, rcode, questionClass].some((value) => value !== undefined);
  return says || wantsEdns(flags) || answer.length + authority.length + additional.length > 0;
}

function wantsEdns({ edns, ednsVersion, bufsize, do: dnssecOk, option }: BuildFlags): boolean {
  return [edns, ednsVersion, bufsize, dnssecOk].some((value) => value !== undefined) || option.length > 0;
}

const FLAG_OF_SECTION: Readonly<Record<Section, 'answer' | 'authority' | 'additional'>> = {
  answers: 'answer',
  authorities: 'authority',
  additionals: 'additional',
};

function overlaid(
  draft: Draft,
  name: string | undefined,
  type: string | undefined,
  flags: BuildFlags,
  randomId: () => number,
): Message {
  const records = Object.fromEntries(
    SECTIONS.map((section) => [
      section,
      [...draft[section], ...scanRecords(flags[FLAG_OF_SECTION[section]], section)],
    ]),
  ) as Record<Section, ResourceRecord[]>;
  const questions = questionsOf(draft, name, type, flags);
  const rcode = flags.rcode === undefined ? undefined : codeOf('--rcode', flags.rcode, rcodeCode, 0xfff);
  const edns = ednsFor(draft, flags, rcode);
  return {
    header: headerFor(draft, flags, rcode, randomId),
    questions,
    ...records,
    ...(edns ? { edns } : {}),
  };
}

function questionsOf(
  draft: Draft,
  name: string | undefined,
  type: string | undefined,
  { class: classText }: BuildFlags,
): Message['questions'] {
  const questionClass = classText === undefined ? undefined : codeOf('--class', classText, classCode, 0xffff);
  const asked = name === undefined ? draft.questions : [targetOf(name, type).question];
  return questionClass === undefined
    ? asked
    : asked.map((question) => ({ ...question, class: questionClass }));
}

function scanRecords(lines: readonly string[], section: Section): ResourceRecord[] {
  return lines.map((line) => {
    try {
      return scanRecord(line);
    } catch (error) {
      if (!(error instanceof ScanError || error instanceof NameError)) throw error;
      throw new UsageError(`--${FLAG_OF_SECTION[section]} "${line}": ${error.message}`);
    }
  });
}

function headerFor(
  draft: Draft,
  flags: BuildFlags,
  rcode: number | undefined,
  randomId: () => number,
): Header {
  const given = flags.answer.length + flags.authority.length + (rcode ?? 0);
  // Records and errors are what responses have; a bare question wishes for recursion.
  const isResponse = given > 0 || draft.answers.length + draft.authorities.length > 0;
  const plain = headerOf(0, isResponse ? 0x8000 : 0x0100);
  return {
    ...plain,
    ...draft.header,
    id: flags.id === undefined ? (draft.header.id ?? randomId()) : idOf(flags.id),
    opcode:
      flags.opcode === undefined
        ? (draft.header.opcode ?? OPCODE_QUERY)
        : codeOf('--opcode', flags.opcode, opcodeCode, 0xf),
    rcode: (rcode ?? draft.header.rcode ?? 0) & 0xf,
    ...(flags.flags === undefined ? {} : flagsOf(flags.flags)),
  };
}

function idOf(text: string): number {
  const id = /^(0x[0-9a-f]{1,4}|\d{1,5})$/i.test(text) ? Number(text) : NaN;
  if (id <= 0xffff) return id;
  throw new UsageError(`--id wants a number from 0 to 65535, and "${text}" is none`);
}

function flagsOf(text: string): Partial<Header> {
  const words = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const known = HEADER_FLAGS.map(({ name }) => name);
  const unknown = words.find((word) => !known.some((name) => name === word));
  if (unknown !== undefined)
    throw new UsageError(`--flags: "${unknown}" is no flag; there is ${known.join(', ')}`);
  return Object.fromEntries(known.map((name) => [name, words.includes(name)]));
}

function codeOf(
  option: string,
  text: string,
  known: (text: string) => number | undefined,
  maximum: number,
): number {
  const code = /^\d{1,5}$/.test(text) ? Number(text) : known(text);
  if (code !== undefined && code <= maximum) return code;
  throw new UsageError(`${option}: "${text}" is not known; a number up to ${maximum} will do too`);
}

function ednsFor(draft: Draft, flags: BuildFlags, rcode: number | undefined): Edns | undefined {
  const extended = rcode === undefined ? draft.extendedRcode : rcode >> 4;
  if (!wantsEdns(flags) && !draft.edns && extended === 0) return undefined;
  const base = draft.edns ?? PLAIN_EDNS;
  return {
    ...base,
    extendedRcode: rcode === undefined ? extended || base.extendedRcode : extended,
    version: flags.ednsVersion ?? base.version,
    udpPayloadSize: flags.bufsize ?? base.udpPayloadSize,
    dnssecOk: flags.do ?? base.dnssecOk,
    options: [...base.options, ...flags.option.map(optionOf)],
  };
}

/** `NSID`, `NSID:6e7331`, `65001:00ff`: behind a number stand octets, behind a name its text or octets. */
function optionOf(text: string): EdnsOption {
  const [, name = '', value = ''] = /^([^:=]*)[:=]?(.*)$/s.exec(text) ?? [];
  const number = /^\d{1,5}$/.test(name) ? Number(name) : undefined;
  const code = number ?? optionCode(name);
  if (code === undefined || code > 0xffff) {
    throw new UsageError(`--option "${text}": "${name}" is no EDNS option; CODE:HEX does for any`);
  }
  const octets = scanHex(value.replace(/^0x/i, '').replaceAll(/\s+/g, ''));
  if (number === undefined) {
    const values = scannedOption(code, value);
    if (values) return { code, values };
  }
  if (!octets) throw new UsageError(`--option "${text}": "${value}" are no octets in hexadecimal`);
  return { code, values: valuesOf(code, octets, text) };
}

function scannedOption(code: number, value: string): EdnsOption['values'] | undefined {
  try {
    return scanOption(code, value);
  } catch (error) {
    if (error instanceof ScanError || error instanceof NameError) return undefined;
    throw error;
  }
}

function valuesOf(code: number, octets: Uint8Array, text: string): EdnsOption['values'] {
  try {
    return optionTypeOf(code).read(new Reader(octets));
  } catch (error) {
    if (error instanceof WireError) throw new UsageError(`--option "${text}": ${error.message}`);
    throw error;
  }
}
