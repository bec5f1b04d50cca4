import { describe, expect, it } from 'vitest';
import { scanDottedAddress } from '../../src/system/dotted-address.ts';
import { waitAtMost } from '../../src/system/give-up.ts';
import { parseHostConf } from '../../src/system/host-conf.ts';
import { isLocalName, plainTextOf } from '../../src/system/local-names.ts';
import { addressOfReverseName } from '../../src/system/reverse-address.ts';
import { reverseName } from '../../src/message/reverse-name.ts';

describe('host.conf', () => {
  it.each([
    ['', {}, 'first line'],
    ['multi on\n', {}, 'every line'],
    [' Multi\tON # x', {}, 'every line'],
    ['order hosts,bind\r\nmulti on\r\n', {}, 'every line'],
    ['multi on\nmulti off\n', {}, 'first line'],
    ['#multi on\nmulti\nmulti yes\nmultion\n', {}, 'first line'],
    ['multi on\n', { RESOLV_MULTI: 'off' }, 'first line'],
    ['', { RESOLV_MULTI: 'on' }, 'every line'],
  ])('%j with %j: %s', (file, environment, match) => {
    expect(parseHostConf(file, environment).match).toBe(match);
  });
});

describe('a dotted address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['127.1', '127.0.0.1'],
    ['1.2.3', '1.2.0.3'],
    ['1', '0.0.0.1'],
    ['0', '0.0.0.0'],
    ['010.0.0.1', '8.0.0.1'],
    ['0x7f.1', '127.0.0.1'],
    ['4294967295', '255.255.255.255'],
    ['4294967296', undefined],
    ['256.1.1.1', undefined],
    ['1.2.3.4.', undefined],
    ['1.2.3.4.5', undefined],
    ['08.1.1.1', undefined],
    ['1.2.3.-4', undefined],
    ['', undefined],
    ['1.2.3.4\r', undefined],
  ])('%j is %s', (text, address) => {
    expect(scanDottedAddress(text)).toBe(address);
  });
});

describe('a reverse name', () => {
  it.each(['192.0.2.1', '2001:db8::1', '0.0.0.0', '::'])('of %s leads back to it', (address) => {
    expect(addressOfReverseName(reverseName(address)!)).toBe(address);
    expect(addressOfReverseName(reverseName(address)!.toUpperCase())).toBe(address);
  });

  it.each([
    '2.0.192.in-addr.arpa.',
    '5.1.2.0.192.in-addr.arpa.',
    '01.2.0.192.in-addr.arpa.',
    '256.2.0.192.in-addr.arpa.',
  ])('%s is that of no single address', (name) => {
    expect(addressOfReverseName(name)).toBeUndefined();
  });

  it.each([
    'in-addr.arpa.',
    'ip6.arpa.',
    '.',
    'www.example.com.',
    '1.2.0.192.in-addr.arpa.example.',
    '1\\.2.0.192.x.in-addr.arpa.',
  ])('%s is none', (name) => {
    expect(addressOfReverseName(name)).toBeUndefined();
  });
});

describe('names', () => {
  it.each([
    ['localhost.', true],
    ['a.LOCALHOST.', true],
    ['pc.', true],
    ['_gateway.', true],
    ['pc.example.', false],
    ['notlocalhost.', false],
  ])('%s is local: %s', (name, local) => {
    expect(isLocalName(name, 'pc')).toBe(local);
  });

  it.each([
    ['www.example.com.', 'www.example.com'],
    ['.', '.'],
    ['a\\@b.test.', 'a@b.test'],
    ['a\\.b.test.', undefined],
    ['a\\000.test.', undefined],
    ['a\\032b.test.', undefined],
    ['\\195\\169.test.', undefined],
    ['a\\\\b.test.', undefined],
  ])('%s is spelt %s to getaddrinfo', (name, text) => {
    expect(plainTextOf(name)).toBe(text);
  });
});

describe('waiting', () => {
  const never = new Promise<never>(() => {});

  it('ends with the value, the time or the signal', async () => {
    expect(await waitAtMost(Promise.resolve(1), 1000, undefined)).toEqual({ value: 1 });
    expect(await waitAtMost(never, 1, undefined)).toEqual({ gaveUp: 'late' });
    expect(await waitAtMost(never, 1000, AbortSignal.abort())).toEqual({ gaveUp: 'aborted' });
    const controller = new AbortController();
    const waiting = waitAtMost(never, 60_000, controller.signal);
    controller.abort();
    expect(await waiting).toEqual({ gaveUp: 'aborted' });
  });
});
