import { describe, expect, it } from 'vitest';
import { parseResolvConf, type ResolvConf } from '../../src/system/resolv-conf.ts';

const parse = (file: string, environment: Record<string, string> = {}, hostname = 'pc'): ResolvConf =>
  parseResolvConf(file, { environment, hostname });

describe('resolv.conf', () => {
  it.each([
    ['', ['127.0.0.1']],
    ['nameserver 192.0.2.1\n', ['192.0.2.1']],
    ['nameserver 192.0.2.1', ['192.0.2.1']],
    ['nameserver\t192.0.2.1 # ours\n', ['192.0.2.1']],
    [' nameserver 192.0.2.1\nNAMESERVER 192.0.2.2\n', ['127.0.0.1']],
    ['nameserver 192.0.2.1\r\n', ['127.0.0.1']],
    ['#nameserver 192.0.2.1\n;nameserver 192.0.2.2\n', ['127.0.0.1']],
    ['nameserver 127.2\nnameserver 0x7f000003\n', ['127.0.0.2', '127.0.0.3']],
    ['nameserver ::1%lo\nnameserver FE80::1%eth0\n', ['::1', 'fe80::1%eth0']],
    ['nameserver not-an-address\nnameserver\nnameserver \n', ['127.0.0.1']],
    ['nameserver 192.0.2.1\0junk\n', ['192.0.2.1']],
    [[1, 2, 3, 4].map((n) => `nameserver 192.0.2.${n}\n`).join(''), ['192.0.2.1', '192.0.2.2', '192.0.2.3']],
  ])('%j names the servers %j', (file, servers) => {
    expect(parse(file).nameServers).toEqual(servers);
  });

  it.each([
    ['search a.test b.test\n', ['a.test', 'b.test']],
    ['search a.test\ndomain d.test e.test\n', ['d.test']],
    ['domain d.test\nsearch a.test\n', ['a.test']],
    ['search a.test\nsearch\nsearch  \n', ['a.test']],
    ['search a.test\r\n', ['a.test\r']],
    [`search ${'d.test '.repeat(5000)}\n`, Array<string>(5000).fill('d.test')],
  ])('%j has the search list %j', (file, search) => {
    expect(parse(file).search).toEqual(search);
  });

  it.each([
    ['', { ndots: 1, timeoutSeconds: 5, attempts: 2, flags: [] }],
    [
      'options ndots:2 rotate\noptions attempts:9 timeout:99\n',
      { ndots: 2, timeoutSeconds: 30, attempts: 5, flags: ['rotate'] },
    ],
    ['options ndots:99\n', { ndots: 15, timeoutSeconds: 5, attempts: 2, flags: [] }],
    ['options ndots:-1\n', { ndots: 15, timeoutSeconds: 5, attempts: 2, flags: [] }],
    ['options ndots:x ndots\n', { ndots: 0, timeoutSeconds: 5, attempts: 2, flags: [] }],
    [
      'options no_tld_query rotate rotate unheard-of\n',
      { ndots: 1, timeoutSeconds: 5, attempts: 2, flags: ['no-tld-query', 'rotate'] },
    ],
    [
      'options single-request-reopen use-vc\r\n',
      { ndots: 1, timeoutSeconds: 5, attempts: 2, flags: ['single-request-reopen', 'use-vc'] },
    ],
  ])('%j has the options %j', (file, options) => {
    expect(parse(file).options).toEqual(options);
  });

  it('yields to the environment', () => {
    const file = 'search a.test\noptions ndots:2 rotate\n';
    const { search, options } = parse(file, { LOCALDOMAIN: 'x.test  y.test', RES_OPTIONS: 'ndots:3' });
    expect([search, options.ndots, options.flags]).toEqual([['x.test', 'y.test'], 3, ['rotate']]);
    expect(parse(file, { LOCALDOMAIN: '' }).search).toEqual([]);
  });

  it('takes the search list from the host name where it has none', () => {
    expect(parse('', {}, 'pc.office.test').search).toEqual(['office.test']);
    expect(parse('', {}, 'pc').search).toEqual([]);
    expect(parse('', {}, 'pc.').search).toEqual([]);
  });
});
