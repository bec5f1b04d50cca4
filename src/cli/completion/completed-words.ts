/**
 * What can stand where in a command line: the words that shells complete. All three scripts are made of this.
 */

import { allCommands, type CommandEntry, type OptionEntry } from '../command-tree.ts';

/** Words that are in no command tree. */
export interface KnownWords {
  readonly types: readonly string[];
  readonly worlds: readonly string[];
  readonly schemas: readonly string[];
}

export interface CompletedCommand {
  readonly path: string;
  readonly description: string;
  readonly commands: readonly CommandEntry[];
  readonly options: readonly OptionEntry[];
  /** What may stand where a word stands. */
  readonly words: readonly string[];
}

/** The command without a name first: the explorer, which is the default. */
export function completedCommands(root: CommandEntry, known: KnownWords): CompletedCommand[] {
  return allCommands(root).map((entry) => ({
    path: entry.path,
    description: entry.description,
    commands: entry.commands,
    options: entry.path === '' ? [...entry.options, ...optionsOf(root, 'explore')] : entry.options,
    words: [...entry.words.flatMap(({ choices }) => choices), ...wordsFor(entry.path, known)],
  }));
}

function optionsOf(root: CommandEntry, path: string): readonly OptionEntry[] {
  return allCommands(root).find((each) => each.path === path)?.options ?? [];
}

const WALKS: ReadonlySet<string> = new Set(['', 'explore', 'trace', 'compare', 'query']);

function wordsFor(path: string, { types, worlds, schemas }: KnownWords): readonly string[] {
  if (WALKS.has(path)) return types;
  if (path === 'lab show' || path === 'lab run') return worlds;
  if (path === 'schema') return schemas;
  return path === 'explain' ? types : [];
}

/** The values of an option, where there are few. */
export function valuesOf({ long, choices }: OptionEntry, { types, worlds }: KnownWords): readonly string[] {
  if (long === '--lab') return worlds;
  return long === '--type' ? types : choices;
}

/** Options after which the name of a file stands. */
export function wantsFile({ flags }: OptionEntry): boolean {
  return /<(file|path)>/.test(flags);
}
