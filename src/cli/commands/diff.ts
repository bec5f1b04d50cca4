/**
 * `rootwalk diff A B`: what changed between two saved traces. Ends with 0 where nothing did, with 8 where something did.
 */

import { Option, type Command } from 'commander';
import { EXIT } from '../exit-status.ts';
import { colorOption } from '../color-option.ts';
import type { Invocation } from '../invocation.ts';
import { outputOf, type OutputFlags } from '../output.ts';
import { UsageError } from '../usage-error.ts';

interface DiffFlags extends OutputFlags {
  readonly format: 'text' | 'json';
}

export function addDiffCommand(program: Command, invocation: Invocation): void {
  program
    .command('diff')
    .description('what changed between two saved traces; ends with 8 where something did')
    .argument('<before>', 'what trace --format json or ndjson has written, or - for stdin')
    .argument('<after>', 'the same of a later run')
    .addOption(
      new Option('-f, --format <format>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .addOption(colorOption())
    .action(async (before: string, after: string, flags: DiffFlags) => {
      invocation.status = await diff(before, after, flags, invocation.signal);
    });
}

async function diff(before: string, after: string, flags: DiffFlags, signal: AbortSignal): Promise<number> {
  if (before === '-' && after === '-') throw new UsageError('only one of the two can come from stdin');
  // No other command pays for this.
  const { nameOfInput } = await import('../read-whole.ts');
  const { savedInput } = await import('../saved-input.ts');
  const { diffDocument, diffTraces } = await import('../../render/diff/trace-diff.ts');
  const { diffText } = await import('../../render/diff/diff-text.ts');
  const { jsonText } = await import('../../render/json-text.ts');
  const runs = [await savedInput(before, signal), await savedInput(after, signal)] as const;
  const found = diffTraces(runs[0].trace, runs[1].trace);
  const names = { before: nameOfInput(before), after: nameOfInput(after) };
  const output = outputOf(flags);
  const isJson = flags.format === 'json';
  await output.write(
    isJson ? `${jsonText(diffDocument(found, names), 2)}\n` : diffText(found, names, output.style),
  );
  await output.finish();
  return found.changes.length === 0 ? EXIT.answer : EXIT.expectation;
}
