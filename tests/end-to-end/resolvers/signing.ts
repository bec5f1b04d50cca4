/**
 * Signs a zone with ldns-signzone and keys made on the spot. The zone is an island of security: resolvers are given its
 * DS as trust anchor, nothing above it is signed.
 */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SigningOptions {
  readonly zone: string;
  /** Has `ZONE.zone`, which is replaced by its signed form; the keys stay beside it. */
  readonly folder: string;
  /** As ldns-signzone takes them: `YYYYMMDD`. */
  readonly inception?: string;
  readonly expiration?: string;
}

/** Gives the DS record, one line of zone text. */
export function signZone({ zone, folder, inception, expiration }: SigningOptions): string {
  const run = (command: string, args: readonly string[]): string =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8' });
  const key = run('ldns-keygen', ['-a', 'ECDSAP256SHA256', '-k', `${zone}.`]).trim();
  const period = [...(inception ? ['-i', inception] : []), ...(expiration ? ['-e', expiration] : [])];
  run('ldns-signzone', [...period, '-f', `${zone}.zone`, `${zone}.zone`, key]);
  return readFileSync(join(folder, `${key}.ds`), 'utf8')
    .trim()
    .replaceAll('\t', ' ');
}
