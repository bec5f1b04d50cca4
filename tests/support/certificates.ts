/**
 * A throw-away authority and certificates of it, made by openssl in a folder of their own.
 */

import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certified {
  readonly keyFile: string;
  readonly certificateFile: string;
  readonly key: string;
  readonly certificate: string;
  /** `sha256/…`, as RFC 7858 4.2 has it. */
  readonly pin: string;
}

export interface Authority {
  readonly file: string;
  readonly certificate: string;
  readonly pin: string;
  /** `names` as openssl has them: `DNS:dns.example.net,IP:127.0.0.1`. */
  issue(names: string, validity?: 'valid' | 'expired'): Certified;
  remove(): void;
}

export function newAuthority(): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'rootwalk-ca-'));
  const file = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): void =>
    void execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...newKey,
    '-days',
    '2',
    '-subj',
    '/CN=Throw-away authority',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
  );
  let issued = 0;
  return {
    file: file('ca.pem'),
    certificate: readFileSync(file('ca.pem'), 'utf8'),
    pin: pinOf(readFileSync(file('ca.pem'), 'utf8')),
    issue: (names, validity = 'valid') => {
      const base = `server${++issued}`;
      writeFileSync(file(`${base}.ext`), `subjectAltName=${names}\n`);
      openssl('req', ...newKey, '-subj', '/CN=server', '-keyout', `${base}.key`, '-out', `${base}.csr`);
      const dates =
        validity === 'expired'
          ? ['-not_before', '20200101000000Z', '-not_after', '20200201000000Z']
          : ['-days', '2'];
      const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', `${base}.ext`];
      signed(openssl, base, by, dates, folder);
      const certificate = readFileSync(file(`${base}.pem`), 'utf8');
      return {
        keyFile: file(`${base}.key`),
        certificateFile: file(`${base}.pem`),
        key: readFileSync(file(`${base}.key`), 'utf8'),
        certificate,
        pin: pinOf(certificate),
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** `openssl x509` of version 3.0 cannot say when a certificate begins; `openssl ca` can. */
function signed(
  openssl: (...args: string[]) => void,
  base: string,
  by: readonly string[],
  dates: readonly string[],
  folder: string,
): void {
  if (dates[0] === '-days') {
    openssl('x509', '-req', '-in', `${base}.csr`, '-out', `${base}.pem`, ...dates, ...by);
    return;
  }
  const config = [
    '[ca]\ndefault_ca=it\n[it]\ndatabase=index.txt\nserial=serial.txt\nnew_certs_dir=.\ndefault_md=sha256',
    'policy=any\nunique_subject=no\n[any]\ncommonName=supplied\n',
  ];
  writeFileSync(join(folder, 'ca.conf'), config.join('\n'));
  writeFileSync(join(folder, 'index.txt'), '');
  writeFileSync(join(folder, 'serial.txt'), '1000\n');
  const [, from, , to] = dates as [string, string, string, string];
  openssl(
    'ca',
    '-batch',
    '-config',
    'ca.conf',
    '-cert',
    'ca.pem',
    '-keyfile',
    'ca.key',
    '-notext',
    '-startdate',
    from,
    '-enddate',
    to,
    '-extfile',
    `${base}.ext`,
    '-in',
    `${base}.csr`,
    '-out',
    `${base}.pem`,
  );
}

function pinOf(certificate: string): string {
  const spki = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  return `sha256/${createHash('sha256').update(spki).digest('base64')}`;
}
