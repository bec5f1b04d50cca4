/**
 * A server as a caller of the package names it, with its address: that of a name is looked up by this computer.
 */

import { isIP } from 'node:net';
import { DNS_PORT, scanEndpoint } from '../transport/endpoint.ts';
import type { ServerAddress } from '../transport/exchange.ts';
import {
  encryptionOf,
  scanEncryptedServer,
  type AskedServer,
  type EncryptionWishes,
} from './encrypted-server.ts';

/** Throws RangeError. */
export async function addressedServer(
  server: string | ServerAddress,
  wishes: EncryptionWishes,
): Promise<AskedServer> {
  if (typeof server !== 'string') return server;
  const endpoint = scanEndpoint(server, DNS_PORT);
  if (endpoint && endpoint.port > 0) return endpoint;
  const word = scanEncryptedServer(server);
  if (!word) throw new RangeError(`"${server}" is no address of a server`);
  return { address: await addressOf(word.host), port: word.port, encryption: encryptionOf(word, wishes) };
}

async function addressOf(host: string): Promise<string> {
  if (isIP(host) !== 0) return host;
  // Loading it reads resolv.conf: only where it is needed.
  const { lookup } = await import('node:dns/promises');
  try {
    return (await lookup(host)).address;
  } catch {
    throw new RangeError(`${host} has no address here`);
  }
}
