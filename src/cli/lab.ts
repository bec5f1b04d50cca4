/**
 * The lab worlds by name, for the commands.
 */

import { listWorlds, loadWorld, type World } from '../lab/world.ts';
import { worldsFolder } from '../lab/worlds-folder.ts';
import { WorldError } from '../lab/world-error.ts';
import { surroundingsOfWorld } from '../lookup/lab-surroundings.ts';
import type { Surroundings } from '../lookup/surroundings.ts';
import { nearest, UsageError } from './usage-error.ts';

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
  const world = await worldNamed(worldName);
  try {
    return surroundingsOfWorld(world);
  } catch (error) {
    if (error instanceof WorldError) throw new UsageError(`${worldName}: ${error.message}`);
    throw error;
  }
}

/** A world of the folder, or why it cannot be used. */
export type ListedWorld = { readonly world: World } | { readonly name: string; readonly error: string };

/** Every world, loaded; what is wrong with one is no matter of the others. */
export async function allWorlds(folder: string = worldsFolder()): Promise<ListedWorld[]> {
  const names = await listWorlds(folder);
  return Promise.all(
    names.map(async (name): Promise<ListedWorld> => {
      try {
        return { world: await loadWorld(folder, name) };
      } catch (error) {
        if (error instanceof WorldError) return { name, error: error.message };
        throw error;
      }
    }),
  );
}
