/**
 * The values that service parameters have: how each is read, written, printed and scanned. Text is what stands after
 * the `=`, its zone-text escapes resolved, each character for one octet (RFC 9460 2.1, 7 and 8).
 */

import { printBase64, scanBase64 } from '../base64.ts';
import type { Reader } from '../reader.ts';
import { ScanError, type TokenPlace } from '../tokens.ts';
import { WireError } from '../wire-error.ts';
import type { Writer } from '../writer.ts';
import { ipv4Address, ipv6Address, printIpv4, printIpv6, scanIpv4, scanIpv6 } from './addresses.ts';
import { characterString } from './character-string.ts';
import { u16 } from './integers.ts';
import { field, type Kind } from './kind.ts';
import { keyName, keyNumber } from './service-keys.ts';
import { readPart } from './part.ts';
import { joinItems, splitItems, splitPlainItems } from './value-list.ts';

export interface ParameterValue<T> {
  /** Reads up to the reader's end. Throws WireError. */
  read(reader: Reader): T;
  write(writer: Writer, value: T): void;
  /** Undefined where the key stands alone. */
  print(value: T): string | undefined;
  /** `text` is undefined where the key stands alone. Throws ScanError. */
  scan(text: string | undefined, place: TokenPlace): T;
}

/** Of any key that has no form of its own. */
export const opaqueValue: ParameterValue<Uint8Array> = {
  read: (reader) => reader.rest(),
  write: (writer, octets) => writer.put(octets),
  print: (octets) => (octets.length === 0 ? undefined : textOf(octets)),
  scan: (text = '') => octetsOf(text),
};

/** The key says it all. */
export const noValue: ParameterValue<true> = {
  read: (reader) => {
    if (reader.remaining > 0) throw new WireError('bad-value', reader.offset, 'a value where none may be');
    return true;
  },
  write: () => {},
  print: () => undefined,
  scan: (text, place) => {
    if (text) throw new ScanError('a value where none may be', place);
    return true;
  },
};

export const port: ParameterValue<number> = {
  read: (reader) => reader.u16(),
  write: (writer, value) => writer.u16(value),
  print: String,
  scan: (text, place) => scanNumber(wanted(text, place), place),
};

/** RFC 9460 7.1: protocols, each with a length octet. */
export const protocols: ParameterValue<readonly Uint8Array[]> = stringList(1);
/** RFC 9953 3.2: the segments of a path, of which there may be none. */
export const pathSegments: ParameterValue<readonly Uint8Array[]> = stringList(0);

export const ipv4Hints: ParameterValue<readonly string[]> = addressList(ipv4Address, scanIpv4, printIpv4);
export const ipv6Hints: ParameterValue<readonly string[]> = addressList(ipv6Address, scanIpv6, printIpv6);

/** RFC 9848 4: a list of configurations, in zone text as base64. */
export const configurations: ParameterValue<Uint8Array> = {
  ...opaqueValue,
  read: someOctets,
  print: printBase64,
  scan: (text, place) => {
    const octets = scanBase64(wanted(text, place));
    if (!octets) throw new ScanError(`"${text}" is no base64`, place);
    return octets;
  },
};

/** RFC 9461 5: a URI template with the variable `dns`, in UTF-8. */
export const pathTemplate: ParameterValue<string> = {
  read: (reader) => {
    const at = reader.offset;
    const template = templateOf(someOctets(reader));
    if (template === undefined) throw new WireError('bad-value', at, NO_TEMPLATE);
    return template;
  },
  write: (writer, template) => writer.put(new TextEncoder().encode(template)),
  print: (template) => textOf(new TextEncoder().encode(template)),
  scan: (text, place) => {
    const template = templateOf(octetsOf(wanted(text, place)));
    if (template === undefined) throw new ScanError(NO_TEMPLATE, place);
    return template;
  },
};

/** RFC 9460 8: keys in strictly ascending order, `mandatory` itself not among them. */
export const keyList: ParameterValue<readonly number[]> = {
  read: (reader) => {
    const keys = readList(reader, field('key', { ...u16, print: keyName }, 'a key that must be understood'));
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === 0 || (i > 0 && keys[i]! <= keys[i - 1]!))
        throw new WireError('bad-value', reader.offset, 'mandatory keys out of order (RFC 9460 8)');
    }
    return keys;
  },
  write: (writer, keys) => {
    for (const key of keys) writer.u16(key);
  },
  print: (keys) => keys.map(keyName).join(','),
  scan: (text, place) => {
    const keys = splitPlainItems(wanted(text, place), place).map((name) => {
      const key = keyNumber(name);
      if (!key) throw new ScanError(`"${name}" is no key that can be mandatory`, place);
      return key;
    });
    if (new Set(keys).size < keys.length) throw new ScanError('a key is mandatory twice', place);
    return keys.toSorted((a, b) => a - b);
  },
};

