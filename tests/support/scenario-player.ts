/**
 * Plays a replay scenario behind the exchange port, in virtual time: each of its questions is a walk.
 */

import { classCode, rcodeName, typeCode } from '../../src/message/codes.ts';
import type { Question } from '../../src/message/message.ts';
import { scanName } from '../../src/message/name.ts';
import type { Ending, Hop, WalkEvent, ZoneServer } from '../../src/resolver/events.ts';
import { Memory } from '../../src/resolver/memory.ts';
import { walk, type WalkOptions } from '../../src/resolver/walk.ts';
import { FakeNetwork } from './fake-network.ts';
import { scriptedReply } from './scenario-servers.ts';
import {
  answerSet,
  expectedOutcome,
  familiesOf,
  type Outcome,
  type Scenario,
  type Step,
} from './scenario.ts';

export interface Played {
  readonly question: Question;
  readonly ending: Ending;
  readonly events: readonly WalkEvent[];
  readonly hops: readonly Hop[];
  readonly elapsedMs: number;
  readonly expected: Outcome;
  readonly seen: Outcome;
}

/** Walks every question of a scenario that has an expectation, with what the ones before it left in memory. */
export async function playScenario(scenario: Scenario, options: WalkOptions = {}): Promise<Played[]> {
  const memory = new Memory();
  const played: Played[] = [];
  for (const step of scenario.steps) {
    if (step.expect !== null) played.push(await playStep(scenario, step, { memory, ...options }));
  }
  return played;
}

/** One question of a scenario; without a memory in the options, from a cold start. */
export async function playStep(scenario: Scenario, step: Step, options: WalkOptions = {}): Promise<Played> {
  const network = new FakeNetwork((address) => ({
    reply: (_query, { query, transport }) =>
      scriptedReply(scenario, step.exchanges, address, query, transport === 'tcp' ? 'tcp' : 'udp'),
  }));
  const hints: ZoneServer[] = scenario.rootHints.map(({ name, addresses }) => ({
    name: scanName(name),
    addresses: addresses.map((address) => ({ address, source: 'hints' })),
  }));
  const { name, type, class: questionClass } = step.question;
  const question = { name: scanName(name), type: typeCode(type)!, class: classCode(questionClass)! };
  const events: WalkEvent[] = [];
  const families = familiesOf(scenario);
  for await (const event of walk(question, network, { hints, families, ...options })) events.push(event);
  const ends = events.filter((event) => event.type === 'end');
  if (ends.length !== 1) throw new Error(`a walk must end once, and this one ended ${ends.length} times`);
  const { ending, cost } = ends[0]!;
  const hops = events.flatMap((event) => (event.type === 'hop' ? [event.hop] : []));
  const answer = answerSet(ending.status === 'failure' ? [] : ending.answers);
  const seen = { rcode: rcodeName(ending.rcode), answer };
  return { question, ending, events, hops, elapsedMs: cost.elapsedMs, expected: expectedOutcome(step), seen };
}
