/**
 * The services of a name, looked up: each question that the reading wants is a walk from the root, a few at once, all with
 * one memory; then the next reading, until nothing is wanted.
 */

import type { Question } from '../message/message.ts';
import { roundedCost } from '../render/rounded-times.ts';
import type { ServicesRun } from '../render/services/services-run.ts';
import { Memory } from '../resolver/memory.ts';
import { walk, type WalkOptions } from '../resolver/walk.ts';
import { keyOf, type Looked } from '../services/known.ts';
import { readServices, type ServicesWish } from '../services/read-services.ts';
import { summaryOf } from '../services/summary.ts';
import type { Surroundings } from './surroundings.ts';

/** It is a visit, not a flood: most of these questions go to the same few servers. */
const AT_ONCE = 8;
/** All services of a name that has them all take some hundred. */
const MOST_QUESTIONS = 400;
/** Where servers are silent, each question takes its time. */
const BUDGET_MS = 60_000;

/** Looks up until all is known, a limit is met, or `signal` says to stop; what was not asked counts as unknown. */
export async function findServices(
  wish: ServicesWish,
  place: Surroundings,
  options: WalkOptions,
): Promise<ServicesRun> {
  const { ports } = place;
  const { clock } = ports;
  const at = ports.wallClock();
  const startMs = clock.now();
  const known = new Map<string, Looked>();
  const underWay = new Map<string, Promise<void>>();
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, ...(options.signal ? [options.signal] : [])]);
  const walking = { ...options, survey: false, memory: options.memory ?? new Memory(), signal };
  const cost = { queries: 0, bytesSent: 0, bytesReceived: 0 };

  const ask = async (question: Question): Promise<void> => {
    for await (const event of walk(question, ports, walking)) {
      if (event.type !== 'end') continue;
      cost.queries += event.cost.queries;
      cost.bytesSent += event.cost.bytesSent;
      cost.bytesReceived += event.cost.bytesReceived;
      known.set(keyOf(question), { ...event.ending, question });
    }
    underWay.delete(keyOf(question));
  };

  try {
    for (;;) {
      const { wanted, found } = readServices(wish, known);
      const limit = limitMet(known.size, clock.now() - startMs, signal);
      if (limit !== undefined) for (const each of wanted) known.set(keyOf(each), notAsked(each, limit));
      else
        for (const each of wanted) {
          if (underWay.size >= AT_ONCE) break;
          if (!underWay.has(keyOf(each))) underWay.set(keyOf(each), ask(each));
        }
      if (wanted.length === 0) {
        const lookups = [...known.values()];
        const total = roundedCost({ ...cost, elapsedMs: clock.now() - startMs });
        return { at, found, summary: summaryOf(found, lookups), lookups, cost: total };
      }
      if (limit === undefined) await Promise.race(underWay.values());
    }
  } finally {
    stop.abort();
    await Promise.allSettled(underWay.values());
  }
}

function limitMet(questions: number, elapsedMs: number, signal: AbortSignal): string | undefined {
  if (signal.aborted) return 'not asked: stopped before';
  if (questions >= MOST_QUESTIONS) return `not asked: ${MOST_QUESTIONS} questions are the most`;
  if (elapsedMs >= BUDGET_MS) return `not asked: ${BUDGET_MS / 1000} s are over`;
  return undefined;
}

function notAsked(question: Question, message: string): Looked {
  const nothing = { aliases: [], answers: [], zone: question.name };
  return { question, status: 'failure', reason: 'limit', message, ...nothing };
}
