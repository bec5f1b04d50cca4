/**
 * Small reading functions for JSON from outside: each takes a place in a document and gives a typed value, or says with
 * the path what is wrong there (MessageJsonError). Members that nobody asks for are ignored.
 */

import { CLASS_IN, classCode, rcodeCode, typeCode } from '../message/codes.ts';
import { scanBase64 } from '../message/base64.ts';
import { JsonPlace, wholeNumber } from '../message/json-place.ts';
import { scanIpv4, scanIpv6 } from '../message/kinds/addresses.ts';
import type { Question, ResourceRecord } from '../message/message.ts';
import { NameError, ROOT, scanName, type Name } from '../message/name.ts';
import { scanRdataText } from '../message/record-text.ts';
import type { Rdata } from '../message/records/record-type.ts';
import { ScanError } from '../message/tokens.ts';
import { WireError } from '../message/wire-error.ts';

export type Read<T> = (place: JsonPlace) => T;

/** A member that must be there. Own members only: `constructor` and the like are no members. */
export function member<T>(place: JsonPlace, name: string, read: Read<T>): T {
  const found = optional(place, name, (at) => ({ value: read(at) }));
  if (!found) throw place.at(name, undefined).error('this member is missing');
  return found.value;
}

/** A member that may be missing. */
export function optional<T>(place: JsonPlace, name: string, read: Read<T>): T | undefined {
  const object = place.object();
  return Object.hasOwn(object, name) ? read(place.at(name, object[name])) : undefined;
}

/** A member that the contract does not ask for: a document of another hand may lack it. */
export function memberOr<T>(place: JsonPlace, name: string, read: Read<T>, otherwise: T): T {
  const found = optional(place, name, (at) => ({ value: read(at) }));
  return found ? found.value : otherwise;
}

export function orNull<T>(read: Read<T>): Read<T | null> {
  return (place) => (place.value === null ? null : read(place));
}

/** No walk has more of anything than this; without a bound, a file could make the program busy for hours. */
const LONGEST_LIST = 10_000;

export function listOf<T>(read: Read<T>): Read<T[]> {
  return (place) => {
    const { value } = place;
    if (!Array.isArray(value)) throw place.error('a list is expected here');
    if (value.length > LONGEST_LIST)
      throw place.error(`${value.length} entries are more than any walk makes (${LONGEST_LIST})`);
    return value.map((each: unknown, i) => read(new JsonPlace(each, `${place.path}[${i}]`)));
  };
}

/** One of the words that are the members of a table: a table of a union type cannot miss one. */
export function wordOf<T extends string>(words: Readonly<Record<T, unknown>>): Read<T> {
  return (place) => {
    const word = place.text();
    if (Object.hasOwn(words, word)) return word as T;
    throw place.error(`${quoted(word)} is none of ${Object.keys(words).join(', ')}`);
  };
}

/** A text that has a form. `what`: `an address`. */
export function matching(form: RegExp, what: string): Read<string> {
  return (place) => {
    const value = place.text();
    if (form.test(value)) return value;
    throw place.error(`${quoted(value)} is no ${what}`);
  };
}

export const text: Read<string> = (place) => place.text();

export const trueOrFalse: Read<boolean> = (place) => {
  if (typeof place.value === 'boolean') return place.value;
  throw place.error('true or false is expected here');
};

export const whole =
  (maximum = Number.MAX_SAFE_INTEGER): Read<number> =>
  (place) =>
    wholeNumber(place, place.value, maximum);

const LONGEST_MS = 1e9;

export const milliseconds: Read<number> = (place) => {
  const { value } = place;
  if (typeof value === 'number' && value >= 0 && value <= LONGEST_MS) return value;
  throw place.error(`a number of milliseconds from 0 to ${LONGEST_MS} is expected here`);
};

/** A moment as `Date` prints it, as milliseconds since 1970. */
export const moment: Read<number> = (place) => {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(place.text()) ? Date.parse(place.text()) : NaN;
  if (!Number.isNaN(at)) return at;
  throw place.error(`${quoted(place.text())} is no time like 2027-01-31T12:00:00.000Z`);
};

/** A name as this program writes it: absolute and in the canonical escaping. */
export const name: Read<Name> = (place) => {
  const written = place.text();
  try {
    const scanned = scanName(written);
    if (scanned === written) return scanned;
    throw place.error(`${quoted(written)} should be written ${quoted(scanned)}`);
  } catch (error) {
    if (error instanceof NameError) throw place.error(error.message);
    throw error;
  }
};

export const address: Read<string> = (place) => {
  const written = place.text();
  if (scanIpv4(written) ?? scanIpv6(written)) return written;
  throw place.error(`${quoted(written)} is no address`);
};

/** Octets of a message. */
export function octets(maximum: number): Read<Uint8Array> {
  return (place) => {
    const value = scanBase64(place.text());
    if (!value) throw place.error('this is no base64');
    if (value.length <= maximum) return value;
    throw place.error(`${value.length} octets: a message has at most ${maximum} here`);
  };
}

const type = coded('record type', typeCode);
const recordClass = coded('class', classCode);
const extendedRcode = coded('response code', rcodeCode);

export const rcode: Read<number> = (place) => {
  const code = extendedRcode(place);
  // Four bits of the header and eight of EDNS.
  if (code <= 0xfff) return code;
  throw place.error(`${quoted(place.text())} is no response code of a message`);
};

function coded(what: string, codeOf: (text: string) => number | undefined): Read<number> {
  return (place) => {
    const code = codeOf(place.text());
    if (code !== undefined) return code;
    throw place.error(`${quoted(place.text())} is no ${what}`);
  };
}

export const question: Read<Question> = (place) => ({
  name: member(place, 'name', name),
  type: member(place, 'type', type),
  class: optional(place, 'class', recordClass) ?? CLASS_IN,
});

export const record: Read<ResourceRecord> = (place) => {
  const owner = {
    name: member(place, 'name', name),
    type: member(place, 'type', type),
    class: member(place, 'class', recordClass),
    ttl: member(place, 'ttl', whole(0xffffffff)),
  };
  const data: Read<Rdata> = (at) =>
    scanned(at, (written) => scanRdataText(written, owner.type, ROOT, owner.class));
  return { ...owner, rdata: member(place, 'data', data) };
};

/** Zone-file text, read by `scan`. */
export function scanned<T>(place: JsonPlace, scan: (text: string) => T): T {
  try {
    return scan(place.text());
  } catch (error) {
    if (error instanceof ScanError || error instanceof NameError || error instanceof WireError)
      throw place.error(error.message);
    throw error;
  }
}

const MOST_QUOTED = 80;

function quoted(written: string): string {
  return written.length > MOST_QUOTED ? `"${written.slice(0, MOST_QUOTED)}…"` : `"${written}"`;
}
