/**
 * What a text is: JSON, a dump with offsets, hexadecimal digits or base64; and the messages in it.
 */

import { scanBase64, dohParameter } from './base64-text.ts';
import { scanHexText } from './hex-text.ts';
import { scanDump, type Dump } from './hex-dump.ts';
import type { Input, Kind } from './input.ts';
import { InputError } from './input-error.ts';
import { HEADER_OCTETS } from '../message/header.ts';
import { levelOf, openChunks, type Chunk } from './open-octets.ts';
import { beginsLikeMessage } from './reads-as-message.ts';
import { linesOf } from './text-lines.ts';

export type TextKind = Exclude<Kind, 'raw' | 'raw-tcp' | 'pcap' | 'pcapng'>;

export function openText(text: string): Input {
  if (text.trim() === '') throw new InputError('the input is empty but for white space');
  if (looksLikeJson(text)) return openJson(text, 'it is JSON');
  const dump = scanDump(text);
  if (dump) return openDump(dump, text, DUMP_WHY[dump.kind]);
  const doh = dohParameter(text);
  if (doh) return openChunked('base64', base64Chunks(doh), 'it is an address with a “dns” parameter');
  return openDigits(text);
}

/** The text as the kind that somebody says it is. */
export function openTextAs(text: string, kind: TextKind, why: string): Input {
  switch (kind) {
    case 'json':
      return openJson(text, why);
    case 'hex':
      return openChunked(kind, hexChunks(text), why);
    case 'base64': {
      const doh = dohParameter(text);
      return openChunked(kind, base64Chunks(doh ?? text), why);
    }
    default: {
      const dump = scanDump(text);
      if (!dump)
        throw new InputError(`this is no dump of ${kind}: no line begins with the offset zero and octets`);
      return openDump({ ...dump, kind }, text, why);
    }
  }
}

/** Reading a message from JSON is left to whoever knows the schema: only the text is handed on. */
function openJson(text: string, why: string): Input {
  return { kind: 'json', why, messages: [], problems: [], text };
}

