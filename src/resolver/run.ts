/**
 * One walk with all its sub-walks: the ports it was given, what it has learnt, what it has spent.
 */

import type { Chance, Clock } from '../transport/clock-and-chance.ts';
import type { Exchange } from '../transport/exchange.ts';
import { Delegations } from './delegation.ts';
import type { Cost, WalkEvent } from './events.ts';
import type { Limits } from './limits.ts';
import { Health } from './selection.ts';

export interface RunPorts {
  readonly exchange: Exchange;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly limits: Limits;
  readonly families: readonly (4 | 6)[];
  /** What servers are asked over first. */
  readonly transport: 'udp' | 'tcp';
  readonly port: number;
  readonly emit: (event: WalkEvent) => void;
  readonly signal: AbortSignal;
}

export class Run implements RunPorts {
  readonly exchange: Exchange;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly limits: Limits;
  readonly families: readonly (4 | 6)[];
  /** What servers are asked over first. */
  readonly transport: 'udp' | 'tcp';
  readonly port: number;
  readonly emit: (event: WalkEvent) => void;
  readonly signal: AbortSignal;
  readonly delegations = new Delegations();
  readonly health = new Health();
  /** Servers that answered only without EDNS. */
  readonly withoutEdns = new Set<string>();
  readonly #startedMs: number;
  #hops = 0;
  #bytesSent = 0;
  #bytesReceived = 0;

  constructor(ports: RunPorts) {
    this.exchange = ports.exchange;
    this.clock = ports.clock;
    this.chance = ports.chance;
    this.limits = ports.limits;
    this.families = ports.families;
    this.transport = ports.transport;
    this.port = ports.port;
    this.emit = ports.emit;
    this.signal = ports.signal;
    this.#startedMs = ports.clock.now();
  }

  get elapsedMs(): number {
    return this.clock.now() - this.#startedMs;
  }

  get queries(): number {
    return this.#hops;
  }

  get cost(): Cost {
    const { elapsedMs } = this;
    return { queries: this.#hops, bytesSent: this.#bytesSent, bytesReceived: this.#bytesReceived, elapsedMs };
  }

  nextHop(): number {
    return ++this.#hops;
  }

  spent(bytesSent: number, bytesReceived: number): void {
    this.#bytesSent += bytesSent;
    this.#bytesReceived += bytesReceived;
  }
}
