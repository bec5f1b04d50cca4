/**
 * The headers of the link layer as tables: Ethernet (IEEE 802.3), VLAN tags (IEEE 802.1Q), the two Linux
 * cooked headers and BSD loopback (tcpdump.org/linktypes.html), PPP (RFC 1661).
 */

import { printHex } from '../message/hex.ts';
import { leaf, type HeaderField, type HeaderForm } from './header-form.ts';

const ETHERTYPES: Readonly<Record<number, string>> = {
  0x0800: 'IPv4',
  0x0806: 'ARP',
  0x8100: 'VLAN tag follows',
  0x86dd: 'IPv6',
  0x88a8: 'service VLAN tag follows',
  0x9100: 'service VLAN tag follows, old number',
};

function etherType(label: string, at: number): HeaderField {
  return { label, at, octets: 2, means: 'what the payload is, an EtherType', print: printEtherType };
}

function printEtherType(type: number): string {
  const hex = `0x${type.toString(16).padStart(4, '0')}`;
  const name = ETHERTYPES[type];
  return name ? `${hex} ${name}` : hex;
}

const printMac = (_: number, raw: Uint8Array): string => printHex(raw, ':');

export const ETHERNET: HeaderForm = {
  layer: 'link',
  protocol: 'Ethernet',
  means: 'from one network card to the next on the same wire; a new one at every router',
  rfc: 'IEEE 802.3',
  fields: [
    { label: 'destination', at: 0, octets: 6, means: 'the card that is to take the frame', print: printMac },
    { label: 'source', at: 6, octets: 6, means: 'the card that sent the frame', print: printMac },
    etherType('type', 12),
  ],
};

export const VLAN: HeaderForm = {
  layer: 'link',
  protocol: 'VLAN tag',
  means: 'which of several networks on one wire the frame belongs to',
  rfc: 'IEEE 802.1Q',
  fields: [
    { label: 'priority', at: 0, octets: 2, bits: [0, 2], means: 'which frames go first' },
    { label: 'drop eligible', at: 0, octets: 2, bits: [3, 3], means: 'may be dropped first' },
    { label: 'VLAN', at: 0, octets: 2, bits: [4, 15], means: 'the number of the network' },
    etherType('type', 2),
  ],
};

const COOKED_DIRECTIONS: readonly string[] = [
  'to us',
  'broadcast',
  'multicast',
  'to somebody else',
  'sent by us',
];
const printDirection = (type: number): string => `${type} ${COOKED_DIRECTIONS[type] ?? ''}`.trimEnd();
const COOKED_MEANS = 'what Linux writes in place of the real link header when capturing on “any”';

export const COOKED: HeaderForm = {
  layer: 'link',
  protocol: 'Linux cooked',
  means: COOKED_MEANS,
  rfc: 'LINKTYPE_LINUX_SLL',
  fields: [
    { label: 'packet type', at: 0, octets: 2, means: 'whom the frame was for', print: printDirection },
    { label: 'device type', at: 2, octets: 2, means: 'the ARPHRD number of the device' },
    { label: 'address length', at: 4, octets: 2, means: 'how much of the address field counts' },
    { label: 'address', at: 6, octets: 8, means: 'the link address of the sender', print: printMac },
    etherType('protocol', 14),
  ],
};

export const COOKED2: HeaderForm = {
  layer: 'link',
  protocol: 'Linux cooked, version 2',
  means: COOKED_MEANS,
  rfc: 'LINKTYPE_LINUX_SLL2',
  fields: [
    etherType('protocol', 0),
    { label: 'reserved', at: 2, octets: 2, means: 'must be zero' },
    { label: 'interface', at: 4, octets: 4, means: 'the number of the interface' },
    { label: 'device type', at: 8, octets: 2, means: 'the ARPHRD number of the device' },
    { label: 'packet type', at: 10, octets: 1, means: 'whom the frame was for', print: printDirection },
    { label: 'address length', at: 11, octets: 1, means: 'how much of the address field counts' },
    { label: 'address', at: 12, octets: 8, means: 'the link address of the sender', print: printMac },
  ],
};

const FAMILY_MEANS = 'the address family, with the number that the capturing system has for it';
const LOOPBACK_MEANS = 'what BSD systems write in front of packets that never leave the machine';

export const LOOPBACK: HeaderForm = {
  layer: 'link',
  protocol: 'BSD loopback',
  means: LOOPBACK_MEANS,
  rfc: 'LINKTYPE_NULL, LINKTYPE_LOOP',
  fields: [{ label: 'family', at: 0, octets: 4, means: FAMILY_MEANS }],
};

export const LOOPBACK_SWAPPED: HeaderForm = {
  ...LOOPBACK,
  fields: [
    {
      label: 'family',
      at: 0,
      octets: 4,
      means: `${FAMILY_MEANS}, in its byte order`,
      print: (_, raw) => String(raw[0]! + 256 * raw[1]!),
    },
  ],
};

export const PPP: HeaderForm = {
  layer: 'link',
  protocol: 'PPP',
  means: 'a line between two ends',
  rfc: 'RFC 1661 2',
  fields: [],
  rest: (frame, start, end) => {
    const hex = (from: number): string => `0x${printHex(frame.subarray(from, end))}`;
    const meaning = 'what the payload is: 0021 IPv4, 0057 IPv6';
    if (end - start < 4) return [leaf('protocol', start, end, hex(start), meaning, 'RFC 1661 2')];
    return [
      leaf('address', start, start + 1, '255', 'all stations', 'RFC 1662 3.1'),
      leaf('control', start + 1, start + 2, '3', 'unnumbered information', 'RFC 1662 3.1'),
      leaf('protocol', start + 2, end, hex(start + 2), meaning, 'RFC 1661 2'),
    ];
  },
};
