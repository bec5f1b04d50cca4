/** The way to a zone: hints, names between cuts, addresses that cannot be, servers that know only some types. */

import { changed, network, records, says, silence, type Network, type Reply } from './network.ts';

const ROOT = '198.51.100.1';
const COM = '198.51.100.2';
const NET = '198.51.100.3';
const NS1 = '192.0.2.1';
const NS2 = '192.0.2.2';
const W = 'www.example.com.';
const refused = says({ rcode: 'REFUSED', flags: '' });
const servfail = says({ rcode: 'SERVFAIL', flags: '' });
const nxdomain = says({
  rcode: 'NXDOMAIN',
  authority: 'example.com. SOA ns.invalid. admin.invalid. 1 2 3 4 60',
});
const upwards = says({ flags: '', authority: '. NS a.root-servers.' });
const both = (pattern: string, reply: Reply): Record<string, readonly [readonly [string, Reply]]> => ({
  [NS1]: [[pattern, reply]],
  [NS2]: [[pattern, reply]],
});
const twoRoots = { on: { 'a.root-servers.': ROOT, 'b.root-servers.': '198.51.100.11' } };
const deep = { 'example.com.': { has: 'a.b.c A 203.0.113.74' } };
const withGlue = (address: string): { above: string } => ({
  above: `example.com. NS ns1.example.com.\nexample.com. NS ns2.example.com.\nns1.example.com. ${address}\nns2.example.com. A ${NS2}`,
});
/** A server in another zone whose name is asked for, with rules for the zone that knows it. */
const elsewhere = (name: string, address: string, rule: string, reply: Reply): Network =>
  network(
    name,
    W,
    {
      'example.com.': { on: { 'ns.example.net.': address } },
      'example.net.': {
        has: address
          .split(' ')
          .map((each) => `ns ${each.includes(':') ? 'AAAA' : 'A'} ${each}`)
          .join('\n'),
      },
    },
    { '192.0.2.11': [[rule, reply]] },
  );
const lost = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`n${at}.none.example.net.`, '']));

