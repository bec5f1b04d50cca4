import { describe, expect, test } from 'vitest';
import { printHex } from '../../src/message/hex.ts';
import { printRecord, rdataOctets, scanRdataText, scanRecord } from '../../src/message/record-text.ts';
import { ScanError } from '../../src/message/tokens.ts';

const again = (line: string): string => printRecord(scanRecord(line));

test.each([
  ['a. 300 IN A 192.0.2.1', 'a. 300 IN A 192.0.2.1'],
  ['a. IN 300 A 192.0.2.1', 'a. 300 IN A 192.0.2.1'],
  ['a. 300 A 192.0.2.1', 'a. 300 IN A 192.0.2.1'],
  ['a. IN A 192.0.2.1', 'a. 0 IN A 192.0.2.1'],
  ['a. A 192.0.2.1', 'a. 0 IN A 192.0.2.1'],
  ['a a 192.0.2.1', 'a. 0 IN A 192.0.2.1'],
  ['a. 1w2d3h4m5s in aaaa 2001:DB8:0:0:0:0:0:1', 'a. 788645 IN AAAA 2001:db8::1'],
  ['a. CH TXT version', 'a. 0 CH TXT "version"'],
  ['a. CLASS32 7 TYPE123 \\# 2 0a 0b', 'a. 7 CLASS32 TYPE123 \\# 2 0a0b'],
  ['a. CLASS1 TYPE1 192.0.2.1', 'a. 0 IN A 192.0.2.1'],
  ['a. TYPE15 10 b.', 'a. 0 IN MX 10 b.'],
  ['a. ANY A 192.0.2.1', 'a. 0 ANY A 192.0.2.1'],
  ['a. 0 NONE A \\# 0', 'a. 0 NONE A \\# 0'],
  ['a. A \\# 4 C0000201', 'a. 0 IN A 192.0.2.1'],
  ['a. A ( 192.0.2.1 ) ; comment', 'a. 0 IN A 192.0.2.1'],
  ['a. TXT (\n one\n two )', 'a. 0 IN TXT "one" "two"'],
  ['a. TXT "quoted ; ( text" bare\\ space', 'a. 0 IN TXT "quoted ; ( text" "bare space"'],
  ['a. TXT "q\\"\\\\" \\065\\000\\255', 'a. 0 IN TXT "q\\"\\\\" "A\\000\\255"'],
  ['a. TXT ü', 'a. 0 IN TXT "\\195\\188"'],
  ['a. TXT ""', 'a. 0 IN TXT ""'],
  ['a. TXT one"two"', 'a. 0 IN TXT "one" "two"'],
  ['a. CAA 128 issue "ca.example; a=b"', 'a. 0 IN CAA 128 issue "ca.example; a=b"'],
  ['a. SRV 0 0 0 .', 'a. 0 IN SRV 0 0 0 .'],
  ['\\@.a. NS .', '\\@.a. 0 IN NS .'],
])('%j', (line, printed) => {
  expect(again(line)).toBe(printed);
  expect(again(printed)).toBe(printed);
});

test('the defaults of a zone', () => {
  const defaults = { origin: 'example.', ttl: 60, class: 3 };
  expect(printRecord(scanRecord('www CNAME @', defaults))).toBe('www.example. 60 CH CNAME example.');
  expect(printRecord(scanRecord('. 5 IN NS a.', defaults))).toBe('. 5 IN NS a.');
});

test('RDATA on its own, completed with an origin', () => {
  expect(scanRdataText('10 mail', 15, 'example.')).toEqual({ preference: 10, exchange: 'mail.example.' });
  expect(printHex(rdataOctets(scanRecord('a. MX 1 a.a.')))).toBe('00010161016100');
});

describe('ScanError says what is wrong, and where', () => {
  test.each<[string, string, number | undefined]>([
    ['', 'the text ends where a domain name is expected', undefined],
    ['a.', 'the text ends where a type is expected', 1],
    ['a. 300', 'the text ends where a type is expected', 4],
    ['a. WHAT x', '"WHAT" is no type, class or TTL', 4],
    ['a. TYPE65536 \\# 0', '"TYPE65536" is no type, class or TTL', 4],
    ['a. 1x A 1.2.3.4', '"1x" is no type, class or TTL', 4],
    ['a. 4294967296 A 1.2.3.4', '"4294967296" is no type, class or TTL', 4],
    ['a. 1 2 A 1.2.3.4', '"2" is no type, class or TTL', 6],
    ['a. A 1.2.3', '"1.2.3" is no IPv4 address', 6],
    ['a. A 1.2.3.4.5', '"1.2.3.4.5" is no IPv4 address', 6],
    ['a. A 1.2.3.4 x', '"x" is left over', 14],
    ['a. AAAA 1:2:3', '"1:2:3" is no IPv6 address', 9],
    ['a. AAAA 1::2::3', '"1::2::3" is no IPv6 address', 9],
    ['a. MX x b.', '"x" is no number from 0 to 65535', 7],
    ['a. MX 65536 b.', '"65536" is no number from 0 to 65535', 7],
    ['a. MX -1 b.', '"-1" is no number from 0 to 65535', 7],
    ['a. MX 1', 'the text ends where a domain name is expected', 7],
    ['a. MX 1 b..c', '"b..c" has an empty label', 9],
    ['a. SOA a. b. 1 2 3 4', 'the text ends where a number of seconds is expected', 20],
    ['a. TXT', 'the text ends where a character string is expected', 4],
    [`a. TXT ${'x'.repeat(256)}`, 'a character string of 256 octets: at most 255', 8],
    ['a. TXT \\256', '\\256 is no octet: at most 255', 8],
    ['a. TXT \\1', '"\\1": an escape by number has three digits', 8],
    ['a. TXT x\\', 'the text ends in the middle of an escape', 8],
    ['a. TXT "x', 'a quoted string is never closed', 8],
    ['a. TXT "x\ny"', 'a quoted string runs past the end of its line', 8],
    ['a. TXT ( x', 'an opening parenthesis is never closed', 11],
    ['a. TXT x )', 'a closing parenthesis without an opening one', 10],
    ['a. TYPE123 x', '"x" where the data of an unknown type starts with \\#', 12],
    ['a. TYPE123 \\# 3 0a0b', '\\# announces 3 octets, but 2 follow', 12],
    ['a. TYPE123 \\# 1 0g', '"0g" is no even number of hexadecimal digits', 12],
    ['a. TYPE123 \\# 1 0', '"0" is no even number of hexadecimal digits', 12],
    ['a. A \\# 3 010203', 'the message ends early: 4 more octets wanted, 3 left (octet 0)', 6],
    ['a. A \\# 5 0102030405', '1 octets of RDATA after the last field (octet 4)', 6],
    [
      'a. NS \\# 2 c000',
      'a compression pointer to octet 0 leads back to itself (RFC 1035 4.1.4) (octet 0)',
      7,
    ],
    ['a. CAA 0 is_sue x', '"is_sue": a tag has letters and digits only', 10],
  ])('%j', (line, sentence, column) => {
    let thrown: unknown;
    try {
      scanRecord(line);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ScanError);
    expect(thrown).toMatchObject({ message: sentence, column });
  });
});
