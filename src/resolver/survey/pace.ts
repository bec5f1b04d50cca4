/**
 * What keeps a survey from being a flood and from taking forever: so many addresses at once, one query at a time to
 * each with a pause between two, limits that are named when they are reached, and no waiting for a family of addresses
 * from which nothing is ever heard.
 */

import { familyOf } from '../selection.ts';
import type { Run } from '../run.ts';

export class Pace {
  readonly #run: Run;
  readonly #lastMs = new Map<string, number>();
  readonly #silences = new Map<4 | 6, number>();

  constructor(run: Run) {
    this.#run = run;
  }

  /** Does something for each item, for so many at the same time. */
  async each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < items.length) await work(items[next++]!);
    };
    const count = Math.min(this.#run.limits.surveyAtOnce, items.length);
    await Promise.all(Array.from({ length: count }, worker));
  }

  /** The limit that forbids any further query, as a sentence. */
  get limit(): string | undefined {
    const { limits, queries, elapsedMs } = this.#run;
    if (queries >= limits.queries)
      return `the limit of ${limits.surveyQueries} queries for one survey is reached`;
    if (elapsedMs >= limits.walkBudgetMs)
      return `the limit of ${limits.surveyBudgetMs / 1000} s for one survey is reached`;
    return undefined;
  }

  /** Why an address is not asked at all, as a sentence. */
  obstacle(address: string): string | undefined {
    const family = familyOf(address);
    const { limits, health } = this.#run;
    const isDark = (this.#silences.get(family) ?? 0) >= limits.surveySilences && !health.hasHeard(family);
    return (
      this.limit ??
      (isDark
        ? `${limits.surveySilences} others were silent, and nothing answers over IPv${family}`
        : undefined)
    );
  }

  /** Waits until the address may be asked again. */
  async turn(address: string, signal: AbortSignal): Promise<void> {
    const lastMs = this.#lastMs.get(address);
    if (lastMs === undefined) return;
    const leftMs = lastMs + this.#run.limits.surveyPauseMs - this.#run.clock.now();
    if (leftMs > 0) await this.#run.clock.sleep(leftMs, signal);
  }

  /** An exchange with the address is over. */
  over(address: string): void {
    this.#lastMs.set(address, this.#run.clock.now());
  }

  /** The address was given up: it costs time, and no reply came. */
  silent(address: string): void {
    const family = familyOf(address);
    this.#silences.set(family, (this.#silences.get(family) ?? 0) + 1);
  }
}