export const PATHS = [
  network('root-one-silent', W, { '.': twoRoots }, { [ROOT]: [['*', silence]] }),
  network('root-one-refuses', W, { '.': twoRoots }, { [ROOT]: [['*', refused]] }),
  network('root-one-refers-to-the-root', W, { '.': twoRoots }, { [ROOT]: [['*', upwards]] }),
  network('root-over-ipv6', W, { '.': { on: { 'a.root-servers.': '2001:db8::53' } } }),
  network('root-names-other-servers-than-the-hints', W, {
    '.': { apex: '@ NS x.root-servers.\nx.root-servers. A 198.51.100.12' },
  }),
  network(
    'tld-one-refers-upwards',
    W,
    { 'com.': { on: { 'a.nic.com.': COM, 'b.nic.com.': '198.51.100.22' } } },
    { [COM]: [['*', upwards]] },
  ),
  network('tld-answers-with-aa', W, {}, { [COM]: [[W, says({ answer: `${W} A 203.0.113.77` })]] }),
  network(
    'tld-answers-without-aa',
    W,
    {},
    { [COM]: [[W, says({ flags: '', answer: `${W} A 203.0.113.77` })]] },
  ),
  network(
    'tld-answers-without-aa-with-referral',
    W,
    {},
    {
      [COM]: [
        ['*.example.com.', changed((reply) => ({ ...reply, answers: records(`${W} A 203.0.113.77`) }))],
      ],
    },
  ),
  network(
    'tld-denies-with-nxdomain',
    W,
    {},
    {
      [COM]: [
        [
          '*.example.com.',
          says({ rcode: 'NXDOMAIN', authority: 'com. SOA ns.invalid. admin.invalid. 1 2 3 4 60' }),
        ],
      ],
    },
  ),
  network('below-a-silent-name', 'a.b.c.example.com. A', deep, both('b.c.example.com.', silence)),
  network('below-a-silent-name-at-the-cut', W, {}, both('example.com.', silence)),
  network('below-a-name-that-fails', 'a.b.c.example.com. A', deep, both('c.example.com.', servfail)),
  network('below-a-name-that-is-denied', 'a.b.c.example.com. A', deep, both('c.example.com.', nxdomain)),
  network(
    'below-a-name-that-is-not-implemented',
    'a.b.c.example.com. A',
    deep,
    both('c.example.com.', says({ rcode: 'NOTIMP', flags: '' })),
  ),
  network('below-a-name-that-refers-upwards', 'a.b.c.example.com. A', deep, both('c.example.com.', upwards)),
  network('below-an-empty-reply', 'a.b.c.example.com. A', deep, both('c.example.com.', says({}))),
  network(
    'below-an-empty-reply-without-aa',
    'a.b.c.example.com. A',
    deep,
    both('c.example.com.', says({ flags: '' })),
  ),
  network('below-an-alias', 'a.b.example.com. A', {
    'example.com.': { has: 'b CNAME www.example.net.\na.b A 203.0.113.74' },
  }),
  network('below-an-alias-denied', 'x.b.example.com. A', {
    'example.com.': { has: 'b CNAME www.example.net.' },
  }),
  network('below-an-address', 'a.www.example.com. A', {}),
  network('ipv6-address-refused', `${W} AAAA`, {}, both('* AAAA', refused)),
  network('ipv6-address-denied', `${W} AAAA`, {}, both('* AAAA', nxdomain)),
  network('ipv6-address-silent', `${W} AAAA`, {}, both('* AAAA', silence)),
  elsewhere('server-name-refused-for-aaaa', NS1, 'ns.example.net. AAAA', refused),
  elsewhere('server-name-denied-for-aaaa', NS1, 'ns.example.net. AAAA', nxdomain),
  elsewhere('server-name-silent-for-aaaa', NS1, 'ns.example.net. AAAA', silence),
  elsewhere('server-name-fails-for-a', '2001:db8::1', 'ns.example.net. A', servfail),
  elsewhere('server-name-silent-for-a', '2001:db8::1', 'ns.example.net. A', silence),
  elsewhere('server-name-fails', NS1, 'ns.example.net.', servfail),
  elsewhere('server-with-ipv4-closed-and-ipv6', '192.0.2.99 2001:db8::1', '* TXT', refused),
  network('glue-loopback', W, { 'example.com.': withGlue('A 127.0.0.9') }),
  network('glue-nobody', W, { 'example.com.': withGlue('A 0.0.0.0') }),
  network('glue-everybody', W, { 'example.com.': withGlue('A 255.255.255.255') }),
  network('glue-multicast', W, { 'example.com.': withGlue('A 224.0.0.1') }),
  network('glue-mapped', W, { 'example.com.': withGlue('AAAA ::ffff:192.0.2.99') }),
  network('glue-of-both-servers-one-address', W, { 'example.com.': withGlue(`A ${NS2}`) }),
  network('server-below-the-child', W, {
    'example.com.': { on: { 'ns.sub.example.com.': NS1 } },
    'sub.example.com.': { on: { 'ns.sub.example.com.': NS1 } },
  }),
  network('server-below-the-child-without-glue', W, {
    'example.com.': { on: { 'ns.sub.example.com.': NS1 }, above: 'example.com. NS ns.sub.example.com.' },
    'sub.example.com.': { on: { 'ns.sub.example.com.': NS1 } },
  }),
  network(
    'child-servers-refuse-and-the-parents-do-not',
    W,
    {
      'example.com.': {
        above: `example.com. NS ns1.example.com.\nns1.example.com. A ${NS1}`,
        apex: '@ NS bad\nbad A 192.0.2.66',
      },
    },
    { '192.0.2.66': [['*', refused]] },
  ),
  network(
    'refers-to-itself-elsewhere',
    W,
    {
      'example.com.': {
        on: { 'ns2.example.com.': NS2 },
        above: `example.com. NS old.example.com.\nold.example.com. A 192.0.2.66`,
      },
    },
    {
      '192.0.2.66': [
        [
          '*',
          says({
            flags: '',
            authority: 'example.com. NS ns2.example.com.',
            additional: `ns2.example.com. A ${NS2}`,
          }),
        ],
      ],
    },
  ),
  network(
    'refers-down-and-back',
    'www.sub.example.com. A',
    {
      'sub.example.com.': { on: { 'ns.sub.example.com.': '192.0.2.31' } },
    },
    {
      '192.0.2.31': [
        [
          '*',
          says({
            flags: '',
            authority: 'example.com. NS ns1.example.com.',
            additional: `ns1.example.com. A ${NS1}`,
          }),
        ],
      ],
    },
  ),
  network('referral-of-ttl-0', W, {
    'example.com.': { above: `example.com. 0 NS ns1.example.com.\nns1.example.com. 0 A ${NS1}` },
  }),
  network('referral-to-the-root-name', W, { 'example.com.': { above: 'example.com. NS .' } }),
  network(
    'referral-twice-the-same',
    W,
    {},
    {
      [COM]: [
        [
          '*.example.com.',
          changed((reply) => ({ ...reply, authorities: [...reply.authorities, ...reply.authorities] })),
        ],
      ],
    },
  ),
  network(
    'referral-with-glue-in-the-answer',
    W,
    {},
    {
      [COM]: [
        ['*.example.com.', changed((reply) => ({ ...reply, answers: reply.additionals, additionals: [] }))],
      ],
    },
  ),
  network('alias-at-the-apex', 'example.com. A', { 'example.com.': { has: '@ CNAME www.example.net.' } }),
  network(
    'alias-at-the-apex-asked-for-ns',
    'example.com. NS',
    {},
    both('example.com.', says({ answer: 'example.com. CNAME example.net.' })),
  ),
  network('capital-letters', 'WWW.Example.COM. A', {}),
  network('dot-in-a-label', 'a\\.b.example.com. A', { 'example.com.': { has: 'a\\.b A 203.0.113.74' } }),
  network('octet-in-a-label', 'a\\255.example.com. A', { 'example.com.': { has: 'a\\255 A 203.0.113.74' } }),
  network('eight-lost-servers-and-a-good-one', W, {
    'example.com.': { on: { ...lost(8), 'ns2.example.com.': NS2 } },
  }),
  network('eight-lost-servers-and-a-good-one-elsewhere', W, {
    'example.com.': { on: { ...lost(8), 'ns.example.org.': NS2 } },
    'example.org.': { has: `ns A ${NS2}` },
  }),
  network('four-lost-servers-and-a-good-one-elsewhere', W, {
    'example.com.': { on: { ...lost(4), 'ns.example.org.': NS2 } },
    'example.org.': { has: `ns A ${NS2}` },
  }),
  network('server-alias-loop', W, {
    'example.com.': { on: { 'ns.example.net.': '', 'ns2.example.com.': NS2 } },
    'example.net.': { has: 'ns CNAME ns' },
  }),
  network(
    'server-zone-silent',
    W,
    {
      'example.com.': { on: { 'ns.example.net.': NS1, 'ns2.example.com.': NS2 } },
    },
    { '192.0.2.11': [['*', silence]] },
  ),
  network(
    'only-server-in-a-silent-zone',
    W,
    { 'example.com.': { on: { 'ns.example.net.': NS1 } } },
    { '192.0.2.11': [['*', silence]] },
  ),
  network(
    'server-zone-cannot-be-found',
    W,
    {
      'example.com.': { on: { 'ns.example.net.': NS1, 'ns2.example.com.': NS2 } },
    },
    { [NET]: [['*', refused]] },
  ),
  network(
    'every-server-in-a-silent-zone-of-its-own',
    W,
    {
      'example.com.': {
        on: {
          'ns.example.net.': NS1,
          'ns.example.org.': NS2,
          'ns.a.example.': '192.0.2.3',
          'ns.b.example.': '192.0.2.4',
        },
      },
      'example.': { on: { 'a.nic.example.': '198.51.100.5' } },
      'a.example.': { on: { 'ns1.a.example.': '192.0.2.41' } },
      'b.example.': { on: { 'ns1.b.example.': '192.0.2.42' } },
    },
    Object.fromEntries(
      ['192.0.2.11', '192.0.2.21', '192.0.2.41', '192.0.2.42'].map((address) => [address, [['*', silence]]]),
    ),
  ),
  network('silent-below-several-names', 'a.b.c.example.com. A', {}, both('*', silence)),
  network(
    'silent-one-cut-further',
    'www.sub.example.com. A',
    {
      'sub.example.com.': { on: { 'ns.sub.example.com.': '192.0.2.31', 'ns.example.net.': '192.0.2.32' } },
      'example.net.': { has: 'ns A 192.0.2.32' },
    },
    { '192.0.2.31': [['*', silence]], '192.0.2.32': [['*', silence]], '192.0.2.11': [['*', silence]] },
  ),
  network('mx', 'example.com. MX', { 'example.com.': { has: '@ MX 10 mail\nmail A 203.0.113.25' } }),
  network('srv', '_sip._tcp.example.com. SRV', { 'example.com.': { has: '_sip._tcp SRV 0 0 5060 sip' } }),
  network('caa-nodata', 'example.com. CAA', {}),
  network('https-through-an-alias', 'a.example.com. HTTPS', {
    'example.com.': { has: 'a CNAME b\nb HTTPS 1 . alpn=h2' },
  }),
  network('aaaa-of-an-ipv4-only-alias-elsewhere', 'a.example.com. AAAA', {
    'example.com.': { has: 'a CNAME b.example.net.' },
    'example.net.': { has: 'b A 203.0.113.90' },
  }),
];
