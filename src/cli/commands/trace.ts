/**
 * `rootwalk trace NAME [TYPE]`: the walk, hop by hop, next to this computer's answer.
 */

import { Option, type Command } from 'commander';
import { jsonText } from '../../render/json-text.ts';
import { eventJson, likeDigEventJson, systemEventJson, warmEventJson } from '../../render/trace-events.ts';
import type { Trace } from '../../render/trace.ts';
import { addWalkExpectOptions, seenInTrace, statusAsExpected, type ExpectFlags } from '../expect-options.ts';
import { interruptedStatus, type Invocation } from '../invocation.ts';
import { exitStatusOf } from '../exit-status.ts';
import { addWalkOptions, surroundingsOf, walkOptionsOf, wordsOf, type WalkFlags } from '../options.ts';
import { outputOf, type Output } from '../output.ts';
import { gatherTrace, type TraceListener, type TraceWishes } from '../gather-trace.ts';
import { walkTargetOf } from '../target.ts';
import { printedTrace, refuseOctetsOnTerminal, TRACE_FORMATS, type TraceFormat } from '../trace-formats.ts';
import { UsageError } from '../usage-error.ts';

/** What `-v` of `trace` and `open` adds to the text. */
export const VERBOSE = 'in the text also why, what to do, all causes, and all that this computer was asked';

export interface TraceFlags extends WalkFlags, TraceWishes, ExpectFlags {
  readonly format: TraceFormat;
  readonly output?: string;
  readonly verbose?: true;
}

export function addTraceCommand(program: Command, invocation: Invocation): void {
  addTraceOptions(program.command('trace'))
    .description('walk from the root to the answer, next to what this computer says')
    .argument('[name]', 'a domain name, an address, or a URL')
    .argument('[type]', 'A (default), AAAA, MX, TXT …')
    .action(async (name: string | undefined, type: string | undefined, flags: TraceFlags) => {
      invocation.status = await trace(name, type, flags, invocation);
    });
}

export function addTraceOptions(command: Command): Command {
  const walked = addWalkOptions(command)
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(TRACE_FORMATS).default('text'))
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .option('-v, --verbose', VERBOSE)
    .option('--twice', 'walk again with what the first walk left in memory, and compare what both cost')
    .option('--like-dig', 'show what dig +trace would have done at each hop, and where it misleads');
  return addWalkExpectOptions(walked);
}

/** Walks and prints; gives the exit status. */
export async function trace(
  nameWord: string | undefined,
  typeWord: string | undefined,
  flags: TraceFlags,
  invocation: Invocation,
): Promise<number> {
  const [name, type] = wordsOf(nameWord, typeWord, flags);
  if (name === undefined) throw new UsageError('a name is missing: rootwalk trace NAME [TYPE]');
  if (flags.likeDig && !flags.system)
    throw new UsageError('--like-dig asks this computer what dig would ask it: leave --no-system out');
  if (flags.expectSameAsSystem && !flags.system)
    throw new UsageError('--expect-same-as-system asks this computer: leave --no-system out');
  refuseOctetsOnTerminal(flags.format, flags.output);
  const target = walkTargetOf(name, type);
  const output = outputOf(flags);
  const surroundings = await surroundingsOf(flags, invocation.signal);
  try {
    const options = { ...walkOptionsOf(flags, surroundings, invocation.signal), signal: invocation.signal };
    const gathered = await gatherTrace(target, surroundings, options, flags, listenerFor(flags, output));
    if (flags.format !== 'ndjson')
      await output.write(await printedTrace(gathered, flags.format, output, flags.verbose));
    await output.finish();
    tell(gathered, flags, invocation);
    if (invocation.signal.aborted) return interruptedStatus(invocation);
    return statusAsExpected(exitStatusOf(gathered.ending), flags, seenInTrace(gathered), invocation);
  } finally {
    await surroundings.close();
  }
}

/** `--format ndjson`: one line for each event, as it happens; every other format waits for the end. */
function listenerFor({ format }: TraceFlags, output: Output): TraceListener {
  const line = async (json: () => unknown): Promise<void> => {
    if (format === 'ndjson') await output.write(`${jsonText(json())}\n`);
  };
  return {
    event: (event) => line(() => eventJson(event)),
    system: (answer, comparison) => line(() => systemEventJson(answer, comparison)),
    warmEvent: (event) => line(() => warmEventJson(event)),
    likeDig: (seen) => line(() => likeDigEventJson(seen)),
  };
}

/** What data on stdout does not say: that there is no network, or why a short output is empty. */
function tell({ ending, hops }: Trace, flags: TraceFlags, invocation: Invocation): void {
  const heard = hops.some(({ reply }) => reply !== null);
  if (ending.reason === 'no-reply' && !heard && flags.lab === undefined) {
    invocation.complain(
      'no root server can be reached from here; --lab walks in an Internet that needs no network',
    );
  } else if (flags.format === 'short' && ending.status !== 'answer') {
    invocation.complain(ending.message);
  }
}
