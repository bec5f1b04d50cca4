/**
 * Pages for the five layers of the network, each with how one DNS query looks there: what the layer adds in front, which
 * addresses it uses, what it promises. The examples are the layers of one and the same packet.
 */

import { page, type Page } from '../page.ts';

export const LAYER_PAGES: readonly Page[] = [
  page({
    group: 'layer',
    name: 'application',
    number: 5,
    aliases: ['application layer', 'DNS layer'],
    meaning:
      'What programs say to each other: here the DNS message, twelve octets of header and four sections.',
    more: [
      'Its addresses are names: the question carries the name, the type and the class that are wanted.',
      'A DNS query is a message with QR = 0, an ID that the reply must repeat, and one question. The message does not say how long it is: over UDP the datagram ends where it ends, over TCP two octets in front give its length (RFC 1035 4.2.2).',
      'The layer below carries the octets and does not look at them.',
    ],
    parts: [
      { name: 'HEADER', bits: 96 },
      { name: 'QUESTION' },
      { name: 'ANSWER' },
      { name: 'AUTHORITY' },
      { name: 'ADDITIONAL' },
    ],
    example: {
      text: 'ID 0x1a2b, RD; www.example.com. IN A ?',
      hex: '1a2b0100000100000000000003777777076578616d706c6503636f6d0000010001',
    },
    rfc: 'RFC 1035 4.1',
    see: ['transport', 'HEADER', 'QUESTION', 'port 53'],
  }),
  page({
    group: 'layer',
    name: 'transport',
    number: 4,
    aliases: ['transport layer'],
    meaning:
      'From program to program: ports, a length and a checksum with UDP; connections and order with TCP.',
    more: [
      'Its addresses are ports. The client chooses one at random for each query, the server listens at 53; the reply goes back from 53 to the port of the client.',
      'A DNS query over UDP has eight octets of UDP in front. UDP promises nothing: a datagram may be lost, come twice, late, or from somebody else, so the client waits with a limit, asks again, and looks at address, port, ID and question of each reply.',
      'Over TCP, for what is too long for a datagram, there is a connection first (three packets), then each message with its length in front.',
    ],
    parts: [
      { name: 'SOURCE PORT', bits: 16 },
      { name: 'DESTINATION PORT', bits: 16 },
      { name: 'LENGTH', bits: 16 },
      { name: 'CHECKSUM', bits: 16 },
      { name: 'DATA: THE DNS MESSAGE' },
    ],
    example: { text: 'UDP 49152 -> 53, 41 octets, checksum 0x569f', hex: 'c00000350029569f' },
    rfc: 'RFC 768',
    see: ['internet', 'application', 'UDP', 'TCP', 'port', 'socket'],
  }),
  page({
    group: 'layer',
    name: 'internet',
    number: 3,
    aliases: ['internet layer', 'network layer', 'IP', 'IPv4', 'IPv6'],
    meaning: 'From computer to computer across networks: IP addresses, and routers that pass packets on.',
    more: [
      'Its addresses are those that A and AAAA records hold: 32 bits in IPv4, 128 bits in IPv6.',
      'A DNS query has a header of twenty octets of IPv4 in front, or forty of IPv6, that says from which computer it is, to which one it goes, that UDP (17) is inside, and how many more routers it may pass.',
      'A packet that is too long for a link is cut into fragments, and often lost then: that is why messages over UDP are kept to 1232 octets or so.',
    ],
    parts: [
      { name: 'VERSION', bits: 4 },
      { name: 'IHL', bits: 4 },
      { name: 'TYPE OF SERVICE', bits: 8 },
      { name: 'TOTAL LENGTH', bits: 16 },
      { name: 'IDENTIFICATION', bits: 16 },
      { name: 'FLAGS', bits: 3 },
      { name: 'FRAGMENT OFFSET', bits: 13 },
      { name: 'TIME TO LIVE', bits: 8 },
      { name: 'PROTOCOL', bits: 8 },
      { name: 'HEADER CHECKSUM', bits: 16 },
      { name: 'SOURCE ADDRESS', bits: 32 },
      { name: 'DESTINATION ADDRESS', bits: 32 },
      { name: 'DATA: UDP OR TCP' },
    ],
    example: {
      text: 'IPv4 192.0.2.10 -> 192.0.2.53, 61 octets, UDP inside, 64 more routers',
      hex: '4500003d123440004011a43cc000020ac0000235',
    },
    rfc: 'RFC 791 3.1',
    see: ['link', 'transport', 'datagram', 'A', 'AAAA'],
  }),
  page({
    group: 'layer',
    name: 'link',
    number: 2,
    aliases: ['link layer', 'data link', 'ethernet', 'MAC address'],
    meaning: 'From one network card to the next on the same wire or radio: frames.',
    more: [
      'Its addresses are those of network cards: 48 bits on Ethernet and wireless networks, found for an IP address by ARP or by neighbour discovery. They change at every router on the way.',
      'A DNS query has fourteen octets of Ethernet in front: to whom, from whom, and 0x0800 for IPv4 or 0x86dd for IPv6; four octets of check sum follow behind, which captures leave out.',
    ],
    parts: [
      { name: 'DESTINATION', bits: 48 },
      { name: 'SOURCE', bits: 48 },
      { name: 'ETHERTYPE', bits: 16 },
      { name: 'DATA: THE IP PACKET' },
    ],
    example: {
      text: 'Ethernet 02:00:00:00:00:0a -> 02:00:00:00:00:35, IPv4 inside',
      hex: '02000000003502000000000a0800',
    },
    rfc: 'RFC 894',
    see: ['physical', 'internet'],
  }),
  page({
    group: 'layer',
    name: 'physical',
    number: 1,
    aliases: ['physical layer', 'wire'],
    meaning: 'Bits as voltage, light or radio: the frame one after the other, eight bits an octet.',
    more: [
      'It has no addresses: whoever is at the other end of the wire, or near enough, hears it.',
      'A DNS query is a frame of some 75 octets here; Ethernet sends seven octets of 0x55 and one of 0xd5 before it so that the receiver finds the beat, and the lowest bit of each octet first. At 1 Gbit/s that takes less than a microsecond; the way to a server far off takes a hundred thousand times as long.',
      'A capture does not see this layer: the network card has taken it off.',
    ],
    parts: [{ name: 'PREAMBLE', bits: 56 }, { name: 'START', bits: 8 }, { name: 'DATA: THE FRAME' }],
    rfc: 'RFC 1122 1.1.3',
    see: ['link'],
  }),
];
