/**
 * The networks of tests/networks in which sockets matter: silence, closed ports, datagrams that are no reply, TCP, EDNS
 * and IPv6. The built program comes to the ending of real resolvers, and in time.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { NETWORKS } from '../networks/table.ts';
import { acceptable, comparable, loadVerdicts, RIGHTLY_OTHERWISE } from '../networks/verdicts.ts';
import { hintsText, whereEveryAddressIsLocal } from './namespace-of-all.ts';
import { cannotRunHere } from './requirements.ts';
import { outcomeOf, traceJson } from './rootwalk.ts';
import { startAndListen } from './servers.ts';

const SERVER = fileURLToPath(new URL('./network-server.ts', import.meta.url));
const OF_SOCKETS =
  /silent|closed|wrong-id|response|opcode|header-only|half-a|behind-the-end|question|truncated|edns|case|ipv6|^glue-/;
/** A zone in which everybody is silent costs six seconds. */
const LONGEST_MS = 9000;

const { whole } = loadVerdicts();
const networks = NETWORKS.filter(({ name }) => OF_SOCKETS.test(name) && !(name in RIGHTLY_OTHERWISE));

describe.skipIf(cannotRunHere('networks')).concurrent('networks over real sockets', () => {
  test.each(networks)('$name', async ({ name, question, hints, servers }) => {
    const namespace = whereEveryAddressIsLocal(Object.keys(servers));
    try {
      const file = join(namespace.folder, 'root.hints');
      writeFileSync(file, hintsText(hints));
      await startAndListen(namespace, SERVER, [name]);
      const args = [question.name, question.type, '--root-hints', file, '--no-system'];
      const { document, elapsedMs } = await traceJson(namespace, args);
      expect(acceptable(name, whole).map(comparable)).toContainEqual(comparable(outcomeOf(document)));
      expect(elapsedMs).toBeLessThan(LONGEST_MS);
    } finally {
      namespace.close();
    }
  });
});
