/**
 * Runs the built program inside a namespace, and the trace document as far as these tests read it.
 */

import { join } from 'node:path';
import { scanRecord } from '../../src/message/record-text.ts';
import { answerSet, type Outcome } from '../support/scenario.ts';
import type { Finished, Namespace } from './namespace.ts';

export const PROGRAM = join(import.meta.dirname, '../../dist/rootwalk.js');

interface RecordJson {
  readonly name: string;
  readonly type: string;
  readonly class: string;
  readonly ttl: number;
  readonly data: string;
}

export interface HopJson {
  readonly id: number;
  readonly parent: number | null;
  readonly purpose: string;
  readonly zone: string;
  readonly question: { readonly name: string; readonly type: string };
  readonly server: {
    readonly name: string;
    readonly address: string;
    readonly port: number;
    readonly source: string;
  };
  readonly transport: string;
  readonly outcome: string;
  readonly rcode: string | null;
  readonly query: string;
  readonly reply: string | null;
  readonly next: { readonly zone: string } | null;
}

export interface TraceJson {
  readonly schema: string;
  readonly question: { readonly name: string; readonly type: string; readonly class: string };
  readonly status: string;
  readonly reason: string | null;
  readonly message?: string;
  readonly rcode: string;
  readonly aliases: readonly string[];
  readonly answers: readonly RecordJson[];
  readonly addresses: readonly string[];
  readonly hops: readonly HopJson[];
  readonly system: { readonly source: string; readonly addresses: readonly string[] } | null;
  readonly comparison: {
    readonly verdict: string;
    readonly findings: readonly FindingJson[];
  } | null;
}

interface FindingJson {
  readonly code: string;
  readonly message: string;
  readonly evidence?: readonly string[];
}

export type ComparisonJson = NonNullable<TraceJson['comparison']>;

interface ComparedJson {
  readonly comparison: ComparisonJson | null;
  readonly resolvers?: readonly { readonly comparison: ComparisonJson }[];
}

export function rootwalk(namespace: Namespace, ...args: string[]): Promise<Finished> {
  return namespace.run(process.execPath, [PROGRAM, ...args]);
}

/** `trace … --format json`, read. */
export async function traceJson(
  namespace: Namespace,
  args: readonly string[],
): Promise<Finished & { readonly document: TraceJson }> {
  const finished = await documentOf(namespace, ['trace', ...args]);
  return { ...finished, document: finished.document as TraceJson };
}

/** What the documents of `trace` and `compare` say of the two sides, and of each other server that was named. */
export async function comparisonJson(
  namespace: Namespace,
  args: readonly string[],
): Promise<Finished & ComparedJson> {
  const { document, ...finished } = await documentOf(namespace, args);
  const { comparison, resolvers } = document as ComparedJson;
  return { ...finished, comparison, ...(resolvers ? { resolvers } : {}) };
}

async function documentOf(
  namespace: Namespace,
  args: readonly string[],
): Promise<Finished & { readonly document: unknown }> {
  const finished = await rootwalk(namespace, ...args, '--format', 'json');
  try {
    return { ...finished, document: JSON.parse(finished.stdout) as unknown };
  } catch (cause) {
    const seen = `exit ${finished.status}\nstdout: ${finished.stdout.slice(0, 2000)}\nstderr: ${finished.stderr}`;
    throw new Error(`${args.join(' ')}: no document\n${seen}`, { cause });
  }
}

/** `name TYPE data` of each record, sorted: the order within an RRset means nothing. */
export function recordSet(records: readonly { name: string; type: string; data: string }[]): string[] {
  return records.map(({ name, type, data }) => `${name.toLowerCase()} ${type} ${data}`).toSorted();
}

/** What a document comes down to, comparable with what other resolvers say. */
export function outcomeOf({ status, rcode, answers }: TraceJson): Outcome {
  const records = answers.map((answer) =>
    scanRecord(`${answer.name} ${answer.ttl} ${answer.class} ${answer.type} ${answer.data}`),
  );
  return { rcode, answer: answerSet(status === 'failure' ? [] : records) };
}
