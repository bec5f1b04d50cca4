/**
 * The lab worlds by name, for the commands.
 */

import { listWorlds, loadWorld, type World } from '../lab/world.ts';
import { worldsFolder } from '../lab/worlds-folder.ts';
import { WorldError } from '../lab/world-error.ts';
import { surroundingsOfWorld } from '../lookup/lab-surroundings.ts';
import type { Surroundings } from '../lookup/surroundings.ts';
import { nearest, UsageError } from './usage-error.ts';

export const DEFAULT_WORLD = 'internet';

export async function worldNamed(name: string): Promise<World> {
  const folder = worldsFolder();
  const worlds = await listWorlds(folder);
  if (!worlds.includes(name)) {
    const near = nearest(name, worlds);
    throw new UsageError(
      `there is no lab world "${name}"; ${near ? `did you mean ${near}?` : 'rootwalk lab list shows them all'}`,
    );
  }
  try {
    return await loadWorld(folder, name);
  } catch (error) {
    if (error instanceof WorldError) throw new UsageError(error.message);
    throw error;
  }
}

/** A running lab in the place of the network and the computer. Throws UsageError. */
export async function labSurroundings(worldName: string): Promise<Surroundings> {
  return surroundingsOfWorld(await worldNamed(worldName));
}

/** Every world, loaded. */
export async function allWorlds(): Promise<World[]> {
  const folder = worldsFolder();
  return Promise.all((await listWorlds(folder)).map((name) => loadWorld(folder, name)));
}
