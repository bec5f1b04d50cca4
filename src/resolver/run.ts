/**
 * One walk with all its sub-walks: the ports it was given, what it has learnt, what it has spent.
 */

import type { Chance, Clock } from '../transport/clock-and-chance.ts';
import type { Exchange } from '../transport/exchange.ts';
import { lowerCased, type Name } from '../message/name.ts';
import type { Asking } from './asking.ts';
import type { ZoneResult } from './ask-zone.ts';
import { Cookies } from './cookies.ts';
import { Delegations, type Delegation } from './delegation.ts';
import type { Cost, WalkEvent } from './events.ts';
import type { SurveyProgress } from './survey/survey-progress.ts';
import type { Limits } from './limits.ts';
import { Lookups } from './lookups.ts';
import type { Memory } from './memory.ts';
import { Health } from './selection.ts';

/** What a run is given; the rest it finds out. */
export type RunPorts = Pick<
  Run,
  | 'exchange'
  | 'clock'
  | 'chance'
  | 'limits'
  | 'families'
  | 'transport'
  | 'port'
  | 'emit'
  | 'signal'
  | 'memory'
  | 'asking'
  | 'mayAsk'
>;

export class Run {
  readonly exchange: Exchange;
  readonly clock: Clock;
  readonly chance: Chance;
  limits: Limits;
  readonly families: readonly (4 | 6)[];
  /** What servers are asked over first. */
  readonly transport: 'udp' | 'tcp';
  readonly port: number;
  readonly emit: (event: WalkEvent) => void;
  readonly signal: AbortSignal;
  readonly memory: Memory | undefined;
  readonly asking: Asking;
  /** Which addresses may be asked at all. */
  readonly mayAsk: (address: string) => boolean;
  /** The zones that the answer itself led through, from the root. */
  readonly path: Delegation[] = [];
  /** Servers whose replies do not repeat the letters of the question. */
  readonly changesLetters = new Set<string>();
  /** The exchanges that were made for a survey. */
  readonly surveyHops: number[] = [];
  surveyed: SurveyProgress = { done: 0, known: 0 };
  readonly delegations = new Delegations();
  readonly lookups = new Lookups();
  /** Questions for servers' addresses that are under way, by zone and name: their referrals serve both families. */
  readonly descents = new Map<string, Promise<ZoneResult>>();
  readonly health: Health;
  readonly cookies: Cookies;
  /** Servers that answered only without EDNS. */
  readonly withoutEdns = new Set<string>();
  readonly #glue = new Map<string, Set<string>>();
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
    this.memory = ports.memory;
    this.asking = ports.asking;
    this.cookies = ports.memory?.cookies ?? new Cookies();
    this.mayAsk = ports.mayAsk;
    this.health = ports.memory?.health ?? new Health();
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

  /** Remembers the addresses that a referral gave for its servers. */
  addGlue({ servers }: Delegation): void {
    for (const { name, addresses } of servers) {
      const known = this.#glue.get(lowerCased(name)) ?? new Set();
      for (const { address } of addresses) known.add(address);
      this.#glue.set(lowerCased(name), known);
    }
  }

  /** The addresses that any referral of this walk gave for a server. */
  glueOf(name: Name): string[] {
    return [...(this.#glue.get(lowerCased(name)) ?? [])];
  }

  nextHop(): number {
    return ++this.#hops;
  }

  spent(bytesSent: number, bytesReceived: number): void {
    this.#bytesSent += bytesSent;
    this.#bytesReceived += bytesReceived;
  }
}
