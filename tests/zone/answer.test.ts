import { describe, expect, test } from 'vitest';
import { decode } from '../../src/message/decode.ts';
import { encode } from '../../src/message/encode.ts';
import { headerOf } from '../../src/message/header.ts';
import { nameOctets } from '../../src/message/name.ts';
import { answer } from '../../src/zone/answer.ts';
import { ask, plainEdns, printedReply, queryFor, zoneFrom } from './ask.ts';

const example = zoneFrom(
  'example.',
  `$TTL 300
@ 900 SOA ns1 hostmaster 1 7200 900 1209600 60
@ NS ns1
@ NS ns.elsewhere.test.
@ MX 10 mail
ns1 A 192.0.2.1
ns1 AAAA 2001:db8::1
mail A 192.0.2.25
www A 192.0.2.80
www TXT web
alias CNAME www
chain CNAME alias
outside CNAME www.elsewhere.test.
dangling CNAME nothing
loop1 CNAME loop2
loop2 CNAME loop1
into CNAME host.sub
_sip._tcp SRV 1 2 5060 www
a.b.deep A 192.0.2.3
*.wild A 192.0.2.4
*.wild MX 5 mail
exists.wild TXT here
x.nested.wild TXT here
*.wildalias CNAME www
sub NS ns.sub
sub NS ns.sister
sub NS ns1
sub NS ns.elsewhere.test.
sub DS \\# 36 00010802${'ab'.repeat(32)}
ns.sub A 192.0.2.53
ns.sub AAAA 2001:db8::53
sister NS ns.sister
ns.sister A 192.0.2.54
moved DNAME elsewhere.test.
moved TXT owner
here DNAME wild
self DNAME self.self
`,
);
const zones = [example];
const SOA = 'example. 60 IN SOA ns1.example. hostmaster.example. 1 7200 900 1209600 60';

describe('authoritative data', () => {
  test('the RRset, with AA', () => {
    expect(ask(zones, 'www.example.', 'A')).toEqual({
      rcode: 'NOERROR',
      flags: ['aa'],
      answers: ['www.example. 300 IN A 192.0.2.80'],
    });
  });

  test('the owner is spelled as in the question', () => {
    expect(ask(zones, 'wWw.eXample.', 'A').answers).toEqual(['wWw.eXample. 300 IN A 192.0.2.80']);
  });

  test('the apex, with addresses of its servers that the zone holds', () => {
    expect(ask(zones, 'example.', 'NS')).toEqual({
      rcode: 'NOERROR',
      flags: ['aa'],
      answers: ['example. 300 IN NS ns1.example.', 'example. 300 IN NS ns.elsewhere.test.'],
      additionals: ['ns1.example. 300 IN A 192.0.2.1', 'ns1.example. 300 IN AAAA 2001:db8::1'],
    });
  });

  test('SOA keeps its own TTL in an answer', () => {
    expect(ask(zones, 'example.', 'SOA').answers?.[0]).toMatch(/^example\. 900 IN SOA/);
  });

  test('addresses for MX and SRV, each once', () => {
    expect(ask(zones, 'example.', 'MX').additionals).toEqual(['mail.example. 300 IN A 192.0.2.25']);
    expect(ask(zones, '_sip._tcp.example.', 'SRV').additionals).toEqual(['www.example. 300 IN A 192.0.2.80']);
  });

  test('ANY gives every RRset and does not follow an alias', () => {
    expect(ask(zones, 'www.example.', 'ANY').answers).toEqual([
      'www.example. 300 IN A 192.0.2.80',
      'www.example. 300 IN TXT "web"',
    ]);
    expect(ask(zones, 'alias.example.', 'ANY').answers).toEqual(['alias.example. 300 IN CNAME www.example.']);
  });
});

