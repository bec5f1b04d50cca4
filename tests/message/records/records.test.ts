/** What the table laws cannot say of single types: other ways to write a value, what is refused, and why. */

import { describe, expect, test } from 'vitest';
import { typeCode } from '../../../src/message/codes.ts';
import { decode } from '../../../src/message/decode.ts';
import { encode } from '../../../src/message/encode.ts';
import { headerOf } from '../../../src/message/header.ts';
import { printHex, scanHex } from '../../../src/message/hex.ts';
import type { ResourceRecord } from '../../../src/message/message.ts';
import { printRecord, rdataOctets, readRdataAlone, scanRecord } from '../../../src/message/record-text.ts';
import { recordTypeOf, RECORD_TYPES } from '../../../src/message/records/table.ts';
import { ScanError } from '../../../src/message/tokens.ts';
import { WireError } from '../../../src/message/wire-error.ts';

const record = (rest: string): ResourceRecord => scanRecord(`a. 1 ${rest}`);
const printed = (rest: string): string => printRecord(record(rest)).replace(/^a\. 1 (IN )?/, '');
const hexOf = (rest: string): string => printHex(rdataOctets(record(rest)));

describe('text in another form', () => {
  test.each([
    ['DNSKEY 257 3 ECDSAP256SHA256 AA==', 'DNSKEY 257 3 13 AA=='],
    ['DNSKEY 257 3 rsasha256 AAAA AAAA', 'DNSKEY 257 3 8 AAAAAAAA'],
    ['DS 1 RSASHA1 1 ( 00 01\n 02 )', 'DS 1 5 1 000102'],
    ['TLSA DANE-EE SPKI SHA2-256 00', 'TLSA 3 1 1 00'],
    ['CERT 1 2 RSASHA256 AA==', 'CERT PKIX 2 8 AA=='],
    ['CERT 9 2 0 AA==', 'CERT 9 2 0 AA=='],
    ['RRSIG A 8 0 1h 4294967295 0 1 . AA==', 'RRSIG A 8 0 3600 21060207062815 19700101000000 1 . AA=='],
    ['NSEC . TXT A TYPE65280 A', 'NSEC . A TXT TYPE65280'],
    ['NSEC3 1 0 0 - 2VPTU5TIMAMQTTGL4LUU9KG21E0AOR3S', 'NSEC3 1 0 0 - 2vptu5timamqttgl4luu9kg21e0aor3s'],
    ['CDS 0 0 0 0', 'CDS 0 0 0 0'],
    ['CDS 0 0 0 00', 'CDS 0 0 0 00'],
    ['CDNSKEY 0 3 DELETE 0', 'CDNSKEY 0 3 0 0'],
    ['DNSKEY 257 3 NSEC3RSASHA1 AA==', 'DNSKEY 257 3 7 AA=='],
    ['WKS 192.0.2.1 17 DNS 13 domain', 'WKS 192.0.2.1 udp daytime domain'],
    ['WKS 192.0.2.1 99 53', 'WKS 192.0.2.1 99 53'],
    ['WKS 192.0.2.1 TCP', 'WKS 192.0.2.1 tcp'],
    ['NSAP 0x47.0005.80', 'NSAP 0x47000580'],
    ['NID 1 1:2:3:4', 'NID 1 0001:0002:0003:0004'],
    ['EUI48 00-AA-00-00-00-01', 'EUI48 00-aa-00-00-00-01'],
    ['LOC 0 S 0 W 0', 'LOC 0 0 0.000 N 0 0 0.000 E 0.00m 1.00m 10000.00m 10.00m'],
    ['LOC 1 2 3.4 s 5 6 w -1.5m 25m', 'LOC 1 2 3.400 S 5 6 0.000 W -1.50m 20.00m 10000.00m 10.00m'],
    ['APL 1:192.0.2.1/8 !3:ab00/4', 'APL 1:192.0.2.1/8 !3:ab/4'],
    ['A6 0 2001:DB8::1', 'A6 0 2001:db8::1'],
    ['A6 128 a.b.', 'A6 128 a.b.'],
    ['ISDN 1', 'ISDN "1"'],
    ['ATMA +358401234567', 'ATMA +358401234567'],
    ['ATMA 39.246f.00', 'ATMA 39246f00'],
    ['IPN 1.5', 'IPN 4294967301'],
    ['DSYNC CDS 1 53 a.', 'DSYNC CDS NOTIFY 53 a.'],
    ['DOA 0 1 2 "" -', 'DOA 0 1 2 "" -'],
    ['TSIG hmac-sha256. 1 300 0 5 18 6 AAAAAAAA', 'TSIG hmac-sha256. 1 300 0 5 BADTIME 6 AAAAAAAA'],
    ['TSIG hmac-sha256. 1 300 0 5 BADSIG 0', 'TSIG hmac-sha256. 1 300 0 5 BADSIG 0'],
    ['HIP 2 00 AA==', 'HIP 2 00 AA=='],
    ['NULL \\# 2 0001', 'NULL \\# 2 0001'],
  ])('%s is %s', (text, canonical) => {
    expect(printed(text)).toBe(canonical);
    expect(hexOf(canonical)).toBe(hexOf(text));
  });
});

