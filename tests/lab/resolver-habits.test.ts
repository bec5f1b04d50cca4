import { describe, expect, it } from 'vitest';
import { cachingResolver, type Resolution } from '../../src/lab/caching-resolver.ts';
import type { ResolverHabit } from '../../src/lab/resolver-habit.ts';
import { withHabits } from '../../src/lab/resolver-habits.ts';
import { rcodeName, typeCode } from '../../src/message/codes.ts';
import { decode } from '../../src/message/decode.ts';
import { optionOf } from '../../src/message/edns.ts';
import { flagNames } from '../../src/message/header.ts';
import { rcodeOf, type Message, type Question } from '../../src/message/message.ts';
import { EXTENDED_ERROR } from '../../src/message/options/extended-error.ts';
import { encodeQuery, PLAIN_EDNS, type QueryFlags } from '../../src/message/query-message.ts';
import { printRecord, scanRecord } from '../../src/message/record-text.ts';

const SOA = 'example.org. 3600 IN SOA ns1.example.net. h.example.org. 5 7200 900 1209600 600';
const ZONE: Readonly<Record<string, readonly string[]>> = {
  'www.example.org. A': ['www.example.org. 300 IN A 198.51.100.90'],
  'www.example.org. AAAA': ['www.example.org. 300 IN AAAA 2001:db8:82::90'],
  'v4.example.org. A': [
    'v4.example.org. 300 IN CNAME www4.example.org.',
    'www4.example.org. 200 IN A 198.51.100.4',
  ],
  'v4.example.org. AAAA': [],
};

/** A clock that stands still until it is turned. */
class Hands {
  nowMs = 0;
  now = (): number => this.nowMs;
  sleep = async (): Promise<void> => {};
}

interface Resolver {
  readonly clock: Hands;
  /** How often somebody else had to be asked. */
  readonly asked: readonly string[];
  readonly ask: (name: string, type?: string, flags?: Partial<QueryFlags>) => Promise<Message>;
}

function resolverWith(...habits: readonly ResolverHabit[]): Resolver {
  const clock = new Hands();
  const asked: string[] = [];
  const resolve = async ({ name, type }: Question): Promise<Resolution> => {
    const key = `${name} ${type === 28 ? 'AAAA' : 'A'}`;
    asked.push(key);
    const answers = ZONE[key]?.map((line) => scanRecord(line));
    const negative = { authorities: [scanRecord(SOA)], negativeTtl: 600 };
    if (!answers) return { rcode: 3, answers: [], ...negative };
    return answers.length > 0
      ? { rcode: 0, answers, authorities: [], negativeTtl: null }
      : { rcode: 0, answers, ...negative };
  };
  const recursion = withHabits(habits, cachingResolver(resolve, clock), clock);
  return {
    clock,
    asked,
    ask: (name, type = 'A', flags = {}) => {
      const question = { name, type: typeCode(type)!, class: 1 };
      const query = encodeQuery(question, { id: 7, recursionDesired: true, edns: PLAIN_EDNS, ...flags });
      return recursion(decode(query));
    },
  };
}

/** A reply in one text: response code, flags, records, extended error. */
function told(reply: Message): string {
  const error = optionOf(reply.edns, EXTENDED_ERROR);
  return [
    rcodeName(rcodeOf(reply)),
    flagNames(reply.header).join(' '),
    ...reply.answers.map(printRecord),
    ...reply.authorities.map((record) => `(${printRecord(record)})`),
    ...(error ? [`EDE ${error.infoCode}`] : []),
  ].join('\n');
}

const lines = (...each: readonly string[]): string => each.join('\n');

describe('a resolver without habits', () => {
  it('counts TTLs down, those of denials with their SOA record', async () => {
    const { ask, asked, clock } = resolverWith();
    expect(told(await ask('no.example.org.'))).toBe(
      lines('NXDOMAIN', 'qr rd ra', `(${SOA.replace(' 3600 ', ' 600 ')})`),
    );
    await ask('www.example.org.');
    clock.nowMs = 6500;
    expect(told(await ask('no.example.org.'))).toContain('example.org. 594 IN SOA');
    expect(told(await ask('www.example.org.'))).toContain('www.example.org. 294 IN A');
    expect(asked).toEqual(['no.example.org. A', 'www.example.org. A']);
  });

  it('looks up once what is asked twice at the same time', async () => {
    const { ask, asked } = resolverWith();
    await Promise.all([ask('www.example.org.'), ask('WWW.example.org.'), ask('www.example.org.', 'AAAA')]);
    expect(asked).toEqual(['www.example.org. A', 'www.example.org. AAAA']);
  });
});

