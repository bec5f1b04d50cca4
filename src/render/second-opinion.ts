/**
 * What dns-packet, an independent decoder, makes of the same octets, held against our reading. Its values are compared as
 * the octets that it would write for them, so that two spellings of one thing are no difference.
 */

import dnsPacket, { type Answer, type DecodedPacket } from 'dns-packet';
import { className, opcodeName, rcodeName, typeName } from '../message/codes.ts';
import type { Edns } from '../message/edns.ts';
import { printHex } from '../message/hex.ts';
import { SECTIONS, type Message, type ResourceRecord, type Section } from '../message/message.ts';
import { readName } from '../message/name-read.ts';
import { Reader } from '../message/reader.ts';
import { printRdata, rdataOctets, readRdataAlone } from '../message/record-text.ts';
import type { Difference, SecondOpinion } from './dissection.ts';

const decoder = 'dns-packet';

/** What the published types of dns-packet leave out. */
interface Coder<T> {
  encode(value: T): Buffer;
  decode(octets: Buffer): T;
}
const theirName = (dnsPacket as unknown as { readonly name: Coder<string> }).name;
const theirAnswer = (dnsPacket as unknown as { readonly answer: Coder<TheirRecord> }).answer;

type Theirs = DecodedPacket & { readonly opcode: string; readonly rcode: string };
interface TheirRecord {
  readonly name: string;
  readonly type: string;
  readonly class: string;
  readonly ttl: number;
  readonly data: unknown;
}
interface TheirOpt {
  readonly udpPayloadSize: number;
  readonly extendedRcode: number;
  readonly ednsVersion: number;
  readonly flags: number;
  readonly options: readonly { readonly code: number }[];
}

/** `message` is our reading, as far as it goes. */
export function secondOpinion(octets: Uint8Array, message: Message | undefined): SecondOpinion {
  let theirs: Theirs;
  try {
    theirs = dnsPacket.decode(Buffer.from(octets)) as Theirs;
  } catch (error) {
    return failure(error);
  }
  const differences = message
    ? compared(octets, message, theirs)
    : [{ what: 'message', ours: 'none', theirs: `${theirs.type} with ID ${theirs.id}` }];
  return { decoder, verdict: differences.length === 0 ? 'agrees' : 'differs', message: '', differences };
}

/** An error of its own is a refusal; one of the language it stumbled into. */
function failure(error: unknown): SecondOpinion {
  const message = error instanceof Error ? error.message : String(error);
  const isOwn = error instanceof Error && error.constructor === Error;
  return { decoder, verdict: isOwn ? 'refuses' : 'crashes', message, differences: [] };
}

function compared(octets: Uint8Array, message: Message, theirs: Theirs): Difference[] {
  const found: Difference[] = [];
  const compare = (what: string, ours: unknown, other: unknown): void => {
    if (String(ours) !== String(other)) found.push({ what, ours: String(ours), theirs: String(other) });
  };
  compareHeader(message, theirs, compare);
  compare('questions', message.questions.length, theirs.questions?.length ?? 0);
  for (const [i, question] of message.questions.entries()) {
    const other = theirs.questions?.[i];
    if (!other) continue;
    compare(`question ${i + 1} name`, question.name, nameText(other.name));
    compare(`question ${i + 1} type`, typeName(question.type), typeText(other.type));
    compare(`question ${i + 1} class`, className(question.class), classText(other.class ?? 'IN'));
  }
  for (const section of SECTIONS) compareSection(section, message[section], theirs[section] ?? [], compare);
  compareEdns(message.edns, theirs.additionals ?? [], compare);
  const { bytes } = dnsPacket.decode;
  if (bytes < octets.length) compare('octets read', octets.length, bytes);
  return found;
}

type Compare = (what: string, ours: unknown, theirs: unknown) => void;

