/** Negative answers that lack or add something, replies to other questions, truncation, EDNS, letters and cuts. */

import { encode } from '../../src/message/encode.ts';
import { lowerCased, nameOctets } from '../../src/message/name.ts';
import { changed, network, records, says, silence, type Network, type Reply } from './network.ts';

const NS1 = '192.0.2.1';
const NS2 = '192.0.2.2';
const W = 'www.example.com.';
const both = (pattern: string, reply: Reply): Record<string, readonly [readonly [string, Reply]]> => ({
  [NS1]: [[pattern, reply]],
  [NS2]: [[pattern, reply]],
});
const odd = (name: string, question: string, pattern: string, reply: Reply): Network =>
  network(name, question, {}, both(pattern, reply));
const odds = (name: string, question: string, pattern: string, reply: Reply): Network[] => [
  network(`one-${name}`, question, {}, { [NS1]: [[pattern, reply]] }),
  odd(`all-${name}`, question, pattern, reply),
];
const address = `${W} A 203.0.113.80`;
const soa = 'example.com. SOA ns.invalid. admin.invalid. 1 2 3 4 60';
const nameServers = 'example.com. NS ns1.example.com.\nexample.com. NS ns2.example.com.';

const ednsError = (rcode: string): Reply => says({ rcode, flags: '', edns: 'left out' });
/** The class of the one answer, whose owner is a pointer. */
function inClassChaos(reply: Uint8Array): Uint8Array {
  const question = 12 + nameOctets(W) + 4;
  reply.set([0, 3], question + 4);
  return reply;
}
const inUpperCase = (text: string): string => text.toUpperCase();

