/**
 * All that is known when two answers are compared: what the authoritative servers say, what the other voice says, and
 * what was found out besides.
 */

import type { Name } from '../message/name.ts';
import type { Question } from '../message/message.ts';
import type { Ending } from '../resolver/events.ts';
import type { ServerAnswer, SystemAnswer } from '../system/system-answer.ts';
import type { Side } from './answer-sides.ts';
import type { Verdict } from './comparison.ts';
import type { ProbeResults } from './probe-results.ts';

/** What the comparison has to know of a walk. */
export interface Walked {
  readonly ending: Ending;
  /** The servers of the zone that answered, or that the walk ended at. */
  readonly authorities: readonly { readonly server: Name; readonly address: string }[];
  /** Servers of the zone whose addresses the walk had no need of. */
  readonly unplaced?: readonly Name[];
  /** True where all of these that were asked have IPv6 addresses, and could not be reached. */
  readonly isIpv6OutOfReach: boolean;
}

export interface Circumstances {
  readonly question: Question;
  /** What the authoritative servers say. */
  readonly walk: Side;
  /** How the walk came to that. */
  readonly walked: Walked;
  /** What the computer says, or one resolver. */
  readonly voice: Side;
  /** As sentences call it: `this computer`, `192.0.2.53`. */
  readonly who: string;
  readonly verdict: Verdict;
  /** The whole computer; undefined where one resolver speaks for itself. */
  readonly system: SystemAnswer | undefined;
  /** The name servers behind the voice, in their order. */
  readonly servers: readonly ServerAnswer[];
  /** The one of them whose reply the voice has. */
  readonly speaker: ServerAnswer | undefined;
  readonly probes: ProbeResults;
}
