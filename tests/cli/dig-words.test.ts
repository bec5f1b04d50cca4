/** Lines of dig, as people paste them: what each one means here, or the line of help that it gets. */

import { describe, expect, it } from 'vitest';
import { withoutDigWords } from '../../src/cli/dig/dig-words.ts';
import { DIG_OPTIONS } from '../../src/cli/dig/dig-options.ts';
import { run } from '../support/program.ts';

const words = (line: string): string[] => line.split(' ').filter(Boolean);

/** What stands behind `dig`, and what is understood of it. */
const UNDERSTOOD: readonly (readonly [line: string, ours: string])[] = [
  ['example.com', 'example.com'],
  ['example.com MX', 'example.com MX'],
  ['example.com mx +short', 'example.com mx --format short'],
  ['+short example.com', '--format short example.com'],
  ['+sh example.com', '--format short example.com'],
  ['+noshort example.com', 'example.com'],
  ['@192.0.2.1 example.com', '@192.0.2.1 example.com'],
  ['@192.0.2.1 example.com AAAA +tcp', '@192.0.2.1 example.com AAAA --tcp'],
  ['+vc example.com', '--tcp example.com'],
  ['+notcp example.com', 'example.com'],
  ['+novc example.com', 'example.com'],
  ['+norecurse example.com', '--no-recurse example.com'],
  ['+norec example.com', '--no-recurse example.com'],
  ['+recurse example.com', 'example.com'],
  ['+rec example.com', 'example.com'],
  ['+nordflag example.com', '--no-recurse example.com'],
  ['+dnssec example.com', '--dnssec example.com'],
  ['+do example.com', '--dnssec example.com'],
  ['+dns example.com', '--dnssec example.com'],
  ['+nodnssec example.com', 'example.com'],
  ['+nsid example.com', '--nsid example.com'],
  ['+nonsid example.com', 'example.com'],
  ['+cd example.com', '--cd example.com'],
  ['+cdflag example.com', '--cd example.com'],
  ['+nocd example.com', 'example.com'],
  ['+cookie example.com', '--cookie example.com'],
  ['+nocookie example.com', 'example.com'],
  ['+subnet=192.0.2.0/24 example.com', '--subnet 192.0.2.0/24 example.com'],
  ['+subnet=2001:db8::/56 example.com', '--subnet 2001:db8::/56 example.com'],
  ['+nosubnet example.com', 'example.com'],
  ['+bufsize=4096 example.com', '--bufsize 4096 example.com'],
  ['+buf=512 example.com', '--bufsize 512 example.com'],
  ['+noedns example.com', '--no-edns example.com'],
  ['+edns=0 example.com', 'example.com'],
  ['+edns example.com', 'example.com'],
  ['+ignore example.com', '--ignore-truncation example.com'],
  ['+noignore example.com', 'example.com'],
  ['+time=2 example.com', '--timeout 2000 example.com'],
  ['+timeout=5 example.com', '--timeout 5000 example.com'],
  ['+time=0 example.com', '--timeout 10 example.com'],
  ['+tries=1 example.com', '--tries 1 example.com'],
  ['+retry=0 example.com', '--tries 1 example.com'],
  ['+retry=2 example.com', '--tries 3 example.com'],
  ['+time=1 +tries=1 @192.0.2.1 example.com', '--timeout 1000 --tries 1 @192.0.2.1 example.com'],
  ['+yaml example.com', '--format yaml example.com'],
  ['+json example.com', '--format json example.com'],
  ['+noall +answer example.com', 'example.com --show=answer'],
  ['example.com +noall +answer +comments', 'example.com --show=comments,answer'],
  ['+noall +authority example.com NS', 'example.com NS --show=authority'],
  ['+noall +additional example.com', 'example.com --show=additional'],
  ['+noall example.com', 'example.com --show=nothing'],
  ['+noall +all example.com', 'example.com --show=comments,question,answer,authority,additional,stats'],
  ['+nostats example.com', 'example.com --show=comments,question,answer,authority,additional'],
  ['+nocomments +noquestion +nostats example.com', 'example.com --show=answer,authority,additional'],
  ['+nocmd +noall +answer example.com', 'example.com --show=answer'],
  ['+noadditional +noauthority example.com', 'example.com --show=comments,question,answer,stats'],
  ['+noall +stats example.com', 'example.com --show=stats'],
  ['+multiline example.com SOA', 'example.com SOA'],
  ['+multi example.com SOA', 'example.com SOA'],
  ['+ttlunits example.com', 'example.com'],
  ['+nottlid example.com', 'example.com'],
  ['+noclass example.com', 'example.com'],
  ['+nocrypto example.com DNSKEY', 'example.com DNSKEY'],
  ['+rrcomments example.com DNSKEY', 'example.com DNSKEY'],
  ['+identify +short example.com', '--format short example.com'],
  ['+search example.com', 'example.com'],
  ['+nosearch example.com', 'example.com'],
  ['+besteffort example.com', 'example.com'],
  ['+adflag example.com', 'example.com'],
  ['+noidnout example.com', 'example.com'],
  ['+notrace example.com', 'example.com'],
  ['-4 example.com', '-4 example.com'],
  ['-6 example.com', '-6 example.com'],
  ['-x 192.0.2.80', '-x 192.0.2.80'],
  ['-x 192.0.2.80 +short', '-x 192.0.2.80 --format short'],
  ['-t MX example.com', '-t MX example.com'],
  ['-c CH -t TXT version.bind @192.0.2.1', '-c CH -t TXT version.bind @192.0.2.1'],
  ['-p 5353 @127.0.0.1 example.com', '-p 5353 @127.0.0.1 example.com'],
  ['-q example.com -t A', 'example.com -t A'],
  ['-r example.com', 'example.com'],
  ['-u example.com', 'example.com'],
  ['+SHORT example.com', '--format short example.com'],
  ['+tls example.com @192.0.2.1', '--tls example.com @192.0.2.1'],
  [
    '+tls-ca=ca.pem +tls-hostname=dns.example.net example.com',
    '--ca ca.pem --tls-name dns.example.net example.com',
  ],
  ['-k a.key example.com AXFR', '--tsig-file a.key example.com AXFR'],
  ['-- +short', '-- +short'],
];

