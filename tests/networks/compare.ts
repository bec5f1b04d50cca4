/**
 * A program, run by hand as root: `compare.ts [NETWORK...]` shows the networks to the real resolvers of Debian
 * (packages unbound, knot-resolver, bind9, pdns-recursor), writes what they say to verdicts.json beside this file, and
 * prints it.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hintsText, whereEveryAddressIsLocal } from '../end-to-end/namespace-of-all.ts';
import type { Network } from './network.ts';
import { RESOLVERS } from './resolvers.ts';
import { NETWORKS } from './table.ts';

const VERDICTS = fileURLToPath(new URL('./verdicts.json', import.meta.url));
const SHOW = fileURLToPath(new URL('./show.ts', import.meta.url));
const AT_ONCE = 3;

const names = process.argv.slice(2);
const verdicts: Record<string, unknown> = existsSync(VERDICTS)
  ? (JSON.parse(readFileSync(VERDICTS, 'utf8')) as Record<string, unknown>)
  : {};
const waiting = NETWORKS.filter(({ name }) =>
  names.length > 0 ? names.includes(name) : !(name in verdicts),
);
await Promise.all(Array.from({ length: AT_ONCE }, work));

async function work(): Promise<void> {
  for (let network = waiting.shift(); network; network = waiting.shift()) {
    verdicts[network.name] = await shown(network);
    console.log(network.name, JSON.stringify(verdicts[network.name]));
    const sorted = Object.entries(verdicts).toSorted(([a], [b]) => (a < b ? -1 : 1));
    writeFileSync(VERDICTS, JSON.stringify(Object.fromEntries(sorted), undefined, 1) + '\n');
  }
}

async function shown({ name, hints, servers }: Network): Promise<unknown> {
  const namespace = whereEveryAddressIsLocal(Object.keys(servers));
  try {
    // BIND listens only at addresses that it sees on an interface.
    namespace.configure(RESOLVERS.map(({ address }) => `address replace ${address}/32 dev lo`));
    const file = join(namespace.folder, 'root.hints');
    writeFileSync(file, hintsText(hints));
    const { stdout, stderr } = await namespace.run(
      process.execPath,
      [SHOW, name, namespace.folder, file],
      90_000,
    );
    if (stdout === '') throw new Error(`${name}: ${stderr}`);
    return JSON.parse(stdout);
  } finally {
    namespace.close();
  }
}
