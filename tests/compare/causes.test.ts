import { describe, expect, it } from 'vitest';
import {
  circumstancesOfServer,
  circumstancesOfSystem,
  compareAnswers,
} from '../../src/compare/compare-answers.ts';
import type { Walked } from '../../src/compare/circumstances.ts';
import type { Comparison } from '../../src/compare/comparison.ts';
import type { ProbeResults } from '../../src/compare/probe-results.ts';
import { typeCode } from '../../src/message/codes.ts';
import { scanRecord } from '../../src/message/record-text.ts';
import type { Ending } from '../../src/resolver/events.ts';
import { RESOLVER, walkedTo } from '../support/resolver-voice.ts';
import type { ServerAnswer, SystemAnswer } from '../../src/system/system-answer.ts';

const records = (...lines: string[]): Ending['answers'] => lines.map((line) => scanRecord(line));
const SOA = 'example.com. 300 IN SOA ns1.example.com. h.example.com. 7 7200 900 1209600 300';

const denial = (more: Partial<ServerAnswer> = {}): ServerAnswer => ({
  ...RESOLVER,
  rcode: 3,
  authorities: records(SOA),
  ...more,
});
const saying = (line: string, more: Partial<ServerAnswer> = {}): ServerAnswer => ({
  ...RESOLVER,
  answers: records(line),
  ...more,
});

const WALKED = walkedTo('www.example.com. 300 IN A 192.0.2.80');

/** What one resolver says, held against the walk. */
function against(
  walked: Walked,
  server: ServerAnswer,
  probes: ProbeResults = {},
  type = 'A',
  name = 'www.example.com.',
): Comparison {
  return compareAnswers(
    circumstancesOfServer({ name, type: typeCode(type)!, class: 1 }, walked, server),
    probes,
  );
}
const codes = ({ findings }: Comparison): string[] => findings.map(({ code }) => code);
const first = ({ findings }: Comparison): string => `${findings[0]?.code}: ${findings[0]?.message}`;

const later = { firstTtl: 214, thenTtl: 213, afterMs: 1100 };

describe('a stale cache', () => {
  const old = saying('www.example.com. 214 IN A 192.0.2.79');

  it('is told with its age and what is left of it', () => {
    expect(first(against(WALKED, old, { later }))).toBe(
      'STALE_CACHE: the resolver 192.0.2.53 still remembers 192.0.2.79 for www.example.com, 86 s old, and will for 214 s more; the zone now says 192.0.2.80',
    );
  });

  it('may be of a name that is no more', () => {
    expect(first(against(walkedTo(), old, { later }))).toMatch(/^STALE_CACHE: .*"no such name"$/);
  });

  it('is not said of a TTL that stands still, nor of an answer with authority', () => {
    expect(codes(against(WALKED, old, { later: { ...later, thenTtl: 214 } }))).not.toContain('STALE_CACHE');
    expect(codes(against(WALKED, { ...old, flags: ['qr', 'aa', 'ra'] }, { later }))).not.toContain(
      'STALE_CACHE',
    );
  });

  it('gives no age where the TTL may have been cut', () => {
    const long = walkedTo('www.example.com. 604800 IN A 192.0.2.80');
    expect(first(against(long, old, { later }))).toContain(
      '192.0.2.79 for www.example.com, and will for 214 s',
    );
  });

  it('is not said of what the resolver has only just asked for', () => {
    const fresh = saying('www.example.com. 299 IN A 192.0.2.79');
    const counting = { firstTtl: 299, thenTtl: 298, afterMs: 1100 };
    expect(codes(against(WALKED, fresh, { later: counting }))).toEqual(['ANSWERS_DIFFER']);
  });

  it('is as old as the oldest record, aliases included', () => {
    const lines = ['www.example.com. 60 IN CNAME a.example.net.', 'a.example.net. 300 IN A 192.0.2.80'];
    const walked = walkedTo(...lines);
    const aliased = { ...walked, ending: { ...walked.ending, aliases: ['a.example.net.'] } };
    const answers = records(
      'www.example.com. 20 IN CNAME b.example.net.',
      'b.example.net. 300 IN A 192.0.2.79',
    );
    const comparison = against(
      aliased,
      { ...RESOLVER, answers },
      { later: { ...later, firstTtl: 20, thenTtl: 19 } },
    );
    expect(first(comparison)).toContain('192.0.2.79 for www.example.com, 40 s old, and will for 20 s more');
    expect(codes(comparison)).toEqual(['STALE_CACHE', 'ALIAS_DIVERGES']);
  });

  it('is believed where the resolver says so itself', () => {
    const said = {
      ...old,
      answers: records('www.example.com. 30 IN A 192.0.2.79'),
      extendedErrors: [{ code: 3, text: '' }],
    };
    expect(first(against(WALKED, said))).toContain('past its time');
  });
});

