/**
 * What a computer in the world of resolvers is asked with which files and name servers, and the cause that the
 * comparison has to name for it: each set-up with the names that have a cause in it and ordinary ones that have none.
 */

import type { EtcFiles } from '../namespace.ts';
import { AT, AUTHORITY } from './habits.ts';

export interface Setup {
  readonly setup: string;
  readonly etc: EtcFiles;
  /** Answered alike by both sides: nothing may be found. */
  readonly ordinary: readonly string[];
  readonly conditions: readonly Condition[];
}

export interface Condition {
  /** NAME [TYPE], or an address. */
  readonly asked: string;
  readonly verdict: 'same' | 'differs' | 'one-sided' | 'unavailable';
  /** Of the first finding. */
  readonly code: string;
  /** What its message and evidence have to quote. */
  readonly quotes: readonly RegExp[];
}

const HOSTS = `127.0.0.1  localhost
# 10.1.1.1 pinned.example.com was before the move.

10.1.1.2   printer
10.9.8.7   pin pinned.example.com # until the new server is there
10.1.1.3   copier
`;

/** Files of a computer with nothing in them but its name servers. */
function servers(...lines: readonly string[]): EtcFiles {
  const resolvConf = lines.map((line) => (/^[\d.]+$/.test(line) ? `nameserver ${line}` : line));
  return { hosts: '127.0.0.1  localhost\n', 'resolv.conf': `${resolvConf.join('\n')}\n` };
}

const filtered = (asked: string, ...quotes: RegExp[]): Condition => ({
  asked: `${asked}.ads.example.org`,
  verdict: asked === 'nxdomain' || asked === 'nodata' || asked === 'bogus' ? 'one-sided' : 'differs',
  code: 'FILTERED',
  quotes,
});

const unresolved = { verdict: 'differs', code: 'VALIDATION_FAILED' } as const;
const reverse = { asked: '192.0.2.21', verdict: 'one-sided', code: 'LOCAL_ZONE' } as const;
const synthesised = { asked: 'v4only.example.org AAAA', verdict: 'one-sided', code: 'DNS64' } as const;
const rewritten = { verdict: 'one-sided', code: 'NXDOMAIN_REWRITTEN' } as const;
const dead = { asked: 'www.example.com', verdict: 'same', code: 'RESOLVER_DOWN' } as const;
const lame = { asked: 'www.example', code: 'RESOLVER_LAME' } as const;

