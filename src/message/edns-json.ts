/**
 * EDNS as the `EDNS` object of draft-peltan-edns-presentation-format (as of its fourth version): a member for the
 * version, flags, response code and payload size, and one for each option. JSON has no order and no repeated members,
 * so that of an option that stands twice only the first is shown: the OPT record itself has them all.
 */

import { rcodeCode, rcodeName } from './codes.ts';
import type { Edns } from './edns.ts';
import { printHex, scanHex } from './hex.ts';
import { wholeNumber, type Json, type JsonObject, type JsonPlace } from './json-place.ts';
import { OPTION_JSON, optionJsonNamed } from './option-json.ts';
import { optionTypeOf } from './options/table.ts';
import { Reader } from './reader.ts';
import { WireError } from './wire-error.ts';
import { Writer } from './writer.ts';

export function ednsToJson(edns: Edns, headerRcode: number): JsonObject {
  const options: Record<string, Json> = {};
  for (const { code, values } of edns.options) {
    const writer = new Writer({ compress: false });
    optionTypeOf(code).write(writer, values);
    const octets = writer.finish();
    const form = OPTION_JSON.get(code);
    // What does not have the shape of its option is shown like an option that nobody knows.
    const value = form?.toJson(octets);
    const [name, json] = form && value !== undefined ? [form.name, value] : [`OPT${code}`, printHex(octets)];
    options[name] ??= json;
  }
  return {
    version: edns.version,
    flags: flagsToJson(edns),
    rcode: rcodeName((edns.extendedRcode << 4) | headerRcode),
    udpsize: edns.udpPayloadSize,
    ...options,
  };
}

/** `DO`, and `BITn` for each reserved bit, counted from the most significant one, which is DO. */
function flagsToJson({ dnssecOk, z }: Edns): string[] {
  const flags = dnssecOk ? ['DO'] : [];
  for (let bit = 1; bit < 16; bit++) if (z & (0x8000 >> bit)) flags.push(`BIT${bit}`);
  return flags;
}

/** The inverse, in the members' order; members that are no option are passed over. */
export function ednsFromJson(place: JsonPlace): Edns {
  const flags = flagsFromJson(place);
  return {
    udpPayloadSize: place.whole(['udpsize', 'UDPSIZE'], 0xffff) ?? 1232,
    extendedRcode: extendedRcodeOf(place),
    version: place.whole(['version', 'Version'], 0xff) ?? 0,
    ...flags,
    options: place.members().flatMap(([member, value]) => optionFromJson(place.at(member, value))),
  };
}

function flagsFromJson(place: JsonPlace): Pick<Edns, 'dnssecOk' | 'z'> {
  const flags = place.list(['flags', 'FLAGS']) ?? [];
  let word = 0;
  for (const flag of flags) {
    const text = flag.text().toUpperCase();
    const bit = text === 'DO' ? 0 : Number(/^BIT(\d{1,2})$/.exec(text)?.[1] ?? NaN);
    if (!(bit < 16)) throw flag.error(`"${text}" is no flag of EDNS: DO or BIT1 to BIT15`);
    word |= 0x8000 >> bit;
  }
  return { dnssecOk: (word & 0x8000) !== 0, z: word & 0x7fff };
}

/** A mnemonic, a number, or `EXT16`: the code with the four bits of the header left out. */
function extendedRcodeOf(place: JsonPlace): number {
  const found = place.first(['rcode', 'RCODE']);
  if (!found) return 0;
  const { value } = found;
  const text = typeof value === 'number' ? String(value) : found.text();
  const number = /^(?:EXT)?(\d{1,4})$/i.exec(text)?.[1];
  const code = number === undefined ? rcodeCode(text) : Number(number);
  if (code === undefined || code > 0xfff) throw found.error(`"${text}" is no response code`);
  return code >> 4;
}

function optionFromJson(place: JsonPlace): Edns['options'] {
  const member = place.member();
  const form = optionJsonNamed(member);
  const unknown = /^OPT(\d{1,5})$/i.exec(member);
  if (form) return [optionOfOctets(form.code, form.fromJson(place), place)];
  if (!unknown) return [];
  const octets = scanHex(place.text());
  if (!octets) throw place.error('an option that is not known has its octets as hexadecimal digits');
  return [optionOfOctets(wholeNumber(place, Number(unknown[1]), 0xffff), octets, place)];
}

function optionOfOctets(code: number, octets: Uint8Array, place: JsonPlace): Edns['options'][number] {
  try {
    return { code, values: optionTypeOf(code).read(new Reader(octets)) };
  } catch (error) {
    if (error instanceof WireError) throw place.error(error.message);
    throw error;
  }
}