/** What stands behind `dig`, and what the line of help has to name. */
const REFUSED: readonly (readonly [line: string, help: RegExp])[] = [
  ['+trace example.com', /rootwalk trace NAME/],
  ['+nssearch example.com', /trace NAME --all/],
  ['+topdown example.com', /rootwalk trace/],
  ['+sigchase example.com', /rootwalk trace/],
  ['+qmin example.com', /trace NAME --minimise/],
  ['+qr example.com', /--format json/],
  ['+header-only example.com', /rootwalk build/],
  ['+opcode=notify example.com', /rootwalk build/],
  ['+qid=7 example.com', /rootwalk build/],
  ['+aaonly example.com', /rootwalk build/],
  ['+zflag example.com', /rootwalk build/],
  ['+ednsopt=8 example.com', /rootwalk build/],
  ['+ednsflags=1 example.com', /rootwalk build/],
  ['+domain=example.net www', /rootwalk compare/],
  ['+ndots=2 www', /rootwalk compare/],
  ['+split=4 example.com', /--format json/],
  ['+https example.com', /@https:\/\/SERVER\/dns-query/],
  ['+https-get example.com', /--http-get/],
  ['+keepalive example.com', /rootwalk build/],
  ['+padding=128 example.com', /rootwalk build/],
  ['+shrt example.com', /did you mean \+short/],
  ['+norecurs3 example.com', /did you mean \+norecurse/],
  ['+zzzzzz example.com', /query --help/],
  ['+ example.com', /there is no \+ here/],
  ['+no example.com', /there is no \+no here/],
  ['+s example.com', /there is no \+s here/],
  ['+subnet example.com', /\+subnet wants a prefix/],
  ['+subnet= example.com', /\+subnet wants a prefix/],
  ['+bufsize example.com', /\+bufsize wants octets/],
  ['+tries example.com', /\+tries wants a number/],
  ['+time example.com', /\+time wants seconds/],
  ['-b 192.0.2.1 example.com', /-b: the system chooses/],
  ['-y key:c2VjcmV0 example.com', /--tsig-file FILE/],
  ['-m example.com', /-m: /],
];

