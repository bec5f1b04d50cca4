/**
 * ATM addresses (ATM Forum af-dans-0152, "ATM Name System", 5.2): a format octet, then twenty octets of an end-system
 * address in hexadecimal, or the digits of a telephone number after a plus.
 */

import { printHex, scanHex } from '../hex.ts';
import { ScanError } from '../tokens.ts';
import { WireError } from '../wire-error.ts';
import { u8 } from './integers.ts';
import { field, partsOf, type Kind } from './kind.ts';
import { readPart } from './part.ts';

export interface AtmAddress {
  /** 0 is an end-system address (AESA), 1 a telephone number (E.164). */
  readonly format: number;
  /** Hexadecimal digits, or decimal ones. */
  readonly address: string;
}

const SOURCE = 'af-dans-0152';
const FORMAT = field('format', u8, '0 is an end-system address, 1 a telephone number');

export const atmAddress: Kind<AtmAddress> = {
  title: 'ATM address',
  parts: [...partsOf([FORMAT]), { name: 'address' }],
  read: (reader) => {
    const at = reader.offset;
    const format = readPart(reader, FORMAT, SOURCE);
    const start = reader.offset;
    const octets = reader.rest();
    const address = format === 0 ? printHex(octets) : String.fromCharCode(...octets.subarray(0, 256));
    const value = { format, address };
    if (!isRight(value)) throw new WireError('bad-value', at, `no ATM address that has a form (${SOURCE})`);
    reader.recorder?.leaf('address', start, reader.offset, {
      means: 'the address',
      rfc: SOURCE,
      value: address,
    });
    return value;
  },
  write: (writer, value) => {
    if (!isRight(value))
      throw new WireError('bad-value', writer.offset, `"${value.address}" is no ATM address`);
    writer.u8(value.format);
    writer.put(value.format === 0 ? scanHex(value.address)! : new TextEncoder().encode(value.address));
  },
  print: ({ format, address }) => (format === 1 ? `+${address}` : address),
  scan: (tokens) => {
    const token = tokens.next('an ATM address');
    const { text } = token;
    const value = text.startsWith('+')
      ? { format: 1, address: text.slice(1) }
      : { format: 0, address: text.replaceAll('.', '').toLowerCase() };
    if (!isRight(value)) throw new ScanError(`"${text}" is no ATM address`, token);
    return value;
  },
};

function isRight({ format, address }: AtmAddress): boolean {
  if (format === 0) return /^([0-9a-f]{2}){1,255}$/.test(address);
  return format === 1 && /^\d{1,255}$/.test(address);
}