export const REPLIES = [
  network('nxdomain', 'none.example.com. A', {}),
  network('nodata', `${W} AAAA`, {}),
  odd('nodata-without-soa', `${W} AAAA`, `${W} AAAA`, says({})),
  odd('nodata-without-soa-with-ns', `${W} AAAA`, `${W} AAAA`, says({ authority: nameServers })),
  odd('nodata-with-ns-and-soa', `${W} AAAA`, `${W} AAAA`, says({ authority: `${nameServers}\n${soa}` })),
  odd(
    'nodata-with-soa-of-the-parent',
    `${W} AAAA`,
    `${W} AAAA`,
    says({ authority: 'com. SOA ns.invalid. admin.invalid. 1 2 3 4 60' }),
  ),
  odd(
    'nodata-with-soa-below',
    `${W} AAAA`,
    `${W} AAAA`,
    says({ authority: `${W} SOA ns.invalid. admin.invalid. 1 2 3 4 60` }),
  ),
  odd(
    'nodata-with-soa-elsewhere',
    `${W} AAAA`,
    `${W} AAAA`,
    says({ authority: 'other.example.com. SOA ns.invalid. admin.invalid. 1 2 3 4 60' }),
  ),
  odd('nodata-with-soa-not-aa', `${W} AAAA`, `${W} AAAA`, says({ flags: '', authority: soa })),
  odd('nodata-with-soa-in-the-answer', `${W} AAAA`, `${W} AAAA`, says({ answer: soa })),
  odd('nxdomain-without-soa', 'none.example.com. A', 'none.example.com.', says({ rcode: 'NXDOMAIN' })),
  odd(
    'nxdomain-with-ns',
    'none.example.com. A',
    'none.example.com.',
    says({ rcode: 'NXDOMAIN', authority: `${nameServers}\n${soa}` }),
  ),
  odd(
    'nxdomain-with-ns-only',
    'none.example.com. A',
    'none.example.com.',
    says({ rcode: 'NXDOMAIN', authority: nameServers }),
  ),
  odd(
    'nxdomain-with-soa-of-the-parent',
    'none.example.com. A',
    'none.example.com.',
    says({ rcode: 'NXDOMAIN', authority: 'com. SOA ns.invalid. admin.invalid. 1 2 3 4 60' }),
  ),
  odd(
    'nxdomain-for-an-empty-non-terminal',
    'a.b.example.com. A',
    'b.example.com.',
    says({ rcode: 'NXDOMAIN', authority: soa }),
  ),
  network(
    'below-an-empty-non-terminal',
    'a.b.example.com. A',
    { 'example.com.': { has: 'a.b A 203.0.113.74' } },
    both('b.example.com.', says({ rcode: 'NXDOMAIN', authority: soa })),
  ),
  network(
    'below-a-refused-name',
    'a.b.example.com. A',
    { 'example.com.': { has: 'a.b A 203.0.113.74' } },
    both('b.example.com.', says({ rcode: 'REFUSED', flags: '' })),
  ),
  network('empty-non-terminal', 'b.example.com. A', { 'example.com.': { has: 'a.b A 203.0.113.74' } }),
  ...odds('answer-to-another-name', W, W, says({ answer: 'other.example.com. A 203.0.113.66' })),
  odd(
    'answer-to-another-name-with-soa',
    W,
    W,
    says({ answer: 'other.example.com. A 203.0.113.66', authority: soa }),
  ),
  odd(
    'nxdomain-with-another-name',
    W,
    W,
    says({ rcode: 'NXDOMAIN', answer: 'other.example.com. A 203.0.113.66', authority: soa }),
  ),
  odd(
    'answer-with-more-names',
    W,
    W,
    says({ answer: `${address}\nother.example.com. A 203.0.113.66\nwww.example.net. A 203.0.113.66` }),
  ),
  ...odds('answer-of-another-type', W, W, says({ answer: `${W} AAAA 2001:db8::80` })),
  ...odds('answer-in-the-additional-section', W, W, says({ additional: address })),
  ...odds('answer-in-the-authority-section', W, W, says({ authority: address })),
  ...odds('another-question', W, `${W} A`, says({ question: 'other.example.com. A', answer: address })),
  ...odds('another-type-in-the-question', W, `${W} A`, says({ question: `${W} AAAA`, answer: address })),
  ...odds('no-question', W, W, says({ question: '', answer: address })),
  ...odds('no-question-and-refused', W, W, says({ question: '', rcode: 'REFUSED', flags: '' })),
  ...odds('yxdomain', W, W, says({ rcode: 'YXDOMAIN' })),
  ...odds('notzone', W, W, says({ rcode: 'NOTZONE' })),
  ...odds(
    'rcode-12',
    W,
    W,
    changed((reply) => ({ ...reply, header: { ...reply.header, rcode: 12 } })),
  ),
  ...odds(
    'not-a-response',
    W,
    W,
    changed((reply) => ({ ...reply, header: { ...reply.header, qr: false } })),
  ),
  ...odds(
    'opcode-notify',
    W,
    W,
    changed((reply) => ({ ...reply, header: { ...reply.header, opcode: 4 } })),
  ),
  ...odds(
    'wrong-id',
    W,
    W,
    changed((reply) => ({ ...reply, header: { ...reply.header, id: reply.header.id ^ 1 } })),
  ),
  ...odds(
    'header-only',
    W,
    W,
    changed((reply) => encode({ ...reply, answers: [] }).subarray(0, 12)),
  ),
  ...odds(
    'half-a-message',
    W,
    W,
    changed((reply) => encode(reply).subarray(0, -20)),
  ),
  ...odds(
    'octets-behind-the-end',
    W,
    W,
    changed((reply) => Uint8Array.from([...encode(reply), 1, 2, 3])),
  ),
  ...odds(
    'class-ch',
    `${W} A`,
    `${W} A`,
    changed((reply) => inClassChaos(encode(reply))),
  ),
  odd('duplicates', W, W, says({ answer: `${address}\n${address}\n${W} A 203.0.113.81` })),
  odd('ttl-0', W, W, says({ answer: `${W} 0 A 203.0.113.80` })),
  odd('different-ttls', W, W, says({ answer: `${W} 10 A 203.0.113.80\n${W} 20 A 203.0.113.81` })),
  odd('truncated-and-empty', W, `udp A`, says({ flags: 'aa tc' })),
  odd('truncated-with-all', W, `udp A`, says({ flags: 'aa tc', answer: address })),
  odd('truncated-with-less', W, `udp A`, says({ flags: 'aa tc', answer: `${W} A 203.0.113.66` })),
  odd('truncated-referral', 'www.sub.example.com. A', 'udp A', says({ flags: 'tc' })),
  ...odds('truncated-over-tcp', W, '* A', says({ flags: 'aa tc', answer: address })),
  network(
    'truncated-and-tcp-silent',
    W,
    {},
    {
      [NS1]: [
        ['tcp A', silence],
        ['udp A', says({ flags: 'aa tc' })],
      ],
    },
  ),
  network(
    'truncated-and-tcp-refused',
    W,
    {},
    {
      [NS1]: [
        ['tcp A', says({ rcode: 'REFUSED', flags: '' })],
        ['udp A', says({ flags: 'aa tc' })],
      ],
    },
  ),
  network(
    'all-truncated-and-tcp-silent',
    W,
    {},
    {
      [NS1]: [
        ['tcp A', silence],
        ['udp A', says({ flags: 'aa tc', answer: address })],
      ],
      [NS2]: [
        ['tcp A', silence],
        ['udp A', says({ flags: 'aa tc', answer: address })],
      ],
    },
  ),
  odd('udp-silent', W, 'udp', silence),
  ...['FORMERR', 'NOTIMP', 'SERVFAIL', 'REFUSED'].map((rcode) =>
    odd(`edns-${rcode.toLowerCase()}`, W, 'edns', ednsError(rcode)),
  ),
  ...['FORMERR', 'BADVERS', 'SERVFAIL', 'REFUSED'].map((rcode) =>
    odd(`edns-${rcode.toLowerCase()}-with-opt`, W, 'edns', says({ rcode, flags: '' })),
  ),
  odd(
    'edns-formerr-without-question',
    W,
    'edns',
    says({ rcode: 'FORMERR', flags: '', edns: 'left out', question: '' }),
  ),
  odd('edns-silence', W, 'edns', silence),
  odd('edns-left-out', W, '*', says({ answer: address, edns: 'left out' })),
  odd(
    'edns-nxdomain',
    W,
    'edns A',
    says({ rcode: 'NXDOMAIN', flags: 'aa', edns: 'left out', authority: soa }),
  ),
  odd('always-formerr', W, '*', says({ rcode: 'FORMERR', flags: '' })),
  odd('always-notimp', W, '*', says({ rcode: 'NOTIMP', flags: '' })),
  odd(
    'lower-case-question',
    W,
    '*',
    changed((reply) => ({
      ...reply,
      questions: reply.questions.map((each) => ({ ...each, name: lowerCased(each.name) })),
    })),
  ),
  odd('upper-case-answer', W, W, says({ answer: inUpperCase(address) })),
  odd(
    'upper-case-alias',
    W,
    W,
    says({ answer: `WWW.EXAMPLE.COM. CNAME B.example.COM.\nb.EXAMPLE.com. A 203.0.113.71` }),
  ),
  network(
    'upper-case-referral',
    W,
    {},
    {
      '198.51.100.2': [
        [
          '*',
          changed((reply) => ({
            ...reply,
            authorities: reply.authorities.map((each) => ({ ...each, name: each.name.toUpperCase() })),
            additionals: reply.additionals.map((each) => ({ ...each, name: each.name.toUpperCase() })),
          })),
        ],
      ],
    },
  ),
  network('ds-at-a-cut', 'example.com. DS', {}, {}),
  network('ds-that-is-there', 'sub.example.com. DS', {
    'example.com.': { has: 'sub DS 1 13 2 0000000000000000000000000000000000000000000000000000000000000000' },
    'sub.example.com.': { on: { 'ns.sub.example.com.': '192.0.2.31' } },
  }),
  network('ds-of-no-cut', `${W} DS`, {}),
  network('ds-of-nothing', 'none.example.com. DS', {}),
  network('ds-of-a-tld', 'com. DS', {}),
  network('ds-of-the-root', '. DS', {}),
  network('ds-where-both-sides-are-one-server', 'example.com. DS', {
    'example.com.': { on: { 'a.nic.com.': '198.51.100.2' } },
  }),
  network(
    'ds-refused-by-the-parent',
    'example.com. DS',
    {},
    { '198.51.100.2': [['* DS', says({ rcode: 'REFUSED', flags: '' })]] },
  ),
  network(
    'ds-answered-with-a-referral',
    'example.com. DS',
    {},
    {
      '198.51.100.2': [
        [
          '* DS',
          says({
            flags: '',
            authority: 'example.com. NS ns1.example.com.',
            additional: 'ns1.example.com. A 192.0.2.1',
          }),
        ],
      ],
    },
  ),
  network('ns-at-a-cut', 'example.com. NS', {}),
  network('ns-where-child-differs', 'example.com. NS', {
    'example.com.': { above: 'example.com. NS ns1.example.com.\nns1.example.com. A 192.0.2.1' },
  }),
  network('soa-at-a-cut', 'example.com. SOA', {}),
  network('root-ns', '. NS', {}),
  network('root-soa', '. SOA', {}),
  network('root-address', '. A', {}),
  network('tld-ns', 'com. NS', {}),
  network('tld-address', 'com. A', {}),
  network('no-such-tld', 'www.nowhere. A', {}),
  network('server-name', 'ns1.example.com. A', {}),
  network('glue-that-the-zone-does-not-have', 'ns1.example.com. A', {
    'example.com.': { apex: '@ NS ns1\n@ NS ns2' },
  }),
  network('glue-that-the-zone-knows-otherwise', 'ns1.example.com. A', {
    'example.com.': { apex: '@ NS ns1\n@ NS ns2\nns1 A 203.0.113.5\nns2 A 192.0.2.2' },
  }),
  network('unknown-type', 'www.example.com. TYPE65280', {
    'example.com.': { has: 'www TYPE65280 \\# 4 01020304' },
  }),
  network(
    'extra-record-in-authority',
    W,
    {},
    {
      '198.51.100.2': [
        [
          '*.example.com.',
          changed((reply) => ({
            ...reply,
            authorities: [...records('example.net. NS evil.example.com.'), ...reply.authorities],
          })),
        ],
      ],
    },
  ),
  network(
    'two-referrals',
    W,
    {},
    {
      '198.51.100.2': [
        [
          '*.example.com.',
          changed((reply) => ({
            ...reply,
            authorities: [...records('com. NS a.nic.com.'), ...reply.authorities],
          })),
        ],
      ],
    },
  ),
];
