/**
 * Identifiers of fixed size that are written as groups of hexadecimal digits: hardware addresses (RFC 7043 3.2, 4.2) and
 * the 64 bits of ILNP (RFC 6742 2.1.2). The values are their texts.
 */

import { printHex, scanHex } from '../hex.ts';
import { ScanError } from '../tokens.ts';
import { WireError } from '../wire-error.ts';
import type { Kind } from './kind.ts';

export const eui48: Kind<string> = hexGroups('48-bit hardware address', 6, 1, '-');
export const eui64: Kind<string> = hexGroups('64-bit hardware address', 8, 1, '-');
export const identifier64: Kind<string> = hexGroups('64-bit identifier', 8, 2, ':');

function hexGroups(title: string, octets: number, groupOctets: number, separator: string): Kind<string> {
  const digits = groupOctets * 2;
  // Leading zeros may be left out only where groups are wider than an octet, as in IPv6 addresses.
  const group = groupOctets === 1 ? '[0-9a-f]{2}' : `[0-9a-f]{1,${digits}}`;
  const form = new RegExp(`^${group}(${separator}${group}){${octets / groupOctets - 1}}$`, 'i');
  const octetsOf = (text: string): Uint8Array | undefined =>
    form.test(text)
      ? scanHex(
          text
            .split(separator)
            .map((part) => part.padStart(digits, '0'))
            .join(''),
        )
      : undefined;
  const print = (value: Uint8Array): string =>
    printHex(value)
      .match(new RegExp(`.{${digits}}`, 'g'))!
      .join(separator);
  return {
    title,
    octets,
    read: (reader) => print(reader.take(octets)),
    write: (writer, text) => {
      const value = octetsOf(text);
      if (!value) throw new WireError('bad-value', writer.offset, `"${text}" is no ${title}`);
      writer.put(value);
    },
    print: (text) => text,
    scan: (tokens) => {
      const token = tokens.next(`a ${title}`);
      const value = octetsOf(token.text);
      if (!value) throw new ScanError(`"${token.text}" is no ${title}`, token);
      return print(value);
    },
  };
}
