/**
 * Domain names inside RDATA. The types of RFC 1035 may have theirs compressed; all later ones may not (RFC 3597 4).
 */

import { NameError, scanName, type Name } from '../name.ts';
import { readName } from '../name-read.ts';
import { writeCompressedName, writeName } from '../name-write.ts';
import { ScanError, type Tokens } from '../tokens.ts';
import type { Kind } from './kind.ts';

export const domainName: Kind<Name> = {
  title: 'domain name',
  read: readName,
  write: writeName,
  print: (name) => name,
  scan: scanNameToken,
};

export const compressibleName: Kind<Name> = {
  ...domainName,
  title: 'domain name (compressible)',
  write: writeCompressedName,
};

export function scanNameToken(tokens: Tokens): Name {
  const token = tokens.next('a domain name');
  try {
    return scanName(token.text, tokens.origin);
  } catch (error) {
    if (error instanceof NameError) throw new ScanError(error.message, token);
    throw error;
  }
}
