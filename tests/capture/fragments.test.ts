import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messagesOfPackets } from '../../src/capture/captured-messages.ts';
import { joined } from '../../src/capture/octets.ts';
import { printHex } from '../../src/message/hex.ts';
import { frameTilingFaults } from './frame-tiling.ts';
import {
  hex,
  internetPackets,
  ipv4Fragments,
  ipv6Fragments,
  packetsOf,
  query,
  V4,
  V6,
  withExtensions,
} from './frames.ts';

/** A message that fills several fragments. */
const LONG = joined([query(), new Uint8Array(700).map((_, i) => i)]);
const FOUR = internetPackets(LONG)[0]!;
const SIX = internetPackets(LONG, V6)[0]!;

function messagesIn(frames: readonly Uint8Array[]): ReturnType<typeof messagesOfPackets> {
  return messagesOfPackets(packetsOf(frames));
}

describe.each([
  ['IPv4', ipv4Fragments(FOUR, 104)],
  ['IPv6', ipv6Fragments(SIX, 104)],
  ['IPv6 with destination options', ipv6Fragments(SIX, 104, hex('11 00 01 04 00000000'))],
])('fragments of %s', (_, fragments) => {
  it('are put together in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(fragments, { minLength: fragments.length }), (shuffled) => {
        const { messages, problems } = messagesIn(shuffled);
        expect(messages.map(({ octets }) => printHex(octets))).toEqual([printHex(LONG)]);
        expect([...problems, ...messages[0]!.problems]).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('give layers of the first fragment, with the checksum over all', () => {
    const [message] = messagesIn(fragments.toReversed()).messages;
    expect(message!.frames).toHaveLength(fragments.length);
    expect(message!.frames[0]).toEqual({ packet: fragments.length, octets: fragments[0] });
    expect(message!.layers[1]!.checks).toMatchObject([{ verdict: 'right' }]);
    expect(message!.layers[2]!.means).toMatch(/8 fragments, in the packets 8, 7, 6/);
    expect(frameTilingFaults(fragments[0]!, message!.layers)).toEqual([]);
  });

  it('may come twice', () => {
    const { messages, problems } = messagesIn(
      fragments.flatMap((fragment, i) => (i > 3 ? [fragment] : [fragment, fragment])),
    );
    expect(messages.map(({ octets }) => octets)).toEqual([LONG]);
    expect([...problems, ...messages[0]!.problems]).toEqual([]);
  });

  it('that are missing leave what comes before them, and a problem', () => {
    const [message] = messagesIn(fragments.toSpliced(3, 1)).messages;
    const { octets, problems, layers } = message!;
    expect(LONG.subarray(0, octets.length)).toEqual(octets);
    expect(octets.length).toBeGreaterThan(270);
    expect(problems).toEqual([
      expect.stringMatching(/^fragments are missing: only the first 312 octets/),
      expect.stringMatching(/^the capture has only \d+ of \d+ octets$/),
    ]);
    expect(layers[1]!.checks).toMatchObject([{ verdict: 'cannot be checked' }]);
  });

  it('without the first are a problem', () => {
    const { messages, problems } = messagesIn(fragments.slice(1));
    expect(messages).toEqual([]);
    expect(problems).toEqual(['the first fragment is missing (packet 7)']);
  });

  it('that overlap are a problem, and the first to come counts', () => {
    const evil = fragments.map((fragment) => {
      const copy = fragment.slice();
      copy[copy.length - 1]! ^= 0xff;
      return copy;
    });
    const [message] = messagesIn([...fragments.slice(0, 7), ...evil.slice(0, 7), fragments[7]!]).messages;
    expect(message!.octets).toEqual(LONG);
    expect(message!.problems).toEqual(['fragments overlap']);
  });
});

describe('the extension headers of IPv6', () => {
  it.each([
    ['hop-by-hop options', 0, '11 00 05 02 0000 0100'],
    ['a routing header', 43, '11 02 04 00 00000000 00000000000000000000000000000000'],
    ['an authentication header', 51, '11 04 0000 00000001 00000001 000000000000000000000000'],
    ['a whole packet as one fragment', 44, '11 00 0000 00000001'],
    ['two', 0, '3c 00 0104 00000000 11 00 0104 00000000'],
  ])('are read over: %s', (_, first, extensions) => {
    const packet = withExtensions(internetPackets(query(), V6)[0]!, first, hex(extensions));
    const { messages, problems } = messagesIn([packet]);
    expect(problems).toEqual([]);
    expect(messages.map(({ octets }) => octets)).toEqual([query()]);
    expect(messages[0]!.layers[2]!.spans.length).toBeGreaterThan(1);
    expect(frameTilingFaults(packet, messages[0]!.layers)).toEqual([]);
  });

  it('end at ESP', () => {
    const packet = withExtensions(internetPackets(query(), V6)[0]!, 50, hex('00000001 00000001'));
    expect(messagesIn([packet]).nothing).toEqual(['neither UDP nor TCP: encrypted (ESP) (packet 1)']);
  });

  it('have an end', () => {
    const many = joined(Array.from({ length: 100 }, () => hex('3c 00 0104 00000000')));
    const packet = withExtensions(internetPackets(query(), V6)[0]!, 60, many);
    expect(messagesIn([packet]).problems).toEqual(['too many IPv6 extension headers (packet 1)']);
  });
});

describe('the options of IPv4', () => {
  it('are shown and do not move the message', () => {
    const packet = internetPackets(query())[0]!;
    const options = hex('94 04 0000 01 44 04 05 00 00 ffff');
    const longer = joined([packet.subarray(0, 20), options, packet.subarray(20)]);
    longer[0] = 0x48;
    longer[3]! += options.length;
    const [message] = messagesIn([longer]).messages;
    expect(message!.octets).toEqual(query());
    const labels = message!.layers[2]!.spans[0]!.children.map(({ label }) => label);
    expect(labels.slice(-5)).toEqual([
      'router alert',
      'no operation',
      'timestamp',
      'end of options',
      'padding',
    ]);
    expect(message!.layers[2]!.checks).toMatchObject([{ verdict: 'wrong' }]);
    expect(frameTilingFaults(longer, message!.layers)).toEqual([]);
  });
});

describe('a hostile capture', () => {
  it('of fragments that are never complete is forgotten, not kept', () => {
    const [first] = ipv4Fragments(FOUR, 104);
    const frames = Array.from({ length: 5000 }, (_, i) => {
      const copy = first!.slice();
      copy[4] = i >> 8;
      copy[5] = i;
      return copy;
    });
    const { messages } = messagesIn(frames);
    expect(messages).toHaveLength(5000);
    expect(messages[0]!.problems[0]).toMatch(/fragments are missing/);
  });

  it('with fragments behind the end that a packet can have gives a problem', () => {
    const [first, second] = ipv4Fragments(FOUR, 104);
    const far = second!.slice();
    far[6] = 0x1f;
    far[7] = 0xff;
    const [message] = messagesIn([first!, far]).messages;
    expect(message!.problems).toContain('a fragment lies behind the end that a packet can have');
  });
});

it('the same identification a minute later is another packet', () => {
  const fragments = ipv4Fragments(FOUR, 400);
  const packets = packetsOf([fragments[0]!, fragments[0]!, fragments[1]!]).map((packet, i) => {
    return { ...packet, timeMs: i * 61_000 };
  });
  const late = packets.map((packet, i) => (i === 2 ? { ...packet, timeMs: 61_001 } : packet));
  const { messages } = messagesOfPackets(late);
  expect(messages.map(({ octets }) => octets.length)).toEqual([392, LONG.length]);
  expect(V4.source.address).toBe(messages[1]!.source!.address);
});
