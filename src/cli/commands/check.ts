/**
 * `rootwalk check FILE`: a list of names and what is expected of each, walked several at a time, in one report.
 */

import { Option, type Command } from 'commander';
import type { Invocation } from '../invocation.ts';
import { addWalkOptions, type WalkFlags } from '../options.ts';
import { wholeNumber } from '../whole-number.ts';

const FORMATS = ['text', 'tap', 'junit', 'json'] as const;

export interface CheckFlags extends WalkFlags {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly concurrency: number;
}

export function addCheckCommand(program: Command, invocation: Invocation): void {
  const command = program
    .command('check')
    .description('hold a list of names against what is expected of them, in one report')
    .argument('<file>', 'YAML or JSON, or - for stdin: a list of name, type, expect, rcode …');
  addWalkOptions(command)
    .option('--concurrency <n>', 'walk for so many names at once', wholeNumber(1, 1000), 8)
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(FORMATS).default('text'))
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .action(async (file: string, flags: CheckFlags) => {
      const { check } = await import('../run-check.ts');
      invocation.status = await check(file, flags, invocation);
    });
}
