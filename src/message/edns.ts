/**
 * EDNS (RFC 6891): what the OPT record says of the message, and how it hides in the fields of a record.
 */

import { optionName, optionTypeOf } from './options/table.ts';
import type { OptionType } from './options/option-type.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

export const TYPE_OPT = 41;

/** An option with its values by the names of its layout; `{ octets }` for one that is not in the table. */
export interface EdnsOption {
  readonly code: number;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Edns {
  /** The largest UDP payload that the sender takes, in octets: the CLASS of the OPT record. */
  readonly udpPayloadSize: number;
  /** The upper eight bits of the response code. */
  readonly extendedRcode: number;
  readonly version: number;
  /** DO: the sender wants DNSSEC records (RFC 3225). */
  readonly dnssecOk: boolean;
  /** The fifteen reserved flag bits. */
  readonly z: number;
  readonly options: readonly EdnsOption[];
}

/** The values of one option of a message, or undefined. */
export function optionOf<T>(edns: Edns | undefined, type: OptionType<T>): T | undefined {
  return edns?.options.find((option) => option.code === type.code)?.values as T | undefined;
}

/** Reads the rest of an OPT record, from its CLASS on. */
export function ednsOf(payloadSize: number, ttl: number, options: readonly EdnsOption[]): Edns {
  return {
    udpPayloadSize: payloadSize,
    extendedRcode: ttl >>> 24,
    version: (ttl >>> 16) & 0xff,
    dnssecOk: (ttl & 0x8000) !== 0,
    z: ttl & 0x7fff,
    options,
  };
}

export function ednsTtl(edns: Edns): number {
  const flags = (edns.dnssecOk ? 0x8000 : 0) | (edns.z & 0x7fff);
  return ((edns.extendedRcode << 24) | (edns.version << 16) | flags) >>> 0;
}

/** The RDATA of an OPT record: options, each a code, a length and that many octets. */
export function readOptions(reader: Reader): EdnsOption[] {
  const options: EdnsOption[] = [];
  while (reader.offset < reader.end) options.push(readOption(reader));
  return options;
}

function readOption(reader: Reader): EdnsOption {
  const { recorder, offset } = reader;
  recorder?.open('option', offset);
  const code = reader.u16();
  const rfc = 'RFC 6891 6.1.2';
  recorder?.leaf('code', offset, offset + 2, {
    value: `${code} ${optionName(code)}`,
    means: optionTypeOf(code).meaning,
    rfc,
  });
  const length = reader.u16();
  recorder?.leaf('length', offset + 2, offset + 4, {
    value: String(length),
    means: 'octets of this option',
    rfc,
  });
  if (length > reader.remaining) throw reader.truncated(length);
  const end = reader.end;
  reader.end = reader.offset + length;
  const type = optionTypeOf(code);
  const values = type.read(reader);
  // An option that is longer than its layout is kept as far as it is understood; nothing else is at stake.
  const rest = reader.offset;
  if (rest < reader.end) {
    reader.rest();
    recorder?.leaf('rest', rest, reader.end, {
      value: '',
      means: 'octets after the option’s own fields',
      rfc,
    });
  }
  reader.end = end;
  recorder?.close(reader.offset, {
    value: `${optionName(code)} ${type.print(values)}`.trim(),
    means: type.meaning,
    rfc: type.rfc,
  });
  return { code, values };
}

export function writeOptions(writer: Writer, options: readonly EdnsOption[]): void {
  for (const { code, values } of options) {
    writer.u16(code);
    writer.counted16(() => optionTypeOf(code).write(writer, values));
  }
}

/** `NSID 6e7331`, as the text outputs show an option. */
export function printOption({ code, values }: EdnsOption): string {
  return `${optionName(code)} ${optionTypeOf(code).print(values)}`.trim();
}
