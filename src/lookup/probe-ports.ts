/**
 * What the comparison asks its further questions with.
 */

import { PLAIN_ASKING, ednsOfQuery } from '../resolver/asking.ts';
import type { ProbePorts } from '../compare/gather-probes.ts';
import { askServer, growingPatience } from '../transport/ask-server.ts';
import { realChance } from '../transport/real-machine.ts';
import type { Encryption } from '../transport/encryption.ts';
import type { ServerAddress } from '../transport/exchange.ts';
import { DNS_PORT, printEndpoint, scanEndpoint } from '../transport/endpoint.ts';
import type { Surroundings } from './surroundings.ts';

const TIMEOUT_MS = 600;
const TRIES = 2;
const LABEL_LETTERS = 20;

/** A resolver that is asked over TLS or HTTPS is asked further questions so too. */
interface Encrypted {
  readonly server: ServerAddress;
  readonly encryption: Encryption | undefined;
}

export function probePorts(
  { ports }: Surroundings,
  signal: AbortSignal | undefined,
  encrypted?: Encrypted,
): ProbePorts {
  return {
    ask: async (question, serverText, { recursionDesired, subnet }) => {
      const server = scanEndpoint(serverText, DNS_PORT);
      if (!server) return undefined;
      const isIt = encrypted !== undefined && printEndpoint(server) === printEndpoint(encrypted.server);
      const encryption = isIt ? encrypted.encryption : undefined;
      const asking = { ...PLAIN_ASKING, subnet };
      const attempts = await askServer(question, server, ports.exchange, {
        transport: encryption?.transport ?? 'udp',
        ...(encryption ? { encryption } : {}),
        flags: { recursionDesired },
        edns: ednsOfQuery(asking, asking.udpPayloadSize, undefined),
        // A handshake is more round trips.
        patience: growingPatience(encryption ? 3 * TIMEOUT_MS : TIMEOUT_MS, TRIES),
        ...(signal ? { signal } : {}),
        randomId: () => realChance.integer(0x10000),
      });
      const { result } = attempts.at(-1)!;
      return result.kind === 'reply' ? result.message : undefined;
    },
    sleep: (milliseconds) => ports.clock.sleep(milliseconds, signal),
    now: () => ports.clock.now(),
    randomLabel: () =>
      Array.from({ length: LABEL_LETTERS }, () => String.fromCharCode(97 + realChance.integer(26))).join(''),
  };
}
