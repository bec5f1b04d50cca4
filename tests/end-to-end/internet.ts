/**
 * The Internet of this suite: a namespace with the real addresses of root servers, top-level and other zones on
 * addresses of their own, and a computer with a resolver. What is in it stands in fixtures/end-to-end.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Namespace, type EtcFiles } from './namespace.ts';
import { startUnbound } from './resolvers/unbound.ts';
import { FIXTURES, RESOLVER, startNsd, startSilent, type AuthoritativeServer } from './servers.ts';

interface Internet {
  readonly servers: readonly AuthoritativeServer[];
  /** Addresses where a socket hears queries and never answers. */
  readonly silent: readonly string[];
  /** Addresses where nothing listens. */
  readonly closed: readonly string[];
}

/** Everything up and answering, or nothing left behind. The computer in it has these files. */
export async function openInternet(etc: EtcFiles = etcFiles()): Promise<Namespace> {
  const { servers, silent, closed } = JSON.parse(
    readFileSync(join(FIXTURES, 'internet.json'), 'utf8'),
  ) as Internet;
  const namespace = new Namespace(etc);
  try {
    const addresses = [...servers.flatMap((server) => server.addresses), ...silent, ...closed];
    namespace.configure(addresses.map((address) => `address add ${address} dev lo`));
    await Promise.all([
      ...servers.map((server) => startNsd(namespace, server)),
      startSilent(namespace, silent),
    ]);
    // Unbound looks up the root servers when it starts, so they have to be there.
    await startUnbound(namespace, {
      name: 'unbound',
      address: RESOLVER,
      rootHints: join(FIXTURES, 'root.hints'),
      // A server that is lame, and which this resolver believes now and then: dig could find nobody behind it.
      server: ['do-not-query-address: 62.4.17.202/32'],
    });
    return namespace;
  } catch (error) {
    namespace.close();
    throw error;
  }
}

export function etcFiles(): EtcFiles {
  const folder = join(FIXTURES, 'etc');
  return Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}