describe('a negative cache', () => {
  const kept = denial({ authorities: records(SOA.replace(' 300 IN', ' 260 IN')) });

  it('is told with its age, and the versions of the zone', () => {
    const comparison = against(WALKED, kept, { soa: { serial: 8, ttl: 3600, minimum: 300 } });
    expect(first(comparison)).toBe(
      'NEGATIVE_CACHE: the resolver 192.0.2.53 still remembers that there was no www.example.com: it learnt that at least 40 s ago, and will for 260 s more; the zone now says 192.0.2.80',
    );
    expect(comparison.findings[0]!.evidence).toContain(
      'its denial is from version 7 of example.com., which is at 8 now',
    );
  });

  it('may look young, with the SOA record of another denial: then it has no age', () => {
    const soa = { serial: 7, ttl: 3600, minimum: 300 };
    expect(first(against(WALKED, denial(), { soa }))).toBe(
      'NEGATIVE_CACHE: the resolver 192.0.2.53 still remembers that there was no www.example.com, since when cannot be told, and will for 300 s more; the zone now says 192.0.2.80',
    );
  });

  it('is not said of a denial that is fresh and of another zone', () => {
    const above = denial({ authorities: records(SOA.replace(/^example.com/, 'com')) });
    expect(codes(against(WALKED, above, { soa: { serial: 7, ttl: 3600, minimum: 300 } }))).toEqual([
      'NAME_MISSING_HERE',
    ]);
  });
});

describe('a filter', () => {
  it.each([
    ['a null address', saying('www.example.com. 60 IN A 0.0.0.0')],
    ['a denial without the SOA record', denial({ authorities: [] })],
    ['a denial with authority', denial({ flags: ['qr', 'aa', 'ra'] })],
    ['an extended error', denial({ extendedErrors: [{ code: 15, text: 'malware' }] })],
    [
      'an address with authority',
      saying('www.example.com. 60 IN A 192.0.2.66', { flags: ['qr', 'aa', 'ra'] }),
    ],
  ])('shows itself by %s', (_, server) => {
    expect(codes(against(WALKED, server))[0]).toBe('FILTERED');
  });

  it('shows itself by a TTL that stands still', () => {
    const server = saying('www.example.com. 5 IN A 192.0.2.66');
    expect(codes(against(WALKED, server, { later: { firstTtl: 5, thenTtl: 5, afterMs: 1100 } }))[0]).toBe(
      'FILTERED',
    );
  });

  it('of one name is told from a resolver that refuses all', () => {
    const refusal = { ...RESOLVER, rcode: 5, extendedErrors: [{ code: 18, text: '' }] };
    const nonsense = { name: 'x.com.' };
    expect(codes(against(WALKED, refusal, { nonsense: { ...nonsense, said: [] } }))[0]).toBe('FILTERED');
    expect(codes(against(WALKED, refusal, { nonsense: { ...nonsense, said: null } }))).toEqual([
      'RESOLVER_LAME',
    ]);
  });

  it('is not said of a resolver that leaves SOA records out of all denials', () => {
    expect(codes(against(WALKED, denial({ authorities: [], program: 'systemd-resolved' })))).toEqual([
      'NAME_MISSING_HERE',
    ]);
  });
});

