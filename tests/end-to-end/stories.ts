/**
 * What the program is asked in the Internet of this suite, and how each walk has to end. The zones that make each story
 * are in fixtures/end-to-end.
 */

export interface Story {
  readonly story: string;
  /** After `trace`. */
  readonly args: readonly string[];
  readonly exit: number;
  readonly status: 'answer' | 'nodata' | 'nxdomain' | 'failure';
  readonly reason: string | null;
  readonly aliases?: readonly string[];
  /** The last records, those of the type that was asked for: their data. */
  readonly data?: readonly string[];
  /** Outcomes that some hop must have. */
  readonly outcomes?: readonly string[];
  /** The zones whose servers the main path asked, in order; later walks of an alias included. */
  readonly zones?: readonly string[];
  readonly withinMs?: number;
}

const answer = { exit: 0, status: 'answer', reason: null } as const;
const nxdomain = { exit: 3, status: 'nxdomain', reason: null } as const;
const nodata = { exit: 4, status: 'nodata', reason: null } as const;
const failure = { exit: 5, status: 'failure' } as const;
const silence = { exit: 6, status: 'failure', reason: 'no-reply' } as const;

const EXAMPLE = ['.', 'com.', 'example.com.'];
const HARBOUR = ['.', 'net.', 'harbour.net.'];

export const PLAIN: readonly Story[] = [
  {
    story: 'addresses',
    args: ['www.example.com'],
    ...answer,
    data: ['84.16.67.80', '84.16.67.81'],
    zones: EXAMPLE,
  },
  { story: 'IPv6 addresses', args: ['www.example.com', 'AAAA'], ...answer, data: ['2a00:1508:1:f800::80'] },
  {
    story: 'mail',
    args: ['example.com', 'MX'],
    ...answer,
    data: ['10 mail.example.com.', '20 mail.harbour.net.'],
  },
  {
    story: 'text',
    args: ['example.com', 'TXT'],
    ...answer,
    data: ['"two" "strings; with \\"quotes\\" and a back\\\\slash"', '"v=spf1 mx -all"'],
  },
  {
    story: 'underscores',
    args: ['_sip._tcp.example.com', 'SRV'],
    ...answer,
    data: ['10 60 5060 sip.example.com.'],
  },
  {
    story: 'an underscore in front',
    args: ['_dmarc.example.com', 'TXT'],
    ...answer,
    data: ['"v=DMARC1; p=reject"'],
  },
  { story: 'who may certify', args: ['example.com', 'CAA'], ...answer, data: ['0 issue "letsencrypt.org"'] },
  {
    story: 'a type without a name',
    args: ['odd.example.com', 'TYPE65280'],
    ...answer,
    data: ['\\# 4 0a000001'],
  },
  {
    story: 'a dot in a label',
    args: ['two\\.dots.example.com'],
    ...answer,
    data: ['84.16.67.72'],
    zones: EXAMPLE,
  },
  { story: 'a space in a label', args: ['sp\\032ace.example.com'], ...answer, data: ['84.16.67.73'] },
  { story: 'an octet above 127', args: ['high\\233.example.com'], ...answer, data: ['84.16.67.74'] },
  {
    story: 'capital letters and a last dot',
    args: ['WWW.Example.COM.', 'aaaa'],
    ...answer,
    data: ['2a00:1508:1:f800::80'],
  },
  {
    story: 'a child zone on the same servers',
    args: ['www.same.example.com'],
    ...answer,
    data: ['84.16.67.82'],
  },
  {
    story: 'a child zone on other servers',
    args: ['www.dept.example.com'],
    ...answer,
    data: ['185.49.140.82'],
    zones: [...EXAMPLE, 'dept.example.com.'],
  },
  { story: 'a wildcard', args: ['whatever.wild.example.com'], ...answer, data: ['84.16.67.70'] },
  { story: 'two labels under a wildcard', args: ['a.b.wild.example.com'], ...answer, data: ['84.16.67.70'] },
  {
    story: 'big text over TCP',
    args: ['big.example.com', 'TXT'],
    ...answer,
    outcomes: ['truncated', 'answer'],
  },
  { story: 'a top-level domain', args: ['com', 'SOA'], ...answer, zones: ['.', 'com.'] },
  {
    story: 'the name servers of a zone',
    args: ['com', 'NS'],
    ...answer,
    data: ['a.gtld-servers.net.', 'b.gtld-servers.net.'],
  },
  { story: 'the root', args: ['.', 'SOA'], ...answer, zones: ['.'] },
  { story: 'a zone of the root servers', args: ['k.root-servers.net'], ...answer, data: ['193.0.14.129'] },
  {
    story: 'an internationalised name',
    args: ['bücher.org'],
    ...answer,
    data: ['84.16.67.88'],
    zones: ['.', 'org.', 'xn--bcher-kva.org.'],
  },
  {
    story: 'an internationalised top-level domain',
    args: ['пример.рф'],
    ...answer,
    data: ['185.49.140.84'],
    zones: ['.', 'xn--p1ai.', 'xn--e1afmkfd.xn--p1ai.'],
  },
  {
    story: 'the host of a URL',
    args: ['https://www.example.com:8443/a?b=c'],
    ...answer,
    data: ['84.16.67.80', '84.16.67.81'],
  },
];

