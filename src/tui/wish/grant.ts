/**
 * Grants a wish, outside of the state, and says what became of it as an action.
 */

import type { BrokenPlace, ExplorerSession, PlaceEntry } from '../session.ts';
import { dissect } from '../../message/dissect.ts';
import type { SecondOpinion } from '../../render/dissection.ts';
import type { ExplorerState } from '../state.ts';
import { clipboardSequence } from './clipboard.ts';
import { contentOf, runOf } from './saved-run.ts';
import type { Wish } from './wish.ts';

export type Granted =
  | { readonly type: 'copied'; readonly what: string; readonly isTooLong: boolean }
  | { readonly type: 'saved'; readonly path: string; readonly outcome: SaveOutcome }
  | { readonly type: 'worlds'; readonly worlds: readonly (PlaceEntry | BrokenPlace)[] }
  | { readonly type: 'explained'; readonly topics: readonly string[]; readonly text: string }
  | { readonly type: 'continued'; readonly wasStopped: boolean }
  | { readonly type: 'opinion'; readonly octets: Uint8Array; readonly opinion: SecondOpinion }
  | { readonly type: 'checked'; readonly servers: readonly string[]; readonly error: string | null }
  | {
      readonly type: 'failed';
      readonly what: Exclude<Wish['kind'], 'save' | 'check-servers'>;
      readonly why: string;
    };

export type SaveOutcome = 'written' | 'exists' | { readonly error: string };

/** What granting takes: the terminal and the files, which are the caller's. */
export interface WishPorts {
  /** Passes a control sequence to the terminal. */
  readonly tellTerminal: (sequence: string) => void;
  /** Writes a whole file or nothing. Undefined: files cannot be written here. */
  readonly writeFile: WriteFile | undefined;
  readonly worlds: ExplorerSession['worlds'];
  /** Stops this process with its terminal given back, until somebody continues it. Undefined: nobody could. */
  readonly stop?: (() => Promise<void>) | undefined;
  readonly checkServers?: ExplorerSession['checkServers'];
}

/** Never rejects: what goes wrong is told in one line. */
export type WriteFile = (
  path: string,
  content: string | Uint8Array,
  options: { readonly mayReplace: boolean },
) => Promise<SaveOutcome>;

/** Never rejects: what goes wrong is told in one line, and ends nothing. */
export async function granted(wish: Wish, state: ExplorerState, ports: WishPorts): Promise<Granted> {
  try {
    return await tried(wish, state, ports);
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    // Where it was typed is where it can be mended.
    if (wish.kind === 'check-servers') return { type: 'checked', servers: wish.servers, error: why };
    if (wish.kind === 'save') return { type: 'saved', path: wish.path, outcome: { error: why } };
    return { type: 'failed', what: wish.kind, why };
  }
}

async function tried(wish: Wish, state: ExplorerState, ports: WishPorts): Promise<Granted> {
  switch (wish.kind) {
    case 'copy': {
      const sequence = clipboardSequence(wish.text);
      if (sequence !== undefined) ports.tellTerminal(sequence);
      return { type: 'copied', what: wish.what, isTooLong: sequence === undefined };
    }
    case 'save':
      return { type: 'saved', path: wish.path, outcome: await saved(wish, state, ports) };
    case 'worlds':
      return { type: 'worlds', worlds: (await ports.worlds?.()) ?? [] };
    case 'second-opinion': {
      const { secondOpinion } = await import('../../render/second-opinion.ts');
      const { octets } = wish;
      return { type: 'opinion', octets, opinion: secondOpinion(octets, dissect(octets).message) };
    }
    case 'check-servers': {
      const { servers, place } = wish;
      const error = (await ports.checkServers?.(servers, place)) ?? null;
      return { type: 'checked', servers, error };
    }
    case 'explain': {
      const { explanationOf } = await import('./explanation.ts');
      return { type: 'explained', topics: wish.topics, text: explanationOf(wish.topics) };
    }
    case 'stop':
      await ports.stop?.();
      return { type: 'continued', wasStopped: ports.stop !== undefined };
  }
}

async function saved(
  { path, form, mayReplace }: Extract<Wish, { kind: 'save' }>,
  state: ExplorerState,
  { writeFile }: WishPorts,
): Promise<SaveOutcome> {
  const run = runOf(state.timeline.told);
  if (!run) return { error: 'The walk has not ended: there is nothing to save yet.' };
  if (!writeFile) return { error: 'Files cannot be written here.' };
  return writeFile(path, await contentOf(run, form), { mayReplace });
}
