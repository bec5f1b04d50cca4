/**
 * Resolvers that are asked beside this computer: which servers the words mean, and what each of them says.
 */

import type { NameServer } from '../system/name-servers.ts';
import { askAll } from '../system/server-voices.ts';
import type { ServerAnswer } from '../system/system-answer.ts';
import type { Surroundings } from '../lookup/surroundings.ts';
import type { Target } from '../lookup/trace-run.ts';
import { printEndpoint } from '../transport/endpoint.ts';
import { realChance } from '../transport/real-machine.ts';
import { isEncryptedWord } from '../lookup/encrypted-server.ts';
import type { Encryption } from '../transport/encryption.ts';
import { encryptionWishesOf, refuseEncryptionWishes, type EncryptionFlags } from './encryption-options.ts';
import { askedServerOf } from './server-word.ts';

/** How long each may take. */
const RESOLVER_MS = 4000;

export interface TypedServer {
  /** Without `@`. */
  readonly typed: string;
  readonly server: NameServer;
  readonly encryption: Encryption | undefined;
}

/** Throws UsageError. */
export async function nameServersOf(
  words: readonly string[],
  surroundings: Surroundings,
  flags: EncryptionFlags & { readonly lab?: string | undefined; readonly port?: number | undefined },
  signal: AbortSignal,
): Promise<TypedServer[]> {
  const { lab, port } = flags;
  if (!words.some((word) => isEncryptedWord(word.replace(/^@/, '')))) refuseEncryptionWishes(flags);
  const wishes = await encryptionWishesOf(flags, signal);
  return Promise.all(
    words.map(async (word) => {
      const { encryption, ...address } = await askedServerOf(word, surroundings, lab, wishes, port);
      const server = { ...address, role: 'listed', from: null, isLocal: false, program: null } as const;
      return { typed: word.replace(/^@/, ''), server, encryption };
    }),
  );
}

export async function askResolvers(
  { question }: Target,
  servers: readonly TypedServer[],
  { ports }: Surroundings,
  signal: AbortSignal,
  identity: 'nsid' | 'chaos',
): Promise<ServerAnswer[]> {
  const nowMs = (): number => ports.clock.now();
  const deadlineMs = nowMs() + RESOLVER_MS;
  return Promise.all(
    servers.map(async ({ server, encryption }) => {
      const [voice] = await askAll(question, [question.name], [server], {
        exchange: (request) => ports.exchange({ ...request, listenTo: 'server' }),
        signal,
        randomId: () => realChance.integer(0x10000),
        nowMs,
        transport: encryption?.transport ?? 'udp',
        encryption,
        deadlineMs,
        // Each has its own column and its own time.
        enough: new Promise(() => {}),
        patienceMs: deadlineMs,
        identity,
      });
      return { ...voice!.answer, server: printEndpoint(server) };
    }),
  );
}
