/**
 * The headers of the Internet layer as tables: IPv4 with its options (RFC 791 3.1), IPv6 and its extension
 * headers (RFC 8200 3 and 4).
 */

import { printHex } from '../message/hex.ts';
import { printIpv4, printIpv6 } from '../message/kinds/addresses.ts';
import type { Span } from '../message/spans.ts';
import { leaf, type HeaderField, type HeaderForm } from './header-form.ts';
import { optionSpans } from './option-spans.ts';

export const PROTOCOL_TCP = 6;
export const PROTOCOL_UDP = 17;

const PROTOCOLS: Readonly<Record<number, string>> = {
  0: 'hop-by-hop options',
  1: 'ICMP',
  2: 'IGMP',
  4: 'IPv4',
  6: 'TCP',
  17: 'UDP',
  41: 'IPv6',
  43: 'routing header',
  44: 'fragment header',
  47: 'GRE',
  50: 'ESP',
  51: 'authentication header',
  58: 'ICMPv6',
  59: 'nothing',
  60: 'destination options',
  132: 'SCTP',
  135: 'mobility header',
};

export function protocolName(protocol: number): string {
  return PROTOCOLS[protocol] ?? `protocol ${protocol}`;
}

const hex16 = (value: number): string => `0x${value.toString(16).padStart(4, '0')}`;
const named = (value: number): string => {
  const name = PROTOCOLS[value];
  return name ? `${value} ${name}` : String(value);
};
const ECN: readonly string[] = ['not capable', 'capable (1)', 'capable (0)', 'congestion met'];
const ecn = (value: number): string => `${value} ${ECN[value]!}`;
const DSCP_MEANS = 'how the packet is to be treated';
const ECN_MEANS = 'congestion: whether the ends understand it, and whether it was met';

const IPV4_OPTIONS: Readonly<Record<number, string>> = {
  7: 'record route',
  68: 'timestamp',
  130: 'security',
  131: 'loose source route',
  137: 'strict source route',
  148: 'router alert',
};

export const IPV4: HeaderForm = {
  layer: 'internet',
  protocol: 'IPv4',
  means: 'from one computer to another, through any number of routers',
  rfc: 'RFC 791 3.1',
  fields: [
    { label: 'version', at: 0, octets: 1, bits: [0, 3], means: 'the version of the Internet Protocol' },
    {
      label: 'header length',
      at: 0,
      octets: 1,
      bits: [4, 7],
      means: 'in words of four octets',
      print: (words) => `${words} (${words * 4} octets)`,
    },
    { label: 'DSCP', at: 1, octets: 1, bits: [0, 5], means: DSCP_MEANS, rfc: 'RFC 2474 3' },
    { label: 'ECN', at: 1, octets: 1, bits: [6, 7], means: ECN_MEANS, rfc: 'RFC 3168 5', print: ecn },
    { label: 'total length', at: 2, octets: 2, means: 'header and payload, in octets' },
    {
      label: 'identification',
      at: 4,
      octets: 2,
      means: 'the same in all fragments of a packet',
      print: hex16,
    },
    { label: 'reserved', at: 6, octets: 2, bits: [0, 0], means: 'must be zero' },
    { label: 'DF', at: 6, octets: 2, bits: [1, 1], means: 'don’t fragment' },
    { label: 'MF', at: 6, octets: 2, bits: [2, 2], means: 'more fragments follow' },
    {
      label: 'fragment offset',
      at: 6,
      octets: 2,
      bits: [3, 15],
      means: 'where this fragment belongs, in units of eight octets',
      print: (units) => (units === 0 ? '0' : `${units} (${units * 8} octets)`),
    },
    { label: 'TTL', at: 8, octets: 1, means: 'how many more routers may pass the packet on' },
    { label: 'protocol', at: 9, octets: 1, means: 'what the payload is', print: named },
    { label: 'checksum', at: 10, octets: 2, means: 'over this header', print: hex16 },
    { label: 'source', at: 12, octets: 4, means: 'who sent it', print: (_, raw) => printIpv4(raw) },
    { label: 'destination', at: 16, octets: 4, means: 'who is to get it', print: (_, raw) => printIpv4(raw) },
  ],
  rest: (frame, start, end) => optionSpans(frame, start, end, IPV4_OPTIONS, 'RFC 791 3.1'),
};

