/**
 * Dumps with an offset at the head of each line, as xxd, tcpdump, Wireshark, hexdump and od print them: one
 * packet or several. What a line means is left to `dump-row.ts`.
 */

import { cellsOf, readRow, type Row } from './dump-row.ts';
import { cellForms, octetsOf, type CellForm } from './dump-cells.ts';
import { InputError } from './input-error.ts';
import type { Kind } from './input.ts';
import { joined } from './octets.ts';
import { linesOf } from './text-lines.ts';

export interface Dump {
  readonly kind: Extract<Kind, 'xxd' | 'tcpdump' | 'wireshark' | 'hexdump' | 'od'>;
  /**
   * One for each way in which the cells can be read, the likeliest first; each has the octets of every
   * packet.
   */
  readonly readings: readonly (readonly DumpedPacket[])[];
}

interface DumpedPacket {
  readonly octets: Uint8Array;
  /** Where it begins in the text. */
  readonly line: number;
}

/** A dump may stand for more octets than it has, by `*`; but no packet is larger than this. */
const LARGEST_PACKET = 262_144;

/** Undefined where the text is no dump; throws InputError where it is one that does not add up. */
export function scanDump(text: string): Dump | undefined {
  const packets = packetsOf(text);
  const [first] = packets;
  if (!first) return undefined;
  const rows = packets.flat();
  const { style } = first[0]!;
  const isSure =
    style !== 'bare' || (rows.length > 1 && (first[0]!.offset.length === 7 || /^\s\s/.test(first[0]!.rest)));
  const readings: (readonly DumpedPacket[])[] = [];
  let base = 16;
  let fault: string | undefined;
  for (const form of cellForms(rows)) {
    for (const tried of basesOf(first[0]!)) {
      const reading = assemble(packets, form, tried);
      if (typeof reading === 'string') fault ??= reading;
      else {
        if (readings.length === 0) base = tried;
        readings.push(reading);
        break;
      }
    }
  }
  if (readings.length === 0 && isSure)
    throw new InputError(
      fault ?? 'the cells of this dump cannot be read as octets: “xxd” and “od -A x -t x1” print what can',
    );
  if (readings.length === 0) return undefined;
  return { kind: kindOf(first, rows, base), readings };
}

/**
 * The radix of the offsets: od has octal ones of seven digits, and both od and xxd can be told to print
 * decimal ones.
 */
function basesOf({ style, offset }: Row): readonly number[] {
  if (style === 'colon') return [16, 10];
  return style === 'bare' && offset.length === 7 ? [16, 8, 10] : [16];
}

/** The rows of each packet: a packet begins where the offset is zero again. Other lines are passed over. */
function packetsOf(text: string): Row[][] {
  const packets: Row[][] = [];
  let isOpen = false;
  let isTwice = false;
  for (const [i, line] of linesOf(text).entries()) {
    const source = SOURCE_LINE.exec(line);
    if (source) isTwice = !/^(frame|packet)/i.test(source[1]!);
    const row = readRow(line, i + 1);
    // Without a mark of its own an offset counts only in an unbroken run of lines.
    if (!row && line.trim() !== '' && !line.startsWith('#')) isOpen &&= isMarked(packets);
    if (!row) continue;
    const rows = packets.at(-1);
    if (/^0+$/.test(row.offset) && row.cells.length > 0 && !isPlainHex(row)) {
      isOpen = !isTwice;
      isTwice = false;
      if (isOpen) packets.push([row]);
    } else if (rows && isOpen && (row.style === 'star' || row.style === rows[0]!.style)) rows.push(row);
  }
  return packets;
}

function isMarked(packets: readonly Row[][]): boolean {
  const style = packets.at(-1)?.[0]?.style;
  return style === 'prefixed' || style === 'colon';
}

/** Zeros that are as wide as what follows are digits among digits: the message has the ID zero. */
function isPlainHex({ style, offset, cells, rest }: Row): boolean {
  return style === 'bare' && cells[0]!.text.length === offset.length && !/^\s\s/.test(rest);
}

