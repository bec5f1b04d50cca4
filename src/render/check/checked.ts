/**
 * A list of names that were held against what is expected of them, and the reports of it.
 */

import type { Missed } from '../../compare/expectations.ts';
import { typeName } from '../../message/codes.ts';
import type { Question } from '../../message/message.ts';
import type { Ending } from '../../resolver/events.ts';

export interface Checked {
  readonly title: string;
  readonly question: Question;
  readonly ending: Ending;
  /** Empty where all that was expected holds. */
  readonly missed: readonly Missed[];
  readonly elapsedMs: number;
}

/** `expected A 192.0.2.1, seen: A 192.0.2.80` */
export function missedText({ expected, seen }: Missed): string {
  return `expected ${expected}, seen: ${seen}`;
}

export function checkedDocument(all: readonly Checked[]): object {
  return {
    schema: 'rootwalk/check/1',
    passed: all.filter(({ missed }) => missed.length === 0).length,
    failed: all.filter(({ missed }) => missed.length > 0).length,
    checks: all.map(({ title, question, ending, missed, elapsedMs }) => ({
      title,
      name: question.name,
      type: typeName(question.type),
      status: ending.status,
      reason: ending.reason,
      held: missed.length === 0,
      missed,
      elapsedMs,
    })),
  };
}