test.each([
  'DNSKEY 257 3 RSA AA==',
  'DNSKEY 257 3 8 AAA',
  'DS 1 8 2 abc',
  'DS 1 8 2 0',
  'RRSIG A 8 0 1 20260231000000 0 1 . AA==',
  'RRSIG A 8 0 1 19691231235959 0 1 . AA==',
  'RRSIG A 8 0 1 4294967296 0 1 . AA==',
  'NSEC . A NOTYPE',
  'NSEC3 1 0 0 - a',
  'NSEC3 1 0 0 0 aa',
  'NXT . TYPE128',
  'ZONEMD 1 1 1 0011',
  'WKS 192.0.2.1 tcp nosuchservice',
  'WKS 192.0.2.1 99 smtp',
  'WKS 192.0.2.1 tcp 65536',
  'NSAP 470005',
  'NID 1 1:2:3',
  'EUI48 0-0-0-0-0-0',
  'LOC 91 N 0 E 0',
  'LOC 90 0 1 N 0 E 0',
  'LOC 1 60 0 N 0 E 0',
  'LOC 1 N 0 E',
  'LOC 1 N 0 E 42849673m',
  'LOC 1 N 0 E -100001m',
  'LOC 1 N 0 E 0 90000001m',
  'APL 1:192.0.2.0/33',
  'APL 2:192.0.2.0/24',
  'APL 1:192.0.2.0',
  'A6 64 1::1 a.',
  'A6 0 ::1 a.',
  'A6 129 a.',
  'GPOS a 1 1',
  'IPN 18446744073709551616',
  'IPN 4294967296.0',
  'AMTRELAY 1 0 4 a.',
  'IPSECKEY 1 0 2 a. AA==',
  'IPSECKEY 1 0 RSASHA256 . AA==',
  'URI 1 1 ""',
  'TSIG a. 1 300 3 AAAAAAAA 5 0 0',
  'ATMA +',
  'X25',
  'ISDN 1 2 3',
])('%s is refused', (text) => {
  expect(() => record(text)).toThrow(ScanError);
});

