/**
 * A world is a folder: `world.json` names the servers of a small Internet, their addresses, zones and faults, the root
 * hints, and the computer that looks at it. This reads one and says clearly what is wrong with it.
 */

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { typeCode } from '../message/codes.ts';
import { scanIpv4, scanIpv6 } from '../message/kinds/addresses.ts';
import type { ResourceRecord } from '../message/message.ts';
import { NameError, scanName, type Name } from '../message/name.ts';
import { MasterFileError, parseMasterFile } from '../zone/master-file.ts';
import { makeZone, ZoneError, type Zone } from '../zone/zone.ts';
import { readWorldFile, type NetworkEntry, type WalkHabits, type WorldFile } from './world-file.ts';
import type { Fault } from './faults.ts';
import { WorldError } from './world-error.ts';

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
  /** The findings that a walk for that question makes here. */
  readonly findings: readonly string[];
  /** Why its computer says otherwise, the most specific cause first. */
  readonly causes: readonly string[];
  /** How its computer's answer and that of a walk compare. */
  readonly verdict: string;
  /** How a walk should ask here for the story to show. */
  readonly walk: WalkHabits;
  /** What chance is in this world. */
  readonly seed: number;
  readonly servers: readonly WorldServer[];
  /** NS, A and AAAA records of the root servers. */
  readonly hints: readonly ResourceRecord[];
  readonly network: NetworkEntry;
  readonly computer: Omit<WorldFile['computer'], 'files'> & {
    /** The texts of its files, by path: /etc/hosts, /etc/resolv.conf, /etc/nsswitch.conf. */
    readonly files: Readonly<Record<string, string>>;
  };
}

const DEFAULT_SEED = 1;

/** Throws WorldError, whatever is wrong with it. */
export async function loadWorld(folder: string, name: string): Promise<World> {
  try {
    return await builtWorld(folder, name);
  } catch (error) {
    if (error instanceof WorldError) throw error;
    const isOfText = [MasterFileError, ZoneError, NameError].some((kind) => error instanceof kind);
    const why = isOfText ? (error as Error).message : 'world.json is not made as that of a world';
    throw new WorldError(`${name}: ${why}`, { cause: error });
  }
}

async function builtWorld(folder: string, name: string): Promise<World> {
  const file = await readWorldFile(folder, name);
  const find = (path: string): Promise<{ readonly path: string; readonly text: string }> =>
    findFile(
      [name, ...(file.base === undefined ? [] : [file.base])].map((world) => join(folder, world, path)),
    );
  const zones = new Map<string, Zone>();
  for (const zone of new Set(file.servers.flatMap((server) => server.zones))) {
    const [ofZone = zone, inFile = ofZone] = zone.split('=');
    const origin = scanName(ofZone === 'root' ? '.' : ofZone);
    const { path, text } = await find(`${inFile}.zone`);
    // Worlds may plant what a careful server would not load.
    zones.set(zone, makeZone(origin, parseMasterFile(text, { origin, file: path }), { conflicts: 'keep' }));
  }
  const servers = file.servers.map((server): WorldServer => ({
    name: scanName(server.name),
    addresses: server.addresses.map((address) => checkedAddress(address, server.name)),
    zones: server.zones.map((zone) => zones.get(zone)!),
    faults: server.faults ?? [],
  }));
  const hintsFile = await find(file.hints);
  const hints = parseMasterFile(hintsFile.text, { origin: '.', file: hintsFile.path });
  const files: Record<string, string> = {};
  for (const path of file.computer.files) files[path] = (await find(join('computer', path))).text;
  for (const { address } of file.computer.resolvers) checkedAddress(address, `the computer of ${name}`);
  const [questionName, questionType] = file.question;
  const type = typeCode(questionType);
  if (type === undefined) throw new WorldError(`${name}/world.json: "${questionType}" is no type`);
  const { title, story, computer, findings = [], causes = [], verdict = 'same' } = file;
  const { walk = {}, seed = DEFAULT_SEED, network = {} } = file;
  const question = { name: scanName(questionName), type };
  return {
    name,
    title,
    story,
    question,
    findings,
    causes,
    verdict,
    walk,
    seed,
    servers,
    hints,
    network,
    computer: { ...computer, files },
  };
}

/** The names of the worlds in a folder. */
export async function listWorlds(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

/** The first of these files that is there. */
async function findFile(paths: readonly string[]): Promise<{ readonly path: string; readonly text: string }> {
  for (const path of paths) {
    try {
      return { path, text: await readFile(path, 'utf8') };
    } catch (error) {
      if (path === paths.at(-1)) throw new WorldError(`${path} cannot be read`, { cause: error });
    }
  }
  throw new WorldError('a world has files');
}

function checkedAddress(address: string, server: string): string {
  if (!scanIpv4(address) && !scanIpv6(address)) throw new WorldError(`${server}: "${address}" is no address`);
  return address;
}
