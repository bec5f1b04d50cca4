/**
 * What `rootwalk compare` does: walks, asks this computer and the other resolvers at the same time, compares, prints;
 * and with `--watch` does so again and again.
 */

import { circumstancesOfServer, compareAnswers } from '../compare/compare-answers.ts';
import { gatherProbes } from '../compare/gather-probes.ts';
import { WalkWatch } from '../compare/walk-watch.ts';
import { compareDocument } from '../render/compare-document.ts';
import { compareText } from '../render/compare-text.ts';
import { comparedOf, type Compared, type ResolverVoice } from '../render/compare.ts';
import { jsonText } from '../render/json-text.ts';
import { traceOf } from '../render/trace.ts';
import type { WalkEvent } from '../resolver/events.ts';
import { Memory } from '../resolver/memory.ts';
import type { CompareFlags } from './commands/compare.ts';
import { EXIT, exitStatusOf } from './exit-status.ts';
import { interruptedStatus, type Invocation } from './invocation.ts';
import { surroundingsOf, walkOptionsOf, wordsOf } from './options.ts';
import { outputOf, type Output } from './output.ts';
import { askResolvers, nameServersOf, type TypedServer } from './resolver-voices.ts';
import { probePorts } from '../lookup/probe-ports.ts';
import type { Surroundings } from '../lookup/surroundings.ts';
import { walkTargetOf } from './target.ts';
import { startTrace, type Target } from '../lookup/trace-run.ts';
import { UsageError } from './usage-error.ts';
import { changesBetween } from './watch-changes.ts';

/** How long this computer and each resolver may take: more than a trace has, for the sake of a whole table. */
const PATIENCE_MS = 12_000;
/** Where there is no terminal to fit the table to. */
const TEXT_COLUMNS = 100;

interface Asked {
  readonly target: Target;
  readonly resolvers: readonly TypedServer[];
}

export async function compare(
  words: readonly string[],
  flags: CompareFlags,
  invocation: Invocation,
): Promise<number> {
  const [nameWord, typeWord, extra] = words.filter((word) => !word.startsWith('@'));
  if (extra !== undefined)
    throw new UsageError(`"${extra}" is one word too many: rootwalk compare NAME [TYPE] [@SERVER …]`);
  const [name, type] = wordsOf(nameWord, typeWord, flags);
  if (name === undefined) throw new UsageError('a name is missing: rootwalk compare NAME [TYPE] [@SERVER …]');
  if (flags.rounds !== undefined && flags.watch === undefined)
    throw new UsageError('--rounds says when to stop watching: add --watch');
  const target = walkTargetOf(name, type);
  const servers = words.filter((word) => word.startsWith('@'));
  if (!flags.system && servers.length === 0)
    throw new UsageError(
      'there is nobody to compare with: without this computer, give a server, such as @192.0.2.1',
    );
  const output = outputOf(flags);
  const surroundings = await surroundingsOf(flags, invocation.signal);
  try {
    const resolvers = await nameServersOf(servers, surroundings, flags, invocation.signal);
    const asked = { target, resolvers };
    return await (flags.watch === undefined ? once : watch)(asked, surroundings, flags, output, invocation);
  } finally {
    await surroundings.close();
  }
}

async function once(
  asked: Asked,
  surroundings: Surroundings,
  flags: CompareFlags,
  output: Output,
  invocation: Invocation,
): Promise<number> {
  const compared = await round(asked, surroundings, flags, invocation.signal, undefined);
  if (invocation.signal.aborted) return interruptedStatus(invocation);
  await output.write(await printed(compared, flags, output));
  await output.finish();
  tell(compared, invocation);
  return statusOf(compared);
}