describe('names of special zones', () => {
  const reverse = '80.2.0.192.in-addr.arpa.';
  const walked = walkedTo(`${reverse} 300 IN PTR www.example.com.`);
  const own = '2.0.192.in-addr.arpa. 10800 IN SOA localhost. nobody.invalid. 1 3600 1200 604800 10800';

  it('are known as such', () => {
    const server = denial({ flags: ['qr', 'aa', 'rd', 'ra'], authorities: records(own) });
    const comparison = against(walked, server, {}, 'PTR', reverse);
    expect(first(comparison)).toContain(
      'LOCAL_ZONE: the resolver 192.0.2.53 answers names under 2.0.192.in-addr.arpa by itself',
    );
  });

  it('are known behind a forwarder too, and not mistaken where the zone itself denies', () => {
    expect(codes(against(walked, denial({ authorities: records(own) }), {}, 'PTR', reverse))).toEqual([
      'LOCAL_ZONE',
    ]);
    const real = own.replace('localhost. nobody.invalid.', 'ns1.example.net. h.example.net.');
    expect(codes(against(walked, denial({ authorities: records(real) }), {}, 'PTR', reverse))).not.toContain(
      'LOCAL_ZONE',
    );
  });
});

describe('translation', () => {
  const server = saying('www.example.com. 300 IN AAAA 2001:db8:64::c000:250');
  const walked: Walked = { ...walkedTo(), ending: { ...walkedTo().ending, status: 'nodata', rcode: 0 } };

  it('is found by the prefix in ipv4only.arpa', () => {
    const probes = { ipv4only: ['2001:db8:64::c000:aa', '2001:db8:64::c000:ab'] };
    const comparison = against(walked, server, probes, 'AAAA');
    expect(first(comparison)).toContain('stands for 192.0.2.80');
    expect(comparison.findings[0]!.evidence![0]).toContain('2001:db8:64::/96');
  });

  it('is no memory, though it counts down', () => {
    const probes = {
      ipv4only: ['2001:db8:64::c000:aa'],
      later: { firstTtl: 200, thenTtl: 199, afterMs: 1100 },
    };
    expect(codes(against(walked, server, probes, 'AAAA'))).toEqual(['DNS64']);
  });

  it('is not said where the address has another prefix', () => {
    expect(codes(against(walked, server, { ipv4only: ['64:ff9b::c000:aa'] }, 'AAAA'))).not.toContain('DNS64');
    expect(codes(against(walked, server, { ipv4only: [] }, 'AAAA'))).not.toContain('DNS64');
  });
});

describe('a resolver', () => {
  it('that makes up answers gives itself away with nonsense', () => {
    const server = saying('www.example.com. 60 IN A 192.0.2.66');
    const nonsense = { name: 'xyz.example.com.', said: ['192.0.2.66'] };
    expect(codes(against(walkedTo(), server, { nonsense }))[0]).toBe('NXDOMAIN_REWRITTEN');
    expect(codes(against(walkedTo(), server))).toEqual(['NAME_ONLY_HERE']);
  });

  it('that checks signatures answers without checking', () => {
    const server = { ...RESOLVER, rcode: 2, unchecked: { rcode: 0, answers: [] } };
    expect(codes(against(WALKED, server))[0]).toBe('VALIDATION_FAILED');
    expect(codes(against(WALKED, { ...RESOLVER, rcode: 2 }))).toEqual(['RESOLVER_FAILED']);
    expect(codes(against(WALKED, { ...RESOLVER, rcode: 2, unchecked: { rcode: 2, answers: [] } }))).toEqual([
      'RESOLVER_FAILED',
    ]);
  });

  it('that is slow is named, though both agree', () => {
    const same = saying('www.example.com. 300 IN A 192.0.2.80', { rttMs: 1800 });
    expect(codes(against(WALKED, same))).toEqual(['RESOLVER_SLOW']);
    expect(codes(against(WALKED, { ...same, rttMs: 30 }))).toEqual([]);
  });

  it('may be somebody else', () => {
    const same = saying('www.example.com. 300 IN A 192.0.2.66');
    const nowhere = { address: '192.0.2.254', isAnswered: true };
    expect(codes(against(WALKED, same, { nowhere }))).toContain('INTERCEPTED');
    expect(codes(against(WALKED, same, { nowhere: { ...nowhere, isAnswered: false } }))).not.toContain(
      'INTERCEPTED',
    );
    const standing = { firstTtl: 60, thenTtl: 60, afterMs: 1100 };
    expect(codes(against(WALKED, same, { nowhere, later: standing }))).toEqual(['INTERCEPTED', 'FILTERED']);
  });
});

