/**
 * What a person may type where a server stands: an address or a name, with or without `@` and a port.
 */

import { isIP } from 'node:net';
import { NameError, sameName, scanName } from '../message/name.ts';
import type { ServerAddress } from '../transport/exchange.ts';
import { DNS_PORT, partsOf, scanEndpoint } from '../transport/endpoint.ts';
import {
  encryptionOf,
  isEncryptedWord,
  scanEncryptedServer,
  type AskedServer,
  type EncryptedWord,
  type EncryptionWishes,
} from '../lookup/encrypted-server.ts';
import type { Surroundings } from '../lookup/surroundings.ts';
import type { Encryption } from '../transport/encryption.ts';
import { troubleOf } from './trouble.ts';
import { UsageError } from './usage-error.ts';

/** An address, or a name: as this computer knows it, or in the lab that of a root server. Throws UsageError. */
export async function serverOf(
  word: string,
  { hints }: Surroundings,
  lab: string | undefined,
  defaultPort = DNS_PORT,
  family?: 4 | 6,
): Promise<ServerAddress> {
  const text = word.replace(/^@/, '');
  if (isEncryptedWord(text)) throw new UsageError(`${text}: only query and compare ask over TLS and HTTPS`);
  const endpoint = scanEndpoint(text, defaultPort);
  if (endpoint && endpoint.port > 0) return endpoint;
  const { host, port = String(defaultPort) } = partsOf(text);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 0xffff || Number(port) === 0 || host === '') {
    throw new UsageError(`"${text}" is no server: @192.0.2.1, @192.0.2.1#5353, @[2001:db8::1]:53 or a name`);
  }
  const address = lab === undefined ? await lookedUp(host, family) : hintedAddress(host, hints, family);
  if (address === undefined) throw new UsageError(`the lab knows no root server ${host}: give an address`);
  return { address, port: Number(port) };
}

/** As `serverOf`, and also `tls://…` and `https://…`. Throws UsageError. */
export async function askedServerOf(
  word: string,
  surroundings: Surroundings,
  lab: string | undefined,
  wishes: EncryptionWishes,
  defaultPort?: number,
  family?: 4 | 6,
): Promise<AskedServer> {
  const text = word.replace(/^@/, '');
  if (!isEncryptedWord(text)) return serverOf(word, surroundings, lab, defaultPort, family);
  if (lab !== undefined)
    throw new UsageError(`${text}: the servers of the lab speak neither TLS nor HTTPS; ask them as @ADDRESS`);
  const scanned = scanEncryptedServer(text, defaultPort);
  if (!scanned)
    throw new UsageError(
      `"${text}" is no server: @tls://192.0.2.1, @tls://dns.example.net:853 or @https://dns.example.net/dns-query`,
    );
  const encryption = encryptionFor(scanned, wishes);
  const { host, port } = scanned;
  return { address: isIP(host) === 0 ? await lookedUp(host, family) : canonical(host), port, encryption };
}

function canonical(address: string): string {
  return scanEndpoint(address, DNS_PORT)?.address ?? address;
}

function encryptionFor(scanned: EncryptedWord, wishes: EncryptionWishes): Encryption {
  try {
    return encryptionOf(scanned, wishes);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}

function hintedAddress(
  host: string,
  hints: Surroundings['hints'],
  family: 4 | 6 | undefined,
): string | undefined {
  try {
    const name = scanName(host);
    const addresses = hints.find((hint) => sameName(hint.name, name))?.addresses ?? [];
    return addresses.find(({ address }) => family === undefined || address.includes(':') === (family === 6))
      ?.address;
  } catch (error) {
    if (error instanceof NameError) throw new UsageError(error.message);
    throw error;
  }
}

async function lookedUp(host: string, family: 4 | 6 | undefined): Promise<string> {
  // Loading it reads resolv.conf: only where it is needed.
  const { lookup } = await import('node:dns/promises');
  try {
    return (await lookup(host, { family: family ?? 0 })).address;
  } catch (error) {
    throw new UsageError(`${host} has no address here: ${troubleOf(error)}`);
  }
}
