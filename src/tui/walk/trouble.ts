/**
 * Which hops went wrong: those without a reply that the walk could use, and the searches for a server that does not exist.
 */

import type { Outcome } from '../../resolver/events.ts';
import { isFinished, type HopEntry } from './walk-state.ts';

/** Something failed, or something was found there. */
export function isTroubled(entry: HopEntry): boolean {
  return entry.findings.length > 0 || isFailed(entry) || isServerMissing(entry);
}

export function isFailed({ hop }: HopEntry): boolean {
  return isFinished(hop) && FAILED.has(hop.outcome);
}

/** That a name does not exist answers a question, but leaves a zone without that server. */
function isServerMissing({ hop }: HopEntry): boolean {
  return isFinished(hop) && hop.outcome === 'nxdomain' && hop.purpose === 'nameserver-address';
}

const FAILED: ReadonlySet<Outcome> = new Set<Outcome>([
  'refused',
  'servfail',
  'formerr',
  'notimp',
  'lame',
  'timeout',
  'unreachable',
  'malformed',
  'useless',
]);
