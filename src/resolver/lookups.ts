/**
 * The searches for servers' addresses that are under way in a run, so that two walks of it do not make the same one
 * twice, and never wait for each other.
 */

import { lowerCased, type Name } from '../message/name.ts';
import type { KnownAddress } from './delegation.ts';

/** Addresses, or a sentence where the search led nowhere. */
export type Found = readonly KnownAddress[] | string;

interface UnderWay {
  readonly found: Promise<Found>;
  readonly signal: AbortSignal;
}

export class Lookups {
  readonly #underWay = new Map<Name, UnderWay>();
  /** Which searches wait for which, by server name. */
  readonly #waits = new Map<Name, Set<Name>>();

  /**
   * The addresses of a server, by the search that is under way or by one that `start` begins. `trail` is the servers
   * whose own search made this one necessary.
   */
  async find(
    server: Name,
    trail: readonly Name[],
    signal: AbortSignal,
    start: () => Promise<Found>,
  ): Promise<Found> {
    const name = lowerCased(server);
    const waiting = trail.map(lowerCased);
    const other = this.#underWay.get(name);
    // Who would wait for himself makes a search of his own: its trail sees the circle, and may find a way out.
    if (!other || waiting.some((waiter) => this.#waitsFor(name, waiter)))
      return this.#wait(waiting, name, other ? start() : this.#begin(name, signal, start));
    const found = await this.#wait(waiting, name, other.found);
    // The other may have been called off because his walk no longer needed it.
    return other.signal.aborted && !signal.aborted ? this.find(server, trail, signal, start) : found;
  }

  #begin(name: Name, signal: AbortSignal, start: () => Promise<Found>): Promise<Found> {
    const found = start().finally(() => this.#underWay.delete(name));
    this.#underWay.set(name, { found, signal });
    return found;
  }

  async #wait(waiting: readonly Name[], name: Name, found: Promise<Found>): Promise<Found> {
    const waiter = waiting.at(-1);
    if (waiter === undefined) return found;
    const names = this.#waits.get(waiter) ?? new Set();
    const isNew = !names.has(name);
    this.#waits.set(waiter, names.add(name));
    try {
      return await found;
    } finally {
      if (isNew) names.delete(name);
    }
  }

  #waitsFor(waiter: Name, name: Name, seen = new Set<Name>()): boolean {
    if (waiter === name) return true;
    if (seen.has(waiter)) return false;
    seen.add(waiter);
    return [...(this.#waits.get(waiter) ?? [])].some((next) => this.#waitsFor(next, name, seen));
  }
}
