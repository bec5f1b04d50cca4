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
import { serverOf } from './server-word.ts';

/** How long each may take. */
const RESOLVER_MS = 4000;

export interface TypedServer {
  /** Without `@`. */
  readonly typed: string;
  readonly server: NameServer;
}

/** Throws UsageError. */
export async function nameServersOf(
  words: readonly string[],
  surroundings: Surroundings,
  { lab, port }: { readonly lab?: string | undefined; readonly port?: number | undefined },
): Promise<TypedServer[]> {
  return Promise.all(
    words.map(async (word) => {
      const address = await serverOf(word, surroundings, lab, port);
      const server = { ...address, role: 'listed', from: null, isLocal: false, program: null } as const;
      return { typed: word.replace(/^@/, ''), server };
    }),
  );
}

export async function askResolvers(
  { question }: Target,
  servers: readonly NameServer[],
  { ports }: Surroundings,
  signal: AbortSignal,
  identity: 'nsid' | 'chaos',
): Promise<ServerAnswer[]> {
  const nowMs = (): number => ports.clock.now();
  const deadlineMs = nowMs() + RESOLVER_MS;
  const voices = await askAll(question, [question.name], servers, {
    exchange: (request) => ports.exchange({ ...request, listenTo: 'server' }),
    signal,
    randomId: () => realChance.integer(0x10000),
    nowMs,
    transport: 'udp',
    deadlineMs,
    // Each has its own column and its own time.
    enough: new Promise(() => {}),
    patienceMs: deadlineMs,
    identity,
  });
  return voices.map(({ answer }, place) => ({ ...answer, server: printEndpoint(servers[place]!) }));
}
