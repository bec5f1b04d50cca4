/**
 * The resolvers of the world, each at an address of its own and with a habit that makes its answers differ from those of
 * the authoritative servers.
 */

import { join } from 'node:path';
import type { Namespace } from '../namespace.ts';
import { FIXTURES } from '../servers.ts';
import { startBind, type BindView } from './bind.ts';
import { startDnsmasq } from './dnsmasq.ts';
import { startUnbound, type UnboundSetup } from './unbound.ts';

export const WORLD = join(FIXTURES, 'resolvers');
export const WORLD_HINTS = join(WORLD, 'root.hints');
const POLICY = join(WORLD, 'policy.zone');

/** Where each resolver of the world listens. */
export const AT = {
  unbound: '127.0.1.1',
  unboundValidating: '127.0.1.2',
  unboundFiltering: '127.0.1.3',
  unboundPolicy: '127.0.1.4',
  unboundDns64: '127.0.1.5',
  dnsmasq: '127.0.1.6',
  bind: '127.0.1.7',
  bindPolicy: '127.0.1.8',
  bindDns64: '127.0.1.9',
  bindRedirect: '127.0.1.10',
  dnsmasqFiltering: '127.0.1.11',
  /** Nothing listens here. */
  closed: '127.0.1.66',
  /** Hears every query and never answers. */
  silent: '127.0.1.67',
} as const;

/** Where authoritative servers of the world listen. */
export const AUTHORITY = {
  root: '192.0.2.1',
  otherRoot: '192.0.2.2',
  registry: '192.0.2.11',
  leaf: '192.0.2.21',
} as const;

/** The trust anchors are DS records as zone text; only the validating ones are told. */
export async function startResolvers(namespace: Namespace, anchors: readonly string[]): Promise<void> {
  const unbounds = unboundSetups(anchors).map((setup) => startUnbound(namespace, setup));
  const bind = startBind(namespace, { name: 'bind', rootHints: WORLD_HINTS, views: bindViews(anchors) });
  await Promise.all([...unbounds, bind]);
  const upstream = AT.unbound;
  await Promise.all([
    startDnsmasq(namespace, { name: 'dnsmasq', address: AT.dnsmasq, upstream }),
    startDnsmasq(namespace, {
      name: 'dnsmasq-filtering',
      address: AT.dnsmasqFiltering,
      upstream,
      lines: [
        'address=/typo.example.org/198.51.100.66',
        'address=/nxdomain.ads.example.org/',
        'address=/null.ads.example.org/0.0.0.0',
        // Answers with this address become NXDOMAIN. An extended error says so, but not from the cache.
        'bogus-nxdomain=198.51.100.46',
        'cache-size=0',
      ],
    }),
  ]);
}

function unboundSetups(anchors: readonly string[]): UnboundSetup[] {
  const rootHints = WORLD_HINTS;
  return [
    { name: 'unbound', address: AT.unbound, rootHints },
    {
      name: 'unbound-validating',
      address: AT.unboundValidating,
      rootHints,
      modules: 'validator iterator',
      server: [
        'ede: yes',
        'val-log-level: 2',
        // Its built-in zone is off, so that these names are looked up.
        'local-zone: 2.0.192.in-addr.arpa nodefault',
        ...anchors.map((ds) => `trust-anchor: "${ds}"`),
      ],
    },
    {
      name: 'unbound-filtering',
      address: AT.unboundFiltering,
      rootHints,
      server: [
        'ede: yes',
        'local-zone: nxdomain.ads.example.org always_nxdomain',
        'local-zone: nodata.ads.example.org always_nodata',
        'local-zone: null.ads.example.org always_null',
        'local-zone: refuse.ads.example.org refuse',
        'local-zone: redirect.ads.example.org redirect',
        'local-data: "redirect.ads.example.org A 0.0.0.0"',
        'local-zone: sinkhole.ads.example.org redirect',
        'local-data: "sinkhole.ads.example.org A 198.51.100.66"',
        // Only this name: the rest of its zone is looked up.
        'local-zone: inside.example.com transparent',
        'local-data: "inside.example.com A 10.0.0.5"',
      ],
    },
    {
      name: 'unbound-policy',
      address: AT.unboundPolicy,
      rootHints,
      modules: 'respip iterator',
      server: ['ede: yes'],
      clauses: ['rpz:', '  name: policy.example', `  zonefile: "${POLICY}"`],
    },
    {
      name: 'unbound-dns64',
      address: AT.unboundDns64,
      rootHints,
      modules: 'dns64 iterator',
      server: ['dns64-prefix: 2001:db8:64::/96'],
    },
  ];
}

function bindViews(anchors: readonly string[]): BindView[] {
  const unvalidated = 'dnssec-validation no;';
  return [
    {
      name: 'plain',
      address: AT.bind,
      statements: ['dnssec-validation yes;', `trust-anchors { ${anchors.map(staticAnchor).join(' ')} };`],
    },
    {
      name: 'policy',
      address: AT.bindPolicy,
      statements: [
        unvalidated,
        'response-policy { zone "policy.example"; };',
        `zone "policy.example" { type primary; file "${POLICY}"; };`,
      ],
    },
    {
      name: 'dns64',
      address: AT.bindDns64,
      statements: [unvalidated, 'dns64 2001:db8:64::/96 { clients { any; }; };'],
    },
    {
      name: 'redirect',
      address: AT.bindRedirect,
      statements: [unvalidated, `zone "." { type redirect; file "${join(WORLD, 'redirect.zone')}"; };`],
    },
  ];
}

/** `signed.example. IN DS 1 13 2 …` as BIND's configuration has it. */
function staticAnchor(ds: string): string {
  const [owner, , , tag, algorithm, digestType, digest] = ds.split(' ');
  return `${owner} static-ds ${tag} ${algorithm} ${digestType} "${digest}";`;
}
