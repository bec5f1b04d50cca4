/**
 * Gathers from the events of a walk what the comparison has to know of it.
 */

import { lowerCased, sameName, type Name } from '../message/name.ts';
import type { Ending, Hop, WalkEvent } from '../resolver/events.ts';
import type { Walked } from './circumstances.ts';

interface Authority {
  readonly server: Name;
  readonly address: string;
}

export class WalkWatch {
  /** By zone, those that were known when it was turned to and those that were asked. */
  readonly #authorities: (Authority & { readonly zone: Name })[] = [];
  readonly #named: { readonly zone: Name; readonly server: Name }[] = [];
  readonly #hops: Hop[] = [];

  observe(event: WalkEvent): void {
    if (event.type === 'zone' && event.purpose === 'answer')
      for (const { name: server, addresses } of event.servers) {
        this.#named.push({ zone: event.zone, server });
        for (const { address } of addresses) this.#authorities.push({ zone: event.zone, server, address });
      }
    if (event.type !== 'hop' || event.hop.purpose !== 'answer') return;
    const { zone, server } = event.hop;
    this.#hops.push(event.hop);
    this.#authorities.push({ zone, server: server.name, address: server.address });
  }

  walked(ending: Ending): Walked {
    const ofZone = this.#authorities.filter(({ zone }) => sameName(zone, ending.zone));
    const byAddress = new Map(ofZone.map(({ server, address }) => [address, { server, address }]));
    const last = this.#hops.filter(({ zone }) => sameName(zone, ending.zone));
    const isIpv6OutOfReach =
      last.length > 0 &&
      last.every(({ server, outcome }) => outcome === 'unreachable' && server.address.includes(':'));
    const placed = new Set(ofZone.map(({ server }) => lowerCased(server)));
    const named = this.#named.filter(({ zone }) => sameName(zone, ending.zone));
    const unplaced = new Set(
      named.map(({ server }) => lowerCased(server)).filter((server) => !placed.has(server)),
    );
    return { ending, authorities: [...byAddress.values()], unplaced: [...unplaced], isIpv6OutOfReach };
  }
}