export const SETUPS: readonly Setup[] = [
  {
    setup: 'a hosts file',
    etc: { ...servers(AT.unbound), hosts: HOSTS },
    ordinary: ['www.example.com', 'mail.example.com', 'www.example.com AAAA', 'example.com MX'],
    conditions: [
      {
        asked: 'pinned.example.com',
        verdict: 'differs',
        code: 'HOSTS_FILE',
        quotes: [/\/etc\/hosts:5\b/, /10\.9\.8\.7/],
      },
    ],
  },
  {
    setup: 'a search list',
    etc: servers('# by hand', 'search corp.example.com', AT.unbound),
    ordinary: ['www.example.com', 'www.example', 'missing.example.com'],
    conditions: [
      {
        asked: 'intranet',
        verdict: 'one-sided',
        code: 'SEARCH_LIST',
        quotes: [/intranet\.corp\.example\.com/, /\/etc\/resolv\.conf:2\b/],
      },
    ],
  },
  {
    setup: 'a search list and ndots',
    etc: servers('search corp.example.com', AT.unbound, 'options timeout:2 ndots:3'),
    ordinary: ['www.example.com', 'www.example.'],
    conditions: [
      {
        asked: 'www.example',
        verdict: 'differs',
        code: 'NDOTS',
        quotes: [/ndots:3/, /www\.example\.corp\.example\.com/, /\/etc\/resolv\.conf:3\b/],
      },
      {
        asked: 'intranet',
        verdict: 'one-sided',
        code: 'SEARCH_LIST',
        quotes: [/intranet\.corp\.example\.com/, /\/etc\/resolv\.conf:1\b/],
      },
    ],
  },
  {
    setup: 'Unbound that filters by local zones',
    etc: servers(AT.unboundFiltering),
    ordinary: ['www.example.org', 'missing.example.org', 'v4only.example.org AAAA'],
    conditions: [
      filtered('nxdomain', /127\.0\.1\.3/),
      filtered('nodata', /127\.0\.1\.3/),
      filtered('null', /0\.0\.0\.0/),
      filtered('redirect', /0\.0\.0\.0/),
      filtered('sinkhole', /198\.51\.100\.66/),
      filtered('refuse', /REFUSED/),
      {
        asked: 'inside.example.com',
        verdict: 'differs',
        code: 'SPLIT_HORIZON',
        quotes: [/10\.0\.0\.5/, /198\.51\.100\.82/],
      },
    ],
  },
  {
    setup: 'Unbound with a response policy zone',
    etc: servers(AT.unboundPolicy),
    ordinary: ['www.example.org', 'missing.example.org'],
    conditions: [
      filtered('nxdomain', /127\.0\.1\.4/),
      filtered('nodata', /127\.0\.1\.4/),
      filtered('null', /0\.0\.0\.0/),
      filtered('sinkhole', /198\.51\.100\.66/),
    ],
  },
  {
    setup: 'BIND with a response policy zone',
    etc: servers(AT.bindPolicy),
    ordinary: ['www.example.org', 'missing.example.org'],
    conditions: [
      filtered('nxdomain', /policy\.example/),
      filtered('nodata', /policy\.example/),
      filtered('null', /0\.0\.0\.0/),
      filtered('sinkhole', /198\.51\.100\.66/),
    ],
  },
  {
    setup: 'dnsmasq that filters and rewrites',
    etc: servers(AT.dnsmasqFiltering),
    ordinary: ['www.example.org', 'missing.example.org'],
    conditions: [
      filtered('nxdomain', /127\.0\.1\.11/),
      filtered('null', /0\.0\.0\.0/),
      filtered('bogus', /extended error 15\b|15 \(Blocked\)/i),
      { ...rewritten, asked: 'missing.typo.example.org', quotes: [/198\.51\.100\.66/] },
      { ...reverse, quotes: [/2\.0\.192\.in-addr\.arpa/i] },
    ],
  },
  {
    setup: 'BIND with a redirect zone',
    etc: servers(AT.bindRedirect),
    ordinary: ['www.example.org', 'www.example.com AAAA'],
    conditions: [{ ...rewritten, asked: 'missing.example.org', quotes: [/198\.51\.100\.66/] }],
  },
  {
    setup: 'Unbound with DNS64',
    etc: servers(AT.unboundDns64),
    ordinary: ['www.example.com AAAA', 'v4only.example.org', 'missing.example.org AAAA'],
    conditions: [{ ...synthesised, quotes: [/2001:db8:64::\/96/, /198\.51\.100\.48/] }],
  },
  {
    setup: 'BIND with DNS64',
    etc: servers(AT.bindDns64),
    ordinary: ['www.example.com AAAA', 'v4only.example.org'],
    conditions: [{ ...synthesised, quotes: [/2001:db8:64::\/96/, /198\.51\.100\.48/] }],
  },
  {
    setup: 'Unbound that validates',
    etc: servers(AT.unboundValidating),
    // Its built-in zone for 192.0.2.0/24 is off.
    ordinary: ['www.signed.example', 'www.example.com', '192.0.2.21'],
    conditions: [
      { ...unresolved, asked: 'www.broken.example', quotes: [/SERVFAIL/, /\b6 \(DNSSEC Bogus\)/i] },
      // From its cache Unbound says 6, whatever it said at first.
      {
        ...unresolved,
        asked: 'www.expired.example',
        quotes: [/SERVFAIL/, /\b(6 \(DNSSEC Bogus\)|7 \(Signature Expired\))/i],
      },
    ],
  },
  {
    setup: 'BIND that validates',
    etc: servers(AT.bind),
    ordinary: ['www.signed.example', 'www.example.com'],
    conditions: [
      // This BIND has no extended errors for it.
      { ...unresolved, asked: 'www.broken.example', quotes: [/SERVFAIL/] },
      { ...unresolved, asked: 'www.expired.example', quotes: [/SERVFAIL/] },
      { ...reverse, quotes: [/2\.0\.192\.in-addr\.arpa/i] },
    ],
  },
  {
    setup: 'Unbound as it comes',
    etc: servers(AT.unbound),
    ordinary: ['www.example.com', 'alias.example.com', 'www.example.com TXT', 'missing.example.com'],
    conditions: [
      { ...reverse, quotes: [/2\.0\.192\.in-addr\.arpa/] },
      { ...reverse, asked: '198.51.100.80', quotes: [/100\.51\.198\.in-addr\.arpa/] },
    ],
  },
  {
    setup: 'a closed port as first name server',
    etc: servers(AT.closed, AT.unbound),
    ordinary: [],
    conditions: [{ ...dead, quotes: [/127\.0\.1\.66/] }],
  },
  {
    setup: 'a silent first name server',
    etc: servers(AT.silent, AT.unbound, 'options timeout:1'),
    ordinary: [],
    conditions: [{ ...dead, quotes: [/127\.0\.1\.67/] }],
  },
  {
    setup: 'a server of some zones as first name server',
    etc: servers(AUTHORITY.leaf, AT.unbound),
    ordinary: [],
    conditions: [{ ...lame, verdict: 'same', quotes: [/192\.0\.2\.21/, /REFUSED|refuses/] }],
  },
  {
    setup: 'a root server as name server',
    etc: servers(AUTHORITY.root),
    ordinary: [],
    // It refers to the servers of the top-level zone, which the C library takes for "no address".
    conditions: [{ ...lame, verdict: 'one-sided', quotes: [/192\.0\.2\.1\b/, /\bRA\b/] }],
  },
  {
    setup: 'closed ports only',
    etc: servers(AT.closed, '127.0.1.68'),
    ordinary: [],
    conditions: [{ ...dead, verdict: 'unavailable', quotes: [/127\.0\.1\.66/, /127\.0\.1\.68/] }],
  },
];

export function computerOf(server: string): EtcFiles {
  return servers(server);
}
