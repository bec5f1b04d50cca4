/**
 * A namespace with a small Internet of documentation names and addresses and many real resolvers in it. The zones are in
 * fixtures/end-to-end/resolvers; habits.ts has the resolvers.
 */

import type { ChildProcess } from 'node:child_process';
import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Namespace } from '../namespace.ts';
import { startNsd, startSilent, untilAnswered } from '../servers.ts';
import { AT, AUTHORITY, startResolvers, WORLD } from './habits.ts';
import { signZone } from './signing.ts';

export interface ResolverWorld {
  readonly namespace: Namespace;
  /** Zones become what their `.later.zone` says; done when their server says so. */
  changeZones(): Promise<void>;
}

const ROOT = { name: 'root', addresses: [AUTHORITY.root, AUTHORITY.otherRoot], zones: ['.'] };
const REGISTRY = {
  name: 'registry',
  addresses: [AUTHORITY.registry],
  zones: ['com', 'net', 'org', 'example', 'arpa', 'in-addr.arpa'],
};
const CHANGING = ['example.net', 'growing.example'];
const LATER_SERIAL = '2026070101';
const LEAF = {
  name: 'leaf',
  addresses: [AUTHORITY.leaf],
  zones: [
    ...CHANGING,
    'example.com',
    'example.org',
    'signed.example',
    'broken.example',
    'expired.example',
    '2.0.192.in-addr.arpa',
    '100.51.198.in-addr.arpa',
  ],
};

/** Everything up and answering, or nothing left behind. */
export async function openResolverWorld(): Promise<ResolverWorld> {
  const namespace = new Namespace({ hosts: '', 'nsswitch.conf': 'hosts: files dns\n', 'resolv.conf': '' });
  try {
    const zoneFolder = join(namespace.folder, 'zones');
    const anchors = writeZones(zoneFolder);
    // BIND listens at addresses of interfaces only, so that those of 127/8 have to be named too.
    const addresses = [...Object.values(AUTHORITY), ...Object.values(AT)].map((address) => `${address}/32`);
    // With an IPv6 address of its own, or else the C library would leave those of others out.
    addresses.push('2001:db8::2/128');
    namespace.configure(addresses.map((address) => `address add ${address} dev lo`));
    const [leaf] = await Promise.all([
      startNsd(namespace, LEAF, zoneFolder),
      startNsd(namespace, REGISTRY, zoneFolder),
      startNsd(namespace, ROOT, zoneFolder),
      startSilent(namespace, [AT.silent]),
    ]);
    await startResolvers(namespace, anchors);
    return { namespace, changeZones: () => changeZones(namespace, zoneFolder, leaf) };
  } catch (error) {
    namespace.close();
    throw error;
  }
}

/** Copies them, signs those that are to be signed, and gives their trust anchors. */
function writeZones(folder: string): string[] {
  cpSync(WORLD, folder, { recursive: true });
  const anchors = [
    signZone({ folder, zone: 'signed.example' }),
    signZone({ folder, zone: 'broken.example' }),
    signZone({ folder, zone: 'expired.example', inception: '20200101', expiration: '20200201' }),
  ];
  const broken = join(folder, 'broken.example.zone');
  const signed = readFileSync(broken, 'utf8');
  const changed = signed.replace('198.51.100.50', '198.51.100.51');
  if (changed === signed) throw new Error('broken.example has no address to change');
  writeFileSync(broken, changed);
  return anchors;
}

async function changeZones(namespace: Namespace, folder: string, server: ChildProcess): Promise<void> {
  for (const zone of CHANGING) copyFileSync(join(WORLD, `${zone}.later.zone`), join(folder, `${zone}.zone`));
  server.kill('SIGHUP');
  for (const zone of CHANGING) await untilAnswered(namespace, AUTHORITY.leaf, zone, LATER_SERIAL);
}