describe('the zone', () => {
  const other = saying('www.example.com. 300 IN A 192.0.2.79');
  const servers = [
    { server: 'ns1.example.com.', address: '192.0.2.1', said: ['192.0.2.80'] },
    { server: 'ns2.example.com.', address: '192.0.2.2', said: ['192.0.2.79'] },
  ];

  it('may have servers that disagree', () => {
    expect(codes(against(WALKED, other, { authorities: servers }))).toEqual(['AUTHORITIES_DIFFER']);
    const remembered = saying('www.example.com. 214 IN A 192.0.2.79');
    expect(codes(against(WALKED, remembered, { authorities: servers, later }))).toEqual([
      'AUTHORITIES_DIFFER',
    ]);
    expect(codes(against(WALKED, other, { authorities: servers.slice(0, 1) }))).not.toContain(
      'AUTHORITIES_DIFFER',
    );
  });

  it('may answer each place differently', () => {
    const subnets = [
      { subnet: '198.51.100.0/24', said: ['192.0.2.79'], scope: 24 },
      { subnet: '203.0.113.0/24', said: ['192.0.2.80'], scope: 24 },
    ];
    expect(codes(against(WALKED, other, { subnets }))[0]).toBe('BOTH_VALID');
    expect(codes(against(WALKED, other, { subnets: [] }))).not.toContain('BOTH_VALID');
  });

  it('may be reached over IPv6 only, or not at all', () => {
    const message =
      'No server of example.com. has an address. Also: ns1.example.net. cannot be found: it is gone.';
    const failed = { ...walkedTo().ending, status: 'failure', reason: 'no-reply', message } as const;
    const walked = { ending: failed, authorities: [], isIpv6OutOfReach: true };
    expect(codes(against(walked, other))).toEqual(['IPV6_ONLY_PATH']);
    const comparison = against({ ...walked, isIpv6OutOfReach: false }, other);
    expect(first(comparison)).toBe(
      'WALK_FAILED: 192.0.2.53 has an answer for www.example.com, and the walk came to none to compare it with: No server of example.com. has an address',
    );
    expect(comparison.findings[0]!.evidence).toEqual([message]);
    expect(first(against({ ...walked, isIpv6OutOfReach: false }, { ...RESOLVER, rcode: 2 }))).toContain(
      'nobody has an answer for www.example.com, neither 192.0.2.53 nor the walk',
    );
  });

  it('may lead along other aliases', () => {
    const alias = (target: string): Walked => {
      const walked = walkedTo(`www.example.com. 300 IN CNAME ${target}`, `${target} 300 IN A 192.0.2.80`);
      return { ...walked, ending: { ...walked.ending, aliases: [target] } };
    };
    const server = {
      ...RESOLVER,
      answers: records('www.example.com. 300 IN CNAME a.example.net.', 'a.example.net. 300 IN A 192.0.2.79'),
    };
    expect(codes(against(alias('b.example.net.'), server))).toContain('ALIAS_DIVERGES');
    expect(codes(against(alias('a.example.net.'), server))).not.toContain('ALIAS_DIVERGES');
  });
});

