/**
 * `rootwalk open FILE`: a saved trace in the explorer, or printed as the live one was.
 */

import { Option, type Command } from 'commander';
import { colorOption } from '../color-option.ts';
import { addExplorerOptions, type ExplorerFlags } from '../explorer-options.ts';
import type { Invocation } from '../invocation.ts';
import { TRACE_FORMATS, type TraceFormat } from '../trace-formats.ts';
import { VERBOSE } from './trace.ts';

export interface OpenFlags extends ExplorerFlags {
  readonly format?: TraceFormat;
  readonly output?: string;
  readonly verbose?: true;
}

export function addOpenCommand(program: Command, invocation: Invocation): void {
  addExplorerOptions(program.command('open'))
    .description('show a saved trace: on the screen, or printed where there is no terminal')
    .argument('<file>', 'what trace --format json or ndjson has written, or - for stdin')
    .addOption(
      new Option('-f, --format <format>', 'print it: text where there is no terminal').choices(TRACE_FORMATS),
    )
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .option('-v, --verbose', `print it: ${VERBOSE}`)
    .addOption(colorOption())
    .action(async (file: string, flags: OpenFlags) => {
      const { openSaved } = await import('../open-saved.ts');
      invocation.status = await openSaved(file, flags, invocation);
    });
}