describe('negative answers (RFC 2308)', () => {
  test('NXDOMAIN with the SOA, whose TTL is the smaller of its own and MINIMUM', () => {
    expect(ask(zones, 'no.such.example.', 'A')).toEqual({
      rcode: 'NXDOMAIN',
      flags: ['aa'],
      authorities: [SOA],
    });
    const short = zoneFrom('short.', '@ 5 SOA a b 1 2 3 4 60');
    expect(ask([short], 'x.short.', 'A').authorities).toEqual([
      'short. 5 IN SOA a.short. b.short. 1 2 3 4 60',
    ]);
  });

  test.each(['www.example.', 'b.deep.example.', 'deep.example.', '_tcp.example.', 'wild.example.'])(
    'NODATA: %s AAAA',
    (name) => {
      expect(ask(zones, name, 'AAAA')).toEqual({ rcode: 'NOERROR', flags: ['aa'], authorities: [SOA] });
    },
  );
});

describe('aliases', () => {
  const www = 'www.example. 300 IN A 192.0.2.80';

  test('are followed through the zone', () => {
    expect(ask(zones, 'Chain.example.', 'A')).toEqual({
      rcode: 'NOERROR',
      flags: ['aa'],
      answers: [
        'Chain.example. 300 IN CNAME alias.example.',
        'alias.example. 300 IN CNAME www.example.',
        www,
      ],
    });
  });

  test('are an answer themselves to who asks for CNAME', () => {
    expect(ask(zones, 'chain.example.', 'CNAME').answers).toEqual([
      'chain.example. 300 IN CNAME alias.example.',
    ]);
  });

  test('into another zone of this server', () => {
    const other = zoneFrom('elsewhere.test.', '@ 1 SOA a b 1 2 3 4 5\nwww 7 A 198.51.100.1');
    expect(ask([example, other], 'outside.example.', 'A').answers).toEqual([
      'outside.example. 300 IN CNAME www.elsewhere.test.',
      'www.elsewhere.test. 7 IN A 198.51.100.1',
    ]);
  });

  test('out of this server end there, without error', () => {
    const answers = ['outside.example. 300 IN CNAME www.elsewhere.test.'];
    expect(ask(zones, 'outside.example.', 'A')).toEqual({ rcode: 'NOERROR', flags: ['aa'], answers });
  });

  test('to a name that does not exist: NXDOMAIN (RFC 6604)', () => {
    const answers = ['dangling.example. 300 IN CNAME nothing.example.'];
    expect(ask(zones, 'dangling.example.', 'A')).toEqual({
      rcode: 'NXDOMAIN',
      flags: ['aa'],
      answers,
      authorities: [SOA],
    });
  });

  test('to a name without that type: NODATA', () => {
    expect(ask(zones, 'alias.example.', 'MX')).toEqual({
      rcode: 'NOERROR',
      flags: ['aa'],
      answers: ['alias.example. 300 IN CNAME www.example.'],
      authorities: [SOA],
    });
  });

  test('into a delegated zone: the alias with AA, then the referral', () => {
    const reply = ask(zones, 'into.example.', 'A');
    expect(reply.flags).toEqual(['aa']);
    expect(reply.answers).toEqual(['into.example. 300 IN CNAME host.sub.example.']);
    expect(reply.authorities?.[0]).toBe('sub.example. 300 IN NS ns.sub.example.');
    expect(reply.additionals).toContain('ns.sub.example. 300 IN A 192.0.2.53');
  });

  test('in a loop end after one round', () => {
    const answers = [
      'loop1.example. 300 IN CNAME loop2.example.',
      'loop2.example. 300 IN CNAME loop1.example.',
    ];
    expect(ask(zones, 'loop1.example.', 'A')).toEqual({ rcode: 'NOERROR', flags: ['aa'], answers });
  });

  test('beside other data, where a zone keeps such a fault, the alias goes first', () => {
    const text = '@ 1 SOA a b 1 2 3 4 5\nx 1 CNAME y\nx 1 A 192.0.2.1\ny 1 A 192.0.2.2';
    const faulty = zoneFrom('faulty.', text, { conflicts: 'keep' });
    expect(ask([faulty], 'x.faulty.', 'A').answers).toEqual([
      'x.faulty. 1 IN CNAME y.faulty.',
      'y.faulty. 1 IN A 192.0.2.2',
    ]);
  });
});