describe('this computer', () => {
  const system: SystemAnswer = {
    source: 'dns',
    addresses: ['192.0.2.80'],
    names: [],
    records: [],
    rcode: 0,
    server: '192.0.2.53#53',
    error: null,
    tried: ['www.example.com.'],
    evidence: [],
    sources: ['files', 'dns'],
    nameServers: ['192.0.2.53'],
    elapsedMs: 1,
  };
  const here = (walked: Walked, more: Partial<SystemAnswer>): Comparison => {
    const question = { name: 'www.example.com.', type: 1, class: 1 };
    return compareAnswers(circumstancesOfSystem(question, walked, { ...system, ...more }));
  };
  const good = saying('www.example.com. 300 IN A 192.0.2.80');

  it('is well where all agree', () => {
    expect(here(WALKED, { servers: [good] })).toEqual({ verdict: 'same', findings: [] });
  });

  it('may have a dead name server before a good one', () => {
    const dead: ServerAnswer = {
      ...RESOLVER,
      server: '192.0.2.66#53',
      outcome: 'silence',
      detail: 'no reply within 600 ms',
      rcode: null,
    };
    const comparison = here(WALKED, { servers: [dead, good] });
    expect(comparison.verdict).toBe('same');
    expect(first(comparison)).toBe(
      'RESOLVER_DOWN: the resolver 192.0.2.66 does not reply, so lookups wait until the next one is asked',
    );
  });

  it('may have one name server, which is slow rather than dead where it has an answer of it', () => {
    const late = { ...RESOLVER, outcome: 'silence', detail: 'no reply within 2.0 s', rcode: null } as const;
    expect(codes(here(WALKED, { servers: [late] }))).toEqual(['RESOLVER_SLOW']);
    const nothing = {
      source: 'none',
      addresses: [],
      rcode: null,
      server: null,
      error: 'no answer within 2 s',
    } as const;
    expect(codes(here(WALKED, { ...nothing, servers: [late] }))).toEqual(['RESOLVER_DOWN']);
  });

  it('does not lay at the door of a resolver what that does not say', () => {
    const comparison = here(WALKED, {
      source: 'none',
      addresses: [],
      error: 'no such name',
      servers: [good],
      sources: ['files'],
    });
    expect(codes(comparison)).toEqual(['NAME_MISSING_HERE']);
  });

  it('may leave addresses out that it cannot use', () => {
    const bothFamilies = {
      all: { addresses: ['2001:db8::80', '192.0.2.80'], error: null },
      configured: { addresses: ['192.0.2.80'], error: null },
    };
    expect(codes(here(WALKED, { servers: [good], bothFamilies }))).toEqual(['ADDRESS_FILTER']);
  });

  it('may end the search before DNS is asked', () => {
    const sourceAnswers = [
      { source: 'mdns4_minimal', status: 'notfound', action: 'return', values: [], detail: '', evidence: [] },
      {
        source: 'dns',
        status: 'success',
        action: 'return',
        values: ['192.0.2.80'],
        detail: '',
        evidence: [],
      },
    ] as const;
    const comparison = here(WALKED, {
      source: 'none',
      addresses: [],
      error: 'no such name',
      servers: [good],
      sourceAnswers,
    });
    expect(first(comparison)).toContain(
      'NSS_ORDER: this computer gives up on www.example.com after multicast DNS, as nsswitch.conf says',
    );
  });

  it('may answer from a network of its own', () => {
    expect(
      first(
        here(WALKED, { addresses: ['10.0.0.80'], servers: [saying('www.example.com. 300 IN A 10.0.0.80')] }),
      ),
    ).toContain('SPLIT_HORIZON: www.example.com means 10.0.0.80 inside this network');
  });
});