function looksLikeJson(text: string): boolean {
  const head = text.replace(/^\uFEFF/, '').trimStart();
  // A brace in front of a quote or nothing begins an object; an array of C has numbers in its braces.
  return /^\{\s*["}]/.test(head) || /^\[\s*\{\s*"/.test(head);
}

const DUMP_WHY: Readonly<Record<Dump['kind'], string>> = {
  xxd: 'each line begins with an offset and a colon, as xxd prints them',
  tcpdump: 'lines begin with offsets like 0x0010:, as tcpdump prints them',
  wireshark: 'each line begins with an offset, as Wireshark prints them',
  hexdump: 'each line begins with an offset, as hexdump prints them',
  od: 'each line begins with an offset, as od prints them',
};

function openDump({ kind, readings }: Dump, text: string, why: string): Input {
  const lines = linesOf(text).length;
  const chunkings = readings.map((packets) =>
    packets.map(({ octets, line }, i): Chunk => {
      const where = packets.length > 1 ? `packet ${i + 1}, line ${line}` : '';
      return { octets, where };
    }),
  );
  const known = chunkings.find((chunks) => chunks.some(({ octets }) => levelOf(octets) !== undefined));
  const chunks = known ?? chunkings[0]!;
  if (chunks.every(({ octets }) => octets.length === 0))
    throw new InputError(`there are no octets in the ${lines} lines of this dump`);
  return openChunked(kind, chunks, why);
}

function openChunked(kind: TextKind, chunks: readonly Chunk[], why: string): Input {
  const { messages, problems, begins } = openChunks(chunks);
  return { kind, why: `${why}; it begins ${begins}`, messages, problems };
}

/** Hexadecimal digits or base64: some texts can be either, and what reads as a message then decides. */
function openDigits(text: string): Input {
  const hex = attempt(() => hexChunks(text));
  const base64 = attempt(() => base64Chunks(text));
  const asHex = (chunks: readonly Chunk[]): Input => openChunked('hex', chunks, 'it is hexadecimal digits');
  const asBase64 = (chunks: readonly Chunk[]): Input => openChunked('base64', chunks, 'it is base64');
  if (Array.isArray(hex) && Array.isArray(base64))
    return !hasMessage(hex) && hasMessage(base64) ? asBase64(base64) : asHex(hex);
  if (Array.isArray(hex)) return asHex(hex);
  if (Array.isArray(base64) && (hasMessage(base64) || looksEncoded(text))) return asBase64(base64);
  if (hexShare(text) > MOSTLY || withoutRemarks(text) === '') throw hex;
  const why = `${hex.message}, and it is no base64`;
  throw new InputError(`this is no message in any form that is known: ${why}`);
}

/** Above this share of hexadecimal digits a text was meant to be hexadecimal. */
const MOSTLY = 0.8;

function hexShare(text: string): number {
  const characters = withoutRemarks(text);
  return characters.replaceAll(/[^0-9a-f]/gi, '').length / Math.max(1, characters.length);
}

function withoutRemarks(text: string): string {
  return text.replaceAll(/#.*|\s+/g, '');
}

/**
 * A word of prose is base64 too; what was encoded has digits and letters of both cases, or padding, or begins as a
 * message does, however it may end.
 */
function looksEncoded(text: string): boolean {
  const octets = scanBase64(text)!;
  if (octets.length < HEADER_OCTETS) return false;
  const bothCases = /[a-z]/.test(text) && /[A-Z]/.test(text);
  return /=\s*$/.test(text) || (bothCases && (/\d/.test(text) || beginsLikeMessage(octets)));
}

function hexChunks(text: string): Chunk[] {
  return inPieces(text, scanHexText);
}

function base64Chunks(text: string): Chunk[] {
  return inPieces(text, (piece) => {
    const octets = scanBase64(piece);
    if (!octets) throw new InputError('this is no base64');
    return [octets];
  });
}

/** How many pieces a text is tried to be cut into. */
const MOST_PIECES = 10_000;

/** All of the text as one message; or, where that is none but all its paragraphs or lines are, these. */
function inPieces(text: string, scan: (text: string) => Uint8Array[]): Chunk[] {
  const whole = attempt(() =>
    scan(text).map((octets, i, all) => ({ octets, where: all.length > 1 ? `array ${i + 1}` : '' })),
  );
  if (Array.isArray(whole) && hasMessage(whole)) return whole;
  for (const pieces of [paragraphsOf(text), piecesOfLines(text)]) {
    if (pieces.length < 2 || pieces.length > MOST_PIECES) continue;
    const chunks = attempt(() =>
      pieces.flatMap(({ content, line }) =>
        scan(content).map((octets) => ({ octets, where: `line ${line}` })),
      ),
    );
    if (Array.isArray(chunks) && chunks.every(({ octets }) => levelOf(octets) !== undefined)) return chunks;
  }
  if (!Array.isArray(whole)) throw whole;
  if (whole.every(({ octets }) => octets.length === 0))
    throw new InputError('there are no octets in this input');
  return whole;
}

interface TextPiece {
  readonly content: string;
  readonly line: number;
}

function piecesOfLines(text: string): TextPiece[] {
  return linesOf(text)
    .map((content, i) => ({ content, line: i + 1 }))
    .filter(({ content }) => content.replace(/#.*/, '').trim() !== '');
}

function paragraphsOf(text: string): TextPiece[] {
  const paragraphs: TextPiece[] = [];
  let lines: TextPiece[] = [];
  const close = (): void => {
    const content = lines.map((piece) => piece.content).join('\n');
    if (lines.length > 0) paragraphs.push({ content, line: lines[0]!.line });
    lines = [];
  };
  for (const [i, content] of linesOf(text).entries()) {
    if (content.trim() === '') close();
    else if (content.replace(/#.*/, '').trim() !== '') lines.push({ content, line: i + 1 });
  }
  close();
  return paragraphs;
}

function hasMessage(chunks: readonly Chunk[]): boolean {
  return chunks.some(({ octets }) => levelOf(octets) !== undefined);
}

function attempt<T>(make: () => T[]): T[] | InputError {
  try {
    return make();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}
