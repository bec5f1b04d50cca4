/**
 * The twelve octets in front of every message (RFC 1035 4.1.1; AD and CD: RFC 4035 3.2), as one table of bits.
 */

export interface Header {
  readonly id: number;
  readonly qr: boolean;
  readonly opcode: number;
  readonly aa: boolean;
  readonly tc: boolean;
  readonly rd: boolean;
  readonly ra: boolean;
  /** The one reserved bit. */
  readonly z: boolean;
  readonly ad: boolean;
  readonly cd: boolean;
  /** The low four bits; `Message.rcode` has all twelve. */
  readonly rcode: number;
}

export const HEADER_OCTETS = 12;

/** One-bit flags by their place in the second 16-bit word, 0 being the most significant bit. */
export const HEADER_FLAGS = [
  { name: 'qr', bit: 0, means: 'response (0: query)', rfc: 'RFC 1035 4.1.1' },
  {
    name: 'aa',
    bit: 5,
    means: 'authoritative answer: the server serves the zone itself',
    rfc: 'RFC 1035 4.1.1',
  },
  { name: 'tc', bit: 6, means: 'truncated: the rest is to be had over TCP', rfc: 'RFC 1035 4.1.1' },
  { name: 'rd', bit: 7, means: 'recursion desired', rfc: 'RFC 1035 4.1.1' },
  { name: 'ra', bit: 8, means: 'recursion available', rfc: 'RFC 1035 4.1.1' },
  { name: 'z', bit: 9, means: 'reserved, must be zero', rfc: 'RFC 1035 4.1.1' },
  { name: 'ad', bit: 10, means: 'authentic data: the server validated it', rfc: 'RFC 4035 3.2.3' },
  { name: 'cd', bit: 11, means: 'checking disabled: validation not wanted', rfc: 'RFC 4035 3.2.2' },
] as const;

export function headerOf(id: number, word: number): Header {
  return {
    id,
    qr: (word & 0x8000) !== 0,
    opcode: (word >> 11) & 0xf,
    aa: (word & 0x0400) !== 0,
    tc: (word & 0x0200) !== 0,
    rd: (word & 0x0100) !== 0,
    ra: (word & 0x0080) !== 0,
    z: (word & 0x0040) !== 0,
    ad: (word & 0x0020) !== 0,
    cd: (word & 0x0010) !== 0,
    rcode: word & 0xf,
  };
}

export function headerWord(header: Header): number {
  let word = ((header.opcode & 0xf) << 11) | (header.rcode & 0xf);
  for (const { name, bit } of HEADER_FLAGS) if (header[name]) word |= 0x8000 >> bit;
  return word;
}

/** The names of the flags that are set, in wire order: `['qr', 'aa']`. */
export function flagNames(header: Header): string[] {
  return HEADER_FLAGS.filter(({ name }) => header[name]).map(({ name }) => name);
}
