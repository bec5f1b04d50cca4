/**
 * A world is a folder: `world.json` names the servers of a small Internet, their addresses, zones and faults, the root
 * hints, and the computer that looks at it. This reads one and says clearly what is wrong with it.
 */

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { typeCode } from '../message/codes.ts';
import { scanIpv4, scanIpv6 } from '../message/kinds/addresses.ts';
import type { ResourceRecord } from '../message/message.ts';
import { scanName, type Name } from '../message/name.ts';
import { parseMasterFile } from '../zone/master-file.ts';
import { makeZone, type Zone } from '../zone/zone.ts';
import type { Fault } from './faults.ts';

interface WorldServer {
  readonly name: Name;
  readonly addresses: readonly string[];
  readonly zones: readonly Zone[];
  readonly faults: readonly Fault[];
}

export interface World {
  readonly name: string;
  readonly title: string;
  readonly story: string;
  /** The question that the world is about. */
  readonly question: { readonly name: Name; readonly type: number };
  readonly servers: readonly WorldServer[];
  /** NS, A and AAAA records of the root servers. */
  readonly hints: readonly ResourceRecord[];
  readonly computer: {
    readonly hostname: string;
    /** The texts of its files, by path: /etc/hosts, /etc/resolv.conf, /etc/nsswitch.conf. */
    readonly files: Readonly<Record<string, string>>;
    /** The address of its caching resolver in this world. */
    readonly resolver: string;
  };
}

/** The shape of world.json. Zone files are named by their origin: `example.com.zone`; the root's is `root.zone`. */
interface WorldFile {
  readonly title: string;
  readonly story: string;
  readonly question: readonly [name: string, type: string];
  readonly hints: string;
  readonly servers: readonly {
    readonly name: string;
    readonly addresses: readonly string[];
    readonly zones: readonly string[];
    readonly faults?: readonly Fault[];
  }[];
  readonly computer: {
    readonly hostname: string;
    readonly resolver: string;
    readonly files: readonly string[];
  };
}

/** A world that cannot be used; the message says which file and what is wrong. */
export class WorldError extends Error {
  override readonly name = 'WorldError';
}

export async function loadWorld(folder: string, name: string): Promise<World> {
  const root = join(folder, name);
  const file = JSON.parse(await readText(join(root, 'world.json'))) as WorldFile;
  const zones = new Map<string, Zone>();
  for (const zone of new Set(file.servers.flatMap((server) => server.zones))) {
    const origin = scanName(zone === 'root' ? '.' : zone);
    const path = join(root, `${zone}.zone`);
    zones.set(zone, makeZone(origin, parseMasterFile(await readText(path), { origin, file: path })));
  }
  const servers = file.servers.map((server): WorldServer => ({
    name: scanName(server.name),
    addresses: server.addresses.map((address) => checkedAddress(address, server.name)),
    zones: server.zones.map((zone) => zones.get(zone)!),
    faults: server.faults ?? [],
  }));
  const hintsPath = join(root, file.hints);
  const hints = parseMasterFile(await readText(hintsPath), { origin: '.', file: hintsPath });
  const files: Record<string, string> = {};
  for (const path of file.computer.files) files[path] = await readText(join(root, 'computer', path));
  const [questionName, questionType] = file.question;
  const type = typeCode(questionType);
  if (type === undefined) throw new WorldError(`${root}/world.json: "${questionType}" is no type`);
  const { title, story, computer } = file;
  const question = { name: scanName(questionName), type };
  return { name, title, story, question, servers, hints, computer: { ...computer, files } };
}

/** The names of the worlds in a folder. */
export async function listWorlds(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new WorldError(`${path} cannot be read`, { cause: error });
  }
}

function checkedAddress(address: string, server: string): string {
  if (!scanIpv4(address) && !scanIpv6(address)) throw new WorldError(`${server}: "${address}" is no address`);
  return address;
}