describe('query', () => {
  it.each(UNDERSTOOD)('dig %s', (line, ours) => {
    expect(withoutDigWords(words(line), 'query')).toEqual(words(ours));
  });

  it.each(REFUSED)('dig %s gets a line', (line, help) => {
    expect(() => withoutDigWords(words(line), 'query')).toThrow(help);
  });

  it('knows what it knows by a word that dig has for it, each once', () => {
    const names = DIG_OPTIONS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(UNDERSTOOD.length + REFUSED.length).toBeGreaterThanOrEqual(80);
  });
});

describe('trace', () => {
  it.each([
    ['+trace example.com', 'example.com'],
    ['+norec +cd +ignore example.com', 'example.com'],
    ['+qmin example.com', '--minimise example.com'],
    ['+short +tcp +dnssec +nsid -4 example.com MX', '--format short --tcp --dnssec --nsid -4 example.com MX'],
    ['+noall +answer example.com', 'example.com'],
  ])('dig %s', (line, ours) => {
    expect(withoutDigWords(words(line), 'trace')).toEqual(words(ours));
  });

  it('asks over UDP and TCP, without a signature, and says so', () => {
    expect(() => withoutDigWords(['+tls', 'example.com'], 'trace')).toThrow(/UDP and TCP/);
    expect(() => withoutDigWords(['-k', 'a.key', 'example.com'], 'trace')).toThrow(/--tsig-file FILE/);
  });

  it('asks with EDNS and says so', () => {
    expect(() => withoutDigWords(['+noedns', 'example.com'], 'trace')).toThrow(/asks with EDNS/);
  });
});

describe('on the command line', () => {
  it.each([
    [['query', '+short', 'www.example.com', '--lab'], '192.0.2.80\n192.0.2.81\n'],
    [
      ['query', 'www.example.com', '+noall', '+answer', '--lab'],
      'www.example.com. 300 IN A 192.0.2.80\nwww.example.com. 300 IN A 192.0.2.81\n',
    ],
    [['query', '-x', '192.0.2.80', '+short', '--lab'], 'www.example.com.\n'],
    [['trace', '+short', '+norec', 'www.example.com', '-4', '--lab'], '192.0.2.80\n192.0.2.81\n'],
    [['www.example.com', '+short', '--lab'], '192.0.2.80\n192.0.2.81\n'],
  ])('%j', async (line, stdout) => {
    expect(await run(...line)).toEqual({ status: 0, stdout, stderr: '' });
  });

  it.each([
    [['query', '+trace', 'www.example.com', '--lab'], /rootwalk trace NAME/],
    [['query', '+nope', 'www.example.com', '--lab'], /there is no \+nope here/],
    [['query', '-6', '@192.0.2.53', 'www.example.com', '--lab'], /-6 and the address 192\.0\.2\.53 exclude/],
    [['query', '--show', 'answr', 'www.example.com', '--lab'], /did you mean answer/],
    [['query', '+bufsize=7', 'www.example.com', '--lab'], /from 512 to 65535/],
    [['query', '+subnet=x', 'www.example.com', '--lab'], /must be a prefix/],
  ])('%j is one line', async (line, help) => {
    const { status, stdout, stderr } = await run(...line);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^rootwalk: [^\n]+\n$/);
    expect(stderr).toMatch(help);
  });
});
