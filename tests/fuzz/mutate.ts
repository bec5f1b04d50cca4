/**
 * Random changes to octets that keep most of a message intact, so that they reach deep into the readers.
 */

import type { Chance } from '../../src/transport/clock-and-chance.ts';

const INTERESTING = [0x00, 0x01, 0x0c, 0x29, 0x3f, 0x40, 0x7f, 0x80, 0xbf, 0xc0, 0xff];
const LARGEST = 4096;

export function mutate(seeds: readonly Uint8Array[], chance: Chance): Uint8Array {
  if (chance.integer(50) === 0) return randomOctets(chance);
  let octets: Uint8Array = Uint8Array.from(seeds[chance.integer(seeds.length)]!);
  for (let changes = 1 + chance.integer(4); changes > 0; changes--) octets = change(octets, seeds, chance);
  return octets.subarray(0, LARGEST);
}

function change(octets: Uint8Array, seeds: readonly Uint8Array[], chance: Chance): Uint8Array {
  if (octets.length === 0) return randomOctets(chance);
  const at = chance.integer(octets.length);
  switch (chance.integer(8)) {
    case 0:
      octets[at] = chance.integer(256);
      return octets;
    case 1:
      octets[at] = INTERESTING[chance.integer(INTERESTING.length)]!;
      return octets;
    case 2:
      octets[at]! ^= 1 << chance.integer(8);
      return octets;
    case 3:
      return octets.slice(0, at);
    case 4:
      return joined(octets.subarray(0, at), octets.subarray(at + 1 + chance.integer(8)));
    case 5:
      return joined(octets.subarray(0, at), randomOctets(chance).subarray(0, 8), octets.subarray(at));
    case 6: {
      // A compression pointer to anywhere.
      octets[at] = 0xc0 | chance.integer(3);
      if (at + 1 < octets.length) octets[at + 1] = chance.integer(256);
      return octets;
    }
    default: {
      const other = seeds[chance.integer(seeds.length)]!;
      return joined(octets.subarray(0, at), other.subarray(chance.integer(other.length + 1)));
    }
  }
}

function randomOctets(chance: Chance): Uint8Array {
  return Uint8Array.from({ length: chance.integer(200) }, () => chance.integer(256));
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const octets = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    octets.set(piece, at);
    at += piece.length;
  }
  return octets;
}
