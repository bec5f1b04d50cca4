/**
 * `rootwalk lab`: which worlds there are, what one is about, and one served to any other DNS client.
 */

import { Option, type Command } from 'commander';
import { colorOption } from '../color-option.ts';
import { DEFAULT_WORLD } from '../default-world.ts';
import type { Invocation } from '../invocation.ts';
import type { OutputFlags } from '../output.ts';

export interface PrintFlags extends OutputFlags {
  readonly format: 'text' | 'json';
}

interface RunFlags {
  readonly bind: string;
}

export function addLabCommand(program: Command, invocation: Invocation): void {
  const lab = program
    .command('lab')
    .description('the offline Internet: its worlds, and one served to other clients');
  addPrintOptions(lab.command('list'))
    .description('the worlds, with the findings and the causes of a difference that each one shows')
    .action(async (flags: PrintFlags) => {
      const { printWorlds } = await import('../run-lab.ts');
      await printWorlds(flags, invocation);
    });
  addPrintOptions(lab.command('show'))
    .argument('[world]', 'a world of the list', DEFAULT_WORLD)
    .description('the story of a world, its question and its servers')
    .action(async (name: string, flags: PrintFlags) => {
      const { printWorld } = await import('../run-lab.ts');
      await printWorld(name, flags);
    });
  lab
    .command('run')
    .argument('[world]', 'a world of the list', DEFAULT_WORLD)
    .description('serve a world as a recursive resolver over UDP and TCP, until stopped')
    .option('--bind <address:port>', 'where to listen', '127.0.0.1:5300')
    .action(async (name: string, { bind }: RunFlags) => {
      const { serveWorld } = await import('../run-lab.ts');
      invocation.status = await serveWorld(name, bind, invocation);
    });
}

function addPrintOptions(command: Command): Command {
  return command
    .addOption(
      new Option('-f, --format <format>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .addOption(colorOption());
}