describe('a resolver that remembers', () => {
  it('counts an old record down, and asks when it has run out', async () => {
    const { ask, clock } = resolverWith({
      kind: 'remembers',
      ageSeconds: 120,
      records: ['www.example.org. 300 IN A 198.51.100.89'],
    });
    expect(told(await ask('WWW.example.org.'))).toBe(
      lines('NOERROR', 'qr rd ra', 'www.example.org. 180 IN A 198.51.100.89'),
    );
    expect(told(await ask('www.example.org.', 'AAAA'))).toContain('2001:db8:82::90');
    clock.nowMs = 179_999;
    expect(told(await ask('www.example.org.'))).toContain(' 1 IN A 198.51.100.89');
    clock.nowMs = 180_000;
    expect(told(await ask('www.example.org.'))).toContain(' 300 IN A 198.51.100.90');
  });

  it('follows an old alias to what is there now, and none in a circle', async () => {
    const { ask } = resolverWith({
      kind: 'remembers',
      ageSeconds: 10,
      records: [
        'old.example.org. 60 IN CNAME www.example.org.',
        'a.example.org. 60 IN CNAME b.example.org.',
        'b.example.org. 60 IN CNAME a.example.org.',
      ],
    });
    expect(told(await ask('old.example.org.'))).toBe(
      lines(
        'NOERROR',
        'qr rd ra',
        'old.example.org. 50 IN CNAME www.example.org.',
        'www.example.org. 300 IN A 198.51.100.90',
      ),
    );
    expect((await ask('a.example.org.')).answers).toHaveLength(2);
  });

  it('keeps a denial as long as the zone lets it, with the zone as it was', async () => {
    const { ask, clock } = resolverWith({
      kind: 'remembers-denial',
      ageSeconds: 200,
      name: 'www.example.org.',
      soa: SOA.replace(' 5 ', ' 4 '),
    });
    expect(told(await ask('www.example.org.'))).toBe(
      lines('NXDOMAIN', 'qr rd ra', `(${SOA.replace(' 3600 ', ' 400 ').replace(' 5 ', ' 4 ')})`),
    );
    clock.nowMs = 400_000;
    expect(told(await ask('www.example.org.'))).toContain('198.51.100.90');
  });
});

describe('a resolver that translates', () => {
  const { ask } = resolverWith({ kind: 'translates', prefix: '2001:db8:64::' });

  it('shows its prefix', async () => {
    expect(told(await ask('ipv4only.arpa.', 'AAAA'))).toBe(
      lines(
        'NOERROR',
        'qr rd ra',
        'ipv4only.arpa. 86400 IN AAAA 2001:db8:64::c000:aa',
        'ipv4only.arpa. 86400 IN AAAA 2001:db8:64::c000:ab',
      ),
    );
  });

  it('makes addresses where there are none, and leaves the others alone', async () => {
    expect(told(await ask('v4.example.org.', 'AAAA'))).toBe(
      lines(
        'NOERROR',
        'qr rd ra',
        'v4.example.org. 300 IN CNAME www4.example.org.',
        'www4.example.org. 200 IN AAAA 2001:db8:64::c633:6404',
      ),
    );
    expect(told(await ask('www.example.org.', 'AAAA'))).toContain('2001:db8:82::90');
    expect(rcodeOf(await ask('no.example.org.', 'AAAA'))).toBe(3);
    expect(told(await ask('v4.example.org.'))).toContain('198.51.100.4');
  });
});

