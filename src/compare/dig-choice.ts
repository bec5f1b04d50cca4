/**
 * Which address `dig +trace` asks at one step: any one, by chance, of those that this computer gives for the servers of
 * the zone, whatever the referral says; and what each of them leads to.
 */

import { lowerCased, type Name } from '../message/name.ts';
import type { LocalServer } from '../system/dig-lookups.ts';
import type { Behaviour, DigStep } from './dig-path.ts';

/** `untried`: the walk knows the address and did not ask it. `strange`: it is none that the walk knows of. */
export type DigBehaviour = Behaviour | 'untried' | 'strange';

/** One of the addresses that dig chooses from. */
export interface DigAsk {
  readonly server: Name;
  readonly address: string;
  /** `/etc/hosts:4`, or `this computer` for what its resolver says. */
  readonly from: string;
  readonly does: DigBehaviour;
}

export interface DigChoice {
  readonly step: DigStep;
  readonly asks: readonly DigAsk[];
  /** Servers that this computer finds no address for. */
  readonly missing: readonly LocalServer[];
}

/** Where `from` is no line of a file. */
export const FROM_COMPUTER = 'this computer';

export function choiceAt(step: DigStep, servers: readonly LocalServer[]): DigChoice {
  const asks = servers.flatMap(({ name, addresses }) =>
    addresses.map(({ address, place }) => ({
      server: name,
      address,
      from: place ?? FROM_COMPUTER,
      does: step.behaviourOf(address) ?? unasked(step, name, address, place),
    })),
  );
  return { step, asks, missing: servers.filter(({ addresses }) => addresses.length === 0) };
}

/** The addresses that decide how the step ends: dig goes on to the next from all others. */
export function deciding({ asks }: DigChoice): DigAsk[] {
  return asks.filter(({ does }) => does !== 'waits' && does !== 'passes' && does !== 'again');
}

/** How many of the deciding addresses do that. */
export function oddsOf(choice: DigChoice, ...does: readonly DigBehaviour[]): Odds {
  const all = deciding(choice);
  return { of: all.length, count: all.filter((ask) => does.includes(ask.does)).length };
}

export interface Odds {
  readonly count: number;
  readonly of: number;
}

export function oddsText({ count, of }: Odds): string {
  const divisor = greatestDivisor(count, of);
  return `${count / divisor} of ${of / divisor}`;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

function unasked(step: DigStep, server: Name, address: string, place: string | null): DigBehaviour {
  const everybody = step.nameServers.flatMap((name) => step.addressesOf(name));
  if (everybody.some((known) => known.address === address)) return 'untried';
  const isNamed = step.nameServers.some((name) => lowerCased(name) === lowerCased(server));
  const ofFamily = step
    .addressesOf(server)
    .filter((known) => known.address.includes(':') === address.includes(':'));
  // A walk looks no further for a server that it can reach: what it never looked for is not strange.
  return isNamed && place === null && ofFamily.length === 0 ? 'untried' : 'strange';
}