describe('wildcards (RFC 4592)', () => {
  test('stand in for names that do not exist, any number of labels down', () => {
    expect(ask(zones, 'Any.wild.example.', 'A').answers).toEqual(['Any.wild.example. 300 IN A 192.0.2.4']);
    expect(ask(zones, 'a.b.c.wild.example.', 'A').answers).toEqual([
      'a.b.c.wild.example. 300 IN A 192.0.2.4',
    ]);
    expect(ask(zones, '*.wild.example.', 'A').answers).toEqual(['*.wild.example. 300 IN A 192.0.2.4']);
  });

  test('get addresses for what they name', () => {
    expect(ask(zones, 'm.wild.example.', 'MX').additionals).toEqual(['mail.example. 300 IN A 192.0.2.25']);
  });

  test('without the type: NODATA', () => {
    expect(ask(zones, 'any.wild.example.', 'TXT')).toEqual({
      rcode: 'NOERROR',
      flags: ['aa'],
      authorities: [SOA],
    });
  });

  test('do not stand in for names that exist, empty ones included, nor for what is below those', () => {
    expect(ask(zones, 'exists.wild.example.', 'A')).toEqual({
      rcode: 'NOERROR',
      flags: ['aa'],
      authorities: [SOA],
    });
    expect(ask(zones, 'nested.wild.example.', 'A')).toEqual({
      rcode: 'NOERROR',
      flags: ['aa'],
      authorities: [SOA],
    });
    expect(ask(zones, 'below.exists.wild.example.', 'A').rcode).toBe('NXDOMAIN');
    expect(ask(zones, 'y.nested.wild.example.', 'A').rcode).toBe('NXDOMAIN');
  });

  test('that are aliases are followed', () => {
    expect(ask(zones, 'x.wildalias.example.', 'A').answers).toEqual([
      'x.wildalias.example. 300 IN CNAME www.example.',
      'www.example. 300 IN A 192.0.2.80',
    ]);
  });

  test('at the root of a zone, and of the DNS', () => {
    const root = zoneFrom('.', '@ 1 SOA a b 1 2 3 4 5\n* 1 TXT all');
    expect(ask([root], 'some.where.', 'TXT').answers).toEqual(['some.where. 1 IN TXT "all"']);
  });
});

describe('referrals', () => {
  const referral = {
    rcode: 'NOERROR',
    flags: [],
    authorities: [
      'sub.example. 300 IN NS ns.sub.example.',
      'sub.example. 300 IN NS ns.sister.example.',
      'sub.example. 300 IN NS ns1.example.',
      'sub.example. 300 IN NS ns.elsewhere.test.',
    ],
    additionals: [
      'ns.sub.example. 300 IN A 192.0.2.53',
      'ns.sub.example. 300 IN AAAA 2001:db8::53',
      'ns.sister.example. 300 IN A 192.0.2.54',
      'ns1.example. 300 IN A 192.0.2.1',
      'ns1.example. 300 IN AAAA 2001:db8::1',
    ],
  };

  test.each([
    ['host.sub.example.', 'A'],
    ['sub.example.', 'A'],
    ['sub.example.', 'NS'],
    ['sub.example.', 'ANY'],
    ['ns.sub.example.', 'A'],
    ['host.sub.example.', 'DS'],
  ])('%s %s: the NS records of the cut, not authoritative, with all glue (RFC 9471)', (name, type) => {
    expect(ask(zones, name, type)).toEqual(referral);
  });

  test('the glue is the referring zone’s own, and another zone’s where it has none', () => {
    const sister = zoneFrom('sister.example.', '@ 5 SOA a b 1 2 3 4 5\nns 5 A 198.51.100.54');
    const elsewhere = zoneFrom('elsewhere.test.', '@ 5 SOA a b 1 2 3 4 5\nns 5 A 198.51.100.53');
    const reply = ask([sister, elsewhere, example], 'host.sub.example.', 'A');
    expect(reply).toEqual({
      ...referral,
      additionals: [...referral.additionals, 'ns.elsewhere.test. 5 IN A 198.51.100.53'],
    });
  });

  test('the DS records of a cut are the parent’s own (RFC 4035 3.1.4.1)', () => {
    expect(ask(zones, 'sub.example.', 'DS')).toMatchObject({ rcode: 'NOERROR', flags: ['aa'] });
    expect(ask(zones, 'sub.example.', 'DS').answers).toHaveLength(1);
    expect(ask(zones, 'sister.example.', 'DS')).toEqual({
      rcode: 'NOERROR',
      flags: ['aa'],
      authorities: [SOA],
    });
  });
});

