import { describe, expect, it } from 'vitest';
import { circumstancesOfSystem, compareAnswers } from '../../src/compare/compare-answers.ts';
import type { Comparison } from '../../src/compare/comparison.ts';
import { typeCode } from '../../src/message/codes.ts';
import { scanRecord } from '../../src/message/record-text.ts';
import type { Ending } from '../../src/resolver/events.ts';
import type { SystemAnswer } from '../../src/system/system-answer.ts';

const NOTHING: SystemAnswer = {
  source: 'none',
  addresses: [],
  names: [],
  records: [],
  rcode: null,
  server: null,
  error: null,
  tried: [],
  evidence: [],
  sources: ['files', 'dns'],
  nameServers: ['192.0.2.53'],
  elapsedMs: 1,
};

const records = (...lines: string[]): Ending['answers'] => lines.map((line) => scanRecord(line));

function ending(answers: Ending['answers'], more: Partial<Ending> = {}): Ending {
  const status = answers.length > 0 ? 'answer' : 'nodata';
  const rest = { reason: null, message: '', rcode: 0, aliases: [], negativeTtl: null, zone: 'example.com.' };
  return { status, ...rest, answers, ...more };
}

const nxdomain = ending([], { status: 'nxdomain', rcode: 3 });
const failed = ending([], {
  status: 'failure',
  reason: 'no-reply',
  message: 'no server of example.com. answered',
});

function compared(text: string, walk: Ending, system: Partial<SystemAnswer>): Comparison {
  const [name = '', type = ''] = text.split(' ');
  const question = { name, type: typeCode(type)!, class: 1 };
  const walked = { ending: walk, authorities: [], isIpv6OutOfReach: false };
  return compareAnswers(circumstancesOfSystem(question, walked, { ...NOTHING, ...system }));
}

const webA = ending(records('www.example.com. 60 IN A 192.0.2.80', 'www.example.com. 60 IN A 192.0.2.81'));
const dns = { source: 'dns', rcode: 0 } as const;

describe('the verdict', () => {
  it.each([
    ['order', 'www.example.com. A', webA, { ...dns, addresses: ['192.0.2.81', '192.0.2.80'] }],
    [
      'an alias on the way',
      'www.example.com. A',
      ending(records('www.example.com. 60 IN CNAME e.example.', 'e.example. 60 IN A 192.0.2.1')),
      { ...dns, addresses: ['192.0.2.1'] },
    ],
    [
      'the spelling of an IPv6 address',
      'x. AAAA',
      ending(records('x. 60 IN AAAA 2001:db8::1')),
      { ...dns, addresses: ['2001:DB8:0::1%eth0'] },
    ],
    [
      'TTL, order and case',
      'x. MX',
      ending(records('x. 60 IN MX 10 A.example.', 'x. 60 IN MX 20 b.example.')),
      { ...dns, records: records('X. 9 IN MX 20 B.example.', 'x. 9 IN MX 10 a.EXAMPLE.') },
    ],
    ['the way of saying no', 'x. A', ending([]), { rcode: 3, error: 'no such name' }],
    ['the way of saying no', 'x. AAAA', nxdomain, { rcode: 0, error: 'no IPv6 address for this name' }],
    ['the way of saying no', 'x. MX', nxdomain, { rcode: 0, error: 'no MX record for this name' }],
    [
      'the case of names',
      '1.2.0.192.in-addr.arpa. PTR',
      ending(records('1.2.0.192.in-addr.arpa. 60 IN PTR WEB.example.')),
      { ...dns, names: ['web.example.'] },
    ],
    [
      'one name of several, as getnameinfo gives it',
      '1.2.0.192.in-addr.arpa. PTR',
      ending(
        records(
          '1.2.0.192.in-addr.arpa. 60 IN PTR a.example.',
          '1.2.0.192.in-addr.arpa. 60 IN PTR b.example.',
        ),
      ),
      {
        ...dns,
        names: ['b.example.'],
        records: records(
          '1.2.0.192.in-addr.arpa. 60 IN PTR a.example.',
          '1.2.0.192.in-addr.arpa. 60 IN PTR b.example.',
        ),
      },
    ],
  ] as const)('is the same but for %s', (_, text, walk, system) => {
    expect(compared(text, walk, system)).toEqual({ verdict: 'same', findings: [] });
  });

  it.each([
    ['differs', 'www.example.com. A', webA, { ...dns, addresses: ['192.0.2.80'] }, ['ANSWERS_DIFFER']],
    [
      'differs',
      'x. TXT',
      ending(records('x. 60 IN TXT "a"')),
      { ...dns, records: records('x. 60 IN TXT "A"') },
      ['ANSWERS_DIFFER'],
    ],
    ['one-sided', 'www.example.com. A', webA, { rcode: 3, error: 'no such name' }, ['NAME_MISSING_HERE']],
    [
      'one-sided',
      'x.test. A',
      nxdomain,
      { ...dns, addresses: ['10.0.0.1'], tried: ['x.test.'] },
      ['SPLIT_HORIZON'],
    ],
    [
      'one-sided',
      'x.test. MX',
      nxdomain,
      { ...dns, records: records('x.test. 1 IN MX 1 m.') },
      ['NAME_ONLY_HERE'],
    ],
    ['unavailable', 'www.example.com. A', webA, { error: 'no name server answered' }, ['RESOLVER_DOWN']],
    ['unavailable', 'www.example.com. A', webA, { error: 'no answer within 2.5 s' }, ['RESOLVER_DOWN']],
    [
      'unavailable',
      'x. A',
      webA,
      { error: 'getaddrinfo cannot be asked for a name with these octets', rcode: 0 },
      [],
    ],
    ['unavailable', 'www.example.com. A', failed, { ...dns, addresses: ['192.0.2.80'] }, ['WALK_FAILED']],
    ['unavailable', 'x. A', failed, { error: 'no name server answered' }, ['RESOLVER_DOWN', 'WALK_FAILED']],
    [
      'differs',
      'www.example.com. A',
      webA,
      { rcode: 2, error: 'the name server answered SERVFAIL' },
      ['RESOLVER_FAILED'],
    ],
    ['differs', 'www.example.com. A', webA, { source: 'hosts', addresses: ['10.9.8.7'] }, ['HOSTS_FILE']],
    ['one-sided', 'pc. A', nxdomain, { source: 'myhostname', addresses: ['127.0.0.2'] }, ['LOCAL_ZONE']],
    ['one-sided', 'a.localhost. A', nxdomain, { source: 'dns', addresses: ['127.0.0.1'] }, ['LOCAL_ZONE']],
    ['one-sided', '127.1. A', nxdomain, { source: 'literal', addresses: ['127.0.0.1'] }, ['LITERAL_ADDRESS']],
    [
      'one-sided',
      'www. A',
      nxdomain,
      { ...dns, addresses: ['192.0.2.80'], tried: ['www.a.test.', 'www.example.com.'] },
      ['SEARCH_LIST'],
    ],
  ] as const)('%s: %s', (verdict, text, walk, system, codes) => {
    const comparison = compared(text, walk, system);
    expect([comparison.verdict, comparison.findings.map(({ code }) => code)]).toEqual([verdict, codes]);
  });

  it('finds nothing where a hosts file says the same as DNS', () => {
    const system = { source: 'hosts', addresses: ['192.0.2.80', '192.0.2.81'] } as const;
    expect(compared('www.example.com. A', webA, system)).toEqual({ verdict: 'same', findings: [] });
  });

  it('holds every record of an ANY question', () => {
    const walk = ending(records('x. 1 IN A 192.0.2.1', 'x. 1 IN TXT "a"'));
    expect(compared('x. ANY', walk, { ...dns, records: walk.answers }).verdict).toBe('same');
    expect(compared('x. ANY', walk, { ...dns, records: walk.answers.slice(1) }).verdict).toBe('differs');
  });
});

