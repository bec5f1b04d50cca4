/**
 * The headers of the transport layer as tables: UDP (RFC 768) and TCP (RFC 9293 3.1).
 */

import type { HeaderField, HeaderForm } from './header-form.ts';
import { optionSpans } from './option-spans.ts';

const hex16 = (value: number): string => `0x${value.toString(16).padStart(4, '0')}`;

/** Ports at which a DNS message is expected; their full table belongs elsewhere. */
const PORTS: Readonly<Record<number, string>> = { 53: 'DNS', 5353: 'multicast DNS', 5355: 'LLMNR' };
const printPort = (port: number): string => (PORTS[port] ? `${port} ${PORTS[port]}` : String(port));

const PORT_FIELDS: readonly HeaderField[] = [
  { label: 'source port', at: 0, octets: 2, means: 'the program that sent it', print: printPort },
  { label: 'destination port', at: 2, octets: 2, means: 'the program that is to get it', print: printPort },
];

export const UDP: HeaderForm = {
  layer: 'transport',
  protocol: 'UDP',
  means: 'from program to program, one datagram a message; what is lost stays lost',
  rfc: 'RFC 768',
  fields: [
    ...PORT_FIELDS,
    { label: 'length', at: 4, octets: 2, means: 'header and payload, in octets' },
    { label: 'checksum', at: 6, octets: 2, means: 'over addresses, header and payload', print: hex16 },
  ],
};

const FLAGS: readonly (readonly [label: string, means: string, rfc?: string])[] = [
  ['CWR', 'congestion window reduced', 'RFC 3168 6.1'],
  ['ECE', 'congestion was met on the way', 'RFC 3168 6.1'],
  ['URG', 'the urgent pointer counts'],
  ['ACK', 'the acknowledgment number counts'],
  ['PSH', 'hand the octets to the program now'],
  ['RST', 'the connection is broken off'],
  ['SYN', 'the connection begins: sequence numbers are agreed'],
  ['FIN', 'the sender has nothing more to send'],
];

const TCP_OPTIONS: Readonly<Record<number, string>> = {
  2: 'maximum segment size',
  3: 'window scale',
  4: 'selective acknowledgment permitted',
  5: 'selective acknowledgment',
  8: 'timestamps',
  34: 'fast open cookie',
};

export const TCP: HeaderForm = {
  layer: 'transport',
  protocol: 'TCP',
  means: 'from program to program, a stream of octets in which nothing is lost',
  rfc: 'RFC 9293 3.1',
  fields: [
    ...PORT_FIELDS,
    { label: 'sequence number', at: 4, octets: 4, means: 'where the first octet stands in the stream' },
    {
      label: 'acknowledgment number',
      at: 8,
      octets: 4,
      means: 'the octet that is awaited from the other side',
    },
    {
      label: 'data offset',
      at: 12,
      octets: 2,
      bits: [0, 3],
      means: 'the length of this header in words of four octets',
      print: (words) => `${words} (${words * 4} octets)`,
    },
    { label: 'reserved', at: 12, octets: 2, bits: [4, 7], means: 'must be zero' },
    ...FLAGS.map(([label, means, rfc], i): HeaderField => {
      const field: HeaderField = { label, at: 12, octets: 2, bits: [8 + i, 8 + i], means };
      return rfc ? { ...field, rfc } : field;
    }),
    { label: 'window', at: 14, octets: 2, means: 'how much the sender of this has room for' },
    { label: 'checksum', at: 16, octets: 2, means: 'over addresses, header and payload', print: hex16 },
    { label: 'urgent pointer', at: 18, octets: 2, means: 'the end of the urgent octets' },
  ],
  rest: (frame, start, end) => optionSpans(frame, start, end, TCP_OPTIONS, 'RFC 9293 3.2'),
};