/** Zone cuts are remembered from round to round, answers are not: their change is what one waits for. */
async function watch(
  asked: Asked,
  surroundings: Surroundings,
  flags: CompareFlags,
  output: Output,
  { signal }: Invocation,
): Promise<number> {
  const memory = new Memory();
  const { clock } = surroundings.ports;
  let before: Compared | undefined;
  for (let count = 1; ; count++) {
    const startedMs = clock.now();
    memory.forgetAnswers();
    const compared = await round(asked, surroundings, flags, signal, memory);
    if (signal.aborted) break;
    await output.write(await toldAgain(before, compared, flags, output));
    before = compared;
    if (count === flags.rounds) break;
    await clock.sleep(Math.max(0, flags.watch! * 1000 - (clock.now() - startedMs)), signal);
    if (signal.aborted) break;
  }
  await output.finish();
  return signal.aborted || !before ? interruptedStatus({ signal }) : statusOf(before);
}

/** Text tells what is new, JSON is a line; of the others, each round is a whole one. */
async function toldAgain(
  before: Compared | undefined,
  compared: Compared,
  flags: CompareFlags,
  output: Output,
): Promise<string> {
  if (flags.format === 'text') return changesBetween(before, compared, output.style);
  if (flags.format === 'yaml') return `---\n${await printed(compared, flags, output)}`;
  if (flags.format === 'markdown') return `${await printed(compared, flags, output)}\n`;
  return `${jsonText(compareDocument(compared))}\n`;
}

async function round(
  { target, resolvers }: Asked,
  surroundings: Surroundings,
  flags: CompareFlags,
  signal: AbortSignal,
  memory: Memory | undefined,
): Promise<Compared> {
  const walkOptions = { ...walkOptionsOf(flags, surroundings, signal), ...(memory ? { memory } : {}) };
  const identity = flags.identity ? ('chaos' as const) : ('nsid' as const);
  const run = startTrace(target, surroundings, walkOptions, { timeoutMs: PATIENCE_MS, identity });
  const said = askResolvers(target, resolvers, surroundings, signal, identity);
  const watching = new WalkWatch();
  const events: WalkEvent[] = [];
  for await (const event of run.events) {
    watching.observe(event);
    events.push(event);
  }
  const walked = traceOf(events);
  const system = flags.system ? await run.system : undefined;
  const comparison = system && (await run.compare(walked.ending, system));
  const answers = await said;
  const voices = await Promise.all(
    answers.map(async (answer, place): Promise<ResolverVoice> => {
      const facts = circumstancesOfServer(target.question, watching.walked(walked.ending), answer);
      const ports = probePorts(surroundings, signal, resolvers[place]);
      const probes = signal.aborted ? {} : await gatherProbes(facts, ports);
      return { typed: resolvers[place]!.typed, answer, comparison: compareAnswers(facts, probes) };
    }),
  );
  return comparedOf({ ...walked, system, comparison }, voices);
}

async function printed(
  compared: Compared,
  { format, verbose, output: path }: CompareFlags,
  output: Output,
): Promise<string> {
  if (format === 'json') return `${jsonText(compareDocument(compared), 2)}\n`;
  if (format === 'ndjson') return `${jsonText(compareDocument(compared))}\n`;
  if (format === 'yaml') return (await import('../render/yaml-text.ts')).yamlText(compareDocument(compared));
  if (format === 'markdown') return (await import('../render/compare-markdown.ts')).compareMarkdown(compared);
  const width = path === undefined && process.stdout.isTTY ? process.stdout.columns : TEXT_COLUMNS;
  return compareText(compared, output.style, { width, causes: verbose ? 'all' : 'first' });
}

function tell({ trace: { ending, hops } }: Compared, invocation: Invocation): void {
  if (ending.reason === 'no-reply' && hops.every(({ reply }) => reply === null))
    invocation.complain(
      'no root server can be reached from here; --lab compares in an Internet that needs no network',
    );
}

/** 8 where somebody says otherwise; where somebody says nothing, the status of that silence. */
function statusOf({ trace, resolvers }: Compared): number {
  const { comparison, ending } = trace;
  const verdicts = [...(comparison ? [comparison] : []), ...resolvers.map((each) => each.comparison)].map(
    ({ verdict }) => verdict,
  );
  if (verdicts.some((verdict) => verdict === 'differs' || verdict === 'one-sided')) return EXIT.expectation;
  if (verdicts.every((verdict) => verdict === 'same')) return EXIT.answer;
  return ending.status === 'failure' ? exitStatusOf(ending) : EXIT.noReply;
}
