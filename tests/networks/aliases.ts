/** CNAME and DNAME: in and out of the zone, wrong, in circles, to nothing, and beside what should not be there. */

import { network, says } from './network.ts';

const NS1 = '192.0.2.1';
const NS2 = '192.0.2.2';
type Says = Parameters<typeof says>[0];
const both = (
  pattern: string,
  said: Says,
): Record<string, readonly [readonly [string, ReturnType<typeof says>]]> => ({
  [NS1]: [[pattern, says(said)]],
  [NS2]: [[pattern, says(said)]],
});
const W = 'www.example.com.';
const long = (length: number): string =>
  Array.from({ length }, (_, at) => `c${at} CNAME c${at + 1}`).join('\n') + `\nc${length} A 203.0.113.70`;
/** Aliases that take turns between two zones. */
const across = (length: number): { 'example.com.': { has: string }; 'example.net.': { has: string } } => {
  const zoneAt = (at: number): string => (at % 2 === 0 ? 'example.com.' : 'example.net.');
  const lines = Array.from({ length }, (_, at) => `c${at} CNAME c${at + 1}.${zoneAt(at + 1)}`);
  const all = [...lines, `c${length} A 203.0.113.70`];
  const of = (remainder: number): { has: string } => ({
    has: all.filter((_, at) => at % 2 === remainder).join('\n'),
  });
  return { 'example.com.': of(0), 'example.net.': of(1) };
};
const soaCom = 'example.com. SOA ns.invalid. admin.invalid. 1 2 3 4 60';

