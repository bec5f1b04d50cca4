import { describe, expect, it } from 'vitest';
import { joined, put16, put32 } from '../../src/capture/octets.ts';
import { LINKTYPE } from '../../src/capture/packet.ts';
import { recogniseInput } from '../../src/capture/recognise.ts';
import {
  hex,
  internetPackets,
  numbers,
  packetsOf,
  pcapFile,
  pcapngBlock,
  pcapngSection,
  query,
  V6,
} from './frames.ts';

const FOUR = internetPackets(query())[0]!;
const SIX = internetPackets(query('six.example.'), V6)[0]!;
const TIME_MS = 1_700_000_000_250;

describe('a pcap file', () => {
  const packets = packetsOf([FOUR, SIX]).map((packet) => ({ ...packet, timeMs: TIME_MS }));

  it.each([
    ['little-endian, microseconds', { littleEndian: true }],
    ['big-endian, microseconds', { littleEndian: false }],
    ['little-endian, nanoseconds', { littleEndian: true, magic: 0xa1b23c4d, ticksPerSecond: 1e9 }],
    ['big-endian, nanoseconds', { littleEndian: false, magic: 0xa1b23c4d, ticksPerSecond: 1e9 }],
  ])('is read: %s', (form, options) => {
    const input = recogniseInput(pcapFile(packets, options));
    expect(input.why).toContain(form);
    expect(input.messages.map(({ octets, timeMs }) => [octets, timeMs])).toEqual([
      [query(), TIME_MS],
      [query('six.example.'), TIME_MS],
    ]);
  });

  it('that ends early gives what it has, and a problem', () => {
    const file = pcapFile(packets, { littleEndian: true });
    const whole = 24 + 16 + FOUR.length;
    for (let length = whole + 1; length < file.length; length++) {
      const { messages, problems } = recogniseInput(file.subarray(0, length));
      expect(messages[0]!.octets).toEqual(query());
      expect(problems[0]).toMatch(/^the file ends inside/);
    }
  });

  it('whose packets were cut gives what was kept, and a problem', () => {
    const cut = packets.map((packet) => ({ ...packet, octets: packet.octets.subarray(0, 64) }));
    const { messages } = recogniseInput(pcapFile(cut, { littleEndian: true }));
    expect(messages.map(({ octets }) => octets.length)).toEqual([36, 16]);
    expect(messages[0]!.problems).toEqual([`the capture has only 36 of ${query().length} octets`]);
  });

  it('without a DNS message says what it has', () => {
    const icmp = FOUR.slice();
    icmp[9] = 1;
    const file = pcapFile(packetsOf([icmp, icmp]), { littleEndian: true });
    expect(() => recogniseInput(file)).toThrow(
      'there is no DNS message in this capture of 2 packets: neither UDP nor TCP: ICMP (2 packets, the first 1)',
    );
  });

  it('gives messages at other ports when they read, or when the port is said', () => {
    const odd = FOUR.slice();
    put16(odd, 22, 5300);
    const broken = odd.subarray(0, 28 + 12).slice();
    put16(broken, 2, broken.length);
    put16(broken, 24, broken.length - 20);
    put16(broken, 20, 60_000);
    const file = pcapFile(packetsOf([odd, broken]), { littleEndian: true });
    expect(recogniseInput(file).messages.map(({ octets }) => octets.length)).toEqual([query().length]);
    expect(recogniseInput(file, { ports: [5300] }).messages.map(({ octets }) => octets.length)).toEqual([
      query().length,
      12,
    ]);
  });
});

