/** Referrals whose addresses are missing, wrong, elsewhere or poisoned, and zones that need each other. */

import { changed, network, records, says, silence } from './network.ts';

const COM = '198.51.100.2';
const WRONG = '192.0.2.66';
const wrongAnswer = says({ answer: 'www.example.com. A 203.0.113.66' });
const ns = (zone: string, ...servers: readonly string[]): string =>
  servers.map((server) => `${zone} NS ${server}`).join('\n');
const chain = Array.from(
  { length: 12 },
  (_, depth) =>
    `${Array.from({ length: depth + 1 }, (_each, at) => `l${depth - at}`).join('.')}.example.com.`,
);

export const GLUE = [
  network('no-glue-inside', 'www.example.com. A', {
    'example.com.': { above: ns('example.com.', 'ns1.example.com.') },
  }),
  network('no-glue-for-one', 'www.example.com. A', {
    'example.com.': {
      above: `${ns('example.com.', 'ns1.example.com.', 'ns2.example.com.')}\nns2.example.com. A 192.0.2.2`,
    },
  }),
  network(
    'wrong-glue-refuses',
    'www.example.com. A',
    {
      'example.com.': {
        above: `${ns('example.com.', 'ns1.example.com.', 'ns2.example.com.')}\nns1.example.com. A ${WRONG}\nns2.example.com. A 192.0.2.2`,
      },
    },
    { [WRONG]: [['*', says({ rcode: 'REFUSED', flags: '' })]] },
  ),
  network(
    'wrong-glue-silent',
    'www.example.com. A',
    {
      'example.com.': {
        above: `${ns('example.com.', 'ns1.example.com.', 'ns2.example.com.')}\nns1.example.com. A ${WRONG}\nns2.example.com. A 192.0.2.2`,
      },
    },
    { [WRONG]: [['*', silence]] },
  ),
  network(
    'wrong-glue-of-another-zone',
    'www.example.com. A',
    {
      'example.com.': { on: { 'ns1.example.net.': '192.0.2.1' } },
      'example.net.': {
        has: 'ns1 A 192.0.2.1',
        apex: '@ NS ns0\nns0 A 192.0.2.11',
        above: 'example.net. NS ns0.example.net.\nns0.example.net. A 192.0.2.11',
      },
    },
    {
      [COM]: [['*', changed((reply) => ({ ...reply, additionals: records(`ns1.example.net. A ${WRONG}`) }))]],
      [WRONG]: [['*', wrongAnswer]],
    },
  ),
  network('server-in-another-zone', 'www.example.com. A', {
    'example.com.': { on: { 'ns1.example.net.': '192.0.2.1' } },
    'example.net.': { on: { 'ns0.example.net.': '192.0.2.11' }, has: 'ns1 A 192.0.2.1' },
  }),
  network('server-in-another-zone-ipv6-only', 'www.example.com. A', {
    'example.com.': { on: { 'ns1.example.net.': '2001:db8::1' } },
    'example.net.': { on: { 'ns0.example.net.': '192.0.2.11' }, has: 'ns1 AAAA 2001:db8::1' },
  }),
  network('glue-ipv6-only', 'www.example.com. A', {
    'example.com.': { on: { 'ns1.example.com.': '2001:db8::1' } },
  }),
  network(
    'ipv4-silent-ipv6-alive',
    'www.example.com. A',
    {
      'example.com.': { on: { 'ns1.example.com.': '192.0.2.1 2001:db8::1' } },
    },
    { '192.0.2.1': [['*', silence]] },
  ),
  network('server-two-zones-away', 'www.example.com. A', {
    'example.com.': { on: { 'ns.example.net.': '192.0.2.1' } },
    'example.net.': { on: { 'ns.example.org.': '192.0.2.11' }, has: 'ns A 192.0.2.1' },
    'example.org.': { has: 'ns A 192.0.2.11' },
  }),
  network('cycle-of-two', 'www.example.com. A', {
    'example.com.': { on: { 'ns.example.net.': '192.0.2.1' }, has: 'www A 203.0.113.80\nns A 192.0.2.11' },
    'example.net.': { on: { 'ns.example.com.': '192.0.2.11' }, has: 'ns A 192.0.2.1' },
  }),
  network('cycle-with-a-way-out', 'www.example.com. A', {
    'example.com.': {
      on: { 'ns.example.net.': '192.0.2.1', 'ns.example.org.': '192.0.2.2' },
      has: 'www A 203.0.113.80\nns A 192.0.2.11',
    },
    'example.net.': { on: { 'ns.example.com.': '192.0.2.11' }, has: 'ns A 192.0.2.1' },
    'example.org.': { has: 'ns A 192.0.2.2' },
  }),
  network('cycle-of-three-with-a-way-out', 'www.example.com. A', {
    'example.com.': { on: { 'ns.example.net.': '192.0.2.1' }, has: 'www A 203.0.113.80\nns A 192.0.2.21' },
    'example.net.': { on: { 'ns.example.org.': '192.0.2.11' }, has: 'ns A 192.0.2.1' },
    'example.org.': {
      on: { 'ns.example.com.': '192.0.2.21', 'ns1.example.org.': '192.0.2.22' },
      has: 'ns A 192.0.2.11',
    },
  }),
  network('server-is-an-alias', 'www.example.com. A', {
    'example.com.': { on: { 'ns.example.net.': '192.0.2.1' } },
    'example.net.': { has: 'ns CNAME real\nreal A 192.0.2.1' },
  }),
  network('server-is-an-alias-beside-a-good-one', 'www.example.com. A', {
    'example.com.': { on: { 'ns.example.net.': '192.0.2.1', 'ns2.example.com.': '192.0.2.2' } },
    'example.net.': { has: 'ns CNAME real\nreal A 192.0.2.1' },
  }),
  network('server-does-not-exist', 'www.example.com. A', {
    'example.com.': { on: { 'none.example.net.': '192.0.2.1' } },
  }),
  network('one-server-does-not-exist', 'www.example.com. A', {
    'example.com.': { on: { 'none.example.net.': '', 'ns2.example.com.': '192.0.2.2' } },
  }),
  network(
    'poisoned-glue',
    'www.example.net. A',
    {},
    {
      [COM]: [
        [
          '*',
          changed((reply) => ({
            ...reply,
            additionals: [
              ...reply.additionals,
              ...records(`www.example.net. A ${WRONG}\nns1.example.net. A ${WRONG}`),
            ],
          })),
        ],
      ],
    },
  ),
  network('child-names-another-server', 'www.example.com. A', {
    'example.com.': {
      above: 'example.com. NS old.example.com.\nold.example.com. A 192.0.2.1',
      apex: '@ NS ns1\nns1 A 192.0.2.1',
    },
  }),
  network('parent-names-closed-server-and-good-one', 'www.example.com. A', {
    'example.com.': {
      above:
        'example.com. NS old.example.com.\nold.example.com. A 192.0.2.99\nexample.com. NS ns1.example.com.\nns1.example.com. A 192.0.2.1',
      apex: '@ NS ns1\nns1 A 192.0.2.1',
    },
  }),
  network('parent-and-child-on-one-server', 'www.example.com. A', {
    'example.com.': { on: { 'a.nic.com.': COM } },
  }),
  network('grandchild-on-the-server-of-the-tld', 'www.sub.example.com. A', {
    'sub.example.com.': { on: { 'a.nic.com.': COM }, has: 'www A 203.0.113.81' },
  }),
  network(
    'referral-skips-a-zone',
    'www.sub.example.com. A',
    {
      'sub.example.com.': { on: { 'ns.sub.example.com.': '192.0.2.31' }, has: 'www A 203.0.113.81' },
    },
    {
      [COM]: [
        [
          '*.sub.example.com.',
          says({
            flags: '',
            authority: 'sub.example.com. NS ns.sub.example.com.',
            additional: 'ns.sub.example.com. A 192.0.2.31',
          }),
        ],
      ],
    },
  ),
  network(
    'referral-with-aa',
    'www.example.com. A',
    {},
    {
      [COM]: [['*.example.com.', changed((reply) => ({ ...reply, header: { ...reply.header, aa: true } }))]],
    },
  ),
  network(
    'referral-in-the-answer-section',
    'www.example.com. A',
    {},
    {
      [COM]: [
        ['*.example.com.', changed((reply) => ({ ...reply, answers: reply.authorities, authorities: [] }))],
      ],
    },
  ),
  network(
    'referral-with-soa',
    'www.example.com. A',
    {},
    {
      [COM]: [
        [
          '*.example.com.',
          changed((reply) => ({
            ...reply,
            authorities: [...reply.authorities, ...records('com. SOA ns.invalid. admin.invalid. 1 2 3 4 60')],
          })),
        ],
      ],
    },
  ),
  network(
    'referral-with-nxdomain',
    'www.example.com. A',
    {},
    {
      [COM]: [['*.example.com.', changed((reply) => ({ ...reply, header: { ...reply.header, rcode: 3 } }))]],
    },
  ),
  network(
    'twelve-cuts',
    `www.${chain.at(-1)!} A`,
    Object.fromEntries(
      chain.map((zone, at) => [
        zone,
        { on: { [`ns.${zone}`]: `192.0.2.${100 + at}` }, has: 'www A 203.0.113.112' },
      ]),
    ),
  ),
  network(
    'twelve-cuts-one-server',
    `www.${chain.at(-1)!} A`,
    Object.fromEntries(
      chain.map((zone) => [zone, { on: { 'ns1.example.com.': '192.0.2.1' }, has: 'www A 203.0.113.112' }]),
    ),
  ),
  network('eleven-servers-without-address', 'www.example.com. A', {
    'example.com.': {
      on: Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`n${at}.none.example.net.`, ''])),
    },
  }),
];
