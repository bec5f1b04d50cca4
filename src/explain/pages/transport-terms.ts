/**
 * Words about how messages travel, about EDNS and about DNSSEC.
 */

import type { Page } from '../page.ts';
import { term } from './term.ts';

export const TRANSPORT_TERMS: readonly Page[] = [
  term({
    name: 'UDP',
    aliases: ['user datagram protocol'],
    rfc: 'RFC 768',
    meaning: 'Datagrams from port to port, each for itself: no connection, no order, no promise.',
    more: 'It does not promise that a datagram arrives, that it arrives once, that two arrive in order, or that it comes from whom it says; it does promise that a datagram is whole, and a checksum finds most damage. Asking and answering in one datagram each is all that most names need, and costs one round trip.',
    see: ['datagram', 'port', 'truncation', 'transport'],
  }),
  term({
    name: 'TCP',
    aliases: ['transmission control protocol'],
    rfc: 'RFC 7766',
    meaning:
      'A connection that delivers octets in order, or says that it cannot; every DNS server must offer it.',
    more: 'Each DNS message has its length in two octets in front. Several may be under way at once, and answers come in any order.',
    see: ['truncation', 'UDP', 'KEEPALIVE'],
  }),
  term({
    name: 'datagram',
    rfc: 'RFC 768',
    meaning: 'One packet that stands for itself, as UDP sends it: it arrives whole or not at all.',
    see: ['UDP', 'fragmentation'],
  }),
  term({
    name: 'port',
    aliases: ['port number', 'source port'],
    rfc: 'RFC 6335',
    meaning:
      'A number from 0 to 65535 that says which program on a computer a datagram or connection is for.',
    more: 'Servers listen at well-known ports: DNS at 53. A client takes one at random for each query, so that a forger has to guess it. "rootwalk explain port 53" tells what is at a port.',
    see: ['socket', 'domain', 'UDP'],
  }),
  term({
    name: 'socket',
    rfc: 'RFC 9293 4',
    meaning:
      'What a program holds to send and receive: protocol, own address and port, and those of the other side.',
    see: ['port', 'UDP', 'TCP'],
  }),
  term({
    name: 'fragmentation',
    aliases: ['fragment', 'MTU', 'path MTU'],
    rfc: 'RFC 9715',
    meaning:
      'Cutting a packet that is too long for a link; pieces are often lost or forged, so DNS avoids it.',
    see: ['EDNS', 'truncation', 'datagram'],
  }),
  term({
    name: 'truncation',
    aliases: ['truncated reply', 'truncated response'],
    rfc: 'RFC 2181 9',
    meaning: 'A reply that does not fit into a datagram is cut, with TC set; the client asks again over TCP.',
    see: ['TC', 'TCP', 'EDNS'],
  }),
  term({
    name: 'EDNS',
    aliases: ['EDNS0', 'EDNS(0)', 'extension mechanisms'],
    rfc: 'RFC 6891',
    meaning:
      'More room and more words for DNS: larger datagrams, longer response codes, more flags, options.',
    more: 'It hides in a record of type OPT in the additional section. A server that does not know it answers FORMERR, and is asked again without.',
    see: ['OPT RECORD', 'OPTION', 'DO', 'BADVERS'],
  }),
  term({
    name: 'checksum',
    rfc: 'RFC 1071',
    meaning: 'A sum over the octets that shows most damage on the way, and no forgery.',
    see: ['UDP', 'internet'],
  }),
  term({
    name: 'round trip',
    aliases: ['RTT', 'round-trip time', 'latency'],
    rfc: 'RFC 2681',
    meaning: 'From sending a query to its reply: the time that a resolution is made of.',
    see: ['UDP', 'cache'],
  }),
  term({
    name: 'DNS over TLS',
    aliases: ['DoT'],
    rfc: 'RFC 7858',
    meaning: 'DNS inside an encrypted connection, at port 853.',
    see: ['domain-s', 'DNS over HTTPS', 'PADDING'],
  }),
  term({
    name: 'DNS over HTTPS',
    aliases: ['DoH'],
    rfc: 'RFC 8484',
    meaning: 'A DNS message as the body of a request to a web server: among other traffic nobody sees it.',
    see: ['https', 'DNS over TLS'],
  }),
  term({
    name: 'DNS over QUIC',
    aliases: ['DoQ'],
    rfc: 'RFC 9250',
    meaning: 'DNS over QUIC at UDP port 853: encrypted, one stream for each query.',
    see: ['DNS over TLS'],
  }),
  term({
    name: 'DNSSEC',
    aliases: ['DNS security extensions', 'validation'],
    rfc: 'RFC 9364',
    meaning:
      'Signatures on record sets: whoever has the key of the root can tell that an answer is what the zone says.',
    more: 'The parent vouches for the key of the child with a DS record, up to the root. It proves, and does not hide: anybody can still read the query.',
    see: ['chain of trust', 'RRSIG', 'DNSKEY', 'DS', 'AD'],
  }),
  term({
    name: 'chain of trust',
    aliases: ['authentication chain', 'trust anchor'],
    rfc: 'RFC 4035 5',
    meaning:
      'From a key that is trusted from the start, DS by DNSKEY by DS, down to the signature of an answer.',
    see: ['DNSSEC', 'DS', 'DNSKEY'],
  }),
  term({
    name: 'key tag',
    rfc: 'RFC 4034 B',
    meaning: 'A 16-bit sum over a DNSKEY record that helps to find the key; two keys may have the same.',
    see: ['DNSKEY', 'RRSIG', 'DS'],
  }),
  term({
    name: 'bogus',
    aliases: ['secure', 'insecure', 'indeterminate', 'security status'],
    rfc: 'RFC 4035 4.3',
    meaning:
      'What validation says: secure, insecure (provably not signed), bogus (should hold and does not), indeterminate.',
    see: ['DNSSEC', 'SERVFAIL', 'DNSSEC Bogus'],
  }),
  term({
    name: 'denial of existence',
    aliases: ['proof of non-existence', 'authenticated denial'],
    rfc: 'RFC 9499 10',
    meaning: 'A signed statement that there is nothing: NSEC or NSEC3 records that cover the gap.',
    see: ['NSEC', 'NSEC3', 'NXDOMAIN'],
  }),
  term({
    name: 'multicast DNS',
    aliases: ['mDNS', 'bonjour', '.local'],
    rfc: 'RFC 6762',
    meaning: 'DNS messages to everybody on the local network, at port 5353, for names below .local.',
    see: ['mdns'],
  }),
];
