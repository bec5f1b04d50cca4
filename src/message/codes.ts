/**
 * The numbers of the DNS registry that are only a number and a name: types that can be asked for but have no layout,
 * classes, opcodes, response codes. Record types have their own table.
 */

import { RECORD_TYPES } from './records/table.ts';

/** Types that stand in questions or carry no RDATA of their own (RFC 1035 3.2.3, RFC 6891, RFC 8482). */
const OTHER_TYPES: Readonly<Record<string, number>> = {
  OPT: 41,
  IXFR: 251,
  AXFR: 252,
  MAILB: 253,
  MAILA: 254,
  ANY: 255,
  DS: 43,
  RRSIG: 46,
  NSEC: 47,
  DNSKEY: 48,
  NSEC3: 50,
  HTTPS: 65,
};

const TYPE_CODES = new Map<string, number>([
  ...RECORD_TYPES.map((type) => [type.mnemonic, type.code] as const),
  ...Object.entries(OTHER_TYPES),
]);
const TYPE_NAMES = inverse(TYPE_CODES);

const CLASS_CODES = new Map(Object.entries({ IN: 1, CH: 3, HS: 4, NONE: 254, ANY: 255 }));
const CLASS_NAMES = inverse(CLASS_CODES);

const OPCODE_NAMES = inverse(
  new Map(Object.entries({ QUERY: 0, IQUERY: 1, STATUS: 2, NOTIFY: 4, UPDATE: 5, DSO: 6 })),
);

const RCODE_CODES = new Map(
  Object.entries({
    NOERROR: 0,
    FORMERR: 1,
    SERVFAIL: 2,
    NXDOMAIN: 3,
    NOTIMP: 4,
    REFUSED: 5,
    YXDOMAIN: 6,
    YXRRSET: 7,
    NXRRSET: 8,
    NOTAUTH: 9,
    NOTZONE: 10,
    DSOTYPENI: 11,
    BADVERS: 16,
    BADKEY: 17,
    BADTIME: 18,
    BADMODE: 19,
    BADNAME: 20,
    BADALG: 21,
    BADTRUNC: 22,
    BADCOOKIE: 23,
  }),
);
const RCODE_NAMES = inverse(RCODE_CODES);

/** `A`, `AAAA` …; `TYPE65280` for one without a mnemonic (RFC 3597 5). */
export function typeName(code: number): string {
  return TYPE_NAMES.get(code) ?? `TYPE${code}`;
}

/** The code of a mnemonic or of `TYPE123`, in any case; undefined for anything else. */
export function typeCode(text: string): number | undefined {
  return TYPE_CODES.get(text.toUpperCase()) ?? numbered(text, 'TYPE');
}

export function className(code: number): string {
  return CLASS_NAMES.get(code) ?? `CLASS${code}`;
}

export function classCode(text: string): number | undefined {
  return CLASS_CODES.get(text.toUpperCase()) ?? numbered(text, 'CLASS');
}

export function opcodeName(code: number): string {
  return OPCODE_NAMES.get(code) ?? `OPCODE${code}`;
}

export function rcodeName(code: number): string {
  return RCODE_NAMES.get(code) ?? `RCODE${code}`;
}

/** Every mnemonic that can be asked for, for completion and suggestions. */
export function typeMnemonics(): string[] {
  return [...TYPE_CODES.keys()].toSorted();
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
  BADVERS: 16,
} as const;

function numbered(text: string, prefix: string): number | undefined {
  const match = new RegExp(`^${prefix}(\\d{1,5})$`, 'i').exec(text);
  const code = match ? Number(match[1]) : NaN;
  return code <= 0xffff ? code : undefined;
}

function inverse(codes: ReadonlyMap<string, number>): Map<number, string> {
  return new Map([...codes].map(([name, code]) => [code, name]));
}