describe('parent and child on one server', () => {
  const child = zoneFrom(
    'sub.example.',
    '@ 9 SOA ns h 1 2 3 4 5\n@ 9 NS ns\nns 9 A 192.0.2.99\nhost 9 A 192.0.2.9',
  );

  test.each([[[example, child]], [[child, example]]])('the child answers', (both) => {
    expect(ask(both, 'host.sub.example.', 'A').answers).toEqual(['host.sub.example. 9 IN A 192.0.2.9']);
    expect(ask(both, 'sub.example.', 'NS')).toMatchObject({
      flags: ['aa'],
      answers: ['sub.example. 9 IN NS ns.sub.example.'],
    });
  });

  test('but the parent answers for DS', () => {
    expect(ask([child, example], 'sub.example.', 'DS').answers?.[0]).toMatch(/^sub\.example\. 300 IN DS /);
  });

  test('the child alone says that it has no DS', () => {
    expect(ask([child], 'sub.example.', 'DS')).toMatchObject({ rcode: 'NOERROR', flags: ['aa'] });
    expect(ask([child], 'sub.example.', 'DS').authorities?.[0]).toMatch(/^sub\.example\. 5 IN SOA/);
  });

  test('an alias out of the parent is followed into the child', () => {
    expect(ask([example, child], 'into.example.', 'A').answers).toHaveLength(2);
  });

  test('the root with one of its children', () => {
    const root = zoneFrom('.', '@ 1 SOA a b 1 2 3 4 5\n@ 1 NS a\nexample 1 NS ns1.example.');
    expect(ask([root, example], '.', 'NS').answers).toEqual(['. 1 IN NS a.']);
    expect(ask([root], 'www.example.', 'A')).toMatchObject({
      flags: [],
      authorities: ['example. 1 IN NS ns1.example.'],
    });
    expect(ask([root, example], 'example.', 'DS')).toMatchObject({
      flags: ['aa'],
      authorities: ['. 1 IN SOA a. b. 1 2 3 4 5'],
    });
    expect(ask([root], '.', 'DS')).toMatchObject({ rcode: 'NOERROR', flags: ['aa'] });
  });
});

describe('DNAME (RFC 6672)', () => {
  test('redirects what is below it, with a CNAME made for the name', () => {
    expect(ask(zones, 'a.B.moved.example.', 'A')).toEqual({
      rcode: 'NOERROR',
      flags: ['aa'],
      answers: [
        'moved.example. 300 IN DNAME elsewhere.test.',
        'a.B.moved.example. 300 IN CNAME a.B.elsewhere.test.',
      ],
    });
  });

  test('goes on in the zone', () => {
    expect(ask(zones, 'q.here.example.', 'A').answers).toEqual([
      'here.example. 300 IN DNAME wild.example.',
      'q.here.example. 300 IN CNAME q.wild.example.',
      'q.wild.example. 300 IN A 192.0.2.4',
    ]);
  });

  test('leaves its owner alone', () => {
    expect(ask(zones, 'moved.example.', 'TXT').answers).toEqual(['moved.example. 300 IN TXT "owner"']);
    expect(ask(zones, 'moved.example.', 'A')).toEqual({
      rcode: 'NOERROR',
      flags: ['aa'],
      authorities: [SOA],
    });
    expect(ask(zones, 'moved.example.', 'DNAME').answers).toEqual([
      'moved.example. 300 IN DNAME elsewhere.test.',
    ]);
  });

  test('YXDOMAIN where the new name is too long', () => {
    const name = `${`${'x'.repeat(60)}.`.repeat(3)}${'y'.repeat(56)}.moved.example.`;
    expect(nameOctets(name)).toBeLessThanOrEqual(255);
    const answers = ['moved.example. 300 IN DNAME elsewhere.test.'];
    expect(ask(zones, name, 'A')).toEqual({ rcode: 'YXDOMAIN', flags: ['aa'], answers });
  });

  test('that points below itself ends, and is sent once', () => {
    const { answers } = ask(zones, 'a.self.example.', 'A');
    expect(answers?.filter((record) => record.includes('DNAME'))).toHaveLength(1);
    expect(answers!.length).toBeLessThan(20);
  });
});

