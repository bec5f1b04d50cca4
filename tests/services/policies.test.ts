/** What else the records of a name say: SPF, DMARC, DKIM, MTA-STS, TLSRPT, CAA, SSHFP. */

import { describe, expect, it } from 'vitest';
import type { Policy, PolicyName } from '../../src/services/policy.ts';
import { NOTES } from '../../src/services/notes.ts';
import { ask, codesOf, ZONE, type Asked } from './zone-oracle.ts';

const only = (...policies: PolicyName[]): { services: []; policies: PolicyName[] } => ({
  services: [],
  policies,
});
const policyIn = ({ found }: Asked, name: PolicyName): Policy =>
  found.policies.find((policy) => policy.name === name)!;

describe('SPF', () => {
  const spf = (zone: string, silent: string[] = []): Asked =>
    ask(`@ A 192.0.2.1\n${zone}`, only('spf'), silent);
  const says = (zone: string, silent: string[] = []): string => policyIn(spf(zone, silent), 'spf').says;

  it.each([
    ['v=spf1 -all', '0 of at most 10 lookups'],
    [
      'v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 a mx/24 ptr exists:x.test a:b.test/24 ~all',
      '5 of at most 10 lookups',
    ],
    // RFC 7208 6.1: beside all, a redirect does not count.
    ['v=spf1 redirect=nowhere.test -all', '0 of at most 10 lookups'],
    ['v=spf1 include:%{d}.shop.test -all', 'at least 1 of at most 10 lookups'],
    ['V=SPF1 A', '1 of at most 10 lookups'],
  ])('%s costs %s', (text, expected) => {
    expect(says(`@ TXT "${text}"`)).toBe(expected);
  });

  it('is one text, however many strings it is cut into', () => {
    expect(says('@ TXT "v=spf1 a m" "x -all"')).toBe('2 of at most 10 lookups');
  });

  it('counts what it includes, each time', () => {
    const zone =
      '@ TXT "v=spf1 include:one include:one redirect=two"\none TXT "v=spf1 a -all"\ntwo TXT "v=spf1 mx"';
    const absolute = zone.replaceAll(/(include:|redirect=)(\w+)/g, '$1$2.shop.test');
    expect(says(absolute)).toBe('6 of at most 10 lookups');
  });

  it('may cost ten lookups and not eleven', () => {
    const mechanisms = (count: number): string =>
      Array.from({ length: count }, (_, i) => `a:${i}.test`).join(' ');
    expect(codesOf(spf(`@ TXT "v=spf1 ${mechanisms(10)} -all"`))).toEqual([]);
    expect(codesOf(spf(`@ TXT "v=spf1 ${mechanisms(11)} -all"`))).toEqual(['SPF_LOOKUPS']);
  });

  it('is not counted for ever', () => {
    const names = Array.from({ length: 20 }, (_, i) => `n${i}`);
    const including = (owner: string): string => {
      const others = names.filter((name) => name !== owner).map((name) => `"include:${name}.shop.test "`);
      return `${owner} TXT "v=spf1 " ${others.join(' ')}`;
    };
    const asked = spf(['@', ...names].map(including).join('\n'));
    expect(codesOf(asked)).toContain('SPF_LOOKUPS');
    expect(policyIn(asked, 'spf').says).toMatch(/^at least 3\d of at most 10 lookups$/);
  });

  it('is not counted whole where nobody answers', () => {
    expect(says('@ TXT "v=spf1 include:one.shop.test"', ['TXT one.shop.test.'])).toBe(
      'at least 1 of at most 10 lookups',
    );
  });

  it.each([
    ['SPF_TWICE', '@ TXT "v=spf1 -all"\n@ TXT "v=spf1 a -all"'],
    ['SPF_LOOP', '@ TXT "v=spf1 include:a.shop.test"\na TXT "v=spf1 include:SHOP.test"'],
    ['SPF_PASSES_ALL', '@ TXT "v=spf1 a all"'],
    ['SPF_PASSES_ALL', '@ TXT "v=spf1 +all"'],
    ['SPF_INCLUDES_NONE', '@ TXT "v=spf1 include:a.shop.test"\na TXT "something else"'],
  ])('%s for %j', (code, zone) => {
    expect(codesOf(spf(zone))).toEqual([code]);
  });

  it('is not what only looks like it', () => {
    expect(policyIn(spf('@ TXT "v=spf10 -all"\n@ TXT "about v=spf1"'), 'spf').status).toBe('none');
  });
});

