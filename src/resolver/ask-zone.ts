/**
 * Puts one question to the servers of one zone until one of them says something usable. A silent server is not waited
 * for: the next is asked while it may still answer, and whoever is first counts.
 */

import type { Clock } from '../transport/clock-and-chance.ts';
import { isUsable, type UsableVerdict } from './classify.ts';
import { addChildSide, type DelegatedServer, type Delegation, type KnownAddress } from './delegation.ts';
import type { FailureReason, Hop } from './events.ts';
import { ANOTHER_ANSWERED, makeHop, type Errand, type FinishedHop } from './hop.ts';
import { Plan } from './plan.ts';
import type { Run } from './run.ts';

export interface ZoneTask extends Errand {
  readonly delegation: Delegation;
  readonly remembered: 'remembered' | 'new';
  /** All that the question may cost where somebody has replied before. */
  readonly budgetMs: number;
  readonly signal: AbortSignal;
  /** Walks for the addresses of a server without glue; a sentence where that leads nowhere. */
  readonly lookUp: (
    server: DelegatedServer,
    signal: AbortSignal,
  ) => Promise<readonly KnownAddress[] | string>;
}

export type ZoneResult =
  | { readonly kind: 'verdict'; readonly verdict: UsableVerdict; readonly hop: Hop }
  | { readonly kind: 'failure'; readonly reason: FailureReason; readonly message: string };

/** Something under way: an exchange, or the search for a server's addresses. */
type Done =
  | { readonly finished: FinishedHop }
  | { readonly server: DelegatedServer; readonly found: readonly KnownAddress[] | string };

export async function askZone(run: Run, task: ZoneTask): Promise<ZoneResult> {
  const { limits, clock } = run;
  const scope = new AbortController();
  const signal = AbortSignal.any([task.signal, scope.signal]);
  const plan = new Plan(run, task.delegation, task.remembered);
  const works = new Works(clock);
  const failures: Hop[] = [];
  let hearsay: ZoneResult | undefined;
  let startedMs = clock.now();
  let searches = 0;
  let isImpatient = false;
  try {
    for (;;) {
      if (task.signal.aborted) return failure('interrupted', 'The walk was interrupted.');
      const budgetMs = run.health.anyReply ? task.budgetMs : limits.firstContactMs;
      const walkLeftMs = limits.walkBudgetMs - run.elapsedMs;
      if (walkLeftMs <= 0)
        return failure('limit', `The limit of ${limits.walkBudgetMs / 1000} s for one walk is reached.`);
      const leftMs = Math.min(startedMs + budgetMs - clock.now(), walkLeftMs);
      if (leftMs <= 0 && searches === 0) break;
      if (run.queries >= limits.queries) {
        return failure('limit', `The limit of ${limits.queries} queries for one walk is reached.`);
      }
      // One search after the other, unless it takes long; what is found meanwhile is asked at once.
      const whileSearching = searches > 0 && !isImpatient ? 'known addresses' : 'anything';
      const step = leftMs > 0 ? plan.next(whileSearching) : undefined;
      if (step && 'ask' in step) {
        const timeoutMs = Math.min(leftMs, step.ask.atMostMs ?? Infinity);
        works.start(makeHop(run, task, step.ask, timeoutMs, signal).then((finished) => ({ finished })));
      }
      if (step && 'lookUp' in step) {
        searches++;
        works.start(lookUp(task, step.lookUp, signal));
      }
      if (works.count === 0) break;
      const lastPatienceMs = searches > 0 ? limits.lookUpPatienceMs : Math.min(limits.lastPatienceMs, leftMs);
      const patienceMs =
        step && 'ask' in step
          ? Math.min(step.ask.atMostMs ?? plan.patienceMs(step.ask), leftMs)
          : Math.min(lastPatienceMs, walkLeftMs);
      const done = await works.next(patienceMs, signal);
      isImpatient = !done;
      if (!done) {
        if (!step && searches === 0) break;
      } else if ('server' in done) {
        searches--;
        // What was found after a long search must still be asked.
        if (typeof done.found !== 'string') startedMs = Math.max(startedMs, clock.now() - budgetMs / 2);
        plan.lookedUp(done.server, done.found);
      } else {
        const { verdict, hop, childSide } = done.finished;
        if (childSide) addChildSide(task.delegation, childSide);
        if (verdict && isUsable(verdict)) {
          scope.abort(ANOTHER_ANSWERED);
          return { kind: 'verdict', verdict, hop };
        }
        if (verdict?.outcome === 'lame' && verdict.hearsay)
          hearsay ??= { kind: 'verdict', verdict: verdict.hearsay, hop };
        failures.push(hop);
        plan.learn(done.finished);
      }
    }
  } finally {
    scope.abort();
    for (const done of await works.rest()) if ('finished' in done) failures.push(done.finished.hop);
  }
  return hearsay ?? failureOf(task, failures, plan);
}

