/** What RFC 9460 wants of service parameters, as octets and as text. */

import { describe, expect, test } from 'vitest';
import { printHex, scanHex } from '../../../src/message/hex.ts';
import { printRdata, rdataOctets, readRdataAlone, scanRdataText } from '../../../src/message/record-text.ts';
import { ScanError } from '../../../src/message/tokens.ts';
import { WireError } from '../../../src/message/wire-error.ts';

const SVCB = 64;
const recordOf = (text: string): Parameters<typeof rdataOctets>[0] => ({
  name: '.',
  type: SVCB,
  class: 1,
  ttl: 0,
  rdata: scanRdataText(text, SVCB),
});
const hexOf = (text: string): string => printHex(rdataOctets(recordOf(text)));
/** Priority 1, the root as target, and these parameters. */
const read = (parameters: string): unknown => readRdataAlone(scanHex(`000100${parameters}`)!, SVCB);

describe('text', () => {
  test.each([
    ['1 . alpn=h2,h3', '1 . alpn="h2,h3"'],
    ['1 . port=8443 alpn=h2', '1 . alpn="h2" port="8443"'],
    ['1 . no-default-alpn alpn=h2', '1 . alpn="h2" no-default-alpn'],
    ['1 . mandatory=port,alpn port=1 alpn=x', '1 . mandatory="alpn,port" alpn="x" port="1"'],
    ['1 . ipv6hint=2001:DB8:0::1', '1 . ipv6hint="2001:db8::1"'],
    ['1 . ech=AAAA', '1 . ech="AAAA"'],
    ['1 . dohpath=/dns-query{?dns}', '1 . dohpath="/dns-query{?dns}"'],
    ['1 . ohttp pvd', '1 . ohttp pvd'],
    ['1 . tls-supported-groups=29,23', '1 . tls-supported-groups="29,23"'],
    ['1 . docpath', '1 . docpath'],
    ['1 . docpath=a,b', '1 . docpath="a,b"'],
    ['1 . key1=\\002h2', '1 . alpn="h2"'],
    ['1 . key65280', '1 . key65280'],
    ['1 . key65280=""', '1 . key65280'],
    ['1 . key65280="a b;c\\"d"', '1 . key65280="a b;c\\"d"'],
    ['1 . alpn="f\\\\\\\\oo\\\\,bar,h2"', '1 . alpn="f\\\\\\\\oo\\\\,bar,h2"'],
    ['0 svc.example. key123=x', '0 svc.example. key123="x"'],
  ])('%s is %s', (text, printed) => {
    expect(printRdata(recordOf(text))).toBe(printed);
    expect(hexOf(printed)).toBe(hexOf(text));
  });

  test('the example of RFC 9460 D.2 with escapes in a list has these octets', () => {
    const hex = '001003666f6f076578616d706c65036f7267000001000c08665c6f6f2c626172026832';
    expect(hexOf('16 foo.example.org. alpn="f\\\\\\\\oo\\\\,bar,h2"')).toBe(hex);
    expect(hexOf('16 foo.example.org. alpn=f\\\\\\092oo\\092,bar,h2')).toBe(hex);
  });

  test.each([
    ['1 . alpn'],
    ['1 . alpn='],
    ['1 . alpn=,h2'],
    ['1 . alpn=h2,'],
    ['1 . alpn=a\\\\b'],
    ['1 . ALPN=h2'],
    ['1 . port=65536'],
    ['1 . port=1 port=1'],
    ['1 . key3=\\000\\001 port=1'],
    ['1 . mandatory'],
    ['1 . mandatory=mandatory'],
    ['1 . mandatory=alpn'],
    ['1 . mandatory=alpn,alpn alpn=h2'],
    ['1 . no-default-alpn'],
    ['1 . no-default-alpn=x alpn=h2'],
    ['1 . ipv4hint=192.0.2'],
    ['1 . ipv4hint='],
    ['1 . ipv6hint=::1,'],
    ['1 . ech=A'],
    ['1 . dohpath=/dns-query'],
    ['1 . dohpath=/q{?name}'],
    ['1 . dohpath=/q{?dns'],
    ['1 . tls-supported-groups=29,29'],
    ['1 . key65536=x'],
    ['1 . key01=x'],
    ['1 . "alpn=h2"'],
    ['1 . alpn"h2"'],
    ['1 . alpn="h2"port=1'],
    ['1 . alpn=h2"h3"'],
    ['1 . key1=\\003h2'],
    ['1 . key3=\\000\\001\\002'],
    ['1 . unheard-of=1'],
  ])('%s is refused', (text) => {
    expect(() => recordOf(text)).toThrow(ScanError);
  });
});

describe('octets', () => {
  test.each([
    ['0003000201bb0001000302683200', 'keys out of order'],
    ['0003000201bb0003000201bb', 'a key twice'],
    ['00010000', 'no protocol'],
    ['0001000100', 'an empty protocol'],
    ['000100020368', 'a protocol that ends late'],
    ['00020000', 'no-default-alpn without alpn'],
    ['0001000302683200020001ff', 'a value where none may be'],
    ['0003000101', 'half a port'],
    ['00030003000001', 'a port and an octet'],
    ['00040003c00002', 'three quarters of an address'],
    ['00040000', 'no address'],
    ['00050000', 'no configuration'],
    ['0007000141', 'a path without the variable'],
    ['00070007ff7b3f646e737d', 'a path that is no UTF-8'],
    ['000000020003', 'a mandatory key that is missing'],
    ['00000002000000030002003500', 'mandatory in its own list'],
    ['0000000400030001000100030268320003000201bb', 'mandatory keys out of order'],
    ['00ff0004aabb', 'a length beyond the end'],
    ['00ff00', 'half a length'],
  ])('%s: %s', (hex) => {
    expect(() => read(hex)).toThrow(WireError);
  });
});
