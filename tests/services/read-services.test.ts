/** Which records lead where, from zone text alone. */

import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../src/services/summary.ts';
import { SERVICES } from '../../src/services/table.ts';
import { ask, codesOf, placesOf, serviceIn, ZONE, type Asked } from './zone-oracle.ts';

const HOST = '@ A 192.0.2.1\n';
const MAIL = 'mail A 192.0.2.25\n';
const only = (...names: string[]): { services: typeof SERVICES; policies: [] } => ({
  services: SERVICES.filter(({ name }) => names.includes(name)),
  policies: [],
});

const hows = (asked: Asked, name: string): string[] =>
  serviceIn(asked, name).endpoints.map(({ how, portFrom }) => `${how} ${portFrom}`);
const statusIn = (asked: Asked, name: string): string => serviceIn(asked, name).status;

describe('mail', () => {
  it('goes to the hosts of the MX records, the most preferred first', () => {
    const asked = ask(
      `${HOST}${MAIL}@ MX 20 backup\n@ MX 10 mail\nbackup A 192.0.2.26\nbackup AAAA 2001:db8::26`,
    );
    expect(placesOf(asked, 'smtp')).toEqual([
      '25 mail.shop.test. 192.0.2.25',
      '25 backup.shop.test. 192.0.2.26 2001:db8::26',
    ]);
    expect(hows(asked, 'smtp')).toEqual(['record well-known', 'record well-known']);
  });

  it('goes to the addresses of the name where there is no MX record', () => {
    const asked = ask(HOST, only('smtp'));
    expect(placesOf(asked, 'smtp')).toEqual(['25 shop.test. 192.0.2.1']);
    expect(serviceIn(asked, 'smtp').endpoints[0]).toMatchObject({
      how: 'rule',
      rule: 'RFC 5321 5.1',
      via: [],
    });
  });

  it('does not go to the addresses only because the MX records could not be had', () => {
    const asked = ask(HOST, only('smtp'), [`MX ${ZONE}`]);
    expect(serviceIn(asked, 'smtp')).toMatchObject({ status: 'unknown', endpoints: [] });
  });

  it('goes nowhere with a null MX record', () => {
    const asked = ask(`${HOST}@ MX 0 .`, only('smtp'));
    expect(serviceIn(asked, 'smtp')).toMatchObject({ status: 'declined', endpoints: [] });
    expect(codesOf(asked)).toEqual([]);
  });

  it('is offered but broken where no host has an address', () => {
    const asked = ask(`${HOST}@ MX 10 nowhere`, only('smtp'));
    expect(statusIn(asked, 'smtp')).toBe('broken');
    expect(codesOf(asked)).toEqual(['TARGET_WITHOUT_ADDRESS']);
  });

  it('is unknown where nobody gives the addresses of its hosts', () => {
    const asked = ask(`${HOST}${MAIL}@ MX 10 mail`, only('smtp'), ['A mail.shop.test.']);
    expect(serviceIn(asked, 'smtp')).toMatchObject({
      status: 'unknown',
      unknown: ['addresses of mail.shop.test.'],
    });
  });

  it.each([
    ['MX_IS_ALIAS', '@ MX 10 post\npost CNAME mail'],
    ['TARGET_IS_ADDRESS', '@ MX 10 192.0.2.25.'],
    ['NULL_MX_NOT_ALONE', '@ MX 0 .\n@ MX 10 mail'],
    ['ALIAS_LOOP', '@ MX 10 a\na CNAME b\nb CNAME a'],
  ])('notes %s', (code, records) => {
    expect(codesOf(ask(`${HOST}${MAIL}${records}`, only('smtp')))).toContain(code);
    expect(codesOf(ask(`${HOST}${MAIL}@ MX 10 mail`, only('smtp')))).not.toContain(code);
  });
});

