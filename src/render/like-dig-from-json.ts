/**
 * What `dig +trace` would have done from its JSON: the inverse of `likeDigJson`. Whether a hop misleads, and its message, are
 * made of its notes again.
 */

import type { DigAsk, DigBehaviour } from '../compare/dig-choice.ts';
import type { DigEnding } from '../compare/dig-ending.ts';
import type { DigNote } from '../compare/dig-notes.ts';
import type { LikeDig } from '../compare/like-dig.ts';
import type { JsonPlace } from '../message/json-place.ts';
import { listOf, member, name, text, trueOrFalse, whole, wordOf } from './json-reading.ts';

export function likeDigFromJson(place: JsonPlace): LikeDig {
  return {
    ending: member(place, 'ending', ending),
    message: member(place, 'message', text),
    hops: member(
      place,
      'hops',
      listOf((at) => ({
        hop: member(at, 'hop', whole()),
        asks: member(at, 'asks', listOf(askFromJson)),
        notes: member(at, 'notes', listOf(noteFromJson)),
      })),
    ),
  };
}

function askFromJson(place: JsonPlace): DigAsk {
  return {
    server: member(place, 'server', name),
    // As this computer says it: a link-local one has the name of an interface behind it.
    address: member(place, 'address', text),
    from: member(place, 'from', text),
    does: member(place, 'does', behaviour),
  };
}

function noteFromJson(place: JsonPlace): DigNote {
  return { text: member(place, 'text', text), misleads: member(place, 'misleads', trueOrFalse) };
}

const ending = wordOf<DigEnding>({
  same: 1,
  alias: 1,
  'no-answer': 1,
  'by-chance': 1,
  misdirected: 1,
  'cannot-start': 1,
});

const behaviour = wordOf<DigBehaviour>({
  'goes-on': 1,
  ends: 1,
  believes: 1,
  again: 1,
  waits: 1,
  passes: 1,
  untried: 1,
  strange: 1,
});
