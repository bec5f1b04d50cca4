import { describe, expect, it } from 'vitest';
import { messagesOfPackets } from '../../src/capture/captured-messages.ts';
import { joined } from '../../src/capture/octets.ts';
import { LINKTYPE } from '../../src/capture/packet.ts';
import { hex, internetPackets, packetsOf, query, V4, V6 } from './frames.ts';
import { frameTilingFaults } from './frame-tiling.ts';

const MACS = '00005e005302 00005e005301';
const LINKS: readonly (readonly [
  name: string,
  linkType: number,
  ipv4: string,
  ipv6: string,
  protocol: string,
])[] = [
  ['Ethernet', LINKTYPE.ethernet, `${MACS} 0800`, `${MACS} 86dd`, 'Ethernet'],
  ['a VLAN tag', LINKTYPE.ethernet, `${MACS} 8100 6064 0800`, `${MACS} 8100 6064 86dd`, 'Ethernet'],
  [
    'two VLAN tags',
    LINKTYPE.ethernet,
    `${MACS} 88a8 0001 8100 0002 0800`,
    `${MACS} 9100 0001 8100 0002 86dd`,
    'Ethernet',
  ],
  [
    'Linux cooked',
    LINKTYPE.linuxCooked,
    '0004 0001 0006 00005e0053010000 0800',
    '0000 0304 0000 0000000000000000 86dd',
    'Linux cooked',
  ],
  [
    'Linux cooked, version 2',
    LINKTYPE.linuxCooked2,
    '0800 0000 00000002 0001 04 06 00005e0053010000',
    '86dd 0000 00000002 0304 00 00 0000000000000000',
    'Linux cooked, version 2',
  ],
  ['little-endian loopback', LINKTYPE.null, '02000000', '1e000000', 'BSD loopback'],
  ['big-endian loopback', LINKTYPE.null, '00000002', '0000001c', 'BSD loopback'],
  ['OpenBSD loopback', LINKTYPE.loop, '00000002', '00000018', 'BSD loopback'],
  ['PPP', LINKTYPE.ppp, '0021', '0057', 'PPP'],
  ['PPP with HDLC', LINKTYPE.ppp, 'ff03 0021', 'ff03 0057', 'PPP'],
  ['raw', LINKTYPE.raw, '', '', 'none'],
  ['raw, number of BSD', LINKTYPE.rawAsBsd, '', '', 'none'],
  ['raw, number of OpenBSD', LINKTYPE.rawAsOpenBsd, '', '', 'none'],
  ['raw by version', LINKTYPE.ipv4, '', '', 'none'],
];

describe.each(LINKS)('%s', (_, linkType, ipv4, ipv6, protocol) => {
  it.each([
    ['IPv4', ipv4, V4],
    ['IPv6', ipv6, V6],
  ])('carries %s', (version, header, wrapping) => {
    const [packet] = internetPackets(query(), wrapping);
    const frame = joined([hex(header), packet!]);
    const { messages, problems } = messagesOfPackets(packetsOf([frame], linkType));
    expect(problems).toEqual([]);
    expect(messages.map(({ octets }) => octets)).toEqual([query()]);
    const { layers } = messages[0]!;
    expect(layers.map((layer) => layer.protocol)).toEqual(['DNS', 'UDP', version, protocol, 'bits']);
    expect(layers[3]!.spans.at(0)?.end ?? 0).toBe(protocol === 'Ethernet' ? 14 : hex(header).length);
    expect(frameTilingFaults(frame, layers)).toEqual([]);
  });
});

describe('what cannot be opened', () => {
  const [packet] = internetPackets(query());

  it.each([
    [105, /the link type \(IEEE 802.11 without radio information, 105\) cannot be opened/],
    [147, /the link type \(user-defined, 147\) cannot be opened/],
    [4711, /the link type \(4711\) cannot be opened/],
  ])('is said of link type %d', (linkType, sentence) => {
    const { messages, problems } = messagesOfPackets(packetsOf([packet!, packet!], linkType));
    expect(messages).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(sentence);
    expect(problems[0]).toMatch(/2 packets, the first 1/);
  });

  it('is no problem where it is no Internet packet', () => {
    const arp = joined([hex(`${MACS} 0806`), new Uint8Array(28)]);
    const { problems, nothing } = messagesOfPackets(packetsOf([arp], LINKTYPE.ethernet));
    expect(problems).toEqual([]);
    expect(nothing).toEqual(['no Internet packet: protocol 0x0806 (packet 1)']);
  });

  it('is a problem at any length of a cut frame, never an exception', () => {
    for (const [, linkType, header] of LINKS) {
      const frame = joined([hex(header), packet!]);
      for (let length = 0; length < frame.length; length++) {
        const { messages, problems } = messagesOfPackets(packetsOf([frame.subarray(0, length)], linkType));
        expect(messages.length + problems.length, `${linkType}: ${length}`).toBeGreaterThan(0);
        for (const message of messages) {
          expect(message.problems.join()).toMatch(/the capture has only \d+ of \d+ octets/);
          expect(frameTilingFaults(frame.subarray(0, length), message.layers)).toEqual([]);
        }
      }
    }
  });
});

describe('what follows the packet', () => {
  it('is the trailer of the link layer', () => {
    const [packet] = internetPackets(query());
    const frame = joined([hex(`${MACS} 0800`), packet!, new Uint8Array(6)]);
    const [message] = messagesOfPackets(packetsOf([frame], LINKTYPE.ethernet)).messages;
    expect(message!.octets).toEqual(query());
    expect(message!.layers[3]!.spans.at(-1)).toMatchObject({ label: 'trailer', end: frame.length });
    expect(frameTilingFaults(frame, message!.layers)).toEqual([]);
  });
});
