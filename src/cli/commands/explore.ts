/**
 * `rootwalk [NAME] [TYPE]` and `rootwalk explore`: the explorer on a terminal, the trace as text anywhere else.
 */

import type { Command } from 'commander';
import { explorerSession, wishesOf } from '../explorer-session.ts';
import { writeFile } from '../explorer-files.ts';
import { addExplorerOptions, configOf, explorerWays, type ExplorerFlags } from '../explorer-options.ts';
import { historyIn, historyPath } from '../history-file.ts';
import type { Invocation } from '../invocation.ts';
import { jobControl } from '../job-control.ts';
import { wordsOf } from '../options.ts';
import { outputOf } from '../output.ts';
import { walkTargetOf } from '../target.ts';
import { UsageError } from '../usage-error.ts';
import { addTraceOptions, trace, type TraceFlags } from './trace.ts';

interface ExploreFlags extends TraceFlags, ExplorerFlags {
  readonly keys?: true;
}

export function addExploreCommand(program: Command, invocation: Invocation): void {
  addExplorerOptions(addTraceOptions(program.command('explore', { isDefault: true })))
    .description('explore a resolution on the screen; the same as trace where there is no terminal')
    .argument('[name]', 'a domain name, an address, or a URL')
    .argument('[type]', 'A (default), AAAA, MX, TXT …')
    .option('--keys', 'print what the keys of the explorer do')
    .action(async (name: string | undefined, type: string | undefined, flags: ExploreFlags) => {
      if (flags.keys) return printKeys(flags, invocation.signal);
      // What only the trace shows is asked of the trace.
      const wantsText = flags.output !== undefined || flags.twice || flags.likeDig;
      const onTerminal = process.stdin.isTTY && process.stdout.isTTY && !wantsText;
      invocation.status = await (onTerminal ? explore : traceInstead)(name, type, flags, invocation);
    });
}

/** Needs no terminal, and neither React nor Ink. */
async function printKeys(flags: ExploreFlags, signal: AbortSignal): Promise<void> {
  const { keys } = await configOf(flags, process.env, signal);
  const { helpText } = await import('../../tui/keys/help-lines.ts');
  const output = outputOf(flags);
  await output.write(helpText(output.columns ?? Infinity, keys));
  await output.finish();
}

async function traceInstead(
  name: string | undefined,
  type: string | undefined,
  flags: TraceFlags,
  invocation: Invocation,
): Promise<number> {
  if (wordsOf(name, type, flags)[0] === undefined) {
    throw new UsageError('the explorer needs a terminal, or give a name: rootwalk trace NAME [TYPE]');
  }
  return trace(name, type, flags, invocation);
}

async function explore(
  nameWord: string | undefined,
  typeWord: string | undefined,
  flags: ExploreFlags,
  invocation: Invocation,
): Promise<number> {
  const [name, type] = wordsOf(nameWord, typeWord, flags);
  if (name !== undefined) walkTargetOf(name, type);
  const ways = await explorerWays(flags, process.env, invocation.signal);
  const place = flags.lab ?? null;
  const session = explorerSession(flags, invocation.signal);
  // React and Ink are only loaded here: no other command pays for them. They are loaded while the place to walk in is made.
  const loading = import('../../tui/explorer.tsx');
  const history = await historyIn(historyPath(process.env));
  try {
    // What is wrong with the place to walk in is said before the screen opens.
    const names = await session.ready(place);
    const { runExplorer } = await loading;
    const { exitStatus } = await runExplorer({
      stdin: process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
      ...ways,
      abort: invocation.signal,
      jobControl: jobControl(),
      writeFile,
      // What is asked outside means nothing in a made-up Internet, and the reverse.
      history: place === null ? history : { ...history, texts: [] },
      names,
      initial: name === undefined ? undefined : { name, type: type ?? '' },
      wishes: wishesOf(flags),
      place,
      session,
    });
    return exitStatus;
  } finally {
    await history.settled();
    await session.close();
  }
}
