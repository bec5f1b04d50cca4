/**
 * Names on the wire: labels as length and octets, ended by the root or by a compression pointer (RFC 1035 4.1.4).
 * Every jump must go to before the place the name is being read from, so that no chain of pointers can go round.
 */

import { ESCAPED_OCTETS, MAXIMUM_NAME_OCTETS, ROOT, nameOctets, type Name } from './name.ts';
import type { Reader } from './reader.ts';
import type { SpanDetails, SpanRecorder } from './spans.ts';
import { WireError } from './wire-error.ts';

/** A name of 255 octets has at most 127 labels, so a longer chain of pointers serves no name. */
const MAXIMUM_POINTERS = 127;

/** Reads a name at the reader's place and moves past it. Throws WireError. */
export function readName(reader: Reader): Name {
  const { recorder } = reader;
  return recorder === undefined ? readNameAt(reader) : readNameRecorded(reader, recorder);
}

/** Most names are one pointer to a name that was read before: that needs no reading. */
function readNameAt(reader: Reader): Name {
  const { octets, offset } = reader;
  if (offset + 1 < reader.end && octets[offset]! >= 0xc0) {
    const target = ((octets[offset]! & 0x3f) << 8) | octets[offset + 1]!;
    const known = target < offset ? reader.names.get(target) : undefined;
    if (known !== undefined) {
      reader.offset = offset + 2;
      return known;
    }
  }
  return readLabels(reader);
}

function readLabels(reader: Reader): Name {
  const { octets, names } = reader;
  const start = reader.offset;
  let at = start;
  let end = reader.end;
  /** Where the stretch of labels being read began: pointers must go to before it. */
  let stretch = start;
  let pointers = 0;
  let firstTarget = 0;
  let textBeforePointer = 0;
  let text = '';
  for (;;) {
    if (at >= end) throw truncatedName(reader, at);
    const length = octets[at]!;
    if (length === 0) {
      if (pointers === 0) reader.offset = at + 1;
      break;
    }
    if (length < 0x40) {
      const stop = at + 1 + length;
      if (stop > end) throw truncatedName(reader, at);
      for (let i = at + 1; i < stop; i++) text += ESCAPED_OCTETS[octets[i]!]!;
      text += '.';
      at = stop;
      // An escaped text is at most four times as long as the octets: only a long one needs counting in between.
      if (text.length > 4 * MAXIMUM_NAME_OCTETS) throw nameTooLong(start);
    } else if (length >= 0xc0) {
      if (at + 2 > end) throw truncatedName(reader, at);
      const target = ((length & 0x3f) << 8) | octets[at + 1]!;
      checkPointer(at, target, stretch, ++pointers);
      if (pointers === 1) {
        reader.offset = at + 2;
        firstTarget = target;
        textBeforePointer = text.length;
      }
      const known = names.get(target);
      if (known !== undefined) {
        if (known !== ROOT) text += known;
        break;
      }
      // What a pointer leads to may lie outside the RDATA being read: the whole message is open to it.
      end = octets.length;
      at = stretch = target;
    } else {
      throw reservedLabelType(at, length);
    }
  }
  if (text.length >= MAXIMUM_NAME_OCTETS && nameOctets(text) > MAXIMUM_NAME_OCTETS) throw nameTooLong(start);
  const name = text === '' ? ROOT : text;
  names.set(start, name);
  if (pointers > 0)
    names.set(firstTarget, text.length === textBeforePointer ? ROOT : text.slice(textBeforePointer));
  return name;
}

/** Reads by the same rules, then notes the labels and the pointer that stand here; after an error, those before it. */
function readNameRecorded(reader: Reader, recorder: SpanRecorder): Name {
  const start = reader.offset;
  try {
    const name = readNameAt(reader);
    recordName(reader.octets, recorder, start, reader.offset);
    return name;
  } catch (error) {
    if (error instanceof WireError)
      recordName(reader.octets, recorder, start, readableEnd(error, start, reader.end));
    throw error;
  }
}

/** How far the labels in front of an error can be shown: up to it, or through the pointer that led to it. */
function readableEnd(error: WireError, start: number, end: number): number {
  if (error.offset < start) return end;
  return error.code === 'forward-pointer' || error.code === 'pointer-loop' ? error.offset + 2 : error.offset;
}

function recordName(octets: Uint8Array, recorder: SpanRecorder, start: number, end: number): void {
  for (let at = start; at < end;) {
    const length = octets[at]!;
    if (length === 0) return recorder.leaf('root', at, at + 1, ROOT_LABEL);
    if (length >= 0xc0) {
      const pointsTo = ((length & 0x3f) << 8) | octets[at + 1]!;
      return recorder.leaf('pointer', at, at + 2, { ...POINTER, pointsTo }, pointsTo);
    }
    const stop = at + 1 + length;
    const label = octets.subarray(at + 1, stop);
    recorder.open('label', at);
    recorder.leaf('length', at, at + 1, LABEL_LENGTH, length);
    recorder.leaf('text', at + 1, stop, LABEL_TEXT, label);
    recorder.close(stop, LABEL, label);
    at = stop;
  }
}

const rfc = 'RFC 1035 3.1';
const printLabel = (octets: unknown): string => escapedOctets(octets as Uint8Array);
const LABEL: SpanDetails = { means: 'one label of the name', rfc, print: printLabel };
const LABEL_LENGTH: SpanDetails = { means: 'octets in this label', rfc, print: String };
const LABEL_TEXT: SpanDetails = { means: 'the label itself', rfc, print: printLabel };
const ROOT_LABEL: SpanDetails = { means: 'the empty label that ends a name', rfc, value: '0' };
const POINTER: SpanDetails = {
  means: 'compression: the rest of the name stands at that octet',
  rfc: 'RFC 1035 4.1.4',
  print: (target) => `→ ${String(target)}`,
};

function escapedOctets(octets: Uint8Array): string {
  let text = '';
  for (const octet of octets) text += ESCAPED_OCTETS[octet]!;
  return text;
}

function checkPointer(at: number, target: number, stretch: number, pointers: number): void {
  if (target > at) {
    throw new WireError(
      'forward-pointer',
      at,
      `a compression pointer to octet ${target} points forward (RFC 1035 4.1.4)`,
    );
  }
  if (target >= stretch) {
    throw new WireError(
      'pointer-loop',
      at,
      `a compression pointer to octet ${target} leads back to itself (RFC 1035 4.1.4)`,
    );
  }
  if (pointers > MAXIMUM_POINTERS) {
    throw new WireError(
      'too-many-pointers',
      at,
      `a name with more than ${MAXIMUM_POINTERS} compression pointers`,
    );
  }
}

function truncatedName(reader: Reader, at: number): WireError {
  return at < reader.octets.length && reader.end < reader.octets.length
    ? new WireError('rdata-overrun', at, `a name runs past the end of the record's data`)
    : new WireError('truncated', at, 'the message ends in the middle of a name');
}

function reservedLabelType(at: number, length: number): WireError {
  const bits = (length >> 6).toString(2).padStart(2, '0');
  return new WireError(
    'reserved-label-type',
    at,
    `a label of the reserved type ${bits} (RFC 1035 4.1.4, RFC 6891 5)`,
  );
}

function nameTooLong(at: number): WireError {
  return new WireError(
    'name-too-long',
    at,
    `a name of more than ${MAXIMUM_NAME_OCTETS} octets (RFC 1035 2.3.4)`,
  );
}
