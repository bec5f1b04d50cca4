/**
 * The EDNS options that draft-peltan-edns-presentation-format gives a form of their own in JSON, from and to the octets
 * of the option. What an option means is in its file in `options`; how the draft writes it down is here.
 */

import { printHex, scanHex } from './hex.ts';
import { printIpv4, printIpv6, scanIpv4, scanIpv6 } from './kinds/addresses.ts';
import { JsonPlace, wholeNumber, type Json } from './json-place.ts';
import { NameError, scanName } from './name.ts';
import { readName } from './name-read.ts';
import { writeName } from './name-write.ts';
import { Reader } from './reader.ts';
import { WireError } from './wire-error.ts';
import { Writer } from './writer.ts';

export interface OptionJson {
  readonly code: number;
  readonly name: string;
  /** Undefined where the octets do not have the shape of the option. */
  toJson(octets: Uint8Array): Json | undefined;
  fromJson(place: JsonPlace): Uint8Array;
}

type Form = Pick<OptionJson, 'toJson' | 'fromJson'>;

/** A list of numbers of one or two octets each. */
function numbers(size: 1 | 2): Form {
  return {
    toJson: (octets) => {
      if (octets.length % size !== 0) return undefined;
      const list: number[] = [];
      for (let i = 0; i < octets.length; i += size) list.push(numberOf(octets.subarray(i, i + size)));
      return list;
    },
    fromJson: (place) => {
      const writer = new Writer();
      for (const item of itemsOf(place)) {
        const number = wholeNumber(item, item.value, size === 1 ? 0xff : 0xffff);
        if (size === 1) writer.u8(number);
        else writer.u16(number);
      }
      return writer.finish();
    },
  };
}

/** Hexadecimal digits, and the same as text where it is text. */
const identifier: Form = {
  toJson: (octets) => {
    const text = textOf(octets);
    return { HEX: printHex(octets), ...(text === undefined || text === '' ? {} : { TEXT: text }) };
  },
  fromJson: (place) => {
    const hex = place.first(['HEX']);
    if (hex) return hexOf(hex);
    const text = place.first(['TEXT', 'TXT']);
    if (!text) throw place.error('HEX or TEXT is missing');
    return new TextEncoder().encode(text.text());
  },
};

/** FAMILY, SOURCE and SCOPE PREFIX-LENGTH, and as many octets of the address as the prefix needs (RFC 7871 6). */
const subnet: Form = {
  toJson: (octets) => printSubnet(octets) ?? printHex(octets),
  fromJson: (place) => {
    const octets = scanHex(place.text()) ?? scanSubnet(place.text());
    if (!octets) throw place.error(`"${place.text()}" is no address/source/scope and no octets`);
    return octets;
  },
};

const expire: Form = {
  toJson: (octets) => (octets.length === 0 ? 'NONE' : octets.length === 4 ? numberOf(octets) : undefined),
  fromJson: (place) => {
    const writer = new Writer();
    if (place.value !== 'NONE') writer.u32(wholeNumber(place, numeric(place.value), 0xffffffff));
    return writer.finish();
  },
};

const cookie: Form = {
  toJson: (octets) => {
    if (octets.length < 8) return undefined;
    const parts = [octets.subarray(0, 8), octets.subarray(8)];
    return parts.filter(({ length }) => length > 0).map((part) => printHex(part));
  },
  fromJson: (place) => {
    const writer = new Writer();
    for (const item of itemsOf(place)) writer.put(hexOf(item));
    return writer.finish();
  },
};

/** In tenths of a second; a client sends none (RFC 7828 3.2.1). */
const keepalive: Form = {
  toJson: (octets) => (octets.length === 2 ? numberOf(octets) : octets.length === 0 ? null : undefined),
  fromJson: (place) => {
    const writer = new Writer();
    if (place.value !== null) writer.u16(wholeNumber(place, numeric(place.value), 0xffff));
    return writer.finish();
  },
};

const padding: Form = {
  toJson: (octets) => ({
    LENGTH: octets.length,
    ...(octets.some((octet) => octet !== 0) ? { HEX: printHex(octets) } : {}),
  }),
  fromJson: (place) => {
    const hex = place.first(['HEX']);
    return hex && hex.value !== '' ? hexOf(hex) : new Uint8Array(place.whole(['LENGTH'], 0xffff) ?? 0);
  },
};

