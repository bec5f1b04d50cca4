/**
 * Which address of a zone is asked next: what answered before and fast comes first, families without a route and
 * silent servers last, chance between equals so that no server gets all of the load.
 */

import type { Chance } from '../transport/clock-and-chance.ts';
import type { Name } from '../message/name.ts';
import type { AddressSource } from './events.ts';

export interface Candidate {
  readonly name: Name;
  readonly address: string;
  readonly source: AddressSource;
}

/** What a run has learnt about the addresses it asked. */
export class Health {
  readonly #rttMs = new Map<string, number>();
  readonly #failures = new Map<string, number>();
  readonly #familiesWithoutRoute = new Set<4 | 6>();

  replied(address: string, rttMs: number): void {
    this.#rttMs.set(address, rttMs);
    this.#failures.delete(address);
  }

  failed(address: string): void {
    this.#failures.set(address, (this.#failures.get(address) ?? 0) + 1);
  }

  noRoute(address: string): void {
    this.failed(address);
    this.#familiesWithoutRoute.add(familyOf(address));
  }

  /** True where an address of that family turned out to be out of reach, and none was ever reached. */
  lacksRoute(family: 4 | 6): boolean {
    if (!this.#familiesWithoutRoute.has(family)) return false;
    return [...this.#rttMs.keys()].every((address) => familyOf(address) !== family);
  }

  /** The round trip to an address, or the longest to any where this one is not known yet. */
  rttOf(address: string): number | undefined {
    const known = this.#rttMs.get(address);
    if (known !== undefined) return known;
    return this.#rttMs.size > 0 ? Math.max(...this.#rttMs.values()) : undefined;
  }

  /** True where it was asked, and never replied. */
  isSilent(address: string): boolean {
    return this.#failures.has(address) && !this.#rttMs.has(address);
  }

  /** True where any address of a family has replied. */
  hasHeard(family: 4 | 6): boolean {
    return [...this.#rttMs.keys()].some((address) => familyOf(address) === family);
  }

  get anyReply(): boolean {
    return this.#rttMs.size > 0;
  }

  /** Milliseconds that asking this address is thought to cost. */
  expectedMs(address: string, chance: Chance): number {
    if (this.#familiesWithoutRoute.has(familyOf(address)) && !this.#rttMs.has(address)) return 100_000;
    const failures = this.#failures.get(address) ?? 0;
    if (failures > 0) return 10_000 * failures;
    const known = this.#rttMs.get(address);
    // An address never asked is thought slower than one that answered; IPv6 slightly slower than IPv4.
    return known ?? 2000 + chance.integer(100) + (familyOf(address) === 6 ? 100 : 0);
  }
}

export function familyOf(address: string): 4 | 6 {
  return address.includes(':') ? 6 : 4;
}

/** The candidates in the order in which they should be asked. */
export function inOrder(candidates: readonly Candidate[], health: Health, chance: Chance): Candidate[] {
  return candidates
    .map((candidate) => ({ candidate, cost: health.expectedMs(candidate.address, chance) }))
    .toSorted((a, b) => a.cost - b.cost)
    .map(({ candidate }) => candidate);
}
