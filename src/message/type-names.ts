/**
 * The mnemonics of IANA's registry of types, as a table of names and numbers only: kinds name types, and types are made
 * of kinds. What a type is stands in its own file of `records`; a test holds the two together.
 */

/** Types with a layout in `records`. */
const DATA_TYPES = {
  A: 1,
  NS: 2,
  MD: 3,
  MF: 4,
  CNAME: 5,
  SOA: 6,
  MB: 7,
  MG: 8,
  MR: 9,
  NULL: 10,
  WKS: 11,
  PTR: 12,
  HINFO: 13,
  MINFO: 14,
  MX: 15,
  TXT: 16,
  RP: 17,
  AFSDB: 18,
  X25: 19,
  ISDN: 20,
  RT: 21,
  NSAP: 22,
  'NSAP-PTR': 23,
  SIG: 24,
  KEY: 25,
  PX: 26,
  GPOS: 27,
  AAAA: 28,
  LOC: 29,
  NXT: 30,
  EID: 31,
  NIMLOC: 32,
  SRV: 33,
  ATMA: 34,
  NAPTR: 35,
  KX: 36,
  CERT: 37,
  A6: 38,
  DNAME: 39,
  SINK: 40,
  APL: 42,
  DS: 43,
  SSHFP: 44,
  IPSECKEY: 45,
  RRSIG: 46,
  NSEC: 47,
  DNSKEY: 48,
  DHCID: 49,
  NSEC3: 50,
  NSEC3PARAM: 51,
  TLSA: 52,
  SMIMEA: 53,
  HIP: 55,
  NINFO: 56,
  RKEY: 57,
  TALINK: 58,
  CDS: 59,
  CDNSKEY: 60,
  OPENPGPKEY: 61,
  CSYNC: 62,
  ZONEMD: 63,
  SVCB: 64,
  HTTPS: 65,
  DSYNC: 66,
  HHIT: 67,
  BRID: 68,
  SPF: 99,
  NID: 104,
  L32: 105,
  L64: 106,
  LP: 107,
  EUI48: 108,
  EUI64: 109,
  TKEY: 249,
  TSIG: 250,
  URI: 256,
  CAA: 257,
  AVC: 258,
  DOA: 259,
  AMTRELAY: 260,
  RESINFO: 261,
  WALLET: 262,
  CLA: 263,
  IPN: 264,
  TA: 32768,
  DLV: 32769,
} as const;

/**
 * Types that stand in questions (RFC 1035 3.2.3, RFC 1995, RFC 8482), that speak of the message (RFC 6891), that only
 * stand in the bitmap of an NSEC record (RFC 9824 3.4), or whose layout was never published.
 */
const OTHER_TYPES = {
  OPT: 41,
  UINFO: 100,
  UID: 101,
  GID: 102,
  UNSPEC: 103,
  NXNAME: 128,
  IXFR: 251,
  AXFR: 252,
  MAILB: 253,
  MAILA: 254,
  ANY: 255,
} as const;

const CODES: ReadonlyMap<string, number> = new Map(Object.entries({ ...DATA_TYPES, ...OTHER_TYPES }));
const NAMES: ReadonlyMap<number, string> = new Map([...CODES].map(([name, code]) => [code, name]));

/** `A`, `AAAA` …; `TYPE65280` for one without a mnemonic (RFC 3597 5). */
export function typeName(code: number): string {
  return NAMES.get(code) ?? `TYPE${code}`;
}

/** The code of a mnemonic or of `TYPE123`, in any case; undefined for anything else. */
export function typeCode(text: string): number | undefined {
  const known = CODES.get(text.toUpperCase());
  if (known !== undefined) return known;
  const match = /^TYPE(\d{1,5})$/i.exec(text);
  const code = match ? Number(match[1]) : NaN;
  return code <= 0xffff ? code : undefined;
}

/** Every mnemonic that can be asked for, for completion and suggestions. */
export function typeMnemonics(): string[] {
  return [...CODES.keys()].toSorted();
}

/** The mnemonics whose layout is in the table of record types. */
export const DATA_TYPE_CODES: Readonly<Record<string, number>> = DATA_TYPES;
