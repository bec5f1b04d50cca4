/**
 * The run on the screen against the one before: in a line when it ends, and in full as a page. Pure.
 */

import { KINDS } from '../../render/diff/change.ts';
import { diffTraces } from '../../render/diff/trace-diff.ts';
import { diffText } from '../../render/diff/diff-text.ts';
import { plain } from '../../render/style.ts';
import { withRoundedSystem } from '../../render/rounded-times.ts';
import { traceOf, type Trace } from '../../render/trace.ts';
import { typeName } from '../../message/codes.ts';
import { counted, printMilliseconds } from '../drawing/units.ts';
import { wishesText, type WalkWishes } from '../options/walk-wishes.ts';
import type { Asked } from '../state.ts';
import type { News } from '../time/timeline.ts';
import { runOf } from '../wish/saved-run.ts';

/** A run that is over: what was asked, and all that was told. */
export interface FinishedRun {
  readonly asked: Asked;
  readonly told: readonly News[];
}

/** Null before the walk has ended. */
export function finishedRun(asked: Asked | null, told: readonly News[]): FinishedRun | null {
  return asked && runOf(told) ? { asked, told } : null;
}

/** More are not kept: each has all of its messages. */
const MOST_RUNS = 5;

/** The newest first, one for each question; so many that two or three questions can be gone through again and again. */
export function withRun(runs: readonly FinishedRun[], run: FinishedRun): readonly FinishedRun[] {
  return [run, ...runs.filter((each) => keyOf(each.asked) !== keyOf(run.asked))].slice(0, MOST_RUNS);
}

/** What a walk is held against: the last run for its question, or else the last of all. */
export function runBefore(runs: readonly FinishedRun[], asked: Asked): FinishedRun | null {
  return runs.find((run) => keyOf(run.asked) === keyOf(asked)) ?? runs[0] ?? null;
}

/** The question and where it is asked, however it is typed. */
function keyOf({ name, type, place }: Asked): string {
  const plain = name.toLowerCase().replace(/(?<=[^\\])\.$/, '');
  // Without a type it is the usual one of such a name.
  const usual = /^[\d.]+$|:/.test(plain) ? 'PTR' : 'A';
  return JSON.stringify([plain, type.toUpperCase() || usual, place]);
}

function traceOfRun({ told }: FinishedRun): Trace {
  const { events, system, comparison } = runOf(told)!;
  return traceOf(events, system && withRoundedSystem(system), comparison);
}

/** `against the run before: same answer, 2 queries more, 12 ms less; d shows it`; empty for runs of different questions. */
export function differenceSummary(before: FinishedRun, after: FinishedRun): string {
  if (!isSameQuestion(before, after)) return '';
  const runs = { before: traceOfRun(before), after: traceOfRun(after) };
  const { changes } = diffTraces(runs.before, runs.after);
  const isAnother = changes.some(({ kind }) => OF_THE_ANSWER.has(KINDS[kind].group) && !kind.endsWith('ttl'));
  const facts = [
    isAnother ? 'another answer' : 'same answer',
    more(runs.after.cost.queries - runs.before.cost.queries, (count) => counted(count, 'query', 'queries')),
    more(runs.after.cost.elapsedMs - runs.before.cost.elapsedMs, printMilliseconds),
  ].filter((fact) => fact !== '');
  return `Against the run before: ${facts.join(', ')}; d shows what changed`;
}

const OF_THE_ANSWER: ReadonlySet<string> = new Set(['Ending', 'Answer']);

function more(difference: number, print: (count: number) => string): string {
  const count = Math.abs(difference);
  return Math.round(count) === 0 ? '' : `${print(count)} ${difference > 0 ? 'more' : 'less'}`;
}

function isSameQuestion(before: FinishedRun, after: FinishedRun): boolean {
  return keyOf(before.asked) === keyOf(after.asked);
}

/** The words of `rootwalk diff`, and what was asked otherwise. */
export function differenceText(before: FinishedRun, after: FinishedRun): string {
  const names = { before: nameOf(before, 'the run before'), after: nameOf(after, 'this run') };
  const runs = { before: traceOfRun(before), after: traceOfRun(after) };
  const queries = queryLines(runs.before, runs.after);
  const text = diffText(diffTraces(runs.before, runs.after), names, plain);
  return queries.length === 0 ? text : `${text}\nQueries\n${queries.join('\n')}\n`;
}

/** What the servers of each zone were asked, where that differs: other options ask otherwise. */
function queryLines(before: Trace, after: Trace): string[] {
  const asked = [askedOf(before), askedOf(after)] as const;
  const zones = [...new Set(asked.flatMap((each) => [...each.keys()]))];
  return zones.flatMap((zone) => {
    const [left = '', right = ''] = asked.map((each) => each.get(zone));
    if (left === right) return [];
    return [`   ${zone}`, `     - ${left || 'not asked'}`, `     + ${right || 'not asked'}`];
  });
}

function askedOf({ hops }: Trace): ReadonlyMap<string, string> {
  const walked = hops.filter(({ purpose }) => purpose !== 'survey');
  const byZone = Map.groupBy(walked, ({ zone }) => zone.toLowerCase());
  return new Map(
    [...byZone].map(([zone, own]) => {
      const words = own.map(
        ({ question, transport }) =>
          `${question.name} ${typeName(question.type)} over ${transport.toUpperCase()}`,
      );
      return [zone, [...new Set(words)].join(', ')];
    }),
  );
}

function nameOf({ asked }: FinishedRun, what: string): string {
  const { name, type, place } = asked;
  const where = place === null ? '' : `in ${place}`;
  const options = optionsOf(asked.wishes);
  const words = [`${name} ${type}`.trim(), where, options].filter((word) => word !== '');
  return `${what} (${words.join(', ')})`;
}

function optionsOf(wishes: WalkWishes): string {
  return wishesText(wishes) || 'no options';
}
