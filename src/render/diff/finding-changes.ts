/**
 * Findings that are new or gone. One that the other run did not look for is neither.
 */

import { ROOT, sameName } from '../../message/name.ts';
import { addressesOf } from '../../resolver/delegation.ts';
import type { Finding } from '../../resolver/events.ts';
import type { Trace } from '../trace.ts';
import type { Change, TwoRuns } from './change.ts';

export interface FindingChanges {
  readonly changes: readonly Change[];
  readonly notes: readonly string[];
}

export function findingChanges({ before, after }: TwoRuns): FindingChanges {
  const gone = onlyIn(before, after);
  const fresh = onlyIn(after, before);
  return {
    changes: [
      ...gone.lookedFor.map(({ code, message }) => changeOf(code, message, null)),
      ...fresh.lookedFor.map(({ code, message }) => changeOf(code, null, message)),
    ],
    notes: [
      ...gone.others.map(({ code, message }) => `${code} before, not looked for now: ${message}`),
      ...fresh.others.map(({ code, message }) => `${code} now, not looked for before: ${message}`),
    ],
  };
}

function changeOf(where: string, before: string | null, after: string | null): Change {
  return { kind: 'finding', where, before, after };
}

/** The findings of a trace that the other has not, by whether the other could have them. */
function onlyIn(trace: Trace, other: Trace): Readonly<Record<'lookedFor' | 'others', readonly Finding[]>> {
  const there = new Set(other.findings.map(keyOf));
  const alone = trace.findings.filter((finding) => !there.has(keyOf(finding)));
  const lookedFor = alone.filter((finding) => couldBeSeen(finding, trace, other));
  return { lookedFor, others: alone.filter((finding) => !lookedFor.includes(finding)) };
}

/** How long something took, and from which port a stranger sent, is never twice the same. */
function keyOf({ code, message }: Finding): string {
  const lasting = message.replaceAll(/\d+(\.\d+)? ms/g, 'some ms').replaceAll(/#\d+/g, '#port');
  return `${code} ${lasting}`;
}

/**
 * False where the other run did not look: it made no survey, or its chance chose another server than the one that the
 * finding is about. A server that it could not have chosen is news.
 */
function couldBeSeen({ hop: id, message }: Finding, trace: Trace, other: Trace): boolean {
  const hop = trace.hops.find((each) => each.id === id);
  if (hop?.purpose === 'survey' && other.surveys.length === 0) return false;
  if (!hop || !message.includes(hop.server.address)) return true;
  const { address } = hop.server;
  const wasAsked = other.hops.some(
    ({ server, zone }) => server.address === address && sameName(zone, hop.zone),
  );
  return wasAsked || !(hop.zone === ROOT || addressesKnownIn(other).includes(address));
}

function addressesKnownIn({ hops }: Trace): string[] {
  return hops.flatMap(({ message }) =>
    addressesOf([...(message?.answers ?? []), ...(message?.additionals ?? [])]),
  );
}
