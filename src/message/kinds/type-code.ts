/**
 * The number of a record type, in zone text as its mnemonic or `TYPE123` (RFC 3597 5).
 */

import { ScanError, type Tokens } from '../tokens.ts';
import { typeCode, typeName } from '../type-names.ts';
import { u16 } from './integers.ts';
import type { Kind } from './kind.ts';

export const recordTypeNumber: Kind<number> = { ...u16, print: typeName, scan: scanType };

export function scanType(tokens: Tokens): number {
  const token = tokens.next('a type');
  const code = typeCode(token.text);
  if (code === undefined || token.quoted) throw new ScanError(`"${token.text}" is no type`, token);
  return code;
}
