/** What may be typed where a NAME stands, and which question it is. */

import { expect, test } from 'vitest';
import { typeName } from '../../src/message/codes.ts';
import { targetOf } from '../../src/cli/target.ts';
import { UsageError } from '../../src/cli/usage-error.ts';

const REVERSE_OF_1 = '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. PTR';

test.each([
  ['www.example.com', 'www.example.com. A'],
  ['https://user:word@www.example.com:8443/a/b?c#d', 'www.example.com. A'],
  ['https://[2001:db8::1]:443/', REVERSE_OF_1],
  ['www.example.com:443', 'www.example.com. A'],
  ['www.example.com:', 'www.example.com. A'],
  ['www.example.com:443/path', 'www.example.com. A'],
  ['www.example.com/path/', 'www.example.com. A'],
  ['www.example.com/a:b', 'www.example.com. A'],
  ['www.example.com?q=1', 'www.example.com. A'],
  ['www.example.com#top', 'www.example.com. A'],
  ['bücher.example/straße', 'xn--bcher-kva.example. A'],
  ['192.0.2.1:53', '1.2.0.192.in-addr.arpa. PTR'],
  ['192.0.2.1/path', '1.2.0.192.in-addr.arpa. PTR'],
  ['2001:db8::1', REVERSE_OF_1],
  ['[2001:db8::1]', REVERSE_OF_1],
  ['[2001:db8::1]:443', REVERSE_OF_1],
  // RFC 2317 4: networks of less than 256 addresses.
  ['0/25.2.0.192.in-addr.arpa', '0/25.2.0.192.in-addr.arpa. A'],
  ['5.0/25.2.0.192.IN-ADDR.ARPA.', '5.0/25.2.0.192.IN-ADDR.ARPA. A'],
  ['a\\058b.example', 'a:b.example. A'],
  ['a\\:80', 'a:80. A'],
  ['a\\/b.example', 'a/b.example. A'],
  ['a/b.example.', 'a/b.example. A'],
  ['a:80.', 'a:80. A'],
  ['a:b.example', 'a:b.example. A'],
  ['_sip._tcp.example.com', '_sip._tcp.example.com. A'],
])('%s asks for %s', (typed, wanted) => {
  const { name, type } = targetOf(typed, undefined).question;
  expect(`${name} ${typeName(type)}`).toBe(wanted);
});

test.each([
  ['192.0.2.0/24', '"192.0.2.0/24" is many addresses: give one of them, such as 192.0.2.0'],
  ['2001:db8::/32', '"2001:db8::/32" is many addresses: give one of them, such as 2001:db8::'],
  ['a..b', '"a..b" has an empty label'],
])('%s is refused', (typed, message) => {
  expect(() => targetOf(typed, undefined)).toThrow(new UsageError(message));
});
