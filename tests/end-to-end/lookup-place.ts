/**
 * A network namespace with addresses of both families and the name servers of fixtures/system, which can also be asked
 * from outside.
 */

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { decode } from '../../src/message/decode.ts';
import type { Message } from '../../src/message/message.ts';
import { Namespace } from './namespace.ts';

export interface LookupPlace {
  readonly namespace: string;
  /** The reply of the server at an address in the namespace; undefined for silence. */
  ask(server: string, name: string, type: number): Promise<Message | undefined>;
  close(): void;
}

export async function startLookupPlace(): Promise<LookupPlace> {
  const namespace = new Namespace({});
  namespace.configure([
    // getent uses the address filter: without addresses beside loopback nothing would come through it.
    'address add 192.0.2.100/32 dev lo',
    'address add 2001:db8::100/128 dev lo nodad',
    'address add fe80::53/64 dev lo nodad',
  ]);
  const program = new URL('../../fixtures/system/name-servers.ts', import.meta.url).pathname;
  const servers = spawn('ip', ['netns', 'exec', namespace.name, process.execPath, program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting = new Map<number, (reply: Message | undefined) => void>();
  let lastId = 0;
  await new Promise<void>((ready, fail) => {
    servers.once('exit', () => fail(new Error('the name servers could not start')));
    createInterface({ input: servers.stdout }).on('line', (line) => {
      if (line === 'ready') return ready();
      const { id, reply } = JSON.parse(line) as { id: number; reply: string | null };
      waiting.get(id)?.(reply === null ? undefined : decode(Buffer.from(reply, 'base64')));
      waiting.delete(id);
    });
  });
  return {
    namespace: namespace.name,
    ask: (server, name, type) =>
      new Promise((resolve) => {
        const id = ++lastId;
        waiting.set(id, resolve);
        servers.stdin.write(`${JSON.stringify({ id, server, name, type })}\n`);
      }),
    close: () => {
      servers.stdin.end();
      namespace.close();
    },
  };
}
