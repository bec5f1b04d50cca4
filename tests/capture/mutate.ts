/**
 * Random changes to captures and texts, and what must hold for whatever comes out: only InputError is thrown,
 * and the layers of every message can be looked at and tile their frame.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../src/capture/input-error.ts';
import { joined } from '../../src/capture/octets.ts';
import { writePcap, writePcapng } from '../../src/capture/pcap-write.ts';
import { recogniseInput } from '../../src/capture/recognise.ts';
import { wrapMessage } from '../../src/capture/wrap.ts';
import type { Span } from '../../src/message/spans.ts';
import type { Chance } from '../../src/transport/clock-and-chance.ts';
import { seededChance } from '../../src/lab/seeded-chance.ts';
import { frameTilingFaults } from './frame-tiling.ts';
import {
  ipv4Fragments,
  ipv6Fragments,
  internetPackets,
  packetsOf,
  pcapFile,
  query,
  V4,
  V6,
} from './frames.ts';

const FOLDER = 'fixtures/captures/forms';
let seeds: readonly Uint8Array[] | undefined;

/** The captures and texts that are changed: the fixtures, and captures with fragments and connections. */
function captureSeeds(): readonly Uint8Array[] {
  seeds ??= [
    ...readdirSync(FOLDER).map((file) => new Uint8Array(readFileSync(join(FOLDER, file)))),
    ...built(),
  ];
  return seeds;
}

function built(): Uint8Array[] {
  const long = joined([query(), new Uint8Array(3000)]);
  const four = ipv4Fragments(internetPackets(long)[0]!, 800);
  const six = ipv6Fragments(internetPackets(long, V6)[0]!, 800);
  const frames = [V4, V6].flatMap((ends) =>
    wrapMessage(long, { ...ends, transport: 'tcp', link: 'ethernet' }),
  );
  const fragments = pcapFile(packetsOf([...four, ...six]), { littleEndian: false });
  return [fragments, writePcap(frames), writePcapng(frames)];
}

/** A capture or a text that follows from the seed alone: the same seed, the same octets. */
export function fuzzCapture(seed: number): Uint8Array {
  const chance = seededChance(seed);
  const all = captureSeeds();
  let octets: Uint8Array = Uint8Array.from(all[chance.integer(all.length)]!);
  for (let changes = 1 + chance.integer(6); changes > 0; changes--) octets = change(octets, chance);
  return octets;
}

const INTERESTING = [
  0x00, 0x01, 0x06, 0x11, 0x20, 0x2a, 0x2b, 0x2c, 0x35, 0x45, 0x4f, 0x60, 0x7f, 0x80, 0xc0, 0xff,
];

function change(octets: Uint8Array, chance: Chance): Uint8Array {
  if (octets.length === 0) return Uint8Array.from({ length: chance.integer(64) }, () => chance.integer(256));
  const at = chance.integer(octets.length);
  const length = 1 + chance.integer(Math.min(40, octets.length - at));
  switch (chance.integer(7)) {
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
      return joined([octets.subarray(0, at), octets.subarray(at + length)]);
    case 5:
      return joined([octets.subarray(0, at + length), octets.subarray(at)]);
    default: {
      const all = captureSeeds();
      const other = all[chance.integer(all.length)]!;
      return joined([octets.subarray(0, at), other.subarray(chance.integer(other.length + 1))]);
    }
  }
}

/** What is wrong with how the octets are taken, or undefined. */
export function faultOfCapture(octets: Uint8Array): string | undefined {
  try {
    const { messages, problems, why } = recogniseInput(octets);
    for (const text of [...problems, why])
      if (hasControl(text)) return `not printable: ${JSON.stringify(text)}`;
    for (const { frames, layers, problems } of messages) {
      const [frame] = frames;
      if (!frame) continue;
      const [fault] = frameTilingFaults(frame.octets, layers);
      if (fault !== undefined) return fault;
      for (const layer of layers) layer.spans.forEach(lookAt);
      for (const text of problems) if (hasControl(text)) return `not printable: ${JSON.stringify(text)}`;
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError))
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
    return hasControl(error.message) || error.message.includes('\n')
      ? `not one line: ${error.message}`
      : undefined;
  }
}

function lookAt({ value, means, rfc, children }: Span): void {
  for (const text of [value, means, rfc])
    if (hasControl(text)) throw new Error(`a span's text is not printable: ${JSON.stringify(text)}`);
  children.forEach(lookAt);
}

function hasControl(text: string): boolean {
  return /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/.test(text);
}
