import { describe, expect, test } from 'vitest';
import { printRecord } from '../../src/message/record-text.ts';
import { MasterFileError, parseMasterFile } from '../../src/zone/master-file.ts';

const parsed = (text: string, origin = 'example.'): string[] =>
  parseMasterFile(text, { origin }).map(printRecord);

function errorOf(text: string): MasterFileError {
  try {
    parseMasterFile(text, { origin: 'example.', file: 'db.example' });
  } catch (error) {
    if (error instanceof MasterFileError) return error;
    throw error;
  }
  throw new Error('the text was read');
}

test('a file with directives, blank owners, parentheses and comments', () => {
  const text = `$TTL 1h ; an hour
$ORIGIN Example.COM.
@ IN SOA ns1 hostmaster (
    2026010101 ; serial
    2h 15m
    2w 5m )
  NS ns1
  60 NS ns2.other.test.
ns1 A 192.0.2.1
    IN 30 AAAA 2001:db8::1
www 1d IN CNAME @
$ORIGIN sub
host A 192.0.2.2
generic TYPE65280 \\# 2 00ff
known A \\# 4 C0 00 02 07
text TXT "a;b" (
  two ) "th\\"ree"
`;
  expect(parsed(text)).toEqual([
    'Example.COM. 3600 IN SOA ns1.Example.COM. hostmaster.Example.COM. 2026010101 7200 900 1209600 300',
    'Example.COM. 3600 IN NS ns1.Example.COM.',
    'Example.COM. 60 IN NS ns2.other.test.',
    'ns1.Example.COM. 3600 IN A 192.0.2.1',
    'ns1.Example.COM. 30 IN AAAA 2001:db8::1',
    'www.Example.COM. 86400 IN CNAME Example.COM.',
    'host.sub.Example.COM. 3600 IN A 192.0.2.2',
    'generic.sub.Example.COM. 3600 IN TYPE65280 \\# 2 00ff',
    'known.sub.Example.COM. 3600 IN A 192.0.2.7',
    'text.sub.Example.COM. 3600 IN TXT "a;b" "two" "th\\"ree"',
  ]);
});

test('root hints as they are published', () => {
  const hints = `;       This file holds the information on root name servers needed to
;       initialize cache of Internet domain name servers
;
; FORMERLY NS.INTERNIC.NET
;
.                        3600000      NS    A.ROOT-SERVERS.NET.
A.ROOT-SERVERS.NET.      3600000      A     198.41.0.4
A.ROOT-SERVERS.NET.      3600000      AAAA  2001:503:ba3e::2:30
; End of file`;
  expect(parsed(hints, '.')).toEqual([
    '. 3600000 IN NS A.ROOT-SERVERS.NET.',
    'A.ROOT-SERVERS.NET. 3600000 IN A 198.41.0.4',
    'A.ROOT-SERVERS.NET. 3600000 IN AAAA 2001:503:ba3e::2:30',
  ]);
});

describe('TTL and class', () => {
  test.each([
    ['a 300 IN A 192.0.2.1', 'a.example. 300 IN A 192.0.2.1'],
    ['a IN 300 A 192.0.2.1', 'a.example. 300 IN A 192.0.2.1'],
    ['a 1h30m A 192.0.2.1', 'a.example. 5400 IN A 192.0.2.1'],
    ['a ch 0 txt v', 'a.example. 0 CH TXT "v"'],
    ['a CLASS32 1 TYPE1 \\# 4 01020304', 'a.example. 1 CLASS32 A \\# 4 01020304'],
    ['300 300 A 192.0.2.1', '300.example. 300 IN A 192.0.2.1'],
    ['in 1 in a 192.0.2.1', 'in.example. 1 IN A 192.0.2.1'],
    ['a 1 ns 1', 'a.example. 1 IN NS 1.example.'],
  ])('%s', (line, record) => {
    expect(parsed(line)).toEqual([record]);
  });

  test('the last stated TTL and class are inherited (RFC 1035 5.1)', () => {
    const text = 'a 300 CH TXT one\nb TXT two\nc 60 TXT three\nd TXT four\n  TXT five';
    expect(parsed(text)).toEqual([
      'a.example. 300 CH TXT "one"',
      'b.example. 300 CH TXT "two"',
      'c.example. 60 CH TXT "three"',
      'd.example. 60 CH TXT "four"',
      'd.example. 60 CH TXT "five"',
    ]);
  });

  test('$TTL goes before an inherited one, and may change (RFC 2308 4)', () => {
    const text =
      'a 300 A 192.0.2.1\n$TTL 10\nb A 192.0.2.2\nc 20 A 192.0.2.3\nd A 192.0.2.4\n$ttl 0\ne A 192.0.2.5';
    expect(parseMasterFile(text, { origin: '.' }).map(({ ttl }) => ttl)).toEqual([300, 10, 20, 10, 0]);
  });

  test('with none stated at all, the SOA gives its minimum', () => {
    expect(parseMasterFile('@ SOA a b 1 2 3 4 77\n@ NS a', { origin: '.' }).map(({ ttl }) => ttl)).toEqual([
      77, 77,
    ]);
  });
});

