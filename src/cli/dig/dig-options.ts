/**
 * The `+` words of dig, version 9.18, each with what it means here: our own options, nothing where we do so anyway, what
 * of the message is shown, or one line that says what there is instead. People paste lines of dig.
 */

import { SHOWN_PARTS, type ShownPart } from '../../render/shown-parts.ts';

/** Our options, `$` being the value that stands behind `=`. */
type Ours = readonly string[];

export interface DigMeaning {
  readonly ours: Ours;
}

/** What of the message is shown: see `--show`. */
export interface DigShown {
  readonly shows: readonly ShownPart[];
}

/** It cannot be had; what there is instead. */
export interface DigRefusal {
  readonly instead: string;
}

export interface DigOption {
  readonly name: string;
  readonly yes: DigMeaning | DigShown | DigRefusal;
  /** With `no` in front. */
  readonly no: DigMeaning | DigShown | DigRefusal;
  /** What the value is; absent where there is none. */
  readonly value?: string;
}

const NOTHING: DigMeaning = { ours: [] };
const as = (...ours: Ours): DigMeaning => ({ ours });
const instead = (text: string): DigRefusal => ({ instead: text });
const shows = (...parts: readonly ShownPart[]): DigShown => ({ shows: parts });

/** What cannot be had either way. */
const neither = (name: string, text: string, value?: string): DigOption => ({
  name,
  yes: instead(text),
  no: NOTHING,
  ...(value === undefined ? {} : { value }),
});

/** What is done anyway, or changes nothing that is seen here. */
const asEver = (name: string): DigOption => ({ name, yes: NOTHING, no: NOTHING });

const part = (name: string, ...parts: readonly ShownPart[]): DigOption => ({
  name,
  yes: shows(...parts),
  no: shows(...parts),
});

const flags = 'rootwalk build makes a query with any flags';

export const DIG_OPTIONS: readonly DigOption[] = [
  { name: 'short', yes: as('--format', 'short'), no: NOTHING },
  { name: 'tcp', yes: as('--tcp'), no: NOTHING },
  { name: 'vc', yes: as('--tcp'), no: NOTHING },
  { name: 'recurse', yes: NOTHING, no: as('--no-recurse') },
  { name: 'rdflag', yes: NOTHING, no: as('--no-recurse') },
  { name: 'dnssec', yes: as('--dnssec'), no: NOTHING },
  { name: 'do', yes: as('--dnssec'), no: NOTHING },
  { name: 'nsid', yes: as('--nsid'), no: NOTHING },
  { name: 'cdflag', yes: as('--cd'), no: NOTHING },
  { name: 'cookie', yes: as('--cookie'), no: NOTHING },
  { name: 'subnet', yes: as('--subnet', '$'), no: NOTHING, value: 'a prefix, as +subnet=192.0.2.0/24' },
  { name: 'bufsize', yes: as('--bufsize', '$'), no: NOTHING, value: 'octets, as +bufsize=1232' },
  { name: 'edns', yes: NOTHING, no: as('--no-edns') },
  { name: 'ignore', yes: as('--ignore-truncation'), no: NOTHING },
  { name: 'timeout', yes: as('--timeout', '$000'), no: NOTHING, value: 'seconds, as +timeout=2' },
  { name: 'time', yes: as('--timeout', '$000'), no: NOTHING, value: 'seconds, as +time=2' },
  { name: 'tries', yes: as('--tries', '$'), no: NOTHING, value: 'a number, as +tries=1' },
  { name: 'retry', yes: as('--tries', '+$'), no: NOTHING, value: 'a number, as +retry=2' },
  { name: 'yaml', yes: as('--format', 'yaml'), no: NOTHING },
  { name: 'json', yes: as('--format', 'json'), no: NOTHING },
  { name: 'trace', yes: instead('rootwalk trace NAME [TYPE] walks from the root'), no: NOTHING },
  { name: 'qmin', yes: as('--minimise'), no: NOTHING },
  { name: 'all', yes: shows(...SHOWN_PARTS), no: shows(...SHOWN_PARTS) },
  part('comments', 'comments'),
  part('question', 'question'),
  part('answer', 'answer'),
  part('authority', 'authority'),
  part('additional', 'additional'),
  part('stats', 'stats'),
  ...['cmd', 'multiline', 'ttlid', 'ttlunits', 'class', 'crypto', 'rrcomments', 'identify', 'onesoa'].map(
    asEver,
  ),
  ...['defname', 'search', 'showsearch', 'fail', 'besteffort', 'badcookie', 'showbadcookie'].map(asEver),
  ...[
    'idnin',
    'idnout',
    'adflag',
    'ednsnegotiation',
    'keepopen',
    'unknownformat',
    'expandaaaa',
    'mapped',
  ].map(asEver),
  neither('qr', 'the query is in rootwalk query --format json, and rootwalk trace -f pcap has both'),
  neither('nssearch', 'rootwalk trace NAME --all asks every server of the zone'),
  neither('topdown', 'rootwalk trace NAME walks from the root'),
  neither('sigchase', 'rootwalk trace NAME walks from the root'),
  neither('trusted-key', 'signatures are shown and not checked'),
  neither('aaflag', flags),
  neither('aaonly', flags),
  neither('raflag', flags),
  neither('tcflag', flags),
  neither('zflag', flags),
  neither('coflag', flags),
  neither('header-only', flags),
  neither('opcode', flags, 'a word'),
  neither('qid', 'IDs are chosen at random: rootwalk build makes a query with any', 'a number'),
  neither('ednsflags', flags, 'a number'),
  neither('ednsopt', 'rootwalk build makes a query with any option', 'an option'),
  neither('expire', 'rootwalk build makes a query with any option'),
  neither('keepalive', 'rootwalk build makes a query with any option'),
  neither('padding', 'rootwalk build makes a query with any option', 'octets'),
  neither(
    'domain',
    'names are asked for as they are typed: rootwalk compare shows the search list',
    'a name',
  ),
  neither(
    'ndots',
    'names are asked for as they are typed: rootwalk compare shows the search list',
    'a number',
  ),
  neither('split', '--format json has the octets', 'a number'),
  neither('dns64prefix', 'rootwalk compare says where DNS64 is at work'),
  { name: 'tls', yes: as('--tls'), no: NOTHING },
  { name: 'tls-ca', yes: as('--ca', '$'), no: NOTHING, value: 'a file, as +tls-ca=ca.pem' },
  { name: 'tls-hostname', yes: as('--tls-name', '$'), no: NOTHING, value: 'a name' },
  neither('https', 'give the server as @https://SERVER/dns-query'),
  neither('https-get', 'give the server as @https://SERVER/dns-query, with --http-get'),
];
