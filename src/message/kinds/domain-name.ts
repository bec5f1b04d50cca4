/**
 * Domain names inside RDATA. The types of RFC 1035 may have theirs compressed; all later ones may not (RFC 3597 4).
 */

import { lowerCased, NameError, scanName, type Name } from '../name.ts';
import { readName } from '../name-read.ts';
import { writeCompressedName, writeName } from '../name-write.ts';
import { ScanError, type Tokens } from '../tokens.ts';
import { field, type Kind } from './kind.ts';
import { readPart } from './part.ts';

export const domainName: Kind<Name> = {
  title: 'domain name',
  read: readName,
  write: writeName,
  print: (name) => name,
  scan: scanNameToken,
};

/** A name that DNSSEC signs in lower case (RFC 4034 6.2, RFC 6840 5.1). */
export const lowerCasedName: Kind<Name> = { ...domainName, canonical: lowerCased };

/** A name in the RDATA of RFC 1035; all of them are signed in lower case too. */
export const compressibleName: Kind<Name> = {
  ...lowerCasedName,
  title: 'domain name (compressible)',
  write: writeCompressedName,
};

/** Names up to the end of the RDATA, none included. */
export const domainNames: Kind<readonly Name[]> = {
  title: 'domain names',
  read: (reader) => {
    const names: Name[] = [];
    while (reader.offset < reader.end) names.push(readPart(reader, NAME, 'RFC 1035 3.1'));
    return names;
  },
  write: (writer, names) => {
    for (const name of names) writeName(writer, name);
  },
  print: (names) => names.join(' '),
  scan: (tokens) => {
    const names: Name[] = [];
    while (!tokens.done) names.push(scanNameToken(tokens));
    return names;
  },
};

const NAME = field('name', domainName, 'one of the names');

export function scanNameToken(tokens: Tokens): Name {
  const token = tokens.next('a domain name');
  try {
    return scanName(token.text, tokens.origin);
  } catch (error) {
    if (error instanceof NameError) throw new ScanError(error.message, token);
    throw error;
  }
}
