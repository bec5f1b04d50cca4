/**
 * Numbers that have names in one of IANA's registries. Zone text takes both; which of the two it is printed as is
 * different from field to field, as the RFCs have it.
 */

import { lookupsOf, registered, type RegisteredCode } from '../registry/registered-code.ts';
import { ScanError } from '../tokens.ts';
import { u16, u8 } from './integers.ts';
import type { Kind } from './kind.ts';
import {
  CERT_TYPES,
  TLSA_MATCHINGS,
  TLSA_SELECTORS,
  TLSA_USAGES,
} from '../registry/key-and-certificate-numbers.ts';
import { DNSSEC_ALGORITHMS } from '../registry/dnssec-algorithms.ts';
import { RCODES } from '../registry/rcodes.ts';

/** Other names for two algorithms, in use before RFC 5155 was finished. */
const OLD_NAMES: readonly RegisteredCode[] = [
  registered(6, 'NSEC3DSA', 'RFC 5155 11', 'DSA-NSEC3-SHA1.'),
  registered(7, 'NSEC3RSASHA1', 'RFC 5155 11', 'RSASHA1-NSEC3-SHA1.'),
];

/** RFC 4034 A.1: mnemonics are understood, numbers are printed. */
export const dnssecAlgorithm: Kind<number> = numberOrName(
  u8,
  0xff,
  [...DNSSEC_ALGORITHMS, ...OLD_NAMES],
  'a DNSSEC algorithm',
);
export const tlsaUsage: Kind<number> = numberOrName(u8, 0xff, TLSA_USAGES, 'a certificate usage');
export const tlsaSelector: Kind<number> = numberOrName(u8, 0xff, TLSA_SELECTORS, 'a selector');
export const tlsaMatching: Kind<number> = numberOrName(u8, 0xff, TLSA_MATCHINGS, 'a matching type');

/** RFC 4398 2.2: the mnemonic where there is one. */
export const certificateType: Kind<number> = nameOrNumber(u16, 0xffff, CERT_TYPES, 'a certificate type');

const NOTIFY = registered(1, 'NOTIFY', 'RFC 9859 2', 'Notifications are sent to the target.');
export const syncScheme: Kind<number> = nameOrNumber(u8, 0xff, [NOTIFY], 'a scheme');

/** RFC 8945 3: of the two names of 16 a transaction means BADSIG. */
export const transactionError: Kind<number> = nameOrNumber(
  u16,
  0xffff,
  RCODES.filter(({ mnemonic }) => mnemonic !== 'BADVERS'),
  'an error code',
);

function numberOrName(
  plain: Kind<number>,
  maximum: number,
  table: readonly RegisteredCode[],
  what: string,
): Kind<number> {
  const names = lookupsOf(table);
  return {
    ...plain,
    scan: (tokens) => {
      const token = tokens.next(what);
      const code = names.codeOf(token.text) ?? (/^\d+$/.test(token.text) ? Number(token.text) : NaN);
      if (code <= maximum) return code;
      throw new ScanError(`"${token.text}" is no ${what.replace(/^an? /, '')}`, token);
    },
  };
}

function nameOrNumber(
  plain: Kind<number>,
  maximum: number,
  table: readonly RegisteredCode[],
  what: string,
): Kind<number> {
  const names = lookupsOf(table);
  return {
    ...numberOrName(plain, maximum, table, what),
    print: (code) => names.nameOf(code) ?? String(code),
  };
}
