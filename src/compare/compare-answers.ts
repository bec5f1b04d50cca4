/**
 * Holds what this computer says against what the authoritative servers say: one verdict, and the causes where
 * they do not agree. Pure: all that is known comes in.
 */

import type { Question } from '../message/message.ts';
import type { Ending } from '../resolver/events.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import { sameValues, sideOfSystem, sideOfWalk, type Side } from './answer-sides.ts';
import { causesOf } from './causes.ts';
import type { Comparison, Verdict } from './comparison.ts';

export function compareAnswers(question: Question, ending: Ending, system: SystemAnswer): Comparison {
  const walk = sideOfWalk(question, ending);
  const computer = sideOfSystem(question, system);
  const verdict = verdictOn(walk, computer);
  const findings = verdict === 'same' ? [] : causesOf({ question, system, walk, computer, verdict });
  return { verdict, findings };
}

function verdictOn(walk: Side, computer: Side): Verdict {
  if (walk.kind === 'silence' || computer.kind === 'silence') return 'unavailable';
  if (walk.kind === 'answer' && computer.kind === 'answer') {
    return sameValues(walk.values, computer.values) ? 'same' : 'differs';
  }
  // Which way a server says that there is nothing makes no difference to whoever asks (RFC 2308 2).
  if (walk.kind === 'denial' && computer.kind === 'denial') return 'same';
  return computer.kind === 'failure' ? 'differs' : 'one-sided';
}
