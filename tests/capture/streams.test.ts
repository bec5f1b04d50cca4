import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messagesOfPackets, type CaptureReading } from '../../src/capture/captured-messages.ts';
import { checksumOf } from '../../src/capture/checksum.ts';
import { joined, put16, put32 } from '../../src/capture/octets.ts';
import { tcpConversation } from '../../src/capture/tcp-conversation.ts';
import { printHex } from '../../src/message/hex.ts';
import { frameTilingFaults } from './frame-tiling.ts';
import { packetsOf, query, V4, V6 } from './frames.ts';

const NAMES = ['one.example.', 'two.example.', 'three.example.', 'four.example.'];
const MESSAGES = NAMES.map((name, i) => query(name, i + 1));
const STREAM = joined(MESSAGES.flatMap((octets) => [lengthOf(octets), octets]));
const SYN = 2;
const ACK = 16;

function lengthOf(octets: Uint8Array): Uint8Array {
  const length = new Uint8Array(2);
  put16(length, 0, octets.length);
  return length;
}

/** One segment from the client, in IPv4. */
function segment(
  at: number,
  content: Uint8Array,
  { flags = ACK, port = 53, first = 0xfffffff0 } = {},
): Uint8Array {
  const packet = new Uint8Array(40 + content.length);
  packet.set([0x45, 0, 0, 0, 0, 0, 0x40, 0, 64, 6, 0, 0, 192, 0, 2, 1, 192, 0, 2, 53]);
  put16(packet, 2, packet.length);
  put16(packet, 10, checksumOf(packet.subarray(0, 20)));
  put16(packet, 20, 50_000);
  put16(packet, 22, port);
  // Sequence numbers go round within this stream.
  put32(packet, 24, (first + at) >>> 0);
  packet[32] = 0x50;
  packet[33] = flags;
  packet.set(content, 40);
  return packet;
}

const syn = (options: { port?: number; first?: number } = {}): Uint8Array =>
  segment(-1, new Uint8Array(0), { flags: SYN, ...options });

function cut(sizes: readonly number[], options: { port?: number } = {}): Uint8Array[] {
  const segments: Uint8Array[] = [];
  let at = 0;
  for (const size of [...sizes, STREAM.length]) {
    if (at < STREAM.length) segments.push(segment(at, STREAM.subarray(at, at + size), options));
    at += size;
  }
  return segments;
}

function read(frames: readonly Uint8Array[]): CaptureReading {
  return messagesOfPackets(packetsOf(frames));
}

function hexes({ messages }: CaptureReading): string[] {
  return sorted(messages.map(({ octets }) => printHex(octets)));
}

function sorted(texts: readonly string[]): string[] {
  return texts.toSorted();
}

const ALL = sorted(MESSAGES.map((octets) => printHex(octets)));