export const NEGATIVE: readonly Story[] = [
  {
    story: 'a name that is not there',
    args: ['nothing.example.com'],
    ...nxdomain,
    outcomes: ['nxdomain'],
    zones: EXAMPLE,
  },
  { story: 'a zone that is not there', args: ['www.no-such-zone.com'], ...nxdomain, zones: ['.', 'com.'] },
  {
    story: 'a top-level domain that is not there',
    args: ['www.example.nosuchtld'],
    ...nxdomain,
    zones: ['.'],
  },
  {
    story: 'no such type',
    args: ['mail.example.com', 'AAAA'],
    ...nodata,
    outcomes: ['nodata'],
    zones: EXAMPLE,
  },
  { story: 'an empty non-terminal', args: ['branch.example.com'], ...nodata },
  { story: 'a deeper empty non-terminal', args: ['twig.branch.example.com', 'TXT'], ...nodata },
  { story: 'below an empty non-terminal', args: ['bud.twig.branch.example.com'], ...nxdomain },
  { story: 'a name beside a wildcard', args: ['here.wild.example.com'], ...nodata },
  { story: 'a top-level domain without addresses', args: ['org', 'A'], ...nodata, zones: ['.', 'org.'] },
  { story: 'the root without addresses', args: ['.', 'A'], ...nodata, zones: ['.'] },
  {
    story: 'a zone without keys: its parent says so',
    args: ['example.com', 'DS'],
    ...nodata,
    zones: ['.', 'com.'],
  },
  { story: 'the owner of a DNAME itself', args: ['oldport.org'], ...nodata },
];

export const ALIASES: readonly Story[] = [
  {
    story: 'within the zone',
    args: ['short.example.com'],
    ...answer,
    aliases: ['www.example.com.'],
    data: ['84.16.67.80', '84.16.67.81'],
  },
  {
    story: 'through two other zones',
    args: ['shop.example.com'],
    ...answer,
    aliases: ['storefront.harbour.net.', 'edge.lighthouse.org.'],
    data: ['84.16.67.99'],
    outcomes: ['alias', 'answer'],
  },
  {
    story: 'asked for itself',
    args: ['shop.example.com', 'CNAME'],
    ...answer,
    aliases: [],
    data: ['storefront.harbour.net.'],
  },
  {
    story: 'made by a wildcard',
    args: ['thing.any.example.com', 'AAAA'],
    ...answer,
    aliases: ['www.example.com.'],
    data: ['2a00:1508:1:f800::80'],
  },
  {
    story: 'made by a DNAME',
    args: ['www.oldport.org'],
    ...answer,
    aliases: ['www.harbour.net.'],
    data: ['185.49.140.80'],
  },
  {
    story: 'made by a DNAME that leads to aliases',
    args: ['storefront.oldport.org'],
    ...answer,
    aliases: ['storefront.harbour.net.', 'edge.lighthouse.org.'],
    data: ['84.16.67.99'],
  },
  {
    story: 'to a name that is not there',
    args: ['gone.example.com'],
    ...nxdomain,
    aliases: ['nothing.harbour.net.'],
  },
  {
    story: 'to a name without that type',
    args: ['halfway.example.com'],
    ...nodata,
    aliases: ['mailonly.harbour.net.'],
  },
  {
    story: 'to a name with that type',
    args: ['halfway.example.com', 'MX'],
    ...answer,
    data: ['10 mail.harbour.net.'],
  },
];

