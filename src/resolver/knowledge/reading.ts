/**
 * A finished exchange read again as the walk read it: what of the reply it believed, and what that means. The events
 * have the reply and what was dropped of it; the verdict is a function of the two.
 */

import { scrub, type Scrubbed } from '../bailiwick.ts';
import { classify, type Verdict } from '../classify.ts';
import { addressesOf, childSideOf, type ChildSide } from '../delegation.ts';
import type { Hop } from '../events.ts';
import type { Message } from '../../message/message.ts';

export interface Reading {
  readonly message: Message;
  readonly scrubbed: Scrubbed;
  readonly verdict: Verdict;
  readonly childSide: ChildSide | undefined;
}

/** Undefined where there is no reply that could be read. */
export function readingOf({ message, question, zone, dropped }: Hop): Reading | undefined {
  if (!message) return undefined;
  const forbidden = new Set(
    addressesOf(dropped.filter(({ reason }) => reason === 'forbidden-address').map(({ record }) => record)),
  );
  const scrubbed = scrub(message, question, zone, (address) => !forbidden.has(address));
  const verdict = classify(message, scrubbed, question, zone);
  const childSide = message.header.aa ? childSideOf(scrubbed, zone) : undefined;
  return { message, scrubbed, verdict, childSide };
}