describe.each([true, false])('a pcapng file, little-endian: %s', (littleEndian) => {
  const u16s = (a: number, b: number): Uint8Array =>
    numbers(littleEndian, [littleEndian ? a | (b << 16) : (a << 16) | b]);
  const describeInterface = (
    linkType: number,
    options: Uint8Array = new Uint8Array(0),
    snapLength = 0,
  ): Uint8Array =>
    pcapngBlock(littleEndian, 1, joined([u16s(linkType, 0), numbers(littleEndian, [snapLength]), options]));
  const enhanced = (at: number, ticks: number, octets: Uint8Array): Uint8Array => {
    const words = [at, Math.floor(ticks / 2 ** 32), ticks % 2 ** 32, octets.length, octets.length];
    return pcapngBlock(littleEndian, 6, joined([numbers(littleEndian, words), octets]));
  };
  const section = pcapngSection(littleEndian);
  const resolution = (value: number): Uint8Array => joined([u16s(9, 1), Uint8Array.of(value, 0, 0, 0)]);

  it('has several sections and interfaces, each with its own resolution', () => {
    const offset = new Uint8Array(8);
    if (littleEndian) offset[0] = 100;
    else offset[7] = 100;
    const file = joined([
      section,
      describeInterface(LINKTYPE.raw),
      describeInterface(LINKTYPE.ethernet, joined([resolution(9), u16s(14, 8), offset])),
      enhanced(0, TIME_MS * 1000, FOUR),
      enhanced(1, (TIME_MS - 100_000) * 1e6, joined([hex('00005e00530200005e00530186dd'), SIX])),
      section,
      describeInterface(LINKTYPE.ipv6, resolution(0x80 | 10)),
      pcapngBlock(littleEndian, 0x0bad, hex('00')),
      enhanced(0, 1024 * 7, SIX),
    ]);
    const { messages, problems, why } = recogniseInput(file);
    expect(problems).toEqual([]);
    expect(why).toContain('2 sections, 3 interfaces');
    expect(messages.map(({ timeMs }) => Math.round(timeMs!))).toEqual([TIME_MS, TIME_MS, 7000]);
    expect(messages.map(({ layers }) => layers[3]!.protocol)).toEqual(['none', 'Ethernet', 'none']);
  });

  it('has simple packets without a time, and packets of the old form', () => {
    const simple = pcapngBlock(littleEndian, 3, joined([numbers(littleEndian, [FOUR.length]), FOUR]));
    const old = joined([
      u16s(0, 0),
      numbers(littleEndian, [
        Math.floor((TIME_MS * 1000) / 2 ** 32),
        (TIME_MS * 1000) % 2 ** 32,
        SIX.length,
        SIX.length,
      ]),
      SIX,
    ]);
    const file = joined([
      section,
      describeInterface(LINKTYPE.raw),
      simple,
      pcapngBlock(littleEndian, 2, old),
    ]);
    const { messages } = recogniseInput(file);
    expect(messages.map(({ octets }) => octets)).toEqual([query(), query('six.example.')]);
    expect(messages.map(({ timeMs }) => timeMs)).toEqual([undefined, TIME_MS]);
  });

  it('has simple packets that were cut to the length of the interface', () => {
    const simple = pcapngBlock(
      littleEndian,
      3,
      joined([numbers(littleEndian, [FOUR.length]), FOUR.subarray(0, 48)]),
    );
    const file = joined([section, describeInterface(LINKTYPE.raw, undefined, 48), simple]);
    expect(recogniseInput(file).messages[0]!.octets.length).toBe(20);
  });

  it.each([
    [
      'a packet of no interface',
      enhanced(3, 0, FOUR),
      /packet 2 is of interface 3, which the section does not describe/,
    ],
    [
      'a block that cannot be',
      numbers(littleEndian, [6, 5, 0, 0, 0]),
      /a block whose length cannot be \(5\)/,
    ],
    ['half a block', enhanced(0, 0, FOUR).subarray(0, 40), /the file ends inside a block/],
    ['a short packet', pcapngBlock(littleEndian, 6, hex('00000000')), /the block of packet 2 is too short/],
    ['lengths that differ', changed(enhanced(0, 0, FOUR)), /a block whose two lengths differ/],
  ])('may have %s, which is a problem', (_, block, problem) => {
    const file = joined([section, describeInterface(LINKTYPE.raw), enhanced(0, 0, FOUR), block]);
    const { messages, problems } = recogniseInput(file);
    expect(messages[0]!.octets).toEqual(query());
    expect(problems.join()).toMatch(problem);
  });
});

function changed(block: Uint8Array): Uint8Array {
  const copy = block.slice();
  put32(copy, copy.length - 4, 0x01020304);
  return copy;
}
