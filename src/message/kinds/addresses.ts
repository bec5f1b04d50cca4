/**
 * IPv4 and IPv6 addresses, as four or sixteen octets and as text (RFC 1035 3.4.1, RFC 4291 2.2, RFC 5952).
 */

import { ScanError } from '../tokens.ts';
import { WireError } from '../wire-error.ts';
import type { Writer } from '../writer.ts';
import type { Kind } from './kind.ts';

/** Values are the canonical texts: `192.0.2.1` and, after RFC 5952, `2001:db8::1`. */
export const ipv4Address: Kind<string> = {
  title: 'IPv4 address',
  octets: 4,
  read: (reader) => printIpv4(reader.octets, reader.skip(4)),
  write: (writer, value) => writer.put(scanIpv4(value) ?? notAnAddress(writer, value)),
  print: (value) => value,
  scan: (tokens) => {
    const token = tokens.next('an IPv4 address');
    const octets = scanIpv4(token.text);
    if (!octets) throw new ScanError(`"${token.text}" is no IPv4 address`, token);
    return printIpv4(octets);
  },
};

export const ipv6Address: Kind<string> = {
  title: 'IPv6 address',
  octets: 16,
  read: (reader) => printIpv6(reader.octets, reader.skip(16)),
  write: (writer, value) => writer.put(scanIpv6(value) ?? notAnAddress(writer, value)),
  print: (value) => value,
  scan: (tokens) => {
    const token = tokens.next('an IPv6 address');
    const octets = scanIpv6(token.text);
    if (!octets) throw new ScanError(`"${token.text}" is no IPv6 address`, token);
    return printIpv6(octets);
  },
};

function notAnAddress(writer: Writer, value: string): never {
  throw new WireError('bad-value', writer.offset, `"${value}" is no address of this type`);
}

/** The texts of 0 to 255, made once: addresses are most of what a resolver reads. */
const DECIMAL: readonly string[] = Array.from({ length: 256 }, (_, octet) => String(octet));
const DOT = 0x2e;
const COLON = 0x3a;

export function printIpv4(octets: Uint8Array, at = 0): string {
  const tail = `${DECIMAL[octets[at + 2]!]!}.${DECIMAL[octets[at + 3]!]!}`;
  return `${DECIMAL[octets[at]!]!}.${DECIMAL[octets[at + 1]!]!}.${tail}`;
}

/** Four decimal numbers up to 255 without signs or spaces; undefined for anything else. */
export function scanIpv4(text: string): Uint8Array | undefined {
  const octets = new Uint8Array(4);
  let part = 0;
  let value = -1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === DOT) {
      if (value < 0 || part === 3) return undefined;
      octets[part++] = value;
      value = -1;
    } else {
      const digit = code - 0x30;
      if (digit < 0 || digit > 9) return undefined;
      value = value < 0 ? digit : value * 10 + digit;
      if (value > 255) return undefined;
    }
  }
  if (part !== 3 || value < 0) return undefined;
  octets[3] = value;
  return octets;
}

/** RFC 5952: lower case, no leading zeros, the first longest run of two or more zero groups as `::`. */
export function printIpv6(octets: Uint8Array, at = 0): string {
  let runStart = -1;
  let runLength = 1;
  for (let i = 0; i < 8; i++) {
    let length = 0;
    while (i + length < 8 && group(octets, at, i + length) === 0) length++;
    if (length > runLength) [runStart, runLength] = [i, length];
    i += length;
  }
  if (runStart === 0 && runLength === 5 && group(octets, at, 5) === 0xffff) {
    return `::ffff:${printIpv4(octets, at + 12)}`;
  }
  let text = '';
  for (let i = 0; i < 8; i++) {
    if (i === runStart) {
      text += i === 0 ? '::' : ':';
      i += runLength - 1;
    } else {
      text += group(octets, at, i).toString(16);
      if (i < 7) text += ':';
    }
  }
  return text;
}

function group(octets: Uint8Array, at: number, index: number): number {
  return (octets[at + 2 * index]! << 8) | octets[at + 2 * index + 1]!;
}

/** Eight groups of up to four hexadecimal digits, one run of zeros as `::`, an IPv4 address as the last two. */
export function scanIpv6(text: string): Uint8Array | undefined {
  const octets = new Uint8Array(16);
  let at = 0;
  let gap = -1;
  let i = 0;
  if (text.charCodeAt(0) === COLON) {
    if (text.charCodeAt(1) !== COLON) return undefined;
    gap = 0;
    i = 2;
  }
  while (i < text.length) {
    let value = 0;
    const start = i;
    let digit: number;
    while ((digit = hexDigit(text.charCodeAt(i))) >= 0) {
      value = value * 16 + digit;
      i++;
    }
    if (text.charCodeAt(i) === DOT) {
      const tail = scanIpv4(text.slice(start));
      if (!tail || at > 12) return undefined;
      octets.set(tail, at);
      at += 4;
      break;
    }
    if (i === start || i - start > 4 || at === 16) return undefined;
    octets[at++] = value >>> 8;
    octets[at++] = value;
    if (i === text.length) break;
    if (text.charCodeAt(i++) !== COLON) return undefined;
    if (text.charCodeAt(i) === COLON) {
      if (gap >= 0) return undefined;
      gap = at;
      i++;
    } else if (i === text.length) {
      return undefined;
    }
  }
  if (gap < 0) return at === 16 ? octets : undefined;
  if (at === 16) return undefined;
  octets.copyWithin(16 - (at - gap), gap, at);
  octets.fill(0, gap, 16 - (at - gap));
  return octets;
}

/** The value of a hexadecimal digit's character code, or -1. */
function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
