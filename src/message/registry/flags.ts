/**
 * The flags of EDNS (IANA "EDNS Header Flags", RFC 6891 6.1.4): sixteen bits in the TTL of the OPT record. The flags of
 * the header are in `header.ts`.
 */

export interface EdnsFlag {
  readonly name: string;
  /** Its place in the 16-bit word, 0 being the most significant bit. */
  readonly bit: number;
  readonly means: string;
  readonly rfc: string;
}

export const EDNS_FLAGS: readonly EdnsFlag[] = [
  { name: 'do', bit: 0, means: 'DNSSEC OK: DNSSEC records wanted', rfc: 'RFC 3225 3' },
  { name: 'co', bit: 1, means: 'compact answers OK: NXDOMAIN in compact denials', rfc: 'RFC 9824' },
  { name: 'de', bit: 2, means: 'delegation records (DELEG) understood', rfc: 'draft-ietf-deleg' },
];
