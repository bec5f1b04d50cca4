/**
 * Which server `rootwalk query` asks, and how: the one that was named, or the first of this computer.
 */

import type { Question } from '../message/message.ts';
import { readLookupSettings } from '../system/lookup-settings.ts';
import { nameServersOf } from '../system/name-servers.ts';
import { isEncryptedWord, type AskedServer } from '../lookup/encrypted-server.ts';
import type { Surroundings } from '../lookup/surroundings.ts';
import type { ServerAddress } from '../transport/exchange.ts';
import type { QueryFlags } from './commands/query.ts';
import { encryptionWishesOf, refuseEncryptionWishes } from './encryption-options.ts';
import { askedServerOf } from './server-word.ts';
import { UsageError } from './usage-error.ts';

/** Throws UsageError. */
export async function queriedServer(
  word: string | undefined,
  { name }: Question,
  surroundings: Surroundings,
  flags: QueryFlags,
  signal: AbortSignal,
): Promise<AskedServer> {
  const { lab, port, tls } = flags;
  const typed = tls ? overTls(word ?? (await ownServer(name, surroundings, flags))) : word;
  if (typed === undefined) {
    refuseEncryptionWishes(flags);
    return ownServer(name, surroundings, flags);
  }
  if (!isEncryptedWord(typed.replace(/^@/, ''))) refuseEncryptionWishes(flags);
  const wishes = await encryptionWishesOf(flags, signal);
  return ofFamily(await askedServerOf(typed, surroundings, lab, wishes, port, familyOf(flags)), flags);
}

/** `--tls` stands for `tls://` in front of the server. */
function overTls(server: string | ServerAddress): string {
  if (typeof server !== 'string') return `@tls://${server.address}`;
  return isEncryptedWord(server.replace(/^@/, '')) ? server : server.replace(/^@?/, '@tls://');
}

/** The first name server of this computer. */
async function ownServer(
  name: string,
  surroundings: Surroundings,
  flags: QueryFlags,
): Promise<ServerAddress> {
  const computer = surroundings.computer!;
  const all = await nameServersOf(computer, await readLookupSettings(computer, name));
  if (all.length === 0) throw new UsageError('this computer names no name server: give one, as @192.0.2.1');
  const family = familyOf(flags);
  const first = all.find(({ address }) => family === undefined || familyOfAddress(address) === family);
  if (!first)
    throw new UsageError(`this computer names no name server with an IPv${family} address: give one, as @…`);
  return { address: first.address, port: flags.port ?? first.port };
}

function familyOf({ ipv4Only, ipv6Only }: QueryFlags): 4 | 6 | undefined {
  if (ipv4Only) return 4;
  return ipv6Only ? 6 : undefined;
}

function familyOfAddress(address: string): 4 | 6 {
  return address.includes(':') ? 6 : 4;
}

function ofFamily(server: AskedServer, flags: QueryFlags): AskedServer {
  const family = familyOf(flags);
  if (family === undefined || familyOfAddress(server.address) === family) return server;
  throw new UsageError(`-${family} and the address ${server.address} exclude each other`);
}