async function lookUp(task: ZoneTask, server: DelegatedServer, signal: AbortSignal): Promise<Done> {
  return { server, found: await task.lookUp(server, signal) };
}

/** What is under way, and what of it has finished but was not yet looked at. */
class Works {
  readonly #clock: Clock;
  readonly #underWay = new Set<Promise<void>>();
  readonly #finished: Done[] = [];
  #ring: (() => void) | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get count(): number {
    return this.#underWay.size + this.#finished.length;
  }

  start(work: Promise<Done>): void {
    const tracked: Promise<void> = work.then((done) => {
      this.#underWay.delete(tracked);
      this.#finished.push(done);
      this.#ring?.();
    });
    this.#underWay.add(tracked);
  }

  /** The next to finish, or undefined when patience ends before. */
  async next(patienceMs: number, signal: AbortSignal): Promise<Done | undefined> {
    if (this.#finished.length === 0) {
      const bell = new AbortController();
      this.#ring = () => bell.abort();
      await this.#clock.sleep(patienceMs, AbortSignal.any([signal, bell.signal]));
      this.#ring = undefined;
    }
    return this.#finished.shift();
  }

  async rest(): Promise<Done[]> {
    await Promise.all(this.#underWay);
    return this.#finished;
  }
}

function failureOf(task: ZoneTask, hops: readonly Hop[], { obstacles, limit }: Plan): ZoneResult {
  const zone = task.zone === '.' ? 'the root zone' : task.zone;
  const all = [...obstacles, ...(limit === undefined ? [] : [limit])];
  const why = all.length > 0 ? ` Also: ${all.join('; ')}.` : '';
  if (hops.length === 0) {
    if (limit !== undefined)
      return failure('limit', `No server of ${zone} could be found: ${limit}.${someOf(obstacles)}`);
    const reason = obstacles.some((obstacle) => obstacle.includes('each other')) ? 'loop' : 'no-servers';
    return failure(reason, `No server of ${zone} has an address.${why}`);
  }
  const heard = hops.filter(({ outcome }) => outcome !== 'timeout' && outcome !== 'unreachable');
  if (heard.length === 0) return failure('no-reply', `No server of ${zone} replied (${tally(hops)}).${why}`);
  const reason = heard.some(({ outcome }) => outcome === 'refused')
    ? 'refused'
    : heard.some(({ outcome }) => outcome === 'servfail')
      ? 'servfail'
      : 'lame';
  return failure(reason, `No server of ${zone} gave a usable reply (${tally(hops)}).${why}`);
}

/** Fifty servers that cannot be found need not all be named. */
const MOST_OBSTACLES = 3;

function someOf(obstacles: readonly string[]): string {
  const more = obstacles.length - MOST_OBSTACLES;
  const shown = obstacles.slice(0, MOST_OBSTACLES).join('; ');
  return obstacles.length === 0 ? '' : ` Among them: ${shown}${more > 0 ? `; and ${more} more` : ''}.`;
}

function tally(hops: readonly Hop[]): string {
  const counts = new Map<string, number>();
  for (const { outcome } of hops) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => `${count} × ${outcome}`).join(', ');
}

function failure(reason: FailureReason, message: string): ZoneResult {
  return { kind: 'failure', reason, message };
}
