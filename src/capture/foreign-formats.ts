/**
 * Binary files that people have instead of a pcap file, by their first octets, each with what to do about it.
 */

import { printHex } from '../message/hex.ts';

const COMPRESSED = 'unpack it first';
const OTHER_CAPTURE = 'convert it with “editcap -F pcap”';

const FORMATS: readonly (readonly [magic: string, name: string, advice: string])[] = [
  ['1f8b08', 'compressed with gzip', COMPRESSED],
  ['28b52ffd', 'compressed with zstd', COMPRESSED],
  ['04224d18', 'compressed with lz4', COMPRESSED],
  ['fd377a585a00', 'compressed with xz', COMPRESSED],
  ['425a68', 'compressed with bzip2', COMPRESSED],
  ['504b0304', 'a zip archive', COMPRESSED],
  ['736e6f6f7000', 'a snoop capture', OTHER_CAPTURE],
  ['474d4255', 'a Network Monitor capture', OTHER_CAPTURE],
  ['52545353', 'a Network Monitor capture', OTHER_CAPTURE],
  ['7f454c46', 'a program', 'it has no message in it'],
  ['255044462d', 'a PDF file', 'it has no message in it'],
  ['89504e470d0a1a0a', 'a picture', 'it has no message in it'],
];

/** The sentence for a file of another format; undefined where nothing is known of it. */
export function foreignFormat(octets: Uint8Array): string | undefined {
  const head = printHex(octets.subarray(0, 8));
  const found = FORMATS.find(([magic]) => head.startsWith(magic));
  return found && `the input is ${found[1]}: ${found[2]}`;
}