describe('DMARC', () => {
  const dmarc = (zone: string, name = ZONE, silent: string[] = []): Asked =>
    ask(`@ A 192.0.2.1\nwww A 192.0.2.1\na.b A 192.0.2.1\n${zone}`, { ...only('dmarc'), name }, silent);

  it('is that of the name, or of the closest name above', () => {
    const zone = '_dmarc TXT "v=DMARC1; p=reject; sp=quarantine"\n_dmarc.b TXT "v=DMARC1;p=none"';
    expect(policyIn(dmarc(zone), 'dmarc').says).toBe('policy reject');
    expect(policyIn(dmarc(zone, 'www.shop.test.'), 'dmarc').says).toBe('policy quarantine, from shop.test.');
    expect(policyIn(dmarc(zone, 'a.b.shop.test.'), 'dmarc').says).toBe(
      'policy none: only watched, from b.shop.test.',
    );
  });

  it('is not looked for at a top-level domain', () => {
    expect(dmarc('').questions.filter((each) => each.startsWith('TXT'))).toEqual(['TXT _dmarc.shop.test.']);
  });

  it('is unknown where nobody answers for the closer name', () => {
    const asked = dmarc('_dmarc TXT "v=DMARC1; p=reject"', 'www.shop.test.', ['TXT _dmarc.www.shop.test.']);
    expect(policyIn(asked, 'dmarc').status).toBe('unknown');
  });

  it.each([
    ['DMARC_TWICE', ['v=DMARC1; p=reject', 'v=DMARC1; p=reject']],
    ['DMARC_MONITORS', ['v=DMARC1; p=NONE']],
    ['DMARC_WITHOUT_POLICY', ['v=DMARC1; rua=mailto:a@shop.test']],
    ['DMARC_WITHOUT_POLICY', ['v=DMARC1; p=perhaps']],
  ])('%s for %j', (code, texts) => {
    expect(codesOf(dmarc(texts.map((text) => `_dmarc TXT "${text}"`).join('\n')))).toEqual([code]);
  });
});

describe('others', () => {
  it('DKIM keys are looked for by their selectors', () => {
    const zone =
      '@ A 192.0.2.1\ns1._domainkey TXT "v=DKIM1; k=ed25519; p=AAAA"\ns2._domainkey CNAME k\nk TXT "p="';
    const asked = ask(zone, { ...only('dkim'), dkimSelectors: ['s1', 's2', 's3'] });
    expect(asked.found.policies.map(({ owner, status, says }) => [owner, status, says])).toEqual([
      ['s1._domainkey.shop.test.', 'found', 'key type ed25519'],
      ['s2._domainkey.shop.test.', 'found', 'revoked'],
      ['s3._domainkey.shop.test.', 'none', ''],
    ]);
    expect(codesOf(asked)).toEqual(['DKIM_REVOKED']);
  });

  it('MTA-STS names where the policy would be, and misses its host', () => {
    const zone = '@ A 192.0.2.1\n_mta-sts TXT "v=STSv1; id=1"';
    const without = ask(zone, only('mta-sts'));
    expect(policyIn(without, 'mta-sts').says).toContain('https://mta-sts.shop.test/.well-known/mta-sts.txt');
    expect(codesOf(without)).toEqual(['MTA_STS_WITHOUT_HOST']);
    expect(codesOf(ask(`${zone}\nmta-sts A 192.0.2.1`, only('mta-sts')))).toEqual([]);
    expect(
      codesOf(ask(`${zone}\n_mta-sts TXT "v=STSv1; id=2"\nmta-sts A 192.0.2.1`, only('mta-sts'))),
    ).toEqual(['MTA_STS_TWICE']);
  });

  it('TLSRPT is one record', () => {
    const zone = '@ A 192.0.2.1\n_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@shop.test"';
    expect(policyIn(ask(zone, only('tls-rpt')), 'tls-rpt')).toMatchObject({ status: 'found' });
    expect(
      codesOf(ask(`${zone}\n_smtp._tls TXT "v=TLSRPTv1; rua=mailto:b@shop.test"`, only('tls-rpt'))),
    ).toEqual(['TLS_RPT_TWICE']);
  });

  it('CAA is that of the name, or of the closest name above, up to the top', () => {
    const zone =
      '@ A 192.0.2.1\nwww A 192.0.2.1\n@ CAA 0 issue "ca.example.net"\nb CAA 0 issue ";"\na.b A 192.0.2.1';
    const owner = (name: string): string => policyIn(ask(zone, { ...only('caa'), name }), 'caa').owner;
    expect([owner('www.shop.test.'), owner('a.b.shop.test.')]).toEqual(['shop.test.', 'b.shop.test.']);
    const { questions, found } = ask('@ A 192.0.2.1', only('caa'));
    expect(questions).toContain('CAA test.');
    expect(found.policies).toMatchObject([{ status: 'none', owner: ZONE }]);
  });

  it('SSHFP records are shown', () => {
    const zone = `@ A 192.0.2.1\n@ SSHFP 4 2 ${'00'.repeat(32)}`;
    expect(policyIn(ask(zone, only('sshfp')), 'sshfp').records).toHaveLength(1);
  });
});

it('a name so long that nothing fits in front of it has no services of that kind', () => {
  const label = 'x'.repeat(63);
  const name = `${[label, label, label, 'x'.repeat(50)].join('.')}.test.`;
  const asked = ask(`${name} A 192.0.2.1`, { name });
  expect(asked.found.services.some(({ status }) => status === 'offered')).toBe(true);
  expect(asked.questions.filter((each) => each.length > 260)).toEqual([]);
});

it('every note says what it is and what to do', () => {
  for (const { means, advice, rfc } of Object.values(NOTES)) {
    expect([means, advice]).toEqual([
      expect.stringMatching(/^[A-Z].*\.$/),
      expect.stringMatching(/^[A-Z].*\.$/),
    ]);
    expect(rfc).toMatch(/^(RFC \d+( [\d.]+)?)?$/);
  }
});
