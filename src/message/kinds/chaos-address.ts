/**
 * Addresses of Chaosnet: sixteen bits, written in octal (RFC 1035 3.3 leaves them to the class; Moon, "Chaosnet", 1981).
 */

import { ScanError } from '../tokens.ts';
import { u16 } from './integers.ts';
import type { Kind } from './kind.ts';

export const chaosAddress: Kind<number> = {
  ...u16,
  title: '16-bit number in octal',
  print: (address) => address.toString(8),
  scan: (tokens) => {
    const token = tokens.next('an address in octal');
    const address = /^[0-7]{1,6}$/.test(token.text) ? parseInt(token.text, 8) : NaN;
    if (!(address <= 0xffff)) throw new ScanError(`"${token.text}" is no 16-bit number in octal`, token);
    return address;
  },
};
