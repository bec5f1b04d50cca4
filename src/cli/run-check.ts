/**
 * What `rootwalk check` does: reads the file, walks for each name, holds what was seen against what is expected.
 */

import { missedOf, type Missed } from '../compare/expectations.ts';
import { checkJunit } from '../render/check/check-junit.ts';
import { checkTap } from '../render/check/check-tap.ts';
import { checkText } from '../render/check/check-text.ts';
import { checkedDocument, type Checked } from '../render/check/checked.ts';
import { jsonText } from '../render/json-text.ts';
import { readChecks, type Check } from './check-file.ts';
import type { CheckFlags } from './commands/check.ts';
import { EXIT } from './exit-status.ts';
import { seenInTrace } from './expect-options.ts';
import { gatherTrace, NOBODY_LISTENS } from './gather-trace.ts';
import { interruptedStatus, type Invocation } from './invocation.ts';
import { surroundingsOf, walkOptionsOf } from './options.ts';
import { outputOf, type Output } from './output.ts';
import { nameOfInput, readWhole } from './read-whole.ts';
import type { Surroundings } from '../lookup/surroundings.ts';
import { UsageError } from './usage-error.ts';

const LARGEST_FILE_MEBIBYTES = 16;

/** 0 where all is as expected, 8 where something is not. Throws UsageError. */
export async function check(path: string, flags: CheckFlags, invocation: Invocation): Promise<number> {
  const { signal } = invocation;
  if (flags.type !== undefined || flags.reverse !== undefined)
    throw new UsageError(
      `the file of check names what is asked for: leave ${flags.type === undefined ? '-x' : '-t'} out`,
    );
  const octets = await readWhole(path, LARGEST_FILE_MEBIBYTES, signal);
  const checks = readChecks(new TextDecoder().decode(octets), nameOfInput(path));
  refuseWithoutSystem(checks, flags);
  const output = outputOf(flags);
  const surroundings = await surroundingsOf(flags, signal);
  try {
    const all = await checkedAll(checks, surroundings, flags, signal);
    if (signal.aborted) return interruptedStatus(invocation);
    await output.write(printed(all, flags, output));
    await output.finish();
    return all.some(({ missed }) => missed.length > 0) ? EXIT.expectation : EXIT.answer;
  } finally {
    await surroundings.close();
  }
}

function refuseWithoutSystem(checks: readonly Check[], { system }: CheckFlags): void {
  const asking = checks.find(({ expectations }) =>
    expectations.some(({ kind }) => kind === 'same-as-system'),
  );
  if (asking && !system)
    throw new UsageError(`sameAsSystem of ${asking.title} asks this computer: leave --no-system out`);
}

/** In the order of the file, however the walks end. */
async function checkedAll(
  checks: readonly Check[],
  surroundings: Surroundings,
  flags: CheckFlags,
  signal: AbortSignal,
): Promise<Checked[]> {
  const all: Checked[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < checks.length && !signal.aborted) {
      const place = next++;
      all[place] = await checked(checks[place]!, surroundings, flags, signal);
    }
  };
  await Promise.all(Array.from({ length: Math.min(flags.concurrency, checks.length) }, work));
  return all;
}

async function checked(
  { target, title, expectations, wantsAnswer }: Check,
  surroundings: Surroundings,
  flags: CheckFlags,
  signal: AbortSignal,
): Promise<Checked> {
  // This computer is asked only for those who want to know: getaddrinfo has few threads.
  const asksSystem = expectations.some(({ kind }) => kind === 'same-as-system');
  const around = asksSystem ? surroundings : { ...surroundings, computer: undefined };
  const options = { ...walkOptionsOf(flags, around, signal), signal };
  const trace = await gatherTrace(target, around, options, {}, NOBODY_LISTENS);
  const missed = missedOf(expectations, seenInTrace(trace));
  const { ending, question, cost } = trace;
  return {
    title,
    question,
    ending,
    missed: [...answerMissed(trace.ending, wantsAnswer), ...missed],
    elapsedMs: cost.elapsedMs,
  };
}

function answerMissed({ status, message }: Checked['ending'], wantsAnswer: boolean): Missed[] {
  return wantsAnswer && status !== 'answer' ? [{ expected: 'an answer', seen: message }] : [];
}

function printed(all: readonly Checked[], { format }: CheckFlags, output: Output): string {
  if (format === 'json') return `${jsonText(checkedDocument(all), 2)}\n`;
  if (format === 'tap') return checkTap(all);
  return format === 'junit' ? checkJunit(all) : checkText(all, output.style);
}
