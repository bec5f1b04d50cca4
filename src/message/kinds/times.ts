/**
 * Points in time: 32 bits of seconds since 1970 as signatures have them (RFC 4034 3.1.5), and 48 bits as transactions
 * have them (RFC 8945 4.2).
 */

import { ScanError } from '../tokens.ts';
import { scanInteger, u32 } from './integers.ts';
import type { Kind } from './kind.ts';

/** Zone text has `20260131235959` in UTC, or the number of seconds (RFC 4034 3.2). */
export const timestamp: Kind<number> = {
  ...u32,
  title: 'time in 32 bits of seconds',
  print: (seconds) => {
    const date = new Date(seconds * 1000);
    return date
      .toISOString()
      .replace(/\.000Z$/, '')
      .replace(/[-T:]/g, '');
  },
  scan: (tokens) => {
    const token = tokens.next('a time');
    if (!/^\d{14}$/.test(token.text)) {
      if (/^\d{1,10}$/.test(token.text) && Number(token.text) <= 0xffffffff) return Number(token.text);
      throw new ScanError(`"${token.text}" is no time: YYYYMMDDHHMMSS, or seconds since 1970`, token);
    }
    const seconds = secondsOfDate(token.text);
    if (seconds === undefined) throw new ScanError(`"${token.text}" is no time that exists`, token);
    // RFC 4034 3.1.5: serial number arithmetic, so that 32 bits are enough for every year.
    return seconds % 0x100000000;
  },
};

/** Seconds since 1970, up to the year 8921556. */
export const time48: Kind<number> = {
  title: 'time in 48 bits of seconds',
  octets: 6,
  read: (reader) => reader.u16() * 0x100000000 + reader.u32(),
  write: (writer, seconds) => {
    writer.u16(Math.floor(seconds / 0x100000000));
    writer.u32(seconds % 0x100000000);
  },
  print: String,
  scan: (tokens) => scanInteger(tokens, 0xffffffffffff),
};

/** Undefined for a date that is in no calendar, such as the 31st of June, and for one before 1970. */
function secondsOfDate(digits: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits)!;
  const iso = `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}.000Z`;
  const date = new Date(iso);
  if (Number.isNaN(date.getTime()) || date.toISOString() !== iso || date.getTime() < 0) return undefined;
  return date.getTime() / 1000;
}
