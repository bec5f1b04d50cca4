/**
 * The numbers of the DNS registry by name: types, classes, opcodes, response codes. What they mean stands in the files
 * of `registry` and `records`.
 */

import { CLASSES } from './registry/classes.ts';
import { OPCODES } from './registry/opcodes.ts';
import { RCODES } from './registry/rcodes.ts';
import { lookupsOf } from './registry/registered-code.ts';

export { typeCode, typeMnemonics, typeName } from './type-names.ts';

const CLASS_LOOKUPS = lookupsOf(CLASSES);
const OPCODE_LOOKUPS = lookupsOf(OPCODES);
const RCODE_LOOKUPS = lookupsOf(RCODES);

export function className(code: number): string {
  return CLASS_LOOKUPS.nameOf(code) ?? `CLASS${code}`;
}

export function classCode(text: string): number | undefined {
  return CLASS_LOOKUPS.codeOf(text) ?? numbered(text, 'CLASS');
}

export function opcodeName(code: number): string {
  return OPCODE_LOOKUPS.nameOf(code) ?? `OPCODE${code}`;
}

export function opcodeCode(text: string): number | undefined {
  return OPCODE_LOOKUPS.codeOf(text) ?? numbered(text, 'OPCODE', 0xf);
}

export function rcodeName(code: number): string {
  return RCODE_LOOKUPS.nameOf(code) ?? `RCODE${code}`;
}

/** The code of `NXDOMAIN` or `RCODE3`, in any case: twelve bits, or sixteen in TSIG. */
export function rcodeCode(text: string): number | undefined {
  return RCODE_LOOKUPS.codeOf(text) ?? numbered(text, 'RCODE');
}

export const CLASS_IN = 1;
export const TYPE_ANY = 255;
export const OPCODE_QUERY = 0;
export const RCODE = {
  NOERROR: 0,
  FORMERR: 1,
  SERVFAIL: 2,
  NXDOMAIN: 3,
  NOTIMP: 4,
  REFUSED: 5,
  YXDOMAIN: 6,
  BADVERS: 16,
  BADCOOKIE: 23,
} as const;

function numbered(text: string, prefix: string, maximum = 0xffff): number | undefined {
  const match = new RegExp(`^${prefix}(\\d{1,5})$`, 'i').exec(text);
  const code = match ? Number(match[1]) : NaN;
  return code <= maximum ? code : undefined;
}