const domainName: Form = {
  toJson: (octets) => {
    const reader = new Reader(octets);
    try {
      const name = readName(reader);
      return reader.offset === octets.length ? name : undefined;
    } catch (error) {
      if (error instanceof WireError) return undefined;
      throw error;
    }
  },
  fromJson: (place) => {
    const writer = new Writer({ compress: false });
    try {
      writeName(writer, scanName(place.text()));
    } catch (error) {
      if (error instanceof NameError || error instanceof WireError) throw place.error(error.message);
      throw error;
    }
    return writer.finish();
  },
};

const extendedError: Form = {
  toJson: (octets) => {
    const text = octets.length < 2 ? undefined : textOf(octets.subarray(2));
    if (text === undefined) return undefined;
    return { CODE: numberOf(octets.subarray(0, 2)), ...(text === '' ? {} : { TEXT: text }) };
  },
  fromJson: (place) => {
    const writer = new Writer();
    const code = place.whole(['CODE'], 0xffff);
    if (code === undefined) throw place.error('CODE is missing');
    writer.u16(code);
    writer.put(new TextEncoder().encode(place.first(['TEXT'])?.text() ?? ''));
    return writer.finish();
  },
};

const forms: readonly OptionJson[] = [
  { code: 3, name: 'NSID', ...identifier },
  { code: 5, name: 'DAU', ...numbers(1) },
  { code: 6, name: 'DHU', ...numbers(1) },
  { code: 7, name: 'N3U', ...numbers(1) },
  { code: 8, name: 'ECS', ...subnet },
  { code: 9, name: 'EXPIRE', ...expire },
  { code: 10, name: 'COOKIE', ...cookie },
  { code: 11, name: 'KEEPALIVE', ...keepalive },
  { code: 12, name: 'PADDING', ...padding },
  { code: 13, name: 'CHAIN', ...domainName },
  { code: 14, name: 'KEYTAG', ...numbers(2) },
  { code: 15, name: 'EDE', ...extendedError },
  { code: 18, name: 'REPORT', ...domainName },
];

export const OPTION_JSON: ReadonlyMap<number, OptionJson> = new Map(forms.map((form) => [form.code, form]));

export function optionJsonNamed(name: string): OptionJson | undefined {
  return forms.find((form) => form.name === name.toUpperCase());
}

function numberOf(octets: Uint8Array): number {
  return octets.reduce((sum, octet) => sum * 256 + octet, 0);
}

/** A `mixed` value is a string even where it is a number. */
function numeric(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value;
}

function textOf(octets: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets);
  } catch {
    return undefined;
  }
}

function hexOf(place: JsonPlace): Uint8Array {
  const octets = scanHex(place.text());
  if (!octets) throw place.error('an even number of hexadecimal digits is expected here');
  return octets;
}

function itemsOf(place: JsonPlace): JsonPlace[] {
  if (!Array.isArray(place.value)) throw place.error('a list is expected here');
  return place.value.map((value, i) => new JsonPlace(value, `${place.path}[${i}]`));
}

function printSubnet(octets: Uint8Array): string | undefined {
  if (octets.length < 4) return undefined;
  const size = addressOctets(numberOf(octets.subarray(0, 2)));
  const [source, scope] = [octets[2]!, octets[3]!];
  if (size === undefined || source > size * 8 || octets.length !== 4 + Math.ceil(source / 8))
    return undefined;
  const address = new Uint8Array(size);
  address.set(octets.subarray(4));
  const text = size === 4 ? printIpv4(address) : printIpv6(address);
  return `${text}/${source}${scope === 0 ? '' : `/${scope}`}`;
}

function scanSubnet(text: string): Uint8Array | undefined {
  const [, address, source, scope] = /^([^/]+)\/(\d{1,3})(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  if (address === undefined) return undefined;
  const octets = address.includes(':') ? scanIpv6(address) : scanIpv4(address);
  const length = Number(source);
  if (!octets || length > octets.length * 8 || Number(scope ?? 0) > octets.length * 8) return undefined;
  const used = octets.subarray(0, Math.ceil(length / 8));
  return Uint8Array.of(0, octets.length === 4 ? 1 : 2, length, Number(scope ?? 0), ...used);
}

/** RFC 7871 6: the families are those of the address family registry. */
function addressOctets(family: number): number | undefined {
  return family === 1 ? 4 : family === 2 ? 16 : undefined;
}