/** Groups of TLS by their numbers, each once (draft-ietf-tls-key-share-prediction 3.1). */
export const groupList: ParameterValue<readonly number[]> = {
  read: (reader) => {
    const groups = readList(reader, field('group', u16, 'a group of TLS'));
    if (new Set(groups).size < groups.length)
      throw new WireError('bad-value', reader.offset, 'a group of TLS stands twice');
    return groups;
  },
  write: (writer, groups) => {
    for (const group of groups) writer.u16(group);
  },
  print: (groups) => groups.join(','),
  scan: (text, place) => {
    const groups = splitPlainItems(wanted(text, place), place).map((item) => scanNumber(item, place));
    if (new Set(groups).size < groups.length) throw new ScanError('a group stands twice', place);
    return groups;
  },
};

function stringList(least: number): ParameterValue<readonly Uint8Array[]> {
  return {
    read: (reader) => {
      const items: Uint8Array[] = [];
      while (reader.offset < reader.end) {
        const at = reader.offset;
        const item = characterString.read(reader);
        if (item.length === 0) throw new WireError('bad-value', at, 'an empty item in a list');
        items.push(item);
      }
      if (items.length < least) throw new WireError('bad-value', reader.offset, 'a list without items');
      return items;
    },
    write: (writer, items) => {
      for (const item of items) characterString.write(writer, item);
    },
    print: (items) => (items.length === 0 ? undefined : joinItems(items.map(textOf))),
    scan: (text, place) => {
      if (!text && least === 0) return [];
      const items = splitItems(wanted(text, place), place).map(octetsOf);
      if (items.some(({ length }) => length > 255)) throw new ScanError('an item above 255 octets', place);
      return items;
    },
  };
}

function addressList(
  kind: Kind<string>,
  scan: (text: string) => Uint8Array | undefined,
  print: (octets: Uint8Array) => string,
): ParameterValue<readonly string[]> {
  const address = field('address', kind, 'an address to try first');
  return {
    read: (reader) => readList(reader, address),
    write: (writer, addresses) => {
      for (const each of addresses) kind.write(writer, each);
    },
    print: (addresses) => addresses.join(','),
    scan: (text, place) =>
      splitPlainItems(wanted(text, place), place).map((item) => {
        const octets = scan(item);
        if (!octets) throw new ScanError(`"${item}" is no ${kind.title}`, place);
        return print(octets);
      }),
  };
}

/** One or more of a kind, up to the reader's end. */
function readList<T>(reader: Reader, part: ReturnType<typeof field<string, T>>): T[] {
  const items = [readPart(reader, part, 'RFC 9460 7')];
  while (reader.offset < reader.end) items.push(readPart(reader, part, 'RFC 9460 7'));
  return items;
}

function someOctets(reader: Reader): Uint8Array {
  if (reader.remaining === 0) throw new WireError('bad-value', reader.offset, 'no value where one must be');
  return reader.rest();
}

function wanted(text: string | undefined, place: TokenPlace): string {
  if (!text) throw new ScanError('no value where one must be', place);
  return text;
}

function scanNumber(text: string, place: TokenPlace): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 0xffff)
    throw new ScanError(`"${text}" is no number from 0 to 65535`, place);
  return Number(text);
}

const NO_TEMPLATE = 'no URI template with the variable dns (RFC 9461 5)';
/** An expression of a URI template: an operator, and names that may have modifiers (RFC 6570 2.2). */
const EXPRESSION = /\{[+#./;?&]?([A-Za-z0-9_%.,:*]+)\}/g;
const VARIABLE = /(^|,)dns([:*,]|$)/;
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function templateOf(octets: Uint8Array): string | undefined {
  try {
    const template = UTF8.decode(octets);
    const literal = template.replace(EXPRESSION, '');
    const hasVariable = [...template.matchAll(EXPRESSION)].some(([, names]) => VARIABLE.test(names!));
    return hasVariable && !/[{}]/.test(literal) ? template : undefined;
  } catch {
    return undefined;
  }
}

/** Each octet as one character. */
export function textOf(octets: Uint8Array): string {
  let text = '';
  for (const octet of octets) text += String.fromCharCode(octet);
  return text;
}

export function octetsOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
