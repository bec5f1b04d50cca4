/**
 * Writes names to the wire, in full or compressed by pointing back to an ending that was written before (RFC 1035 4.1.4).
 */

import {
  MAXIMUM_LABEL_OCTETS,
  MAXIMUM_NAME_OCTETS,
  ROOT,
  labelsOf,
  nameOctets,
  octetsOfLabel,
  type Name,
} from './name.ts';
import { WireError } from './wire-error.ts';
import type { Writer } from './writer.ts';

/** Only the first 2^14 octets can be pointed to. */
const POINTER_REACH = 0x4000;

/** Writes a name in full. Throws WireError for a text that is no name. */
export function writeName(writer: Writer, name: Name): void {
  checkName(writer, name);
  for (const label of labelsOf(name)) writeLabel(writer, label);
  writer.u8(0);
}

/**
 * Writes a name, pointing back to the longest ending of it that was written before. Only for owner names and for the
 * types of RFC 1035: others may not be compressed (RFC 3597 4).
 */
export function writeCompressedName(writer: Writer, name: Name): void {
  const { names } = writer;
  if (names === undefined) return writeName(writer, name);
  checkName(writer, name);
  let rest = name;
  while (rest !== ROOT) {
    const known = names.get(rest);
    if (known !== undefined) return writer.u16(0xc000 | known);
    if (writer.offset < POINTER_REACH) names.set(rest, writer.offset);
    const dot = labelEnd(rest);
    writeLabel(writer, rest.slice(0, dot));
    rest = dot + 1 === rest.length ? ROOT : rest.slice(dot + 1);
  }
  writer.u8(0);
}

/** A Name made by `scanName` or read from a message always passes; one typed into a program may not. */
function checkName(writer: Writer, name: Name): void {
  if (!name.endsWith('.')) throw notAName(writer, name, 'is not absolute: it has no final dot');
  if (name.length >= MAXIMUM_NAME_OCTETS && nameOctets(name) > MAXIMUM_NAME_OCTETS) {
    const message = `a name of more than ${MAXIMUM_NAME_OCTETS} octets (RFC 1035 2.3.4)`;
    throw new WireError('name-too-long', writer.offset, message);
  }
}

function notAName(writer: Writer, name: string, why: string): WireError {
  return new WireError('bad-value', writer.offset, `"${name}" ${why}`);
}

/** Where the first label's text ends: the first dot that is not escaped. */
function labelEnd(name: Name): number {
  let dot = name.indexOf('.');
  const escape = name.indexOf('\\');
  if (escape < 0 || escape > dot) return dot;
  for (dot = 0; dot < name.length && name[dot] !== '.'; dot++) if (name[dot] === '\\') dot++;
  return dot;
}

function writeLabel(writer: Writer, label: string): void {
  if (label.includes('\\')) {
    const octets = octetsOfLabel(label);
    checkLabel(writer, label, octets.length);
    writer.u8(octets.length);
    return writer.put(octets);
  }
  const { length } = label;
  checkLabel(writer, label, length);
  writer.reserve(length + 1);
  const { octets } = writer;
  let at = writer.offset;
  octets[at++] = length;
  let bits = 0;
  for (let i = 0; i < length; i++) {
    const code = label.charCodeAt(i);
    bits |= code;
    octets[at++] = code;
  }
  if (bits > 0x7f) throw notAName(writer, label, 'has characters that must be escaped');
  writer.offset = at;
}

function checkLabel(writer: Writer, label: string, octets: number): void {
  if (octets === 0) throw notAName(writer, label, 'is an empty label');
  if (octets > MAXIMUM_LABEL_OCTETS) {
    throw new WireError(
      'label-too-long',
      writer.offset,
      `a label of ${octets} octets: at most ${MAXIMUM_LABEL_OCTETS}`,
    );
  }
}
