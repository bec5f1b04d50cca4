/** The servers of a network over real sockets, each at its address. */

import { decode } from '../../src/message/decode.ts';
import { encode } from '../../src/message/encode.ts';
import { listenAt } from '../end-to-end/socket-server.ts';
import type { Network } from './network.ts';

export async function serve({ servers }: Network): Promise<void> {
  const all = Object.entries(servers).map(([address, { reply }]) =>
    listenAt(address, (octets, transport) => {
      const server = { address, port: 53 };
      const behaviour = reply(decode(octets), { server, transport, query: octets, timeoutMs: 0 });
      if (typeof behaviour === 'string') return 'silence';
      return behaviour instanceof Uint8Array ? behaviour : encode(behaviour);
    }),
  );
  await Promise.all(all);
}
