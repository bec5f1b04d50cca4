/**
 * What changed between two runs. What chance and the moment decide (message IDs, round trips, the order of records, which
 * server is asked) is no change; it is noted where it may explain one.
 */

import { questionJson } from '../trace-document.ts';
import type { Trace } from '../trace.ts';
import { answerChanges } from './answer-changes.ts';
import { sentenceOf, type Change, type TwoRuns } from './change.ts';
import { findingChanges } from './finding-changes.ts';
import { pathChanges, pathNotes } from './path-changes.ts';
import { systemChanges, systemNotes } from './system-changes.ts';

export interface TraceDiff extends TwoRuns {
  readonly changes: readonly Change[];
  /** Not counted as changes. */
  readonly notes: readonly string[];
}

export function diffTraces(before: Trace, after: Trace): TraceDiff {
  const runs = { before, after };
  const findings = findingChanges(runs);
  return {
    ...runs,
    changes: [...answerChanges(runs), ...pathChanges(runs), ...findings.changes, ...systemChanges(runs)],
    notes: [...pathNotes(runs), ...findings.notes, ...systemNotes(runs), ...costNotes(runs)],
  };
}

/** How the two runs are called: their files. */
export interface RunNames {
  readonly before: string;
  readonly after: string;
}

/** The difference as one JSON document. Members may be added, never changed or taken away. */
export function diffDocument(diff: TraceDiff, names: RunNames): Readonly<Record<string, unknown>> {
  return {
    schema: 'rootwalk/diff/1',
    before: runJson(diff.before, names.before),
    after: runJson(diff.after, names.after),
    same: diff.changes.length === 0,
    changes: diff.changes.map((change) => ({ ...change, message: sentenceOf(change) })),
    notes: diff.notes,
  };
}

function runJson({ question, at, ending }: Trace, file: string): Readonly<Record<string, unknown>> {
  return {
    file,
    question: questionJson(question),
    startedAt: new Date(at).toISOString(),
    status: ending.status,
  };
}

function costNotes({ before, after }: TwoRuns): string[] {
  return [`cost before  ${costText(before)}`, `cost after   ${costText(after)}`];
}

function costText({ cost }: Trace): string {
  const { queries, bytesSent, bytesReceived, elapsedMs } = cost;
  return `${queries} ${queries === 1 ? 'query' : 'queries'}, ${bytesSent} octets sent, ${bytesReceived} received, ${elapsedMs.toFixed(0)} ms`;
}
