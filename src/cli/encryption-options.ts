/**
 * The options that say how servers are asked over TLS and HTTPS, and how their certificates are verified.
 */

import type { Command } from 'commander';
import type { EncryptionWishes } from '../lookup/encrypted-server.ts';
import { readWhole } from './read-whole.ts';
import { UsageError } from './usage-error.ts';

export interface EncryptionFlags {
  readonly ca?: string;
  readonly tlsName?: string;
  readonly pin?: readonly string[];
  readonly opportunistic?: true;
  readonly httpGet?: true;
}

export function addEncryptionOptions(command: Command): Command {
  return command
    .option('--ca <file>', 'over TLS, trust these authorities (PEM) instead of those of the system')
    .option('--tls-name <name>', 'over TLS, the certificate must be for this name')
    .option(
      '--pin <sha256/base64>',
      'over TLS, the server must have this key, whatever its certificate says; may be repeated',
      (pin: string, pins: readonly string[] | undefined) => [...(pins ?? []), pin],
    )
    .option('--opportunistic', 'over TLS, take any certificate: safe from who listens, not from who meddles')
    .option('--http-get', 'over HTTPS, ask by GET instead of POST');
}

/** The words of the options that were given. */
function givenOf({ ca, tlsName, pin, opportunistic, httpGet }: EncryptionFlags): string[] {
  return wordsOf({ ca, 'tls-name': tlsName, pin, opportunistic, 'http-get': httpGet });
}

function wordsOf(given: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`]));
}

/** Where no server is asked so. Throws UsageError. */
export function refuseEncryptionWishes(flags: EncryptionFlags): void {
  const [first] = givenOf(flags);
  if (first !== undefined)
    throw new UsageError(`${first} is for servers that are asked as @tls://… or @https://…/dns-query`);
}

/** Throws UsageError. */
export async function encryptionWishesOf(
  flags: EncryptionFlags,
  signal: AbortSignal,
): Promise<EncryptionWishes> {
  const { ca, tlsName, pin, opportunistic, httpGet } = flags;
  const verifying = wordsOf({ ca, 'tls-name': tlsName, pin });
  if (opportunistic && verifying.length > 0)
    throw new UsageError(`--opportunistic and ${verifying[0]} exclude each other`);
  return {
    ...(ca === undefined ? {} : { authorities: await authoritiesOf(ca, signal) }),
    ...(tlsName === undefined ? {} : { tlsName }),
    ...(pin ? { pins: pin } : {}),
    ...(opportunistic ? { opportunistic } : {}),
    ...(httpGet ? { httpGet } : {}),
  };
}

/** All authorities of a system are about a quarter of one. */
const LARGEST_MEBIBYTES = 16;

async function authoritiesOf(path: string, signal: AbortSignal): Promise<string[]> {
  const { X509Certificate } = await import('node:crypto');
  const text = new TextDecoder().decode(await readWhole(path, LARGEST_MEBIBYTES, signal));
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0)
    throw new UsageError(`${path} has no certificate: lines from -----BEGIN CERTIFICATE----- on`);
  for (const [place, block] of blocks.entries()) {
    try {
      void new X509Certificate(block);
    } catch {
      throw new UsageError(`${path}: certificate ${place + 1} cannot be read`);
    }
  }
  return blocks;
}