describe('what is turned away', () => {
  const refused = (rcode: string): object => ({ rcode, flags: [] });

  test('names of no zone here, and other classes', () => {
    expect(ask(zones, 'www.elsewhere.test.', 'A')).toEqual(refused('REFUSED'));
    expect(ask(zones, 'notexample.', 'A')).toEqual(refused('REFUSED'));
    expect(ask([], '.', 'NS')).toEqual(refused('REFUSED'));
    for (const other of [3, 255]) {
      const questions = [{ name: 'www.example.', type: 1, class: other }];
      expect(ask(zones, '', 'A', { questions })).toEqual(refused('REFUSED'));
    }
  });

  test('other opcodes', () => {
    expect(ask(zones, 'www.example.', 'A', { header: headerOf(1, 5 << 11) })).toEqual(refused('NOTIMP'));
  });

  test('no question, several questions, and what is no query', () => {
    const [question] = queryFor('www.example.', 'A').questions;
    expect(ask(zones, '', 'A', { questions: [] })).toEqual(refused('FORMERR'));
    expect(ask(zones, '', 'A', { questions: [question!, question!] })).toEqual(refused('FORMERR'));
    expect(ask(zones, 'www.example.', 'A', { header: headerOf(1, 0x8000) })).toEqual(refused('FORMERR'));
  });

  test.each([
    ['AXFR', 'REFUSED'],
    ['IXFR', 'REFUSED'],
    ['MAILB', 'NOTIMP'],
    ['TYPE250', 'NOTIMP'],
    ['OPT', 'FORMERR'],
  ])('type %s: %s', (type, rcode) => {
    expect(ask(zones, 'example.', type)).toEqual(refused(rcode));
  });

  test('versions of EDNS other than 0', () => {
    const reply = answer(zones, queryFor('www.example.', 'A', { edns: { ...plainEdns, version: 1 } }));
    expect(printedReply(reply)).toMatchObject({ rcode: 'BADVERS', answers: [] });
    expect(reply.edns).toMatchObject({ version: 0, extendedRcode: 1 });
    expect(reply.header.rcode).toBe(0);
  });
});

describe('the frame of a reply', () => {
  test('copies ID, question, RD and CD, and sets no RA or AD', () => {
    const header = { ...headerOf(0xabcd, 0), rd: true, cd: true, ad: true, ra: true, z: true };
    const reply = answer(zones, queryFor('wWw.example.', 'A', { header }));
    expect(reply.header).toEqual({ ...headerOf(0xabcd, 0x8400), rd: true, cd: true });
    expect(reply.questions).toEqual([{ name: 'wWw.example.', type: 1, class: 1 }]);
  });

  test('has EDNS only where the query has, with DO copied and no options echoed', () => {
    expect(answer(zones, queryFor('www.example.', 'A'))).not.toHaveProperty('edns');
    const options = [{ code: 10, values: { cookie: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) } }];
    const reply = answer(
      zones,
      queryFor('www.example.', 'A', { edns: { ...plainEdns, dnssecOk: true, z: 5, options } }),
    );
    expect(reply.edns).toEqual({ ...plainEdns, udpPayloadSize: 1232, dnssecOk: true });
  });

  test('is a message that encodes and reads back', () => {
    for (const name of [
      'www.example.',
      'into.example.',
      'x.sub.example.',
      'a.moved.example.',
      'no.example.',
    ]) {
      const reply = answer(zones, queryFor(name, 'A', { edns: plainEdns }));
      expect(decode(encode(reply))).toEqual(reply);
    }
  });
});