/**
 * `Frame (74 bytes):` or `Reassembled TCP (60 bytes):` in front of a dump of Wireshark: what was put together
 * is there twice.
 */
const SOURCE_LINE = /^([A-Za-z][\w .()/-]*?) \(\d+ bytes?\):\s*$/;

/** The octets of all packets, or what does not add up. */
function assemble(packets: readonly Row[][], form: CellForm, base: number): DumpedPacket[] | string {
  const out: DumpedPacket[] = [];
  for (const rows of packets) {
    const octets = assemblePacket(rows, form, base);
    if (typeof octets === 'string') return octets;
    out.push({ octets, line: rows[0]!.line });
  }
  return out;
}

function assemblePacket(rows: readonly Row[], form: CellForm, base: number): Uint8Array | string {
  const pieces: Uint8Array[] = [];
  const [first] = rows;
  let length = 0;
  for (const [i, row] of rows.entries()) {
    if (row.offset === '') {
      const repeated = repeat(rows, i, pieces, length, base);
      if (typeof repeated === 'string') return repeated;
      pieces.push(repeated);
      length += repeated.length;
      continue;
    }
    const offset = Number.parseInt(row.offset, base);
    if (offset !== length) return wrongOffset(row, length);
    const cells = cellsOf(row, first!);
    const octets = octetsOf(cells, form);
    if (!octets) return `line ${row.line}: what stands behind the offset cannot be read`;
    // The next offset says how many there are: more come from the column of characters, or fill up a word.
    const next = rows[i + 1]?.offset ? rows[i + 1] : undefined;
    const count = next ? Number.parseInt(next.offset, base) - offset : octets.length;
    if (count < 0 || count > octets.length) return wrongOffset(next!, length + octets.length);
    if (count < octets.length && !mayTrim(form, base, octets.length - count, next!))
      return `line ${row.line}: more octets than the next offset says`;
    pieces.push(octets.subarray(0, count));
    length += count;
    if (length > LARGEST_PACKET) return `line ${row.line}: more octets than a packet can have`;
  }
  return joined(pieces);
}

function wrongOffset({ line, offset }: Row, octets: number): string {
  return `line ${line}: the offset is 0x${offset}, but ${octets} octets came before`;
}

/**
 * Words are filled up at the end of a file; a column of characters may look like octets only in a dump in
 * hex.
 */
function mayTrim(form: CellForm, base: number, extra: number, next: Row): boolean {
  return (base === 16 && form.mayHaveText) || (next.cells.length === 0 && extra < form.octets);
}

/** A `*`: the line before again and again, up to the next offset. */
function repeat(
  rows: readonly Row[],
  i: number,
  pieces: readonly Uint8Array[],
  length: number,
  base: number,
): Uint8Array | string {
  const next = rows[i + 1];
  const pattern = pieces.at(-1);
  const missing = next && next.offset !== '' ? Number.parseInt(next.offset, base) - length : -1;
  if (!pattern?.length || missing < 0 || missing % pattern.length !== 0)
    return `line ${rows[i]!.line}: a "*" that does not fill the place up to the next offset`;
  if (missing > LARGEST_PACKET) return `line ${rows[i]!.line}: more octets than a packet can have`;
  const octets = new Uint8Array(missing);
  for (let at = 0; at < missing; at += pattern.length) octets.set(pattern, at);
  return octets;
}

function kindOf([first]: readonly Row[], rows: readonly Row[], base: number): Dump['kind'] {
  if (first!.style === 'colon') return 'xxd';
  if (first!.style === 'prefixed') return 'tcpdump';
  if (rows.some(({ rest }) => /^.*\|.*\|\s*$/.test(rest))) return 'hexdump';
  const width = first!.offset.length;
  if (base !== 16 || width === 6) return 'od';
  return width >= 7 ? 'hexdump' : 'wireshark';
}
