/**
 * A lab world as a place to walk and ask in, as the package exports it.
 */

/// <reference lib="esnext.disposable" preserve="true" />

import { loadWorld } from '../lab/world.ts';
import { worldsFolder } from '../lab/worlds-folder.ts';
import { surroundingsOfWorld } from './lab-surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** A place that has to be left again: `close`, or `await using`. */
export interface Lab extends Surroundings, AsyncDisposable {}

/**
 * Opens a world of the offline Internet, by its name in `folder` (the worlds of the package by default). Its servers
 * listen on loopback as they are first asked. Throws WorldError where there is no such world or it cannot be read.
 */
export async function openLab(world = 'internet', folder: string = worldsFolder()): Promise<Lab> {
  const place = surroundingsOfWorld(await loadWorld(folder, world));
  return { ...place, [Symbol.asyncDispose]: () => place.close() };
}
