/**
 * What world.json says. A world may stand on another, its base, and then names only what is different: servers are
 * changed by name, and files that it does not have are the base's.
 */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from './faults.ts';
import type { ResolverHabit } from './resolver-habit.ts';
import { WorldError } from './world-error.ts';

/**
 * Zone files are named by their origin: `example.com.zone`; the root's is `root.zone`. Another version of a zone stands
 * in a server's list as `example.com=example.com.old`: the origin, then its file without the ending.
 */
export interface WorldFile {
  readonly base?: string;
  readonly title: string;
  readonly story: string;
  readonly question: readonly [name: string, type: string];
  readonly findings?: readonly string[];
  /** Why the computer says otherwise than a walk, the most specific cause first; none where it does not. */
  readonly causes?: readonly string[];
  /** How the two compare: `same` where this is missing. */
  readonly verdict?: string;
  /** How a walk should ask here for the story to show. */
  readonly walk?: WalkHabits;
  /** What chance is in this world: the same servers are chosen every time. */
  readonly seed?: number;
  readonly hints: string;
  readonly servers: readonly ServerEntry[];
  readonly computer: ComputerEntry;
  readonly network?: NetworkEntry;
}

export interface WalkHabits {
  readonly mixCase?: boolean;
  readonly minimise?: boolean;
  readonly survey?: boolean;
  readonly cookies?: boolean;
  readonly nsid?: boolean;
}

interface ServerEntry {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly zones: readonly string[];
  readonly faults?: readonly Fault[];
}

/** What lies between the computer and the servers. */
export interface NetworkEntry {
  /** The families that get through from the computer; its resolvers reach both. */
  readonly families?: readonly (4 | 6)[];
  /** Answers in the place of every server that is not there. */
  readonly interceptor?: Omit<ResolverEntry, 'address'>;
}

interface ComputerEntry {
  readonly hostname: string;
  /** Its name servers, whether or not its resolv.conf names them. */
  readonly resolvers: readonly ResolverEntry[];
  /** Files in the folder `computer` of the world, by the paths that they have on the computer. */
  readonly files: readonly string[];
  /** Where its symbolic links lead, by their paths. */
  readonly links?: Readonly<Record<string, string>>;
  /** Variables such as LOCALDOMAIN, RES_OPTIONS and HOSTALIASES. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The families that it has an address of: both where this is missing. */
  readonly families?: readonly (4 | 6)[];
  /** Who answers multicast DNS on its link: names without their final dot, and addresses. */
  readonly neighbours?: Readonly<Record<string, readonly string[]>>;
}

/** A recursive resolver of the world, with a cache of its own. */
export interface ResolverEntry {
  readonly address: string;
  /** As those of any server. */
  readonly faults?: readonly Fault[];
  /** What it does besides resolving; the first of them hears a query first. */
  readonly habits?: readonly ResolverHabit[];
  /** The network that it says its clients are in when it asks servers (RFC 7871): `192.0.2.0/24`. */
  readonly subnet?: string;
}

/** As it stands in the file: with a base, all but the story may be missing. */
type Written = Pick<WorldFile, 'title' | 'story'> &
  Partial<Omit<WorldFile, 'servers' | 'computer'>> & {
    readonly servers?: readonly (Pick<ServerEntry, 'name'> & Partial<ServerEntry>)[];
    readonly computer?: Partial<ComputerEntry>;
  };

export async function readWorldFile(folder: string, name: string): Promise<WorldFile> {
  const file = await withBase(folder, name);
  const missing = NEEDED.find((member) => file[member] === undefined);
  if (missing !== undefined) throw new WorldError(`${join(folder, name, 'world.json')} has no "${missing}"`);
  return file;
}

const NEEDED = ['title', 'story', 'question', 'hints', 'servers', 'computer'] as const;

async function withBase(folder: string, name: string): Promise<WorldFile> {
  const written = await readWritten(folder, name);
  if (written.base === undefined) return written as WorldFile;
  const base = (await readWritten(folder, written.base)) as WorldFile;
  const changes = new Map(written.servers?.map((server) => [server.name, server]));
  const changed = base.servers.map((server) => ({ ...server, ...changes.get(server.name) }));
  const added = (written.servers ?? []).filter((server) =>
    base.servers.every((each) => each.name !== server.name),
  );
  const servers = [...changed, ...(added as ServerEntry[])];
  return {
    ...base,
    findings: [],
    causes: [],
    ...written,
    servers,
    computer: { ...base.computer, ...written.computer },
  };
}

async function readWritten(folder: string, name: string): Promise<Written> {
  const path = join(folder, name, 'world.json');
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Written;
  } catch (error) {
    const why = error instanceof SyntaxError ? `is no JSON: ${error.message}` : 'cannot be read';
    throw new WorldError(`${path} ${why}`, { cause: error });
  }
}
