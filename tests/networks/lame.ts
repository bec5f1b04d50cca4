/** Servers that are named for a zone and do not serve it, or are not there. */

import { changed, network, says, silence, type Reply, type Rule } from './network.ts';

const NS1 = '192.0.2.1';
const NS2 = '192.0.2.2';
const noAuthority = changed((reply) => ({ ...reply, header: { ...reply.header, aa: false, ra: true } }));
const withoutAa = changed((reply) => ({ ...reply, header: { ...reply.header, aa: false } }));
const upwards = says({
  flags: '',
  authority: '. NS a.root-servers.',
  additional: 'a.root-servers. A 198.51.100.1',
});
const sideways = says({ flags: '', authority: 'example.net. NS ns1.example.net.' });
const toItself = says({
  flags: '',
  authority: 'example.com. NS ns1.example.com.\nexample.com. NS ns2.example.com.',
  additional: 'ns1.example.com. A 192.0.2.1\nns2.example.com. A 192.0.2.2',
});
const WAYS: Readonly<Record<string, Reply>> = {
  refused: says({ rcode: 'REFUSED', flags: '' }),
  servfail: says({ rcode: 'SERVFAIL', flags: '' }),
  notauth: says({ rcode: 'NOTAUTH', flags: '' }),
  cached: noAuthority,
  empty: says({ flags: '' }),
  'empty-with-ra': says({ flags: 'ra' }),
  'empty-nxdomain': says({ flags: '', rcode: 'NXDOMAIN' }),
  upwards,
  'upwards-to-com': says({
    flags: '',
    authority: 'com. NS a.nic.com.',
    additional: 'a.nic.com. A 198.51.100.2',
  }),
  sideways,
  'to-itself': toItself,
  silent: silence,
  'without-aa': withoutAa,
};
const all = (reply: Reply): Record<string, readonly Rule[]> => ({
  [NS1]: [['*', reply]],
  [NS2]: [['*', reply]],
});
const above =
  'example.com. NS ns1.example.com.\nexample.com. NS ns2.example.com.\nexample.com. NS ns3.example.com.\n';

export const LAME = [
  ...Object.entries(WAYS).flatMap(([way, reply]) => [
    network(`one-${way}`, 'www.example.com. A', {}, { [NS1]: [['*', reply]] }),
    network(`all-${way}`, 'www.example.com. A', {}, all(reply)),
  ]),
  network('all-cached-nodata', 'www.example.com. AAAA', {}, all(noAuthority)),
  network('all-cached-nxdomain', 'none.example.com. A', {}, all(noAuthority)),
  network('nodata-without-aa', 'www.example.com. AAAA', {}, all(withoutAa)),
  network('nxdomain-without-aa', 'none.example.com. A', {}, all(withoutAa)),
  network(
    'two-silent-one-alive',
    'www.example.com. A',
    {
      'example.com.': {
        on: { 'ns1.example.com.': NS1, 'ns2.example.com.': NS2, 'ns3.example.com.': '192.0.2.3' },
      },
    },
    { [NS1]: [['*', silence]], [NS2]: [['*', silence]] },
  ),
  network('two-closed-one-alive', 'www.example.com. A', {
    'example.com.': {
      above: `${above}ns1.example.com. A 192.0.2.101\nns2.example.com. A 192.0.2.102\nns3.example.com. A 192.0.2.1`,
    },
  }),
  network('root-refuses', 'www.example.com. A', {}, { '198.51.100.1': [['*', WAYS['refused']!]] }),
  network('tld-refuses', 'www.example.com. A', {}, { '198.51.100.2': [['*', WAYS['refused']!]] }),
  network(
    'root-answers-without-authority',
    'www.example.com. A',
    {},
    {
      '198.51.100.1': [
        ['www.example.com.', says({ flags: 'ra', answer: 'www.example.com. A 203.0.113.66' })],
      ],
    },
  ),
];