export const ALIASES = [
  network('alias-in-the-zone', 'a.example.com. A', {
    'example.com.': { has: 'a CNAME b\nb CNAME c\nc A 203.0.113.70' },
  }),
  network('alias-elsewhere', 'a.example.com. A', { 'example.com.': { has: 'a CNAME www.example.net.' } }),
  network(
    'alias-elsewhere-with-a-false-end',
    W,
    {},
    both(W, { answer: `${W} CNAME www.example.net.\nwww.example.net. A 203.0.113.66` }),
  ),
  network(
    'alias-elsewhere-with-a-false-middle',
    W,
    {},
    both(W, {
      answer: `${W} CNAME www.example.net.\nwww.example.net. CNAME b.example.com.\nb.example.com. A 203.0.113.66`,
    }),
  ),
  network(
    'alias-elsewhere-with-nxdomain',
    W,
    {},
    both(W, { rcode: 'NXDOMAIN', answer: `${W} CNAME www.example.net.` }),
  ),
  network(
    'alias-elsewhere-with-nxdomain-and-soa',
    W,
    {},
    both(W, {
      rcode: 'NXDOMAIN',
      answer: `${W} CNAME www.example.net.`,
      authority: 'example.net. SOA ns.invalid. admin.invalid. 1 2 3 4 60',
    }),
  ),
  network(
    'alias-elsewhere-with-own-soa',
    W,
    {},
    both(W, { answer: `${W} CNAME www.example.net.`, authority: soaCom }),
  ),
  network(
    'alias-elsewhere-with-nxdomain-and-own-soa',
    W,
    {},
    both(W, { rcode: 'NXDOMAIN', answer: `${W} CNAME www.example.net.`, authority: soaCom }),
  ),
  network('alias-elsewhere-to-nxdomain', 'a.example.com. A', {
    'example.com.': { has: 'a CNAME none.example.net.' },
  }),
  network('alias-elsewhere-to-nodata', 'a.example.com. AAAA', {
    'example.com.': { has: 'a CNAME www.example.net.' },
  }),
  network('alias-to-nxdomain', 'a.example.com. A', { 'example.com.': { has: 'a CNAME none' } }),
  network('alias-to-nodata', 'a.example.com. AAAA', {
    'example.com.': { has: 'a CNAME www\nwww A 203.0.113.80' },
  }),
  network(
    'alias-to-nxdomain-without-soa',
    W,
    {},
    { ...both(W, { rcode: 'NXDOMAIN', answer: `${W} CNAME none.example.com.` }) },
  ),
  network(
    'alias-to-nodata-without-soa',
    `${W} AAAA`,
    { 'example.com.': { has: 'b A 203.0.113.80' } },
    both(`${W} AAAA`, { answer: `${W} CNAME b.example.com.` }),
  ),
  network(
    'alias-alone-then-asked',
    W,
    { 'example.com.': { has: 'b A 203.0.113.71' } },
    both(W, { answer: `${W} CNAME b.example.com.` }),
  ),
  network(
    'alias-nxdomain-but-target-exists',
    W,
    { 'example.com.': { has: 'b A 203.0.113.71' } },
    both(W, { rcode: 'NXDOMAIN', answer: `${W} CNAME b.example.com.` }),
  ),
  network(
    'alias-nxdomain-with-soa-but-target-exists',
    W,
    { 'example.com.': { has: 'b A 203.0.113.71' } },
    both(W, { rcode: 'NXDOMAIN', answer: `${W} CNAME b.example.com.`, authority: soaCom }),
  ),
  network(
    'alias-with-nxdomain-and-the-answer',
    W,
    {},
    both(W, { rcode: 'NXDOMAIN', answer: `${W} CNAME b.example.com.\nb.example.com. A 203.0.113.71` }),
  ),
  network('answer-with-nxdomain', W, {}, both(W, { rcode: 'NXDOMAIN', answer: `${W} A 203.0.113.71` })),
  network('alias-to-itself', 'a.example.com. A', { 'example.com.': { has: 'a CNAME a' } }),
  network('alias-loop-of-two', 'a.example.com. A', { 'example.com.': { has: 'a CNAME b\nb CNAME a' } }),
  network('alias-loop-across', 'a.example.com. A', {
    'example.com.': { has: 'a CNAME a.example.net.' },
    'example.net.': { has: 'a CNAME a.example.com.' },
  }),
  network('alias-loop-later', 'a.example.com. A', {
    'example.com.': { has: 'a CNAME b\nb CNAME c\nc CNAME b' },
  }),
  network(
    'alias-beside-address',
    W,
    {},
    both(W, { answer: `${W} CNAME b.example.com.\n${W} A 203.0.113.80\nb.example.com. A 203.0.113.71` }),
  ),
  network(
    'address-beside-alias',
    W,
    {},
    both(W, { answer: `${W} A 203.0.113.80\n${W} CNAME b.example.com.\nb.example.com. A 203.0.113.71` }),
  ),
  network(
    'two-aliases',
    W,
    {},
    both(W, {
      answer: `${W} CNAME b.example.com.\n${W} CNAME c.example.com.\nb.example.com. A 203.0.113.71\nc.example.com. A 203.0.113.72`,
    }),
  ),
  network(
    'alias-records-in-the-wrong-order',
    W,
    {},
    both(W, {
      answer: `b.example.com. A 203.0.113.71\nc.example.com. CNAME b.example.com.\n${W} CNAME c.example.com.`,
    }),
  ),
  network('eight-aliases', 'c0.example.com. A', { 'example.com.': { has: long(8) } }),
  ...[9, 10, 11, 12, 13, 16, 17, 30].flatMap((count) => [
    network(`aliases-across-${count}`, 'c0.example.com. A', across(count)),
    network(`aliases-in-the-zone-${count}`, 'c0.example.com. A', { 'example.com.': { has: long(count) } }),
  ]),
  network(
    'alias-whose-end-is-only-told-beside-it',
    W,
    {},
    both(W, { answer: `${W} CNAME b.example.com.\nb.example.com. A 203.0.113.71` }),
  ),
  network(
    'alias-nodata-with-soa-but-target-has-it',
    `${W} AAAA`,
    { 'example.com.': { has: 'b AAAA 2001:db8::71' } },
    both(W, { answer: `${W} CNAME b.example.com.`, authority: soaCom }),
  ),
  network(
    'alias-nxdomain-for-another-target',
    W,
    {},
    both(W, { rcode: 'NXDOMAIN', answer: `${W} CNAME www.example.net.`, authority: soaCom }),
  ),
  network('dname-too-long', `${'a'.repeat(60)}.d.example.com. A`, {
    'example.com.': { has: `d DNAME ${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example.net.` },
  }),
  network(
    'address-below-dname',
    'www.d.example.com. A',
    {},
    both('www.d.example.com. A', {
      answer: 'd.example.com. DNAME example.net.\nwww.d.example.com. A 203.0.113.66',
    }),
  ),
  network(
    'dname-without-cname-asked-for-cname',
    'www.d.example.com. CNAME',
    {},
    both('*.d.example.com.', { answer: 'd.example.com. DNAME example.net.' }),
  ),
  network(
    'dname-with-wrong-cname-asked-for-cname',
    'www.d.example.com. CNAME',
    {},
    both('*.d.example.com.', {
      answer: 'd.example.com. DNAME example.net.\nwww.d.example.com. CNAME www.example.org.',
    }),
  ),
  network('any-below-dname', 'www.d.example.com. ANY', { 'example.com.': { has: 'd DNAME example.net.' } }),
  network('ds-of-an-alias', 'a.example.com. DS', { 'example.com.': { has: 'a CNAME www.example.net.' } }),
  network('aaaa-through-an-alias-elsewhere', 'a.example.com. AAAA', {
    'example.com.': { has: 'a CNAME www.example.net.' },
    'example.net.': { has: 'www AAAA 2001:db8::90' },
  }),
  network('asked-for-the-alias', 'a.example.com. CNAME', {
    'example.com.': { has: 'a CNAME www.example.net.' },
  }),
  network(
    'asked-for-the-alias-with-nxdomain',
    `${W} CNAME`,
    {},
    both(W, { rcode: 'NXDOMAIN', answer: `${W} CNAME none.example.com.`, authority: soaCom }),
  ),
  network(
    'asked-for-the-alias-with-nxdomain-elsewhere',
    `${W} CNAME`,
    {},
    both(W, { rcode: 'NXDOMAIN', answer: `${W} CNAME none.example.net.` }),
  ),
  network('asked-for-the-alias-below-dname', 'a.d.example.com. CNAME', {
    'example.com.': { has: 'd DNAME example.net.' },
  }),
  network('dname', 'www.d.example.com. A', { 'example.com.': { has: 'd DNAME example.net.' } }),
  network('dname-in-the-zone', 'www.d.example.com. A', {
    'example.com.': { has: 'd DNAME e\nwww.e A 203.0.113.71' },
  }),
  network('dname-itself', 'd.example.com. DNAME', { 'example.com.': { has: 'd DNAME example.net.' } }),
  network('address-at-dname', 'd.example.com. A', {
    'example.com.': { has: 'd DNAME example.net.\nd A 203.0.113.73' },
  }),
  network('dname-to-dname', 'www.d.example.com. A', {
    'example.com.': { has: 'd DNAME e.example.net.' },
    'example.net.': { has: 'e DNAME example.org.' },
  }),
  network(
    'dname-without-cname',
    'www.d.example.com. A',
    {},
    both('*.d.example.com.', { answer: 'd.example.com. DNAME example.net.' }),
  ),
  network(
    'dname-with-wrong-cname',
    'www.d.example.com. A',
    {},
    both('*.d.example.com.', {
      answer: 'd.example.com. DNAME example.net.\nwww.d.example.com. CNAME www.example.org.',
    }),
  ),
  network(
    'dname-behind-cname',
    'www.d.example.com. A',
    {},
    both('*.d.example.com.', {
      answer: 'www.d.example.com. CNAME www.example.net.\nd.example.com. DNAME example.net.',
    }),
  ),
  network(
    'dname-of-parent-poisons',
    'www.example.com. A',
    {},
    both(W, { answer: 'com. DNAME org.\nwww.example.com. CNAME www.example.org.' }),
  ),
  network('dname-to-nxdomain', 'none.d.example.com. A', { 'example.com.': { has: 'd DNAME example.net.' } }),
  network('dname-loop', 'a.d.example.com. A', { 'example.com.': { has: 'd DNAME d' } }),
  network('dname-growing', 'a.d.example.com. A', { 'example.com.': { has: 'd DNAME d.d' } }),
  network('dname-two-at-once', 'www.d.example.com. A', {
    'example.com.': { has: 'd DNAME e\ne DNAME example.net.' },
  }),
  network('any-at-alias', 'a.example.com. ANY', { 'example.com.': { has: 'a CNAME www.example.net.' } }),
  network('any', 'www.example.com. ANY', { 'example.com.': { has: 'www A 203.0.113.80\nwww TXT "here"' } }),
  network('wildcard', 'x.w.example.com. A', { 'example.com.': { has: '*.w A 203.0.113.75' } }),
  network('wildcard-nodata', 'x.w.example.com. AAAA', { 'example.com.': { has: '*.w A 203.0.113.75' } }),
  network('wildcard-alias', 'x.w.example.com. A', { 'example.com.': { has: '*.w CNAME www.example.net.' } }),
  network('alias-below-dname-elsewhere', 'a.example.com. A', {
    'example.com.': { has: 'a CNAME www.d.example.net.' },
    'example.net.': { has: 'd DNAME example.org.' },
  }),
  network('alias-to-the-root', 'a.example.com. A', { 'example.com.': { has: 'a CNAME .' } }),
  network('alias-across-a-cut', 'a.example.com. A', {
    'example.com.': { has: 'a CNAME www.sub' },
    'sub.example.com.': { on: { 'ns.sub.example.com.': '192.0.2.31' }, has: 'www A 203.0.113.81' },
  }),
  network(
    'alias-with-referral-to-its-target',
    W,
    {
      'sub.example.com.': { on: { 'ns.sub.example.com.': '192.0.2.31' }, has: 'www A 203.0.113.81' },
    },
    both(W, {
      answer: `${W} CNAME www.sub.example.com.`,
      authority: 'sub.example.com. NS ns.sub.example.com.',
      additional: 'ns.sub.example.com. A 192.0.2.31',
    }),
  ),
];
