/** DNS over TLS and over HTTPS, asked of Unbound in a namespace, with an authority of our own. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaOf } from '../../src/schemas/documents.ts';
import { newAuthority, type Authority } from '../support/certificates.ts';
import { Namespace } from './namespace.ts';
import { cannotRunHere } from './requirements.ts';
import { rootwalk } from './rootwalk.ts';
import { untilAnswered } from './servers.ts';

const SERVER = '192.0.2.53';
const ETC = {
  hosts: `127.0.0.1 localhost\n${SERVER} dns.example.net\n`,
  'resolv.conf': `nameserver ${SERVER}\n`,
};

describe.skipIf(cannotRunHere('encrypted', { openssl: 'openssl' }))('asked of Unbound', () => {
  let namespace: Namespace;
  let authority: Authority;
  let pin: string;

  beforeAll(async () => {
    namespace = new Namespace(ETC);
    namespace.configure([`address add ${SERVER}/32 dev lo`]);
    authority = newAuthority();
    const certified = authority.issue(`DNS:dns.example.net,IP:${SERVER}`);
    ({ pin } = certified);
    const config = join(namespace.folder, 'unbound.conf');
    writeFileSync(
      config,
      `server:
  username: ""
  chroot: ""
  use-syslog: no
  verbosity: 0
  pidfile: "${join(namespace.folder, 'unbound.pid')}"
  interface: ${SERVER}@53
  interface: ${SERVER}@853
  interface: ${SERVER}@443
  access-control: 0.0.0.0/0 allow
  tls-service-key: "${certified.keyFile}"
  tls-service-pem: "${certified.certificateFile}"
  local-zone: "example.com." static
  local-data: "example.com. 60 IN SOA ns.example.com. host.example.com. 1 2 3 4 5"
  local-data: "www.example.com. 60 IN A 192.0.2.80"
remote-control:
  control-enable: no
`,
    );
    namespace.start('unbound', ['-d', '-c', config]);
    await untilAnswered(namespace, SERVER, 'example.com', 'status: NOERROR');
  });
  afterAll(() => {
    namespace.close();
    authority.remove();
  });

  it.each([
    [`@tls://${SERVER}`],
    ['@tls://dns.example.net'],
    [`@https://${SERVER}/dns-query`],
    ['@https://dns.example.net/dns-query', '--http-get'],
    ['--tls'],
  ])('%s answers', async (...words) => {
    const args = ['query', 'www.example.com', ...words, '--ca', authority.file];
    const { status, stdout, stderr } = await rootwalk(namespace, ...args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('www.example.com. 60 IN A 192.0.2.80');
    expect(stdout).toMatch(/TLSv1\.3.*, the certificate for .* holds/);
  });

  it('is known by its key', async () => {
    const known = await rootwalk(
      namespace,
      'query',
      'www.example.com',
      `@tls://${SERVER}`,
      '--pin',
      pin,
      '--format',
      'short',
    );
    expect(known).toMatchObject({ status: 0, stdout: '192.0.2.80\n', stderr: '' });
    const other = await rootwalk(
      namespace,
      'query',
      'www.example.com',
      `@tls://${SERVER}`,
      '--pin',
      authority.pin,
    );
    expect(other).toMatchObject({ status: 6, stdout: '' });
    expect(other.stderr).toContain('not the pinned one');
  });

  it('is not believed without the authority, unless that is wished', async () => {
    const strict = await rootwalk(namespace, 'query', 'www.example.com', `@tls://${SERVER}`);
    expect(strict).toMatchObject({ status: 6, stdout: '' });
    expect(strict.stderr).toContain('unknown authority');
    const lax = await rootwalk(namespace, 'query', 'www.example.com', `@tls://${SERVER}`, '--opportunistic');
    expect(lax.status).toBe(0);
    expect(lax.stdout).toContain('NOT VERIFIED: the certificate comes from an unknown authority');
  });

  it('is told so by a document that its schema describes', async () => {
    const args = [
      'query',
      'www.example.com',
      '@https://dns.example.net',
      '--ca',
      authority.file,
      '-f',
      'json',
    ];
    const document = JSON.parse((await rootwalk(namespace, ...args)).stdout) as unknown;
    expect(document).toMatchObject({
      transport: 'https',
      secured: { protocol: 'TLSv1.3', verified: 'certificate', name: 'dns.example.net', http: 'HTTP/2' },
    });
    const schema = new Ajv({ strict: false }).compile(schemaOf('query') as object);
    expect({ isValid: schema(document), errors: schema.errors }).toEqual({ isValid: true, errors: null });
  });
});