describe('octets that are refused', () => {
  test.each([
    ['NSEC', '00' + '000140' + '000140', 'windows out of order'],
    ['NSEC', '00' + '0000', 'an empty window'],
    ['NSEC', '00' + '0021' + '01'.repeat(33), 'a window of 33 octets'],
    ['NSEC', '00' + '00024000', 'a zero octet at the end of a window'],
    ['NSEC3', '01000000' + '00' + '00', 'a hash of no octets'],
    ['NXT', '0080', 'type 0'],
    ['NXT', '00' + '01'.repeat(17), 'types above 127'],
    ['LOC', '01' + '00'.repeat(15), 'another version'],
    ['LOC', '00a1000080000000800000000098967f', 'a size with a digit above 9'],
    ['LOC', '00000000' + 'ffffffff' + '80000000' + '00000000', 'a latitude beyond the pole'],
    ['APL', '00012104c0000201', 'a prefix of 33 bits'],
    ['APL', '00011802c000', 'a zero octet at the end of an address'],
    ['APL', '00011805c000020101', 'five octets of an IPv4 address'],
    ['A6', '81', 'a prefix of 129 bits'],
    ['A6', '7cff00', 'padding that is not zero'],
    ['IPSECKEY', '0a0402', 'an unknown type of gateway'],
    ['AMTRELAY', '0a84', 'an unknown type of relay'],
    ['GPOS', '016101310131', 'a coordinate that is no number'],
    ['URI', '00010001', 'no URI'],
    ['ZONEMD', '000000010101' + '00'.repeat(11), 'a short digest'],
    ['ATMA', '02ab', 'an unknown form'],
    ['ISDN', '013101310131', 'a third string'],
  ])('%s %s: %s', (mnemonic, hex) => {
    expect(() => readRdataAlone(scanHex(hex)!, typeCode(mnemonic)!)).toThrow(WireError);
  });
});

test('a bit map of ports keeps its spare octets', () => {
  const octets = scanHex('c0000201060000004000')!;
  const rdata = readRdataAlone(octets, 11);
  expect(rdataOctets({ name: 'a.', type: 11, class: 1, ttl: 1, rdata })).toEqual(octets);
});

describe('classes', () => {
  test('an address of Chaosnet is a name and an octal number', () => {
    expect(printed('CH A ch.example. 3150')).toBe('CH A ch.example. 3150');
    expect(hexOf('CH A ch.example. 3150')).toBe('026368076578616d706c65000668');
    expect(() => record('CH A 192.0.2.1')).toThrow(ScanError);
    expect(() => record('CH A ch. 8')).toThrow(ScanError);
    expect(() => record('CH A ch. 200000')).toThrow(ScanError);
  });

  test('a type of the Internet class has no layout in a class that is not known (RFC 3597 3)', () => {
    expect(printed('CLASS32 AAAA \\# 1 ff')).toBe('CLASS32 AAAA \\# 1 ff');
    expect(() => record('CLASS32 AAAA 2001:db8::1')).toThrow(ScanError);
    expect(printed('CLASS32 MX 1 b.')).toBe('CLASS32 MX 1 b.');
  });

  test.each(['HS A 192.0.2.1', 'NONE A 192.0.2.1', 'ANY AAAA ::1', 'CLASS32769 SRV 0 0 1 b.'])(
    '%s is laid out as in the Internet class',
    (text) => {
      expect(printed(text)).toBe(text);
      const octets = encode(messageOf(record(text)));
      expect(decode(octets).answers).toEqual([record(text)]);
    },
  );
});

const messageOf = (...answers: ResourceRecord[]): Parameters<typeof encode>[0] => ({
  header: headerOf(1, 0x8000),
  questions: [],
  answers,
  authorities: [],
  additionals: [],
});