describe('a resolver with a policy', () => {
  const names = ['www.example.org.'];
  it.each([
    [{ kind: 'blocks', names, how: 'denial' }, lines('NXDOMAIN', 'qr aa rd ra')],
    [
      { kind: 'blocks', names, how: 'denial', extendedError: { code: 15, text: 'malware' } },
      lines('NXDOMAIN', 'qr rd ra', 'EDE 15'),
    ],
    [
      { kind: 'blocks', names, how: 'null-address' },
      lines('NOERROR', 'qr aa rd ra', 'www.example.org. 3600 IN A 0.0.0.0'),
    ],
    [{ kind: 'blocks', names, how: 'refusal' }, lines('REFUSED', 'qr aa rd ra')],
    [{ kind: 'validates', bogus: ['example.org.'] }, lines('SERVFAIL', 'qr rd ra', 'EDE 6')],
    [
      { kind: 'overrides', records: ['www.example.org. 60 IN A 10.0.0.1'], as: 'local-data' },
      lines('NOERROR', 'qr aa rd ra', 'www.example.org. 60 IN A 10.0.0.1'),
    ],
    [
      { kind: 'overrides', records: ['www.example.org. 60 IN A 203.0.113.66'], as: 'policy' },
      lines('NOERROR', 'qr rd ra', 'www.example.org. 60 IN A 203.0.113.66'),
    ],
  ] as const)('says %j', async (habit, expected) => {
    const { ask, asked } = resolverWith(habit);
    expect(told(await ask('www.example.org.'))).toBe(expected);
    expect(asked).toEqual([]);
    // Only what it is about: another name is looked up.
    expect(rcodeOf(await ask('www.example.com.'))).toBe(3);
  });

  it('blocks what is below a name, in both families', async () => {
    const { ask } = resolverWith({ kind: 'blocks', names, how: 'null-address' });
    expect(told(await ask('a.b.WWW.example.org.', 'AAAA'))).toContain('3600 IN AAAA ::');
    expect(told(await ask('www.example.org.', 'MX'))).toBe(lines('NOERROR', 'qr aa rd ra'));
  });

  it('gives what does not validate to those who check for themselves', async () => {
    const { ask } = resolverWith({ kind: 'validates', bogus: ['example.org.'] });
    expect(told(await ask('www.example.org.', 'A', { checkingDisabled: true }))).toBe(
      lines('NOERROR', 'qr rd ra cd', 'www.example.org. 300 IN A 198.51.100.90'),
    );
  });

  it('rewrites denials, not what is there', async () => {
    const { ask } = resolverWith({ kind: 'rewrites-denials', address: '203.0.113.200' });
    expect(told(await ask('no.example.org.'))).toBe(
      lines('NOERROR', 'qr rd ra', 'no.example.org. 300 IN A 203.0.113.200'),
    );
    expect(told(await ask('no.example.org.', 'AAAA'))).toBe(lines('NOERROR', 'qr rd ra'));
    expect(told(await ask('www.example.org.'))).toContain('198.51.100.90');
  });

  it('keeps a zone to itself', async () => {
    const { ask } = resolverWith({ kind: 'keeps-zones', zones: ['10.in-addr.arpa.'] });
    const soa = '10.in-addr.arpa. 10800 IN SOA localhost. nobody.invalid. 1 3600 1200 604800 10800';
    expect(told(await ask('1.0.0.10.in-addr.arpa.', 'PTR'))).toBe(
      lines('NXDOMAIN', 'qr aa rd ra', `(${soa})`),
    );
    expect(told(await ask('10.in-addr.arpa.', 'SOA'))).toBe(lines('NOERROR', 'qr aa rd ra', soa));
    expect(told(await ask('10.in-addr.arpa.', 'PTR'))).toBe(lines('NOERROR', 'qr aa rd ra', `(${soa})`));
  });
});

it('the first of several habits hears a query first', async () => {
  const { ask } = resolverWith(
    { kind: 'blocks', names: ['www.example.org.'], how: 'denial' },
    { kind: 'overrides', records: ['www.example.org. 60 IN A 10.0.0.1'], as: 'local-data' },
  );
  expect(rcodeOf(await ask('www.example.org.'))).toBe(3);
});

it.each([
  [{ kind: 'sings' }, /no habit "sings"/],
  [{ kind: 'translates', prefix: 'here' }, /"here" is no prefix/],
  [{ kind: 'remembers-denial', ageSeconds: 1, name: 'a.', soa: 'a. 1 IN A 192.0.2.1' }, /is no SOA record/],
])('says what is wrong with %j', (habit, message) => {
  expect(() => resolverWith(habit as ResolverHabit)).toThrow(message);
});
