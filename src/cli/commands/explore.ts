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
import { MOST_RESOLVERS } from '../../tui/options/typed-options.ts';
import { addTraceOptions, trace, type TraceFlags } from './trace.ts';

interface ExploreFlags extends TraceFlags, ExplorerFlags {
  readonly keys?: true;
}

export function addExploreCommand(program: Command, invocation: Invocation): void {
  addExplorerOptions(addTraceOptions(program.command('explore', { isDefault: true })))
    .description('explore a resolution on the screen; the same as trace where there is no terminal')
    .argument('[words...]', 'NAME [TYPE] [@SERVER …]: servers are asked beside this computer')
    .option('--keys', 'print what the keys of the explorer do')
    .action(async (words: readonly string[], flags: ExploreFlags) => {
      if (flags.keys) return printKeys(flags, invocation.signal);
      // What only the trace shows is asked of the trace.
      const wantsText = flags.output !== undefined || flags.twice || flags.likeDig;
      const onTerminal = process.stdin.isTTY && process.stdout.isTTY && !wantsText;
      invocation.status = await (onTerminal ? explore : traceInstead)(askedOf(words), flags, invocation);
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

interface Asked {
  readonly name: string | undefined;
  readonly type: string | undefined;
  readonly servers: readonly string[];
}

/** Throws UsageError. */
function askedOf(words: readonly string[]): Asked {
  const servers = words.filter((word) => word.startsWith('@'));
  const [name, type, extra] = words.filter((word) => !word.startsWith('@'));
  if (extra !== undefined)
    throw new UsageError(`"${extra}" is one word too many: rootwalk explore NAME [TYPE] [@SERVER …]`);
  return { name, type, servers };
}

async function traceInstead(
  { name, type, servers }: Asked,
  flags: TraceFlags,
  invocation: Invocation,
): Promise<number> {
  if (wordsOf(name, type, flags)[0] === undefined) {
    throw new UsageError('the explorer needs a terminal, or give a name: rootwalk trace NAME [TYPE]');
  }
  if (servers[0] !== undefined)
    throw new UsageError(
      `a trace asks no other resolvers, such as ${servers[0]}: rootwalk compare NAME [TYPE] @SERVER does`,
    );
  return trace(name, type, flags, invocation);
}

async function explore(
  { name: nameWord, type: typeWord, servers }: Asked,
  flags: ExploreFlags,
  invocation: Invocation,
): Promise<number> {
  const [name, type] = wordsOf(nameWord, typeWord, flags);
  if (name !== undefined) walkTargetOf(name, type);
  const wishes = wishesOf(flags, servers);
  if (wishes.resolvers.length > MOST_RESOLVERS)
    throw new UsageError(`the explorer asks no more than ${MOST_RESOLVERS} resolvers beside this computer`);
  const ways = await explorerWays(flags, process.env, invocation.signal);
  const place = flags.lab ?? null;
  const session = explorerSession(flags, invocation.signal);
  // React and Ink are only loaded here: no other command pays for them. They are loaded while the place to walk in is made.
  const loading = import('../../tui/explorer.tsx');
  const history = await historyIn(historyPath(process.env));
  try {
    // What is wrong with the place to walk in is said before the screen opens.
    const { names = [], habits = {} } = await session.ready(place);
    const wrong = await session.checkServers?.(wishes.resolvers, place);
    if (wrong) throw new UsageError(wrong);
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
      habitsThere: habits,
      initial: name === undefined ? undefined : { name, type: type ?? '' },
      wishes,
      place,
      session,
    });
    return exitStatus;
  } finally {
    await history.settled();
    await session.close();
  }
}
