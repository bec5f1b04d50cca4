/** Whole zones from NSD in a namespace. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Namespace } from './namespace.ts';
import { cannotRunHere } from './requirements.ts';
import { rootwalk } from './rootwalk.ts';
import { untilAnswered } from './servers.ts';

const SERVER = '192.0.2.53';
const HOSTS = 5000;
const SECRET = Buffer.alloc(32, 'secret').toString('base64');

describe.skipIf(cannotRunHere('transfer'))('asked of NSD', () => {
  let namespace: Namespace;
  const inFolder = (name: string): string => join(namespace.folder, name);

  beforeAll(async () => {
    namespace = new Namespace({ 'resolv.conf': `nameserver ${SERVER}\n` });
    namespace.configure([`address add ${SERVER}/32 dev lo`]);
    const hosts = Array.from({ length: HOSTS }, (_, i) => `host${i} IN A 192.0.2.${i % 256}`);
    const zone = ['$TTL 60', '@ IN SOA ns host 1 2 3 4 5', '@ IN NS ns', `ns IN A ${SERVER}`, ...hosts, ''];
    writeFileSync(inFolder('zone'), zone.join('\n'));
    const clause = (name: string, ...more: string[]): string =>
      [`zone:`, `  name: ${name}`, `  zonefile: "${inFolder('zone')}"`, ...more].join('\n');
    const config = inFolder('nsd.conf');
    writeFileSync(
      config,
      `server:
  ip-address: ${SERVER}
  username: ""
  chroot: ""
  database: ""
  server-count: 1
  verbosity: 0
  zonefiles-write: 0
  pidfile: "${inFolder('nsd.pid')}"
  zonelistfile: "${inFolder('zone.list')}"
  xfrdfile: "${inFolder('xfrd.state')}"
  logfile: "${inFolder('nsd.log')}"
remote-control:
  control-enable: no
${clause('example.com', '  provide-xfr: 0.0.0.0/0 NOKEY')}
${clause('example.net')}
${clause('example.org', '  provide-xfr: 0.0.0.0/0 transfer.example.', '  provide-xfr: 0.0.0.0/0 large.example.')}
key:
  name: transfer.example.
  algorithm: hmac-sha256
  secret: "${SECRET}"
key:
  name: large.example.
  algorithm: hmac-sha512
  secret: "${SECRET}"
`,
    );
    namespace.start('nsd', ['-d', '-c', config]);
    await untilAnswered(namespace, SERVER, 'example.com', 'status: NOERROR');
  });
  afterAll(() => namespace.close());

  it('a zone arrives whole, in many messages', async () => {
    const file = inFolder('got.zone');
    const { status, stderr } = await rootwalk(
      namespace,
      'query',
      'example.com',
      'AXFR',
      `@${SERVER}`,
      '-o',
      file,
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(HOSTS + 3);
    const dig = await namespace.run('dig', [
      `@${SERVER}`,
      'example.com',
      'AXFR',
      '+onesoa',
      '+nocmd',
      '+nostats',
      '+noall',
      '+answer',
    ]);
    const asOurs = dig.stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.replaceAll(/\s+/g, ' '));
    expect(lines.toSorted()).toEqual(asOurs.toSorted());
  });

  it('a zone is a list of records as JSON', async () => {
    const { stdout } = await rootwalk(namespace, 'query', 'example.com', 'AXFR', `@${SERVER}`, '-f', 'json');
    const records = JSON.parse(stdout) as { type: string }[];
    expect(records[0]).toMatchObject({ name: 'example.com.', type: 'SOA', ttl: 60 });
    expect(records).toHaveLength(HOSTS + 3);
  });

  it('a zone that is not given away leaves no file', async () => {
    const file = inFolder('no.zone');
    const result = await rootwalk(namespace, 'query', 'example.net', 'AXFR', `@${SERVER}`, '-o', file);
    expect(result).toMatchObject({ status: 5, stdout: '' });
    expect(result.stderr).toContain('does not give the zone away: REFUSED');
    expect(existsSync(file)).toBe(false);
  });

  const keyFile = (name: string, algorithm: string, secret = SECRET): string => {
    const path = inFolder(`${name}-${algorithm}-${secret === SECRET ? 'right' : 'wrong'}.key`);
    writeFileSync(path, `# a key\nkey "${name}" {\n  algorithm ${algorithm};\n  secret "${secret}";\n};\n`);
    return path;
  };

  it.each([
    ['transfer.example', 'hmac-sha256'],
    ['large.example', 'hmac-sha512'],
  ])('signed with %s (%s), a zone is given away, and every signature holds', async (name, algorithm) => {
    const args = ['query', 'example.org', 'AXFR', `@${SERVER}`, '--tsig-file', keyFile(name, algorithm)];
    const { status, stdout, stderr } = await rootwalk(namespace, ...args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.trimEnd().split('\n')).toHaveLength(HOSTS + 3);
    const file = keyFile(name, algorithm);
    const soa = await rootwalk(namespace, 'query', 'example.org', 'SOA', `@${SERVER}`, '--tsig-file', file);
    expect(soa.status).toBe(0);
    expect(soa.stdout).toContain(`signed with ${name}. (${algorithm}): the signature of the reply holds`);
  });

  it.each([
    ['another secret', 'transfer.example', Buffer.alloc(32, 'other').toString('base64'), 'BADSIG'],
    ['a key that the server does not know', 'unknown.example', SECRET, 'BADKEY'],
  ])('with %s nothing is given away, and it is said why', async (_, name, secret, error) => {
    const file = keyFile(name, 'hmac-sha256', secret);
    for (const type of ['AXFR', 'SOA']) {
      const result = await rootwalk(
        namespace,
        'query',
        'example.org',
        type,
        `@${SERVER}`,
        '--tsig-file',
        file,
      );
      expect(result.status).toBe(5);
      expect(result.stderr).toContain(error);
    }
  });
});
