/**
 * Holds what this computer, or one resolver, says against what the authoritative servers say: one verdict, and the
 * causes where they do not agree. Pure: all that is known comes in.
 */

import type { Question } from '../message/message.ts';
import type { ServerAnswer, SystemAnswer } from '../system/system-answer.ts';
import { sameValues, sideOfServer, sideOfSystem, sideOfWalk, type Side } from './answer-sides.ts';
import { causesOf } from './causes.ts';
import type { Circumstances, Walked } from './circumstances.ts';
import type { Comparison, Verdict } from './comparison.ts';
import type { ProbeResults } from './probe-results.ts';
import { addressOf } from './words.ts';

export function compareAnswers(circumstances: Circumstances, probes: ProbeResults = {}): Comparison {
  return { verdict: circumstances.verdict, findings: causesOf({ ...circumstances, probes }) };
}

/** The computer's answer beside the walk's. */
export function circumstancesOfSystem(
  question: Question,
  walked: Walked,
  system: SystemAnswer,
): Circumstances {
  const servers = system.servers ?? [];
  const voice = sideOfSystem(question, system);
  const asked = speakerOf(servers, system.server);
  const speaker = asked && isBehind(voice, sideOfServer(question, asked)) ? asked : undefined;
  return { ...sides(question, walked, voice), who: 'this computer', system, servers, speaker };
}

/** One resolver's answer beside the walk's. */
export function circumstancesOfServer(
  question: Question,
  walked: Walked,
  server: ServerAnswer,
): Circumstances {
  const voice = sideOfServer(question, server);
  const who = addressOf(server);
  return { ...sides(question, walked, voice), who, system: undefined, servers: [server], speaker: server };
}

type Sides = Pick<Circumstances, 'question' | 'walk' | 'walked' | 'voice' | 'verdict' | 'probes'>;

function sides(question: Question, walked: Walked, voice: Side): Sides {
  const walk = sideOfWalk(question, walked.ending);
  return { question, walked, walk, voice, verdict: verdictOn(walk, voice), probes: {} };
}

/** The server whose reply the computer has: the one that the stub query ended at, or the first that settled it. */
function speakerOf(servers: readonly ServerAnswer[], asked: string | null): ServerAnswer | undefined {
  const listed = servers.filter(({ role, outcome }) => role === 'listed' && outcome === 'reply');
  return (
    listed.find(({ server }) => server === asked) ??
    listed.find(({ rcode }) => rcode === 0 || rcode === 3) ??
    listed[0]
  );
}

/** False where the computer denies what the server has, or has what the server denies: then it did not ask it. */
function isBehind(voice: Side, said: Side): boolean {
  const kinds = [voice.kind, said.kind];
  return !(kinds.includes('answer') && kinds.includes('denial'));
}

function verdictOn(walk: Side, voice: Side): Verdict {
  if (walk.kind === 'silence' || voice.kind === 'silence') return 'unavailable';
  if (walk.kind === 'answer' && voice.kind === 'answer') {
    return sameValues(walk.values, voice.values) ? 'same' : 'differs';
  }
  // Which way a server says that there is nothing makes no difference to whoever asks (RFC 2308 2).
  if (walk.kind === 'denial' && voice.kind === 'denial') return 'same';
  return voice.kind === 'failure' ? 'differs' : 'one-sided';
}
