/**
 * `rootwalk compare NAME [TYPE] [@SERVER …]`: the servers of the zone, this computer and any other resolvers, side by
 * side, and why they differ.
 */

import { Option, type Command } from 'commander';
import { addEncryptionOptions, type EncryptionFlags } from '../encryption-options.ts';
import type { Invocation } from '../invocation.ts';
import { addWalkOptions, type WalkFlags } from '../options.ts';
import { wholeNumber } from '../whole-number.ts';

const FORMATS = ['text', 'json', 'ndjson', 'yaml', 'markdown'] as const;

export interface CompareFlags extends WalkFlags, EncryptionFlags {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly verbose?: true;
  readonly identity?: true;
  /** Seconds between two rounds. */
  readonly watch?: number;
  readonly rounds?: number;
}

export const WATCH_SECONDS = '5';

export function addCompareCommand(program: Command, invocation: Invocation): void {
  const command = program
    .command('compare')
    .description('what the servers, this computer and other resolvers say, side by side, and why they differ')
    .argument('[words...]', 'NAME [TYPE] [@SERVER | @tls://SERVER | @https://SERVER/dns-query …]');
  addEncryptionOptions(addWalkOptions(command))
    .option('-v, --verbose', 'all causes, with what shows them')
    .option('--identity', 'also ask resolvers who they are (version.bind, id.server)')
    .addOption(watchOption())
    .option('--rounds <n>', 'stop watching after so many rounds', wholeNumber(1, 1_000_000))
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(FORMATS).default('text'))
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .action(async (words: readonly string[], flags: CompareFlags) => {
      const { compare } = await import('../run-compare.ts');
      invocation.status = await compare(words, flags, invocation);
    });
}

/** The seconds stand behind `=` only (`main` sees to that), and the help says so. */
function watchOption(): Option {
  const option = new Option(
    '--watch [seconds]',
    `again every so many seconds (${WATCH_SECONDS}), until stopped`,
  );
  option.flags = '--watch[=seconds]';
  return option.argParser(wholeNumber(1, 86_400));
}