export const IPV6: HeaderForm = {
  layer: 'internet',
  protocol: 'IPv6',
  means: 'from one computer to another, through any number of routers; it has no checksum of its own',
  rfc: 'RFC 8200 3',
  fields: [
    { label: 'version', at: 0, octets: 4, bits: [0, 3], means: 'the version of the Internet Protocol' },
    { label: 'DSCP', at: 0, octets: 4, bits: [4, 9], means: DSCP_MEANS, rfc: 'RFC 2474 3' },
    { label: 'ECN', at: 0, octets: 4, bits: [10, 11], means: ECN_MEANS, rfc: 'RFC 3168 5', print: ecn },
    {
      label: 'flow label',
      at: 0,
      octets: 4,
      bits: [12, 31],
      means: 'the same in all packets of a flow, so that routers keep them on one path',
      rfc: 'RFC 6437 2',
      print: (label) => `0x${label.toString(16).padStart(5, '0')}`,
    },
    { label: 'payload length', at: 4, octets: 2, means: 'all behind this header, in octets' },
    { label: 'next header', at: 6, octets: 1, means: 'what follows', print: named },
    { label: 'hop limit', at: 7, octets: 1, means: 'how many more routers may pass the packet on' },
    { label: 'source', at: 8, octets: 16, means: 'who sent it', print: (_, raw) => printIpv6(raw) },
    {
      label: 'destination',
      at: 24,
      octets: 16,
      means: 'who is to get it',
      print: (_, raw) => printIpv6(raw),
    },
  ],
};

const NEXT_HEADER: HeaderField = {
  label: 'next header',
  at: 0,
  octets: 1,
  means: 'what follows',
  print: named,
};

export const FRAGMENT: HeaderForm = {
  layer: 'internet',
  protocol: 'IPv6 fragment header',
  means: 'which part of a packet that the sender cut up this is',
  rfc: 'RFC 8200 4.5',
  fields: [
    NEXT_HEADER,
    { label: 'reserved', at: 1, octets: 1, means: 'must be zero' },
    {
      label: 'fragment offset',
      at: 2,
      octets: 2,
      bits: [0, 12],
      means: 'where this fragment belongs, in units of eight octets',
      print: (units) => (units === 0 ? '0' : `${units} (${units * 8} octets)`),
    },
    { label: 'reserved bits', at: 2, octets: 2, bits: [13, 14], means: 'must be zero' },
    { label: 'M', at: 2, octets: 2, bits: [15, 15], means: 'more fragments follow' },
    {
      label: 'identification',
      at: 4,
      octets: 4,
      means: 'the same in all fragments of a packet',
      print: (value) => `0x${value.toString(16).padStart(8, '0')}`,
    },
  ],
};

/** Any other extension header: they all begin in the same way. */
export function extensionForm(protocol: number): HeaderForm {
  const length: HeaderField =
    protocol === PROTOCOL_AH
      ? { label: 'length', at: 1, octets: 1, means: 'in words of four octets, less two', rfc: 'RFC 4302 2.2' }
      : { label: 'length', at: 1, octets: 1, means: 'in words of eight octets, without the first' };
  return {
    layer: 'internet',
    protocol: `IPv6 ${protocolName(protocol)}`,
    means: 'between the IPv6 header and the transport layer',
    rfc: protocol === PROTOCOL_AH ? 'RFC 4302 2' : 'RFC 8200 4',
    fields: [NEXT_HEADER, length],
    rest: (frame, start, end): readonly Span[] => [
      leaf('content', start, end, printHex(frame.subarray(start, end)), 'not read further'),
    ],
  };
}

export const PROTOCOL_AH = 51;