describe('SRV records', () => {
  it('give host and port, by priority and then by weight', () => {
    const asked = ask(
      `${HOST}_ldap._tcp SRV 10 0 389 c\n_ldap._tcp SRV 0 5 3890 b\n_ldap._tcp SRV 0 9 389 a\na A 192.0.2.2\nb A 192.0.2.3\nc A 192.0.2.4`,
    );
    expect(placesOf(asked, 'ldap')).toEqual([
      '389 a.shop.test. 192.0.2.2',
      '3890 b.shop.test. 192.0.2.3',
      '389 c.shop.test. 192.0.2.4',
    ]);
    expect(new Set(hows(asked, 'ldap'))).toEqual(new Set(['record record']));
  });

  it('with the target "." decline, and the addresses of the name are not tried instead', () => {
    const asked = ask(`${HOST}_pop3._tcp SRV 0 0 0 .`, only('pop3'));
    expect(serviceIn(asked, 'pop3')).toMatchObject({ status: 'declined', endpoints: [] });
  });

  it('decline one way and offer another', () => {
    const asked = ask(`${HOST}${MAIL}_imap._tcp SRV 0 0 0 .\n_imaps._tcp SRV 0 1 993 mail`, only('imap'));
    expect(serviceIn(asked, 'imap')).toMatchObject({
      status: 'offered',
      declined: [expect.stringContaining('_imap._tcp')],
    });
  });

  it('are read over UDP where the name says so', () => {
    const asked = ask(`${HOST}_kerberos._udp SRV 0 0 88 @\n_kerberos._tcp SRV 0 0 88 @`);
    expect(serviceIn(asked, 'kerberos').endpoints.map(({ protocols }) => protocols)).toEqual([
      ['udp'],
      ['tcp'],
    ]);
  });

  it.each([
    ['SRV_IS_ALIAS', '_imaps._tcp SRV 0 1 993 post\npost CNAME mail'],
    ['NO_SERVICE_NOT_ALONE', '_imaps._tcp SRV 0 1 993 mail\n_imaps._tcp SRV 0 0 0 .'],
    ['TARGET_WITHOUT_ADDRESS', '_imaps._tcp SRV 0 1 993 nowhere'],
  ])('note %s', (code, records) => {
    expect(codesOf(ask(`${HOST}${MAIL}${records}`, only('imap')))).toEqual([code]);
  });
});

describe('NAPTR records', () => {
  const zone = `${HOST}sip A 192.0.2.60
@ NAPTR 20 50 "s" "SIP+D2U" "" udp-of-provider
@ NAPTR 10 50 "S" "sips+d2t" "" _sips._tcp
@ NAPTR 30 50 "a" "SIP+D2T" "" sip
@ NAPTR 40 50 "s" "E2U+sip" "" never
udp-of-provider SRV 0 0 5070 sip
_sips._tcp SRV 0 0 5061 sip`;

  it('lead to SRV records and addresses, in their order, and each SRV record counts once', () => {
    const asked = ask(zone, only('sip'));
    expect(placesOf(asked, 'sip')).toEqual([
      '5061 sip.shop.test. 192.0.2.60',
      '5070 sip.shop.test. 192.0.2.60',
      '5060 sip.shop.test. 192.0.2.60',
    ]);
    expect(asked.questions.filter((each) => each.includes('never'))).toEqual([]);
  });

  it('are shown as the way that led there', () => {
    const [first] = serviceIn(ask(zone, only('sip')), 'sip').endpoints;
    expect(first!.via.map(({ type }) => type)).toEqual([35, 33]);
  });
});

describe('HTTPS records', () => {
  it('name target, port and protocols', () => {
    const asked = ask(
      `${HOST}@ HTTPS 2 other port=8443 alpn=h2\n@ HTTPS 1 . alpn=h3,h2\nother A 192.0.2.9`,
      only('https'),
    );
    expect(placesOf(asked, 'https')).toEqual(['443 shop.test. 192.0.2.1', '8443 other.shop.test. 192.0.2.9']);
    expect(serviceIn(asked, 'https').endpoints[0]).toMatchObject({
      alpn: ['h3', 'h2'],
      protocols: ['tcp', 'udp'],
    });
  });

  it('that are aliases are followed, and the last name answers for itself', () => {
    const asked = ask(`${HOST}@ HTTPS 0 a\na HTTPS 0 b\nb HTTPS 1 .\nb A 192.0.2.8`, only('https'));
    expect(placesOf(asked, 'https')).toEqual(['443 b.shop.test. 192.0.2.8']);
    expect(serviceIn(asked, 'https').endpoints[0]!.via).toHaveLength(3);
  });

  it('that are aliases to a name without such records lead to its addresses', () => {
    expect(placesOf(ask(`${HOST}@ HTTPS 0 a\na A 192.0.2.8`, only('https')), 'https')).toEqual([
      '443 a.shop.test. 192.0.2.8',
    ]);
  });

  it('decline with the alias "."', () => {
    expect(statusIn(ask(`${HOST}@ HTTPS 0 .`, only('https')), 'https')).toBe('declined');
  });

  it('behind a CNAME, a target of "." is the name that has the record', () => {
    const asked = ask('@ CNAME web\nweb HTTPS 1 .\nweb A 192.0.2.7', only('https'));
    expect(placesOf(asked, 'https')).toEqual(['443 web.shop.test. 192.0.2.7']);
  });

  it('that go round are noted, and the addresses of the name count', () => {
    const asked = ask(`${HOST}@ HTTPS 0 a\na HTTPS 0 @`, only('https'));
    expect(codesOf(asked)).toEqual(['HTTPS_ALIAS_LOOP']);
    expect(placesOf(asked, 'https')).toEqual(['443 shop.test. 192.0.2.1']);
  });

  it('beside an alias do not count', () => {
    const asked = ask(`${HOST}@ HTTPS 0 a\n@ HTTPS 1 .\na A 192.0.2.8`, only('https'));
    expect(codesOf(asked)).toEqual(['HTTPS_ALIAS_NOT_ALONE']);
    expect(placesOf(asked, 'https')).toEqual(['443 a.shop.test. 192.0.2.8']);
  });
});

