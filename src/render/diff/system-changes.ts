/**
 * What changed in this computer's own answer and in its comparison with the walk. The TTLs of a cache count down, so they
 * say nothing.
 */

import type { Cause } from '../../compare/comparison.ts';
import { rcodeName, typeName } from '../../message/codes.ts';
import { printRdata } from '../../message/record-text.ts';
import type { SystemAnswer } from '../../system/system-answer.ts';
import { changed, type Change, type TwoRuns, type Value } from './change.ts';

export function systemChanges({ before, after }: TwoRuns): Change[] {
  if (!before.system || !after.system) return [];
  const [left, right] = [factsOf(before.system), factsOf(after.system)];
  return [
    ...left.flatMap(([fact, value], i) => changed('system', fact, value, right[i]![1])),
    ...changed(
      'comparison',
      'verdict',
      before.comparison?.verdict ?? null,
      after.comparison?.verdict ?? null,
    ),
    ...causeChanges(before.comparison?.findings ?? [], after.comparison?.findings ?? []),
  ];
}

export function systemNotes({ before, after }: TwoRuns): string[] {
  if ((before.system === undefined) === (after.system === undefined)) return [];
  return [`only the run ${before.system ? 'before' : 'after'} asked the computer`];
}

function factsOf(system: SystemAnswer): [fact: string, value: Value][] {
  const { source, addresses, names, records, rcode, error, tried, sources, nameServers } = system;
  return [
    ['source', source],
    ['addresses', addresses.toSorted()],
    ['names', names.toSorted()],
    [
      'records from its name server',
      records.map((record) => `${typeName(record.type)} ${printRdata(record)}`).toSorted(),
    ],
    ['response code', rcode === null ? null : rcodeName(rcode)],
    ['error', error],
    ['names tried', tried],
    ['order of sources', sources],
    ['name servers', nameServers],
  ];
}

function causeChanges(before: readonly Cause[], after: readonly Cause[]): Change[] {
  const codes = [...new Set([...before, ...after].map(({ code }) => code))];
  const said = (causes: readonly Cause[], code: string): string | null =>
    causes.find((cause) => cause.code === code)?.message ?? null;
  return codes.flatMap((code) => changed('cause', code, said(before, code), said(after, code)));
}
