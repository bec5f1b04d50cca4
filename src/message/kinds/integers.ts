/**
 * Whole numbers of 8, 16 and 32 bits in network byte order, and times as zone files write them.
 */

import { ScanError, type Tokens } from '../tokens.ts';
import type { Kind } from './kind.ts';

export const u8: Kind<number> = {
  title: '8-bit number',
  octets: 1,
  read: (reader) => reader.u8(),
  write: (writer, value) => writer.u8(value),
  print: String,
  scan: (tokens) => scanInteger(tokens, 0xff),
};

export const u16: Kind<number> = {
  title: '16-bit number',
  octets: 2,
  read: (reader) => reader.u16(),
  write: (writer, value) => writer.u16(value),
  print: String,
  scan: (tokens) => scanInteger(tokens, 0xffff),
};

export const u32: Kind<number> = {
  title: '32-bit number',
  octets: 4,
  read: (reader) => reader.u32(),
  write: (writer, value) => writer.u32(value),
  print: String,
  scan: (tokens) => scanInteger(tokens, 0xffffffff),
};

/** A period of seconds; zone files may also write `1h30m` (as BIND does). */
export const seconds: Kind<number> = {
  ...u32,
  title: '32-bit number of seconds',
  scan: (tokens) => {
    const token = tokens.next('a number of seconds');
    const value = secondsOf(token.text);
    if (value === undefined) throw new ScanError(`"${token.text}" is no number of seconds`, token);
    return value;
  },
};

/** Seconds from `300`, `5m` or `1h30m`; undefined where the text is neither. */
export function secondsOf(text: string): number | undefined {
  if (!/^(\d+|(\d+[smhdw])+)$/i.test(text)) return undefined;
  const unit: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86400, w: 604800 };
  let total = 0;
  for (const [, digits, letter] of text.matchAll(/(\d+)([smhdw]?)/gi)) {
    total += Number(digits) * (unit[letter!.toLowerCase()] ?? 1);
  }
  return total <= 0xffffffff ? total : undefined;
}

export function scanInteger(tokens: Tokens, maximum: number): number {
  const token = tokens.next('a number');
  if (!/^\d+$/.test(token.text) || Number(token.text) > maximum) {
    throw new ScanError(`"${token.text}" is no number from 0 to ${maximum}`, token);
  }
  return Number(token.text);
}
