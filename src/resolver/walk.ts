/**
 * The walk: from the root hints down the referrals to the answer, with a walk of its own for every alias and for every
 * server without glue (RFC 1034 5.3.3). It decides and never sends; what it does comes out as events.
 */

import type { Question } from '../message/message.ts';
import type { Chance, Clock } from '../transport/clock-and-chance.ts';
import type { Exchange } from '../transport/exchange.ts';
import { PLAIN_ASKING, type Asking } from './asking.ts';
import { delegationFromHints } from './delegation.ts';
import { EventStream } from './event-stream.ts';
import type { WalkEvent, ZoneServer } from './events.ts';
import { LIMITS, type Limits } from './limits.ts';
import { ROOT_HINTS } from './root-hints.ts';
import { Detector } from './findings/detector.ts';
import { permissionFor } from './forbidden-addresses.ts';
import type { Memory } from './memory.ts';
import { resolve } from './resolve.ts';
import { Run } from './run.ts';
import { survey } from './survey/survey.ts';
import { familyOf } from './selection.ts';

export interface WalkPorts {
  readonly exchange: Exchange;
  readonly clock: Clock;
  readonly chance: Chance;
  /** Wall-clock time, in milliseconds since 1970. */
  readonly wallClock: () => number;
}

export interface WalkOptions extends Partial<Asking> {
  readonly hints?: readonly ZoneServer[];
  /** The families of addresses that may be asked; both by default. */
  readonly families?: readonly (4 | 6)[];
  /** What servers are asked over first; UDP by default. */
  readonly transport?: 'udp' | 'tcp';
  readonly port?: number;
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
  /** Then ask every server of every zone on the path, at every address. */
  readonly survey?: boolean;
  /** What earlier walks left behind; without it, a walk starts from nothing. */
  readonly memory?: Memory;
}

/** Walks and tells. Ends with exactly one `end` event; leaving the loop early stops the walk and its sockets. */
export async function* walk(
  question: Question,
  ports: WalkPorts,
  options: WalkOptions = {},
): AsyncGenerator<WalkEvent> {
  const stream = new EventStream<WalkEvent>();
  const stop = new AbortController();
  const limits = { ...LIMITS, ...options.limits };
  const signal = AbortSignal.any([stop.signal, ...(options.signal ? [options.signal] : [])]);
  const families = options.families ?? [4, 6];
  const detector = new Detector();
  const emit = (event: WalkEvent): void => {
    const findings = detector.observe(event).map((finding): WalkEvent => ({ type: 'finding', finding }));
    // What is wrong with a hop stands behind it; the end is the last thing said.
    const inOrder = event.type === 'end' ? [...findings, event] : [event, ...findings];
    inOrder.forEach((each) => stream.push(each));
  };
  const { transport = 'udp', port = 53 } = options;
  const hints = hintsOf(options.hints ?? ROOT_HINTS, families);
  const mayAsk = permissionFor(hints.flatMap(({ addresses }) => addresses.map(({ address }) => address)));
  const how = {
    limits,
    families,
    transport,
    port,
    mayAsk,
    asking: { ...PLAIN_ASKING, ...options },
  };
  const run = new Run({ ...ports, ...how, emit, signal, memory: options.memory });
  run.delegations.add(delegationFromHints(hints));
  emit({ type: 'start', question, at: ports.wallClock() });
  const finished = resolve(run, { question, purpose: 'answer', parent: null, trail: [], signal }).then(
    async (ending) => {
      const final = { ...question, name: ending.aliases.at(-1) ?? question.name };
      if (options.survey && ending.reason !== 'interrupted') await survey(run, final, ending.zone, signal);
      emit({ type: 'end', ending, cost: run.cost });
      stream.end();
    },
    (error: unknown) => stream.fail(error),
  );
  try {
    yield* stream.events();
  } finally {
    stop.abort();
    await finished;
  }
}

function hintsOf(hints: readonly ZoneServer[], families: readonly (4 | 6)[]): ZoneServer[] {
  return hints.map(({ name, addresses }) => ({
    name,
    addresses: addresses.filter(({ address }) => families.includes(familyOf(address))),
  }));
}