export const REVERSE: readonly Story[] = [
  {
    story: 'through an alias without class (RFC 2317)',
    args: ['-x', '203.119.86.77'],
    ...answer,
    aliases: ['77.64-95.86.119.203.in-addr.arpa.'],
    data: ['www.example.com.'],
  },
  {
    story: 'an address as the name',
    args: ['203.119.86.10'],
    ...answer,
    aliases: [],
    data: ['www.harbour.net.'],
    zones: ['.', 'arpa.', 'in-addr.arpa.', '203.in-addr.arpa.', '86.119.203.in-addr.arpa.'],
  },
  { story: 'an IPv6 address', args: ['2001:dc0:77::80'], ...answer, data: ['www.harbour.net.'] },
  { story: 'an address without a name', args: ['203.119.86.11'], ...nxdomain },
  {
    story: 'the customer has none',
    args: ['-x', '203.119.86.90'],
    ...nxdomain,
    aliases: ['90.64-95.86.119.203.in-addr.arpa.'],
  },
];

/** Troubles that leave the zone answering. */
export const TROUBLED: readonly Story[] = [
  {
    story: 'no glue',
    args: ['www.orphan.com'],
    ...answer,
    data: ['185.49.140.101'],
    zones: ['.', 'com.', 'orphan.com.'],
  },
  {
    story: 'no glue twice',
    args: ['www.nested.org'],
    ...answer,
    data: ['185.49.140.102'],
    zones: ['.', 'org.', 'nested.org.'],
  },
  {
    story: 'one silent server',
    args: ['www.patient.com'],
    ...answer,
    data: ['185.49.140.103'],
    withinMs: 2500,
  },
  {
    story: 'one server with its port closed',
    args: ['www.shut.net'],
    ...answer,
    data: ['185.49.140.108'],
    withinMs: 2500,
  },
  { story: 'one failing server', args: ['www.faulty.net'], ...answer, data: ['185.49.140.104'] },
  { story: 'one refusing server', args: ['www.grudge.org'], ...answer, data: ['185.49.140.105'] },
  { story: 'one lame server', args: ['www.halflame.org'], ...answer, data: ['185.49.140.106'] },
  {
    story: 'a server with an IPv6 address only',
    args: ['www.sixonly.org'],
    ...answer,
    data: ['185.49.140.107'],
  },
  {
    story: 'nine of thirteen root servers out of reach',
    args: ['www.harbour.net'],
    ...answer,
    zones: HARBOUR,
    withinMs: 2500,
  },
];

/** Troubles that end the walk. */
export const FAILING: readonly Story[] = [
  { story: 'every server silent', args: ['www.silence.com'], ...silence, outcomes: ['timeout'] },
  {
    story: 'no route to any server',
    args: ['www.unrouted.org'],
    ...silence,
    outcomes: ['unreachable'],
    withinMs: 2500,
  },
  { story: 'an alias into silence', args: ['lost.example.com'], ...silence, aliases: ['www.silence.com.'] },
  {
    story: 'every server refuses',
    args: ['www.barred.org'],
    ...failure,
    reason: 'refused',
    outcomes: ['refused'],
  },
  {
    story: 'every server fails',
    args: ['www.wreck.net'],
    ...failure,
    reason: 'servfail',
    outcomes: ['servfail'],
  },
  { story: 'a referral upward', args: ['www.upward.net'], ...failure, reason: 'lame', outcomes: ['lame'] },
  { story: 'a referral to itself', args: ['www.stuck.com'], ...failure, reason: 'lame', outcomes: ['lame'] },
  { story: 'aliases in a circle', args: ['chase.example.com'], ...failure, reason: 'loop' },
  { story: 'an alias of itself', args: ['self.example.com'], ...failure, reason: 'loop' },
  {
    story: 'aliases in a circle through two zones',
    args: ['ring.example.com'],
    ...failure,
    reason: 'loop',
    outcomes: ['alias'],
  },
  { story: 'two zones that each need the other', args: ['www.round.com'], ...failure, reason: 'loop' },
  {
    story: 'a server whose name does not exist',
    args: ['www.nameless.org'],
    ...failure,
    reason: 'no-servers',
  },
];