function compareHeader({ header }: Message, theirs: Theirs, compare: Compare): void {
  compare('ID', header.id, theirs.id);
  compare('opcode', opcodeName(header.opcode), theirs.opcode.replace('_', ''));
  compare('RCODE', rcodeName(header.rcode), theirs.rcode.replace('_', ''));
  for (const flag of ['qr', 'aa', 'tc', 'rd', 'ra', 'z', 'ad', 'cd'] as const) {
    compare(flag.toUpperCase(), header[flag], theirs[`flag_${flag}`]);
  }
}

const SINGULAR: Readonly<Record<Section, string>> = {
  answers: 'answer',
  authorities: 'authority',
  additionals: 'additional',
};

function compareSection(
  section: Section,
  ours: readonly ResourceRecord[],
  answers: readonly Answer[],
  compare: Compare,
): void {
  const theirs = answers.filter(({ type }) => type !== 'OPT') as unknown as TheirRecord[];
  compare(`${SINGULAR[section]} records`, ours.length, theirs.length);
  for (const [i, record] of ours.entries()) {
    const other = theirs[i];
    if (!other) continue;
    const what = `${SINGULAR[section]} ${i + 1}`;
    compare(`${what} name`, record.name, nameText(other.name));
    compare(`${what} type`, typeName(record.type), typeText(other.type, record.type));
    compare(`${what} class`, className(record.class), classText(other.class));
    compare(`${what} TTL`, record.ttl, other.ttl);
    const data = dataText(record, other);
    if (data !== undefined) compare(`${what} data`, printRdata(record), data);
  }
}

function compareEdns(ours: Edns | undefined, additionals: readonly Answer[], compare: Compare): void {
  const theirs = additionals.find(({ type }) => type === 'OPT') as unknown as TheirOpt | undefined;
  compare('EDNS', ours !== undefined, theirs !== undefined);
  if (!ours || !theirs) return;
  compare('EDNS payload size', ours.udpPayloadSize, theirs.udpPayloadSize);
  compare('EDNS extended RCODE', ours.extendedRcode, theirs.extendedRcode);
  compare('EDNS version', ours.version, theirs.ednsVersion);
  compare('EDNS flags', (ours.dnssecOk ? 0x8000 : 0) | ours.z, theirs.flags);
  const codes = (options: readonly { readonly code: number }[]): string =>
    options.map(({ code }) => code).join(' ') || 'none';
  compare('EDNS options', codes(ours.options), codes(theirs.options));
}

/** Their name in our spelling, by way of the octets that they would write for it. */
function nameText(name: string): string {
  try {
    return readName(new Reader(Uint8Array.from(theirName.encode(name))));
  } catch {
    return name;
  }
}

function typeText(type: string, code?: number): string {
  const number = /^UNKNOWN_(\d+)$/.exec(type)?.[1];
  if (number !== undefined) return typeName(Number(number));
  const plain = (text: string): string => text.replaceAll(/[-_]/g, '').toUpperCase();
  return code !== undefined && plain(type) === plain(typeName(code)) ? typeName(code) : type;
}

function classText(name: string): string {
  const number = /^UNKNOWN_(\d+)$/.exec(name)?.[1];
  return number === undefined ? name : className(Number(number));
}

/** Header, owner and length in front of the RDATA of a record whose owner is the root. */
const BEFORE_RDATA = 11;

/** Their data in our spelling, or undefined where it is the same or cannot be held against ours. */
function dataText(record: ResourceRecord, theirs: TheirRecord): string | undefined {
  const bare = { ...theirs, name: '.', class: 'IN' };
  let written: Buffer;
  try {
    written = theirAnswer.encode(bare);
    // What its encoder loses says nothing about what its decoder read.
    if (JSON.stringify(theirAnswer.decode(written).data) !== JSON.stringify(theirs.data)) return undefined;
  } catch {
    return undefined;
  }
  const octets = Uint8Array.from(written.subarray(BEFORE_RDATA));
  if (printHex(octets) === printHex(rdataOctets(record))) return undefined;
  try {
    return printRdata({ ...record, rdata: readRdataAlone(octets, record.type, record.class) });
  } catch {
    return printHex(octets);
  }
}