const messageOf = (...parameters: Parameters<typeof compared>): string | undefined =>
  compared(...parameters).findings[0]?.message;

const line = (number: number): SystemAnswer['evidence'][number] => ({
  file: '/etc/hosts',
  line: number,
  text: '',
});

describe('the sentence', () => {
  it('of a hosts file quotes the line', () => {
    const system = { source: 'hosts', addresses: ['10.9.8.7'], evidence: [line(3)] } as const;
    const message = '/etc/hosts:3 gives 10.9.8.7 for www.example.com, so DNS is never asked';
    expect(messageOf('www.example.com. A', webA, system)).toBe(message);
    const two = { ...system, evidence: [line(3), line(9)] };
    expect(messageOf('www.example.com. A', webA, two)).toMatch(/^\/etc\/hosts:3 \(and 1 more line\) gives/);
  });

  it('of a search list names both names', () => {
    const system = { ...dns, addresses: ['192.0.2.80'], tried: ['www.example.com.'] };
    expect(messageOf('www. A', nxdomain, system)).toBe(
      "this computer's search list turned www into www.example.com, which has 192.0.2.80; " +
        'of the name itself the servers say "no such name"',
    );
  });

  it('of a dead resolver names the servers', () => {
    expect(messageOf('x. A', webA, { error: 'no name server answered' })).toBe(
      'this computer cannot look names up now: no name server answered (name servers: 192.0.2.53)',
    );
  });

  it('of a plain difference names both sets, and not without end', () => {
    const many = Array.from({ length: 9 }, (_, i) => `192.0.2.${i}`);
    expect(messageOf('www.example.com. A', webA, { ...dns, addresses: many })).toBe(
      'for www.example.com this computer says 192.0.2.0, 192.0.2.1, 192.0.2.2, 192.0.2.3 and 5 more, ' +
        'the servers 192.0.2.80, 192.0.2.81',
    );
    const long = ending(records(`x. 1 IN TXT "${'y'.repeat(250)}"`));
    expect(messageOf('x. TXT', long, { rcode: 3, error: 'no such name' })!.length).toBeLessThan(180);
  });
});
