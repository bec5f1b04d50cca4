import { describe, expect, it } from 'vitest';
import { messagesOfPackets } from '../../src/capture/captured-messages.ts';
import { joined, put16, put32 } from '../../src/capture/octets.ts';
import { recogniseInput } from '../../src/capture/recognise.ts';
import { faultOfCapture, fuzzCapture } from './mutate.ts';
import { internetPackets, packetsOf, query, V4 } from './frames.ts';

const CASES = 5000;

describe('changed captures and texts', () => {
  it(`${CASES} of them throw nothing but InputError, and their layers tile the frames`, () => {
    for (let seed = 1; seed <= CASES; seed++) {
      const fault = faultOfCapture(fuzzCapture(seed));
      expect(fault, `fuzzCapture(${seed})`).toBeUndefined();
    }
  });

  it('are the same for the same seed', () => {
    expect(fuzzCapture(7)).toEqual(fuzzCapture(7));
    expect(fuzzCapture(7)).not.toEqual(fuzzCapture(8));
  });
});

describe('captures made to exhaust', () => {
  const LIMIT_MS = 5000;
  const timed = (run: () => void): number => {
    const before = performance.now();
    run();
    return performance.now() - before;
  };

  it('many TCP segments that all begin a message of the greatest length are fast', () => {
    const segments = internetPackets(new Uint8Array(60_000), { ...V4, transport: 'tcp' });
    const [, , , data] = segments;
    const header = data!.subarray(0, 40);
    const content = joined([Uint8Array.of(0xff, 0xff), query()]);
    const frames = Array.from({ length: 20_000 }, (_, i) => {
      const packet = joined([header, content]);
      put16(packet, 2, packet.length);
      put16(packet, 22, 5353 + 1);
      put32(packet, 24, i * content.length);
      return packet;
    });
    expect(timed(() => messagesOfPackets(packetsOf(frames)))).toBeLessThan(LIMIT_MS);
  });

  it('many repetitions of one long segment are fast', () => {
    const [, , , data] = internetPackets(new Uint8Array(1400), { ...V4, transport: 'tcp' });
    const frames = Array.from({ length: 20_000 }, () => data!);
    expect(timed(() => messagesOfPackets(packetsOf(frames)))).toBeLessThan(LIMIT_MS);
  });

  it('many connections are fast', () => {
    const [first] = internetPackets(query(), { ...V4, transport: 'tcp' });
    const frames = Array.from({ length: 100_000 }, (_, i) => {
      const packet = first!.slice();
      put32(packet, 12, i);
      return packet;
    });
    const { problems } = messagesOfPackets(packetsOf(frames));
    expect(problems).toEqual([
      expect.stringMatching(/^\d+ TCP segments were left out: too many connections$/),
    ]);
  });

  it.each([
    ['digits', '0'.repeat(4_000_000)],
    ['lines of one digit', '0\n'.repeat(1_000_000)],
    ['base64', 'QUJD'.repeat(1_000_000)],
    ['words', 'word '.repeat(500_000)],
    ['braces', '{[,'.repeat(300_000)],
    ['comments that do not end', '/*'.repeat(300_000)],
    ['quotes', String.raw`"\x12`.repeat(200_000)],
    ['offsets', '00000000: 00 00\n'.repeat(100_000)],
    [
      'a long dump',
      Array.from({ length: 60_000 }, (_, i) => `${i.toString(16).padStart(8, '0')}: 00\n`).join(''),
    ],
    ['stars', `00000000: 00 00\n${'*\n'.repeat(200_000)}`],
  ])('text of %s is fast', (_, text) => {
    const octets = new TextEncoder().encode(text);
    const run = (): void => {
      try {
        recogniseInput(octets);
      } catch (error) {
        expect((error as Error).name).toBe('InputError');
      }
    };
    expect(timed(run)).toBeLessThan(LIMIT_MS);
  });
});
