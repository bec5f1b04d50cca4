/**
 * `rootwalk services NAME`: which records lead to each well-known service of a name.
 */

import { Option, type Command } from 'commander';
import type { Invocation } from '../invocation.ts';
import { addWalkOptions, type WalkFlags } from '../options.ts';

const FORMATS = ['text', 'json', 'yaml', 'csv', 'markdown'] as const;

export interface ServicesFlags extends WalkFlags {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly only?: string;
  readonly dkimSelector: readonly string[];
  readonly allServices?: true;
}

export function addServicesCommand(program: Command, invocation: Invocation): void {
  const command = program
    .command('services')
    .description('which records lead to each well-known service of a name, with hosts, ports and addresses')
    .argument('[name]', 'a domain name, or a URL');
  addWalkOptions(command)
    .option('--only <services>', 'these services only, with commas between: smtp,imap or a group: mail')
    .option(
      '--dkim-selector <selector>',
      'also look for a DKIM key of this name (may be given several times)',
      (selector: string, before: readonly string[]) => [...before, selector],
      [],
    )
    .option('--all-services', 'also show those to which no record leads')
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(FORMATS).default('text'))
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .action(async (name: string | undefined, flags: ServicesFlags) => {
      const { services } = await import('../run-services.ts');
      invocation.status = await services(name, flags, invocation);
    });
}
