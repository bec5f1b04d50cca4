/**
 * A walk and this computer's answer to the same question, side by side.
 */

import { circumstancesOfSystem, compareAnswers } from '../compare/compare-answers.ts';
import { gatherProbes } from '../compare/gather-probes.ts';
import { WalkWatch } from '../compare/walk-watch.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { Question } from '../message/message.ts';
import type { Ending, WalkEvent } from '../resolver/events.ts';
import { walk, type WalkOptions } from '../resolver/walk.ts';
import { askSystem, type AskSystemOptions } from '../system/ask-system.ts';
import type { Computer } from '../system/computer.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import { realChance } from '../transport/real-machine.ts';
import { probePorts } from './probe-ports.ts';
import type { Surroundings } from './surroundings.ts';

/** How long this computer may take once the walk has ended: getaddrinfo cannot be stopped, only no longer waited for. */
const SYSTEM_TIMEOUT_MS = 2200;

/** What is looked up. */
export interface Target {
  readonly question: Question;
  /** The name as this computer's own resolver is to be asked for it: a final dot says that it is complete. */
  readonly typed: string;
}

export interface TraceRun {
  readonly events: AsyncIterable<WalkEvent>;
  readonly system: Promise<SystemAnswer>;
  /** Asks a little more where the two differ, to tell causes apart. */
  compare(ending: Ending, system: SystemAnswer): Promise<Comparison>;
}

/** How this computer is asked. */
type SystemHabits = Pick<AskSystemOptions, 'timeoutMs' | 'identity'>;

export function startTrace(
  target: Target,
  surroundings: Surroundings,
  options: WalkOptions,
  habits: SystemHabits = { timeoutMs: SYSTEM_TIMEOUT_MS },
): TraceRun {
  const walking = walk(target.question, surroundings.ports, options);
  if (surroundings.computer === undefined) return { events: walking, ...NO_SYSTEM };
  const watch = new WalkWatch();
  return {
    events: watched(walking, watch),
    system: systemAnswer(target, surroundings, surroundings.computer, options.signal, habits),
    compare: async (ending, system) => {
      const circumstances = circumstancesOfSystem(target.question, watch.walked(ending), system);
      const probes = await gatherProbes(circumstances, probePorts(surroundings, options.signal));
      return compareAnswers(circumstances, probes);
    },
  };
}

async function* watched(events: AsyncIterable<WalkEvent>, watch: WalkWatch): AsyncGenerator<WalkEvent> {
  for await (const event of events) {
    watch.observe(event);
    yield event;
  }
}

function systemAnswer(
  { question, typed }: Target,
  { ports }: Surroundings,
  computer: Computer,
  signal: AbortSignal | undefined,
  habits: SystemHabits,
): Promise<SystemAnswer> {
  return askSystem(question, computer, {
    ...habits,
    typed,
    // The C library uses connected sockets too: a resolver that does not run is known at once.
    exchange: (request) => ports.exchange({ ...request, listenTo: 'server' }),
    // Not the walk's own chance: what a walk chooses must not depend on whether this computer is asked beside it.
    randomId: () => realChance.integer(0x10000),
    ...(signal ? { signal } : {}),
  });
}

const NOT_ASKED: SystemAnswer = {
  source: 'none',
  addresses: [],
  names: [],
  records: [],
  rcode: null,
  server: null,
  error: 'not asked',
  tried: [],
  evidence: [],
  sources: [],
  nameServers: [],
  elapsedMs: 0,
};

/** For `--no-system`: nobody is asked, and the answer says so. */
export const NO_SYSTEM: Omit<TraceRun, 'events'> = {
  system: Promise.resolve(NOT_ASKED),
  compare: async () => ({ verdict: 'unavailable', findings: [] }),
};