test('line ends of other systems, a byte order mark and blank lines change nothing', () => {
  expect(parsed('\uFEFFa 1 A 192.0.2.1\r\n\r\n   \r\n\tA 192.0.2.2\r\nb 1 A 192.0.2.3')).toEqual([
    'a.example. 1 IN A 192.0.2.1',
    'a.example. 1 IN A 192.0.2.2',
    'b.example. 1 IN A 192.0.2.3',
  ]);
});

test('names with escapes keep every octet', () => {
  expect(parsed('a\\.b\\000\\$ 1 A 192.0.2.1')).toEqual(['a\\.b\\000\\$.example. 1 IN A 192.0.2.1']);
  expect(parsed('\\$TTL 1 A 192.0.2.1')).toEqual(['\\$TTL.example. 1 IN A 192.0.2.1']);
});

describe('errors say file, line and what is wrong', () => {
  test.each([
    [
      'a 1 A 192.0.2.1\n$INCLUDE other.db\n',
      2,
      '$INCLUDE is not followed: put the records of that file here',
    ],
    ['$GENERATE 1-9 a A 192.0.2.1', 1, '$GENERATE is not understood: $ORIGIN and $TTL are'],
    ['\n\n  A 192.0.2.1', 3, 'the first record has no owner name'],
    ['a A 192.0.2.1', 1, 'no TTL: neither this record, nor one before it, nor $TTL states one'],
    ['a 1 A 192.0.2.256', 1, '"192.0.2.256" is no IPv4 address'],
    ['a 1 A 192.0.2.1 192.0.2.2', 1, '"192.0.2.2" is left over'],
    ['a 1 A', 1, 'the text ends where an IPv4 address is expected'],
    ['a 1 IN', 1, 'the text ends where a type is expected'],
    ['a 1 NOSUCH x', 1, '"NOSUCH" is no type, class or TTL'],
    ['a 1 IN IN A 192.0.2.1', 1, '"IN" is no type, class or TTL'],
    ['a 1 SOA a b (\n 1 2\n 3 x\n 5 )', 3, '"x" is no number of seconds'],
    ['a 1 TXT "open', 1, 'a quoted string is never closed'],
    ['a 1 TXT (\n b', 2, 'an opening parenthesis is never closed'],
    ['a 1 TXT b )', 1, 'a closing parenthesis without an opening one'],
    ['a 1 TXT b\\', 1, 'the text ends in the middle of an escape'],
    ['a 1 TXT \\300', 1, '\\300 is no octet: at most 255'],
    ['a 1 TXT \\1x', 1, '"\\1": an escape by number has three digits'],
    ['a 1 A \\# 0', 1, 'a record of type A without any data'],
    ['a 1 A \\# 3 010203', 1, 'the message ends early: 4 more octets wanted, 3 left (octet 0)'],
    ['a 1 ANY \\# 0', 1, 'ANY is a type for messages, not for zones'],
    ['a 1 OPT \\# 0', 1, 'OPT is a type for messages, not for zones'],
    ['a 2147483648 A 192.0.2.1', 1, 'a TTL of 2147483648 seconds: at most 2147483647 (RFC 2181 8)'],
    ['$TTL soon', 1, '"soon" is no TTL'],
    ['$TTL', 1, 'the text ends where a TTL is expected'],
    ['$ORIGIN a. b.', 1, '"b." is left over'],
    ['a..b 1 A 192.0.2.1', 1, '"a..b" has an empty label'],
    [`${'a'.repeat(64)} 1 A 192.0.2.1`, 1, `a label of 64 octets in "${'a'.repeat(64)}": at most 63`],
  ])('%j', (text, line, sentence) => {
    const error = errorOf(text);
    expect({ line: error.line, sentence: error.sentence, file: error.file }).toEqual({
      line,
      sentence,
      file: 'db.example',
    });
    expect(error.message).toBe(`db.example:${line}: ${sentence}`);
  });

  test('a text of any length is no stack overflow', () => {
    expect(errorOf(`a 1 TXT \\000${'x'.repeat(300_000)}`).sentence).toMatch(/300001 octets: at most 255/);
  });
});
