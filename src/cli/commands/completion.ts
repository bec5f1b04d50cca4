/**
 * `rootwalk completion bash|zsh|fish`: a script for the shell that completes commands, options and their values.
 */

import { Argument, type Command } from 'commander';
import { commandTree, type CommandEntry } from '../command-tree.ts';
import type { KnownWords } from '../completion/completed-words.ts';
import { outputOf } from '../output.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

export function addCompletionCommand(program: Command): void {
  program
    .command('completion')
    .description('a script that lets the shell complete commands, options, types and worlds')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .action(async (shell: Shell) => {
      const output = outputOf({ color: 'never' });
      await output.write((await scriptOf(shell))(commandTree(program), await knownWords()));
      await output.finish();
    });
}

type Script = (root: CommandEntry, known: KnownWords) => string;

async function scriptOf(shell: Shell): Promise<Script> {
  switch (shell) {
    case 'bash':
      return (await import('../completion/bash.ts')).bashCompletion;
    case 'zsh':
      return (await import('../completion/zsh.ts')).zshCompletion;
    case 'fish':
      return (await import('../completion/fish.ts')).fishCompletion;
  }
}

async function knownWords(): Promise<KnownWords> {
  const { typeMnemonics } = await import('../../message/codes.ts');
  const { listWorlds } = await import('../../lab/world.ts');
  const { worldsFolder } = await import('../../lab/worlds-folder.ts');
  const { SCHEMA_NAMES } = await import('../../schemas/documents.ts');
  return { types: typeMnemonics(), worlds: await listWorlds(worldsFolder()), schemas: SCHEMA_NAMES };
}
