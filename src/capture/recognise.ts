/**
 * What an input is, by its content: a capture, a dump or other text, or the octets themselves; and the
 * messages in it.
 */

import type { CapturedMessage } from './captured-message.ts';
import { bareMessage } from './captured-message.ts';
import { DNS_PORTS, messagesOfPackets } from './captured-messages.ts';
import { foreignFormat } from './foreign-formats.ts';
import type { Input, Kind } from './input.ts';
import { InputError } from './input-error.ts';
import { framedMessages, levelOf, openChunks } from './open-octets.ts';
import { isPcap, readPcap, type PacketFile } from './pcap-read.ts';
import { isPcapng, readPcapng } from './pcapng-read.ts';
import { openText, openTextAs, type TextKind } from './recognise-text.ts';
import { textAnyway, textOf } from './text-lines.ts';

export interface RecogniseOptions {
  /** What the input is said to be; nothing is guessed then. */
  readonly from?: Kind;
  /** The ports of a capture at which everything is a message, however broken; by default those of DNS. */
  readonly ports?: readonly number[];
}

/** Throws InputError, with one sentence, where no message can be had. */
export function recogniseInput(
  octets: Uint8Array,
  { from, ports = DNS_PORTS }: RecogniseOptions = {},
): Input {
  if (octets.length === 0) throw new InputError('the input is empty');
  // Not a subclass of Node.js, whose slices are no copies.
  const plain = new Uint8Array(octets.buffer, octets.byteOffset, octets.byteLength);
  return withFewProblems(from ? openAs(plain, from, ports) : recognise(plain, ports));
}

function openAs(octets: Uint8Array, kind: Kind, ports: readonly number[]): Input {
  const why = 'it was said to be';
  switch (kind) {
    case 'pcap':
      return openPackets(kind, readPcap(octets), why, ports);
    case 'pcapng':
      return openPackets(kind, readPcapng(octets), why, ports);
    case 'raw':
      return { kind, why, messages: [bareMessage(octets, '')], problems: [] };
    case 'raw-tcp':
      return openStream(octets, why);
    default:
      return openTextAs(textAnyway(octets), kind satisfies TextKind, why);
  }
}

function recognise(octets: Uint8Array, ports: readonly number[]): Input {
  if (isPcap(octets)) {
    const file = readPcap(octets);
    return openPackets('pcap', file, `it begins with the magic number of pcap (${file.form})`, ports);
  }
  if (isPcapng(octets)) {
    const file = readPcapng(octets);
    return openPackets('pcapng', file, `it begins with a section header block (${file.form})`, ports);
  }
  const text = textOf(octets);
  if (text !== undefined) return openText(text);
  return openBinary(octets);
}

function openPackets(
  kind: 'pcap' | 'pcapng',
  { packets, problems }: PacketFile,
  why: string,
  ports: readonly number[],
): Input {
  const reading = messagesOfPackets(packets, ports);
  if (reading.messages.length === 0) {
    const reasons = [...problems, ...reading.nothing];
    const count = `${reading.packets} ${reading.packets === 1 ? 'packet' : 'packets'}`;
    const because = reasons.length > 0 ? `: ${few(reasons, 3).join('; ')}` : '';
    throw new InputError(`there is no DNS message in this capture of ${count}${because}`);
  }
  return { kind, why, messages: reading.messages, problems: [...problems, ...reading.problems] };
}

function openBinary(octets: Uint8Array): Input {
  const level = levelOf(octets);
  const foreign = level === undefined ? foreignFormat(octets) : undefined;
  if (foreign) throw new InputError(foreign);
  const framed = framedMessages(octets);
  // Lengths that add up to the last octet are no accident.
  if (level === 'framed' || (level === undefined && framed?.every(({ length }) => length >= 12)))
    return openStream(octets, 'it is binary, and its first two octets are the length of what follows');
  const { messages, problems, begins } = openChunks([{ octets, where: '' }]);
  return { kind: 'raw', why: `it is binary and no capture file; it begins ${begins}`, messages, problems };
}

/** What a TCP connection carries; a last message that is not all there is given as far as it goes. */
function openStream(octets: Uint8Array, why: string): Input {
  const messages: CapturedMessage[] = [];
  let at = 0;
  while (at + 2 < octets.length) {
    const length = octets[at]! * 256 + octets[at + 1]!;
    const content = octets.subarray(at + 2, at + 2 + length);
    const message = bareMessage(content, `message ${messages.length + 1}`);
    const problem = `only ${content.length} of the ${length} octets that its length promises are there`;
    if (length > 0) messages.push(content.length < length ? { ...message, problems: [problem] } : message);
    at += 2 + length;
  }
  if (messages.length === 0) throw new InputError('there is no message behind the two octets of length');
  return { kind: 'raw-tcp', why, messages, problems: [] };
}

const MOST_PROBLEMS = 50;

function withFewProblems(input: Input): Input {
  return { ...input, problems: few(input.problems, MOST_PROBLEMS) };
}

function few(sentences: readonly string[], most: number): readonly string[] {
  if (sentences.length <= most) return sentences;
  return [...sentences.slice(0, most), `and ${sentences.length - most} more`];
}
