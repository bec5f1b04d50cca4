import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtAround } from '../../src/capture/built-around.ts';
import { InputError } from '../../src/capture/input-error.ts';
import { writePcap, writePcapng } from '../../src/capture/pcap-write.ts';
import { recogniseInput } from '../../src/capture/recognise.ts';
import { wrapMessage } from '../../src/capture/wrap.ts';
import type { Wrapping } from '../../src/capture/wrap-packet.ts';
import { printHex } from '../../src/message/hex.ts';
import { frameTilingFaults } from './frame-tiling.ts';
import { query, V4, V6 } from './frames.ts';

const port = fc.integer({ min: 1, max: 0xffff });
const endpoints = fc.oneof(
  fc.tuple(fc.ipV4(), port, fc.ipV4(), fc.constant(53)),
  fc.tuple(fc.constant('2001:db8::1'), port, fc.constant('2001:db8:0:1::'), fc.constant(53)),
);
const wrappings: fc.Arbitrary<Wrapping> = fc
  .tuple(endpoints, fc.constantFrom('udp', 'tcp'), fc.constantFrom('ethernet', 'raw'), fc.nat(2 ** 41))
  .map(([[from, fromPort, to, toPort], transport, link, timeMs]) => {
    const source = { address: from, port: fromPort };
    return { source, destination: { address: to, port: toPort }, transport, link, timeMs };
  });

describe('a message that was wrapped and written', () => {
  it.each([
    ['pcap', writePcap],
    ['pcapng', writePcapng],
  ] as const)('is recognised in %s', (kind, write) => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 5000 }), wrappings, (octets, wrapping) => {
        const input = recogniseInput(write(wrapMessage(octets, wrapping)));
        expect([input.kind, input.problems]).toEqual([kind, []]);
        expect(input.messages.map((message) => printHex(message.octets))).toEqual([printHex(octets)]);
        const { source, destination, transport } = wrapping;
        const [message] = input.messages;
        expect(message).toMatchObject({ source, destination, transport, problems: [] });
        expect(Math.abs(message!.timeMs! - wrapping.timeMs!)).toBeLessThan(1);
        for (const { verdict } of message!.layers.flatMap(({ checks }) => checks))
          expect(verdict).toBe('right');
        expect(frameTilingFaults(message!.frames[0]!.octets, message!.layers)).toEqual([]);
      }),
    );
  });

  it('has the link addresses that were given, turned round for the other side', () => {
    const macs = { source: '00-00-5E-00-53-AA', destination: '00:00:5e:00:53:bb' };
    const [first, second] = wrapMessage(query(), { ...V4, transport: 'tcp', link: 'ethernet', macs });
    expect(printHex(first!.octets.subarray(0, 12))).toBe('00005e0053bb00005e0053aa');
    expect(printHex(second!.octets.subarray(0, 12))).toBe('00005e0053aa00005e0053bb');
  });

  it('keeps interfaces apart by their link type in pcapng', () => {
    const frames = [
      wrapMessage(query(), { ...V4, link: 'raw' }),
      wrapMessage(query(), { ...V6, link: 'ethernet' }),
    ].flat();
    const { messages, why } = recogniseInput(writePcapng(frames));
    expect(why).toMatch(/1 section, 2 interfaces/);
    expect(messages.map(({ layers }) => layers[3]!.protocol)).toEqual(['none', 'Ethernet']);
  });
});

describe('what cannot be wrapped', () => {
  it.each([
    ['families that differ', query(), { ...V4, destination: V6.destination }, /one family/],
    ['a name for an address', query(), { ...V4, source: { address: 'localhost', port: 1 } }, /one family/],
    ['a message too long for UDP', new Uint8Array(0xffff), V4, /only be sent over TCP/],
    [
      'a message too long for TCP',
      new Uint8Array(0x10000),
      { ...V4, transport: 'tcp' as const },
      /longer than 65535/,
    ],
    [
      'a link address that is none',
      query(),
      { ...V4, link: 'ethernet' as const, macs: { source: 'x', destination: 'y' } },
      /six octets/,
    ],
  ])('is said: %s', (_, octets, wrapping, sentence) => {
    expect(() => wrapMessage(octets, wrapping)).toThrow(InputError);
    expect(() => wrapMessage(octets, wrapping)).toThrow(sentence);
  });
});

describe('layers built around a message', () => {
  it.each<[string, Uint8Array, Partial<Wrapping>, string[]]>([
    ['by default', query(), {}, ['DNS', 'UDP', 'IPv4', 'Ethernet', 'bits']],
    [
      'for an IPv6 address',
      query(),
      { source: V6.source, destination: V6.destination },
      ['DNS', 'UDP', 'IPv6', 'Ethernet', 'bits'],
    ],
    [
      'over TCP at any port',
      Uint8Array.of(1, 2, 3),
      { transport: 'tcp', destination: { address: '192.0.2.9', port: 9 } },
      ['DNS', 'TCP', 'IPv4', 'Ethernet', 'bits'],
    ],
    [
      'for a message too long for UDP',
      new Uint8Array(0xffff),
      {},
      ['DNS', 'TCP', 'IPv4', 'Ethernet', 'bits'],
    ],
  ])('%s', (_, octets, wanted, protocols) => {
    const message = builtAround(octets, wanted);
    expect(message.octets).toEqual(octets);
    expect(message.layers.map(({ protocol }) => protocol)).toEqual(protocols);
    for (const { verdict } of message.layers.flatMap(({ checks }) => checks)) expect(verdict).toBe('right');
    expect(frameTilingFaults(message.frames[0]!.octets, message.layers)).toEqual([]);
  });

  it('send a response back to the client', () => {
    const response = query().slice();
    response[2]! |= 0x80;
    expect(builtAround(response).source).toEqual({ address: '192.0.2.53', port: 53 });
    expect(builtAround(response, { transport: 'tcp' }).source).toEqual({ address: '192.0.2.53', port: 53 });
  });

  it('say of the physical layer that it has no header', () => {
    const physical = builtAround(query()).layers[4]!;
    expect(physical.spans).toEqual([]);
    expect(physical.means).toMatch(/There is no header to show.*time of \d+ octets/);
  });
});
