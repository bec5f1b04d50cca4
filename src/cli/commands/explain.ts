/**
 * `rootwalk explain [TOPIC...]`: what a type, flag, code, option, port, layer, problem, finding or word is; without a
 * topic the list of all of them.
 */

import { Option, type Command } from 'commander';
import { EXIT } from '../exit-status.ts';
import { colorOption } from '../color-option.ts';
import type { Invocation } from '../invocation.ts';
import { outputOf, type OutputFlags } from '../output.ts';

const FORMATS = ['text', 'json', 'markdown'] as const;

interface ExplainFlags extends OutputFlags {
  readonly format: (typeof FORMATS)[number];
}

export function addExplainCommand(program: Command, invocation: Invocation): void {
  program
    .command('explain')
    .description('tell what a type, code, flag, option, port, layer, problem, finding or word is')
    .argument('[topic...]', 'MX, TYPE15, NXDOMAIN, client subnet, port 53, glue …; none: the list')
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(FORMATS).default('text'))
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .addOption(colorOption())
    .action(async (words: readonly string[], flags: ExplainFlags) => {
      await explain(words, flags);
      invocation.status = EXIT.answer;
    });
}

async function explain(words: readonly string[], flags: ExplainFlags): Promise<void> {
  // The pages are made from every table there is: no other command pays for them.
  const { explanation } = await import('../explain-topics.ts');
  const output = outputOf(flags);
  await output.write(explanation(words, flags.format, output.style));
  await output.finish();
}
