/**
 * One name put to several resolvers at once, by a computer whose own one changes nothing: what is found of each.
 */

import { AT } from './habits.ts';

export const SIDE_BY_SIDE: readonly {
  readonly asked: string;
  readonly resolvers: readonly (readonly [address: string, code: string | null])[];
}[] = [
  {
    asked: 'null.ads.example.org',
    resolvers: [
      [AT.unboundFiltering, 'FILTERED'],
      [AT.unbound, null],
      [AT.unboundPolicy, 'FILTERED'],
      [AT.bindPolicy, 'FILTERED'],
      [AT.dnsmasqFiltering, 'FILTERED'],
    ],
  },
  {
    asked: 'v4only.example.org AAAA',
    resolvers: [
      [AT.unboundDns64, 'DNS64'],
      [AT.bindDns64, 'DNS64'],
      [AT.dnsmasq, null],
    ],
  },
  {
    asked: 'missing.typo.example.org',
    resolvers: [
      [AT.dnsmasqFiltering, 'NXDOMAIN_REWRITTEN'],
      [AT.bindRedirect, 'NXDOMAIN_REWRITTEN'],
      [AT.bind, null],
    ],
  },
  {
    asked: 'www.broken.example',
    resolvers: [
      [AT.unboundValidating, 'VALIDATION_FAILED'],
      [AT.bind, 'VALIDATION_FAILED'],
      [AT.closed, 'RESOLVER_DOWN'],
      [AT.dnsmasq, null],
    ],
  },
];