describe('other ways', () => {
  it('a URI record has host and port of its URI', () => {
    const zone = `${HOST}files A 192.0.2.5\n_ftp._tcp URI 10 1 "ftp://user@files.shop.test:2121/pub"\n_ftp._tcp URI 20 1 "ftp://files.shop.test/"`;
    const asked = ask(zone, only('ftp'));
    expect(placesOf(asked, 'ftp')).toEqual([
      '2121 files.shop.test. 192.0.2.5',
      '21 files.shop.test. 192.0.2.5',
    ]);
    expect(hows(asked, 'ftp')).toEqual(['record record', 'record well-known']);
  });

  it('FTP without a record is convention, and says so', () => {
    const asked = ask(HOST, only('ftp'));
    expect(placesOf(asked, 'ftp')).toEqual(['21 shop.test. 192.0.2.1']);
    expect(hows(asked, 'ftp')).toEqual(['convention well-known']);
  });

  it('the name servers are those of a name that is a zone', () => {
    const zone = `${HOST}@ NS ns\nns A 192.0.2.53\nwww A 192.0.2.1`;
    expect(placesOf(ask(zone), 'dns')).toEqual(['53 ns.shop.test. 192.0.2.53']);
    expect(statusIn(ask(zone, { name: 'www.shop.test.' }), 'dns')).toBe('none');
  });

  it('a name server that is an alias is noted', () => {
    const asked = ask(`${HOST}@ NS ns\nns CNAME host\nhost A 192.0.2.53`, only('dns'));
    expect(codesOf(asked)).toEqual(['NS_IS_ALIAS']);
  });

  it('TLSA records stand beside the host and port that they are for', () => {
    const zone = `${HOST}${MAIL}@ MX 10 mail\n_25._tcp.mail TLSA 3 1 1 00\n_443._tcp TLSA 3 1 1 01`;
    const asked = ask(zone, only('smtp', 'https'));
    expect(serviceIn(asked, 'smtp').endpoints[0]!.tlsa).toHaveLength(1);
    expect(serviceIn(asked, 'https').endpoints[0]!.tlsa).toHaveLength(1);
    // That they are not validated is said once.
    expect(codesOf(asked)).toEqual(['TLSA_NOT_VALIDATED']);
  });
});

describe('what it comes to', () => {
  const summary = ({ found, lookups }: Asked): string => {
    const { status, reason } = summaryOf(found, lookups);
    return reason === null ? status : `${status} ${reason}`;
  };

  it.each([
    ['answer', HOST, ZONE, []],
    ['nxdomain', HOST, 'nope.shop.test.', []],
    ['nodata', '@ TXT text', ZONE, []],
    ['nodata', '@ MX 0 .\n', ZONE, []],
    ['failure no-reply', '@ TXT text', ZONE, [`MX ${ZONE}`]],
    ['failure no-reply', HOST, ZONE, [`A ${ZONE}`, `NS ${ZONE}`]],
    // One type fails, others are served.
    ['answer', `${MAIL}@ MX 10 mail`, ZONE, [`A ${ZONE}`]],
  ])('%s for %j of %s without %j', (expected, zone, name, silent) => {
    expect(summary(ask(zone, { name }, silent))).toBe(expected);
  });

  it('of policies alone, where only these are wanted', () => {
    const wish = { services: [], policies: ['spf'] } as const;
    expect(summary(ask('@ TXT "v=spf1 -all"', wish))).toBe('answer');
    expect(summary(ask('@ TXT "v=spf10"', wish))).toBe('nodata');
    expect(summary(ask('@ TXT "v=spf1"', wish, [`TXT ${ZONE}`]))).toBe('failure no-reply');
  });

  it('nothing is asked below a name that does not exist', () => {
    expect(ask(HOST, { name: 'nope.shop.test.' }).questions).toEqual(['A nope.shop.test.']);
  });

  it('no more than two questions go to servers that know nothing', () => {
    expect(ask(HOST, {}, [`A ${ZONE}`, `NS ${ZONE}`]).questions).toEqual([`A ${ZONE}`, `NS ${ZONE}`]);
  });

  it('nothing is asked that an answer makes needless', () => {
    const { questions } = ask(`${HOST}${MAIL}_imaps._tcp SRV 0 1 993 mail\n@ CAA 0 issue ";"`);
    expect(questions).toContain('TLSA _993._tcp.mail.shop.test.');
    expect(questions).not.toContain('TLSA _993._tcp.shop.test.');
    expect(questions).not.toContain('CAA test.');
  });

  it('no question is asked twice', () => {
    const { questions } = ask(`${HOST}${MAIL}@ MX 10 mail\n_imaps._tcp SRV 0 1 993 MAIL\n@ TXT "v=spf1 mx"`);
    const folded = questions.map((each) => each.toLowerCase());
    expect(folded).toHaveLength(new Set(folded).size);
  });
});
