/**
 * Words about servers and how names are resolved, in the sense of RFC 9499.
 */

import type { Page } from '../page.ts';
import { term } from './term.ts';

export const RESOLUTION_TERMS: readonly Page[] = [
  term({
    name: 'resolver',
    rfc: 'RFC 9499 6',
    meaning: 'A program that finds out what a name has, by asking servers.',
    see: ['stub resolver', 'recursive resolver'],
  }),
  term({
    name: 'stub resolver',
    aliases: ['stub'],
    rfc: 'RFC 9499 6',
    meaning: 'The small resolver in every computer: it asks one recursive resolver and believes it.',
    more: 'It sets RD. On most systems it is in the C library, behind getaddrinfo, which also reads the hosts file.',
    see: ['recursive resolver', 'RD', 'search list'],
  }),
  term({
    name: 'recursive resolver',
    aliases: ['recursive', 'recursion', 'full resolver', 'recursive server'],
    rfc: 'RFC 9499 6',
    meaning:
      'A server that finds the answer for others: it walks from the root to the servers that know, and keeps it.',
    see: ['iterative', 'cache', 'RA', 'RD'],
  }),
  term({
    name: 'iterative',
    aliases: ['iteration', 'iterative resolution'],
    rfc: 'RFC 9499 6',
    meaning: 'Asking one server after the other oneself, following each referral: what a walk does.',
    see: ['referral', 'recursive resolver'],
  }),
  term({
    name: 'forwarder',
    aliases: ['forwarding resolver'],
    rfc: 'RFC 9499 6',
    meaning: 'A resolver that another resolver passes its queries on to.',
    see: ['recursive resolver'],
  }),
  term({
    name: 'authoritative',
    aliases: ['authoritative server', 'authoritative answer', 'authority', 'name server'],
    rfc: 'RFC 9499 6',
    meaning: 'A server that has the zone itself and answers from it, with AA set.',
    see: ['AA', 'lame', 'zone'],
  }),
  term({
    name: 'primary',
    aliases: ['primary server', 'master'],
    rfc: 'RFC 9499 6',
    meaning: 'The server where a zone is changed; the others copy it.',
    see: ['secondary', 'SOA', 'NOTIFY'],
  }),
  term({
    name: 'secondary',
    aliases: ['secondary server', 'slave', 'zone transfer'],
    rfc: 'RFC 9499 6',
    meaning:
      'A server that copies a zone from another one, by AXFR or IXFR, when the serial number has grown.',
    see: ['primary', 'AXFR', 'IXFR', 'serial'],
  }),
  term({
    name: 'delegation',
    rfc: 'RFC 9499 7',
    meaning:
      'A zone hands a part of its names to other servers: NS records at the zone cut, glue, and DS records.',
    see: ['NS', 'glue', 'zone cut', 'DS'],
  }),
  term({
    name: 'referral',
    rfc: 'RFC 9499 4',
    meaning:
      'An answer without an answer: ask those servers. NS records in the authority section, and AA not set.',
    more: 'An upward referral, to the root or to a zone above, helps nobody and shows a server that does not know the zone.',
    see: ['delegation', 'glue', 'lame'],
  }),
  term({
    name: 'glue',
    aliases: ['glue record'],
    rfc: 'RFC 9499 7',
    meaning: 'Addresses of name servers that the parent gives along with a referral.',
    more: 'Where the name of the server lies inside the zone it serves, nobody could find it otherwise. A parent must give all glue, or set TC (RFC 9471).',
    see: ['referral', 'bailiwick', 'in-domain'],
  }),
  term({
    name: 'in-domain',
    aliases: ['in-bailiwick', 'sibling domain'],
    rfc: 'RFC 9499 7',
    meaning: 'Of a name server: its name lies at or below the name of the zone that it serves.',
    see: ['glue', 'bailiwick'],
  }),
  term({
    name: 'bailiwick',
    aliases: ['out of bailiwick'],
    rfc: 'RFC 9499 7',
    meaning: 'What a server may speak of: names at or below the zone that it was asked as a server of.',
    more: 'A resolver drops the rest: otherwise any server could slip a false address for any name into its cache.',
    see: ['glue', 'cache poisoning'],
  }),
  term({
    name: 'lame',
    aliases: ['lame delegation', 'lame server'],
    rfc: 'RFC 9499 7',
    meaning: 'Of a delegation: it leads to a server that does not answer for the zone.',
    see: ['delegation', 'authoritative', 'REFUSED'],
  }),
  term({
    name: 'root hints',
    aliases: ['hints', 'root.hints'],
    rfc: 'RFC 9499 6',
    meaning:
      'The names and addresses of the root servers that a resolver begins with, from a file or built in.',
    see: ['priming', 'root'],
  }),
  term({
    name: 'priming',
    aliases: ['priming query'],
    rfc: 'RFC 9609',
    meaning:
      'The first query of a resolver: it asks a root server of its hints for the NS records of the root.',
    see: ['root hints', 'NS'],
  }),
  term({
    name: 'cache',
    aliases: ['caching'],
    rfc: 'RFC 9499 6',
    meaning:
      'What a resolver remembers: record sets until their TTL is over, so that most questions cost nothing.',
    see: ['TTL', 'negative caching', 'cache poisoning'],
  }),
  term({
    name: 'negative caching',
    aliases: ['negative response', 'negative answer'],
    rfc: 'RFC 2308 5',
    meaning:
      'Remembering that there is nothing: for the smaller of the TTL of the SOA record and its last field.',
    see: ['SOA', 'NXDOMAIN', 'NODATA'],
  }),
  term({
    name: 'cache poisoning',
    aliases: ['spoofing', 'forged reply'],
    rfc: 'RFC 5452',
    meaning:
      'Getting a resolver to remember something false, with a forged reply that comes before the true one.',
    more: 'Against it: random IDs and source ports, mixed letters, cookies, bailiwick, and DNSSEC.',
    see: ['bailiwick', 'COOKIE', 'port'],
  }),
  term({
    name: 'QNAME minimisation',
    aliases: ['qname minimization', 'minimisation'],
    rfc: 'RFC 9156',
    meaning: 'Telling each server only as much of the name as it needs to refer further.',
    see: ['referral'],
  }),
  term({
    name: 'search list',
    aliases: ['search domain', 'ndots'],
    rfc: 'RFC 1535',
    meaning:
      'Domains that a computer tries behind a short name before, or after, it asks for the name as it stands.',
    see: ['FQDN', 'stub resolver', 'SEARCH_LIST'],
  }),
  term({
    name: 'hosts file',
    aliases: ['/etc/hosts'],
    rfc: 'RFC 952',
    meaning: 'A file of names and addresses that most computers read before they ask DNS.',
    see: ['HOSTS_FILE', 'stub resolver'],
  }),
  term({
    name: 'split horizon',
    aliases: ['split DNS', 'view'],
    rfc: 'RFC 9499 6',
    meaning: 'Different answers for different askers: inside and outside a network.',
    see: ['authoritative'],
  }),
  term({
    name: 'anycast',
    rfc: 'RFC 9499 6',
    meaning:
      'One address at many places: the network leads each asker to a near one. NSID tells which it was.',
    see: ['NSID', 'root'],
  }),
];
