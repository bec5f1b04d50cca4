import { describe, expect, it } from 'vitest';
import { permissionFor } from '../../src/resolver/forbidden-addresses.ts';
import { ROOT_ADDRESS, serving, walkIn } from '../support/small-internet.ts';

describe('permissionFor', () => {
  it.each([
    '127.0.0.1',
    '127.8.9.1',
    '0.0.0.0',
    '169.254.1.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'ff02::1',
    '::ffff:127.0.0.1',
  ])('%s may not be asked, unless a hint is of its kind', (address) => {
    expect(permissionFor(['198.41.0.4'])(address)).toBe(false);
    expect(permissionFor([address])(address)).toBe(true);
  });

  it.each(['192.0.2.1', '10.0.0.1', '198.41.0.4', '2001:db8::1', 'fd00::1', '::ffff:192.0.2.1'])(
    '%s may be asked',
    (address) => {
      expect(permissionFor(['198.41.0.4'])(address)).toBe(true);
    },
  );
});

describe('a walk', () => {
  it('does not ask its own computer because a zone says so, and shows what it dropped', async () => {
    const root = serving({ '.': 'test NS ns.test.\nns.test. A 127.0.0.1\n' });
    const { hops, ending, network } = await walkIn({ [ROOT_ADDRESS]: root }, 'www.test');
    expect(network.asked.map(({ server }) => server.address)).toEqual([ROOT_ADDRESS]);
    expect(hops[0]!.dropped).toMatchObject([{ reason: 'forbidden-address' }]);
    expect(ending.status).toBe('failure');
  });

  it('does not ask it where a look-up leads there either', async () => {
    const root = serving({ '.': 'test NS ns.elsewhere.\nns.elsewhere A 127.0.0.1\n' });
    const { ending, network } = await walkIn({ [ROOT_ADDRESS]: root }, 'www.test');
    expect(new Set(network.asked.map(({ server }) => server.address))).toEqual(new Set([ROOT_ADDRESS]));
    expect(ending.message).toContain('127.0.0.1');
  });
});