describe('names in RDATA', () => {
  const lines = new Map([
    ...['NS', 'MD', 'MF', 'CNAME', 'MB', 'MG', 'MR', 'PTR'].map((type) => [type, 'a.Example.'] as const),
    ['SOA', 'a.Example. b.Example. 1 2 3 4 5'],
    ['MINFO', 'a.Example. b.Example.'],
    ['MX', '1 a.Example.'],
    ['RP', 'a.Example. b.Example.'],
    ['AFSDB', '1 a.Example.'],
    ['RT', '1 a.Example.'],
    ['SIG', 'A 8 0 1 1 0 1 a.Example. AA=='],
    ['RRSIG', 'A 8 0 1 1 0 1 a.Example. AA=='],
    ['PX', '1 a.Example. b.Example.'],
    ['NXT', 'a.Example. A'],
    ['NAPTR', '1 1 "" "" "" a.Example.'],
    ['KX', '1 a.Example.'],
    ['SRV', '1 1 1 a.Example.'],
    ['DNAME', 'a.Example.'],
    ['A6', '64 ::1 a.Example.'],
    ['NSEC', 'a.Example. A'],
    ['LP', '1 a.Example.'],
    ['NSAP-PTR', 'a.Example.'],
    ['TALINK', 'a.Example. b.Example.'],
    ['IPSECKEY', '1 3 0 a.Example.'],
    ['AMTRELAY', '1 0 3 a.Example.'],
    ['HIP', '2 00 AA== a.Example.'],
    ['SVCB', '1 a.Example.'],
    ['HTTPS', '1 a.Example.'],
    ['DSYNC', 'CDS NOTIFY 53 a.Example.'],
    ['TKEY', 'a.Example. 1 2 3 0 0 0'],
    ['TSIG', 'a.Example. 1 2 0 3 0 0'],
  ] as const);
  const ofRfc1035 = ['NS', 'MD', 'MF', 'CNAME', 'MB', 'MG', 'MR', 'PTR', 'SOA', 'MINFO', 'MX'];

  test('are compressed in the types of RFC 1035 only (RFC 3597 4)', () => {
    const compressed = [...lines].filter(([type, data]) => {
      const answer = scanRecord(`Example. 1 IN ${type} ${data}`);
      // The header, the owner in full and what precedes the RDATA are 12 + 9 + 10 octets.
      return encode(messageOf(answer)).length - 31 < rdataOctets(answer).length;
    });
    expect(compressed.map(([type]) => type)).toEqual(ofRfc1035);
  });

  test('are in lower case where DNSSEC signs them so (RFC 4034 6.2, RFC 6840 5.1)', () => {
    const lowered = [...lines].filter(([type, data]) => {
      const { type: code, rdata } = record(`IN ${type} ${data}`);
      const layout = recordTypeOf(code);
      const values = layout.fields.map(({ name, kind }) => [
        name,
        kind.canonical ? kind.canonical(rdata[name]) : rdata[name],
      ]);
      const text = layout.print(Object.fromEntries(values));
      expect(text.includes('example.') && text.includes('Example.')).toBe(false);
      return text.includes('example.');
    });
    const others = 'RP AFSDB RT SIG RRSIG PX NXT NAPTR KX SRV DNAME A6'.split(' ');
    expect(lowered.map(([type]) => type)).toEqual([...ofRfc1035, ...others]);
  });

  test('may be pointers in any type when they are read', () => {
    for (const [mnemonic, rdata, text] of [
      ['SRV', '000100020003c00c', '1 2 3 example.'],
      ['NSEC', 'c00c000140', 'example. A'],
      ['HTTPS', '0001c00c', '1 example.'],
      ['IPSECKEY', '010300c00c', '1 3 0 example.'],
    ] as const) {
      const start = '000180000000000100000000076578616d706c6500';
      const preamble = `${typeCode(mnemonic)!.toString(16).padStart(4, '0')}000100000001`;
      const length = (rdata.length / 2).toString(16).padStart(4, '0');
      const octets = scanHex(`${start}${preamble}${length}${rdata}`)!;
      expect(printRecord(decode(octets).answers[0]!)).toBe(`example. 1 IN ${mnemonic} ${text}`);
    }
  });
});

test('the layout of each code is found, those beyond the dense table too', () => {
  for (const type of RECORD_TYPES) expect(recordTypeOf(type.code).mnemonic).toBe(type.mnemonic);
  for (const code of [0, 41, 54, 511, 512, 65_280, 65_535])
    expect(recordTypeOf(code).mnemonic).toBe('UNKNOWN');
});
