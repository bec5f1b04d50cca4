/**
 * The command: its sub-commands, its errors as one line each, its exit status. The only place that touches the process.
 */

import { type Command, CommanderError } from 'commander';
import { printable } from '../message/printable-text.ts';
import { WATCH_SECONDS } from './commands/compare.ts';
import { commandErrors } from './command-errors.ts';
import { DEFAULT_WORLD } from './default-world.ts';
import { EXIT } from './exit-status.ts';
import { interruptedStatus, type Invocation } from './invocation.ts';
import { troubleOf } from './trouble.ts';
import { InterruptedError, nearest, UsageError } from './usage-error.ts';

/** Runs a command line of this program and ends the process with its exit status. */
export async function main(
  words: readonly string[],
  programFor: (invocation: Invocation) => Command,
): Promise<void> {
  const stop = new AbortController();
  const invocation: Invocation = {
    signal: stop.signal,
    status: EXIT.answer,
    complain: (message) =>
      void process.stderr.write(`rootwalk: ${clipped(printable(message.replaceAll('\n', ' ')))}\n`),
  };
  process.on('SIGINT', () => stop.abort(EXIT.interrupted));
  process.on('SIGTERM', () => stop.abort(EXIT.terminated));
  process.on('SIGHUP', () => stop.abort(EXIT.hungUp));
  // An error that nobody caught ends the run like a signal does, so that the explorer gives the terminal back first.
  let crash: unknown;
  process.on('uncaughtException', (error) => {
    crash ??= error;
    stop.abort(EXIT.bug);
  });
  endWithoutReader(invocation);
  const program = programFor(invocation);
  const complaint = commandErrors(program);
  try {
    refuseMistypedCommand(words, program);
    await program.parseAsync(withDefaultValues(await asOurs(words)), { from: 'user' });
  } catch (error) {
    crash ??= error;
  }
  if (crash !== undefined) invocation.status = statusOf(crash, invocation, complaint);
  process.stdout.write('', () => endProcess(invocation.status));
}

/**
 * What is wrong is sometimes quoted from a file or a word, which may be one long line. What to do about it stands at the
 * end, and is kept.
 */
function clipped(text: string): string {
  if (text.length <= LONGEST_COMPLAINT) return text;
  return `${text.slice(0, LONGEST_COMPLAINT - COMPLAINT_END)}…${text.slice(-COMPLAINT_END)}`;
}

const LONGEST_COMPLAINT = 600;
const COMPLAINT_END = 200;

/**
 * Ends now. getaddrinfo cannot be cancelled, and exit() waits for the thread it runs in, ten seconds and more where no
 * name server answers. Replacing the process does not wait.
 */
function endProcess(status: number): void {
  const isLookingUp = process.getActiveResourcesInfo().some((name) => /^Get(Addr|Name)InfoReq/.test(name));
  if (isLookingUp && process.platform !== 'win32' && typeof process.execve === 'function') {
    process.execve('/bin/sh', ['sh', '-c', `exit ${status}`], {});
  }
  process.exit(status);
}

/** A word that stands where a command may stand, and is nearly one, is not sent to the root servers as a name. */
function refuseMistypedCommand(words: readonly string[], program: Command): void {
  const [first = ''] = words;
  const commands = program.commands.map((command) => command.name());
  if (!/^[a-z]+$/i.test(first) || [...commands, 'help'].includes(first)) return;
  const near = nearest(first, commands);
  if (!near) return;
  throw new UsageError(
    `there is no command "${first}"; did you mean rootwalk ${near}? (For the name: rootwalk trace ${first})`,
  );
}

/** A pasted line of dig as one of ours; loaded only where there is a word of dig in it. */
async function asOurs(words: readonly string[]): Promise<readonly string[]> {
  const [first = ''] = words;
  const command = first === 'query' || first === 'trace' ? first : undefined;
  const isDig =
    words.some((word) => word.startsWith('+')) ||
    (command !== undefined && words.some((word) => DIG_LETTERS.test(word)));
  if (!isDig) return words;
  const { withoutDigWords } = await import('./dig/dig-words.ts');
  // Without a command, a name is walked for.
  return withoutDigWords(words, command ?? 'trace');
}

const DIG_LETTERS = /^-[bkqyrum]$/;

/** Options whose value stands behind `=` only, so that `rootwalk --lab www.example.com` means the name. */
const DEFAULT_VALUES: ReadonlyMap<string, string> = new Map([
  ['--lab', DEFAULT_WORLD],
  ['--watch', WATCH_SECONDS],
]);

function withDefaultValues(words: readonly string[]): string[] {
  const end = words.indexOf('--');
  return words.map((word, at) => {
    const value = end < 0 || at < end ? DEFAULT_VALUES.get(word) : undefined;
    return value === undefined ? word : `${word}=${value}`;
  });
}

function statusOf(
  error: unknown,
  invocation: Invocation,
  complaint: (error: CommanderError) => string,
): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.answer;
    invocation.complain(complaint(error));
    return EXIT.usage;
  }
  if (error instanceof InterruptedError) return interruptedStatus(invocation);
  if (error instanceof UsageError) {
    invocation.complain(error.message);
    return EXIT.usage;
  }
  const text = error instanceof Error ? error.message : String(error);
  invocation.complain(`a bug in rootwalk, please report it: ${text}`);
  if (process.env['ROOTWALK_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return EXIT.bug;
}

/**
 * `rootwalk … | head`: when the reader is gone, there is nobody to tell. A full device is told of. Without a reader of
 * stderr the work goes on, and its status tells.
 */
function endWithoutReader(invocation: Invocation): void {
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.answer);
    invocation.complain(`stdout cannot be written: ${troubleOf(error)}`);
    process.exit(EXIT.usage);
  });
}