describe('messages in a TCP stream', () => {
  it('are found however the stream is cut, shuffled and repeated', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 30 });
    const cases = sizes.chain((cuts) => {
      const frames = [syn(), ...cut(cuts)];
      const order = fc.shuffledSubarray(frames, { minLength: frames.length });
      return fc.tuple(order, fc.subarray(frames), fc.constantFrom(53, 4053));
    });
    fc.assert(
      fc.property(cases, ([frames, repeated]) => {
        const reading = read([...frames, ...repeated]);
        expect(hexes(reading)).toEqual(ALL);
        expect([...reading.problems, ...reading.messages.flatMap(({ problems }) => problems)]).toEqual([]);
      }),
    );
  });

  it('are found when segments overlap', () => {
    const segments = [
      segment(0, STREAM.subarray(0, 50)),
      segment(20, STREAM.subarray(20, 120)),
      segment(100, STREAM.subarray(100)),
    ];
    expect(hexes(read([syn(), ...segments]))).toEqual(ALL);
  });

  it('that differ where segments overlap have a problem', () => {
    const other = segment(
      20,
      STREAM.subarray(20, 60).map((octet) => octet ^ 1),
    );
    const { messages } = read([
      syn(),
      segment(0, STREAM.subarray(0, 50)),
      other,
      segment(50, STREAM.subarray(50)),
    ]);
    expect(messages[0]!.octets).toEqual(MESSAGES[0]);
    expect(messages[0]!.problems).toEqual(['segments overlap and say different things']);
  });

  it('are found at another port, where the framing gives a message', () => {
    expect(hexes(read([syn({ port: 4053 }), ...cut([30, 70], { port: 4053 })]))).toEqual(ALL);
  });

  it('are not found at another port where it gives none', () => {
    const web = new TextEncoder().encode('GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n'.repeat(20));
    const { messages, problems } = read([syn({ port: 80 }), segment(0, web, { port: 80 })]);
    expect([messages, problems]).toEqual([[], []]);
  });

  it('are found again behind a gap', () => {
    const second = 2 + MESSAGES[0]!.length + 2;
    const third = second + MESSAGES[1]!.length;
    const frames = [
      syn(),
      segment(0, STREAM.subarray(0, second + 5)),
      segment(third, STREAM.subarray(third)),
    ];
    const reading = read(frames);
    expect(hexes(reading)).toEqual(sorted([ALL[0]!, printHex(MESSAGES[1]!.subarray(0, 5)), ...ALL.slice(2)]));
    expect(reading.problems).toEqual([
      expect.stringMatching(/^\d+ octets are missing in the TCP stream 192\.0\.2\.1#50000 →/),
    ]);
    expect(reading.messages[1]!.problems).toEqual([
      expect.stringMatching(/^the capture has only 5 of \d+ octets$/),
    ]);
  });

  it('are found where the capture began after the connection', () => {
    const second = 2 + MESSAGES[0]!.length;
    const reading = read([
      segment(10, STREAM.subarray(10, second)),
      segment(second, STREAM.subarray(second)),
    ]);
    expect(hexes(reading)).toEqual(ALL.slice(1));
  });

  it('say so where they begin before the capture and nothing follows', () => {
    const { messages, problems } = read([segment(10, STREAM.subarray(10, 20))]);
    expect(messages).toEqual([]);
    expect(problems).toEqual([
      expect.stringMatching(/^10 octets of the TCP stream .* begin inside a message$/),
    ]);
  });

  it('of two connections between the same ports are kept apart', () => {
    const again = segment(0, STREAM, { first: 12_345 });
    const reading = read([syn(), segment(0, STREAM), syn({ first: 12_345 }), again]);
    expect(hexes(reading)).toEqual(sorted([...ALL, ...ALL]));
  });

  it('are not disturbed by a probe whether somebody is there', () => {
    const probe = segment(STREAM.length - 1, Uint8Array.of(0));
    expect(hexes(read([syn(), segment(-1, Uint8Array.of(0)), segment(0, STREAM), probe]))).toEqual(ALL);
  });

  it('have the layers of the segment in which they begin', () => {
    const { messages } = read([syn(), ...cut([30, 2, 1, 80])]);
    for (const message of messages) {
      const { octets } = message.frames[0]!;
      expect(frameTilingFaults(octets, message.layers)).toEqual([]);
      const content = message.layers[0]!.spans.find(({ label }) => label === 'message')!;
      const begin = octets.subarray(content.start, content.end);
      expect(printHex(message.octets.subarray(0, begin.length))).toBe(printHex(begin));
    }
    expect(messages[0]!.where).toBe('packets 2, 3, 4, 5');
  });
});

describe('a connection as we write it', () => {
  it.each([
    ['IPv4', V4],
    ['IPv6', V6],
  ])('gives its messages both ways: %s', (_, ends) => {
    const long = joined([query(), new Uint8Array(5000)]);
    const frames = tcpConversation({ ...ends, transport: 'tcp' }, [
      { from: 'client', octets: query(), timeMs: 5 },
      { from: 'server', octets: long, timeMs: 6 },
    ]);
    const { messages, problems } = read(frames.map(({ octets }) => octets));
    expect(problems).toEqual([]);
    expect(messages.map(({ octets }) => octets)).toEqual([query(), long]);
    expect(messages.map(({ source }) => source!.port)).toEqual([50_000, 53]);
    const checks = messages.flatMap(({ layers }) => layers.flatMap((layer) => layer.checks));
    expect(new Set(checks.map(({ verdict }) => verdict))).toEqual(new Set(['right']));
  });
});
