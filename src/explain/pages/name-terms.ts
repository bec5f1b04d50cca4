/**
 * Words about names, zones and records, in the sense of RFC 9499.
 */

import type { Page } from '../page.ts';
import { term } from './term.ts';

export const NAME_TERMS: readonly Page[] = [
  term({
    name: 'domain name',
    rfc: 'RFC 9499 2',
    meaning: 'A list of labels, from the most special to the root: a place in the one tree of names.',
    more: 'Written with dots between the labels, www.example.com., and read from the right: the root, com, example, www.',
    see: ['label', 'NAME', 'FQDN'],
  }),
  term({
    name: 'label',
    rfc: 'RFC 9499 2',
    meaning: 'One step of a domain name: 1 to 63 octets between two dots; that of the root is empty.',
    more: 'Any octets may stand in it. Host names keep to letters, digits and hyphens (RFC 1123 2.1).',
    see: ['domain name', 'label-too-long'],
  }),
  term({
    name: 'FQDN',
    aliases: ['fully qualified domain name', 'absolute name'],
    rfc: 'RFC 9499 2',
    meaning: 'A name with all its labels up to the root; written with a dot at the end there is no doubt.',
    more: 'A name without that dot may be completed: by the search list of the computer, or by the origin of a zone file.',
    see: ['search list', 'label'],
  }),
  term({
    name: 'root',
    aliases: ['root zone', 'root servers'],
    rfc: 'RFC 9499 7',
    meaning:
      'The top of the tree, the name with no label but the empty one; its servers delegate the top-level domains.',
    see: ['root hints', 'TLD', 'delegation'],
  }),
  term({
    name: 'TLD',
    aliases: ['top level domain'],
    rfc: 'RFC 9499 2',
    meaning: 'A domain just below the root: com, org, de.',
    see: ['root', 'domain name'],
  }),
  term({
    name: 'subdomain',
    rfc: 'RFC 9499 2',
    meaning: 'A domain inside another: its name ends in the other name.',
    see: ['domain name', 'zone'],
  }),
  term({
    name: 'IDN',
    aliases: ['internationalised name', 'internationalized domain name', 'A-label', 'U-label', 'punycode'],
    rfc: 'RFC 5890 2.3.2.3',
    meaning: 'A name with letters beyond ASCII, which travels as labels that begin with xn--.',
    see: ['label'],
  }),
  term({
    name: 'zone',
    rfc: 'RFC 9499 7',
    meaning:
      'The part of the tree that one set of servers is responsible for: from its apex down to where it delegates.',
    more: 'A domain is everything below a name; a zone ends at its zone cuts.',
    see: ['apex', 'zone cut', 'SOA', 'NS'],
  }),
  term({
    name: 'apex',
    aliases: ['zone apex'],
    rfc: 'RFC 9499 7',
    meaning: 'The name at the top of a zone, where its SOA and NS records are; no CNAME can stand there.',
    see: ['zone', 'SOA', 'CNAME'],
  }),
  term({
    name: 'zone cut',
    aliases: ['cut'],
    rfc: 'RFC 9499 7',
    meaning: 'The place where a zone ends and another begins: the NS records of the parent say so.',
    see: ['delegation', 'apex', 'referral'],
  }),
  term({
    name: 'zone file',
    aliases: ['master file', 'presentation format'],
    rfc: 'RFC 1035 5.1',
    meaning: 'The records of a zone as text, a line each: owner, TTL, class, type, data.',
    see: ['zone', 'RECORD'],
  }),
  term({
    name: 'serial',
    aliases: ['serial number', 'zone serial'],
    rfc: 'RFC 1982',
    meaning:
      'The number in the SOA record that grows with each change; secondaries compare it, and it may wrap around.',
    see: ['SOA', 'secondary'],
  }),
  term({
    name: 'owner',
    aliases: ['owner name'],
    rfc: 'RFC 9499 5',
    meaning: 'The name that a record is about: the first field of the record.',
    see: ['RECORD', 'RRset'],
  }),
  term({
    name: 'RRset',
    aliases: ['record set', 'resource record set'],
    rfc: 'RFC 9499 5',
    meaning: 'All records of one owner, class and type: they are given, kept and signed together.',
    see: ['RECORD', 'TTL', 'RRSIG'],
  }),
  term({
    name: 'TTL',
    aliases: ['time to live'],
    rfc: 'RFC 9499 5',
    meaning: 'How many seconds a record may be kept in a cache; then it must be asked for again.',
    more: 'The zone sets it; a cache counts it down and passes the rest on. It is at most 2147483647, and a value with the top bit set counts as zero (RFC 2181 8).',
    see: ['cache', 'negative caching'],
  }),
  term({
    name: 'wildcard',
    aliases: ['wildcard name', 'asterisk label'],
    rfc: 'RFC 4592 2.1.1',
    meaning: 'An owner whose first label is *: its records answer for names below that do not exist.',
    see: ['closest encloser', 'owner'],
  }),
  term({
    name: 'closest encloser',
    rfc: 'RFC 4592 3.3.1',
    meaning: 'The longest ancestor of a name that exists.',
    see: ['wildcard', 'NXDOMAIN'],
  }),
  term({
    name: 'empty non-terminal',
    aliases: ['ENT'],
    rfc: 'RFC 9499 7',
    meaning:
      'A name without records that has names below it: it exists, so the answer is NODATA and not NXDOMAIN.',
    see: ['NODATA', 'NXDOMAIN'],
  }),
  term({
    name: 'CNAME chain',
    aliases: ['alias', 'alias chain', 'canonical name'],
    rfc: 'RFC 1034 3.6.2',
    meaning: 'A CNAME says that a name is another name for a second one; that one may be an alias again.',
    more: 'Whoever resolves goes on with the target, in whatever zone it is. A chain that comes back to itself never ends, so there is a limit.',
    see: ['CNAME', 'DNAME'],
  }),
  term({
    name: 'reverse name',
    aliases: ['reverse mapping', 'in-addr.arpa', 'ip6.arpa'],
    rfc: 'RFC 9499 7',
    meaning:
      'The name below in-addr.arpa or ip6.arpa that an address is turned into to ask for its PTR records.',
    see: ['PTR'],
  }),
  term({
    name: 'NODATA',
    rfc: 'RFC 2308 2.2',
    meaning:
      'The name exists, but has no record of the type: NOERROR with an empty answer and an SOA record.',
    see: ['NXDOMAIN', 'negative caching'],
  }),
];
