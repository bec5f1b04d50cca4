/**
 * What `rootwalk open` does. Nothing is asked again: what is shown is what was saved, and the exit status is the one
 * that the walk ended with.
 */

import { basename } from 'node:path';
import { jsonText } from '../render/json-text.ts';
import type { SavedTrace } from '../render/saved-trace.ts';
import { runJson } from '../render/trace-events.ts';
import { typeName } from '../message/codes.ts';
import type { OpenFlags } from './commands/open.ts';
import { writeFile } from './explorer-files.ts';
import { exitStatusOf } from './exit-status.ts';
import { explorerWays } from './explorer-options.ts';
import type { Invocation } from './invocation.ts';
import { jobControl } from './job-control.ts';
import { outputOf } from './output.ts';
import { nameOfInput } from './read-whole.ts';
import { savedInput } from './saved-input.ts';
import { savedSession } from './saved-session.ts';
import { printedTrace, refuseOctetsOnTerminal } from './trace-formats.ts';

/** Shows or prints the saved trace; gives the exit status. Throws UsageError. */
export async function openSaved(path: string, flags: OpenFlags, invocation: Invocation): Promise<number> {
  const saved = await savedInput(path, invocation.signal);
  const onTerminal = process.stdin.isTTY && process.stdout.isTTY;
  const { format: asked, output: into, verbose } = flags;
  const isToBePrinted = [asked, into, verbose].some((flag) => flag !== undefined);
  const isToBeShown = onTerminal && path !== '-' && !isToBePrinted;
  if (isToBeShown) return explore(saved, path, flags, invocation);
  const { format = 'text' } = flags;
  refuseOctetsOnTerminal(format, into);
  const output = outputOf(flags);
  await output.write(
    format === 'ndjson' ? ndjsonOf(saved) : await printedTrace(saved.trace, format, output, verbose),
  );
  await output.finish();
  return exitStatusOf(saved.trace.ending);
}

function ndjsonOf({ trace, ...told }: SavedTrace): string {
  const lines = runJson({ ...trace, ...told });
  return lines.map((line) => `${jsonText(line)}\n`).join('');
}

async function explore(
  saved: SavedTrace,
  path: string,
  flags: OpenFlags,
  invocation: Invocation,
): Promise<number> {
  const { question, at } = saved.trace;
  const ways = await explorerWays(flags, process.env, invocation.signal);
  const { runExplorer } = await import('../tui/explorer.tsx');
  const { exitStatus } = await runExplorer({
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    ...ways,
    abort: invocation.signal,
    jobControl: jobControl(),
    writeFile,
    initial: { name: question.name, type: typeName(question.type) },
    title: `${basename(nameOfInput(path))}, walked ${printMoment(at)}:`,
    session: savedSession(saved),
  });
  return exitStatus;
}

/** `2027-01-31 12:00 UTC` */
function printMoment(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
