/**
 * A run from its NDJSON, line by line: the inverse of `runJson`. First the walk, then what was asked for beside it, each in
 * its place: this computer, a second walk, what dig would have done.
 */

import type { LikeDig } from '../compare/like-dig.ts';
import { JsonPlace, MessageJsonError } from '../message/json-place.ts';
import type { WalkEvent, ZoneServer } from '../resolver/events.ts';
import { addressSource, hopFromJson, hopStartFromJson, purpose } from './hop-from-json.ts';
import {
  address,
  listOf,
  member,
  moment,
  name,
  optional,
  orNull,
  question,
  record,
  whole,
  wordOf,
} from './json-reading.ts';
import { likeDigFromJson } from './like-dig-from-json.ts';
import { comparisonFromJson, systemFromJson } from './system-from-json.ts';
import { EVENTS_SCHEMA, type RunEvents } from './trace-events.ts';
import {
  checkedHops,
  checkSchema,
  costFromJson,
  endingFromJson,
  findingFromJson,
  surveyFromJson,
} from './trace-from-document.ts';

/** Throws MessageJsonError with the number of the line that is wrong. */
export function eventsFromNdjson(ndjson: string): RunEvents {
  const events: WalkEvent[] = [];
  const warmEvents: WalkEvent[] = [];
  let said: Pick<RunEvents, 'system' | 'comparison'> | undefined;
  let likeDig: LikeDig | undefined;
  for (const [number, line] of linesOf(ndjson)) {
    inLine(number, () => {
      const place = new JsonPlace(parsed(line), '');
      const walked = optional(place, 'walk', wordOf({ warm: 1 })) === 'warm' ? warmEvents : events;
      const kind = member(place, 'event', walked === warmEvents ? walkEventName : eventName);
      if (likeDig) throw place.error('after what dig would have done there is nothing more');
      if (kind !== 'system' && kind !== 'likeDig') {
        if (walked === warmEvents) checkEnded(events, place);
        else if (said || warmEvents.length > 0) throw place.error(OUT_OF_PLACE);
        walked.push(nextOf(walked, kind, place));
        return;
      }
      checkEnded(events, place);
      if (warmEvents.length > 0) checkEnded(warmEvents, place);
      if (kind === 'likeDig') {
        likeDig = likeDigFromJson(place);
      } else {
        if (said || warmEvents.length > 0) throw place.error(OUT_OF_PLACE);
        said = saidBySystem(place);
      }
    });
  }
  checkWhole(events);
  if (warmEvents.length > 0) checkWhole(warmEvents);
  return {
    events,
    system: said?.system,
    comparison: said?.comparison,
    ...(warmEvents.length > 0 ? { warmEvents } : {}),
    ...(likeDig ? { likeDig } : {}),
  };
}

const OUT_OF_PLACE =
  'after the walk comes what this computer says, once, then a second walk, then what dig would have done';

function nextOf(walked: readonly WalkEvent[], kind: WalkEvent['type'], place: JsonPlace): WalkEvent {
  const last = walked.at(-1)?.type;
  if ((kind === 'start') !== (last === undefined)) throw place.error('a walk has one start, at first');
  if (last === 'end') throw place.error(OUT_OF_PLACE);
  return READERS[kind](place);
}

function checkEnded(walked: readonly WalkEvent[], place: JsonPlace): void {
  if (walked.at(-1)?.type !== 'end') throw place.error('this cannot stand before the end of the walk');
}

function checkWhole(walked: readonly WalkEvent[]): void {
  if (walked.at(-1)?.type !== 'end') {
    throw new MessageJsonError('', 'the events stop before the end of the walk: the file is not whole');
  }
  checkedHops(walked.flatMap((event) => (event.type === 'hop' ? [event.hop] : [])));
}

/** Such a file begins with the event of a start. */
export function isNdjson(text: string): boolean {
  return /^\s*\{\s*"event"\s*:/.test(text);
}

function linesOf(ndjson: string): [number: number, line: string][] {
  const lines = ndjson.split('\n').map((line, i): [number, string] => [i + 1, line]);
  return lines.filter(([, line]) => line.trim() !== '');
}

function inLine(number: number, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (error instanceof MessageJsonError) throw new MessageJsonError(`line ${number}`, error.message);
    throw error;
  }
}

export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) throw new MessageJsonError('', `this is no JSON: ${error.message}`);
    throw error;
  }
}

function saidBySystem(place: JsonPlace): Pick<RunEvents, 'system' | 'comparison'> {
  return {
    system: member(place, 'system', systemFromJson),
    comparison: member(place, 'comparison', orNull(comparisonFromJson)) ?? undefined,
  };
}

type Readers = {
  readonly [Type in WalkEvent['type']]: (place: JsonPlace) => Extract<WalkEvent, { readonly type: Type }>;
};

const READERS: Readers = {
  start: (place) => {
    optional(place, 'schema', (at) => checkSchema(at, EVENTS_SCHEMA));
    return {
      type: 'start',
      question: member(place, 'question', question),
      at: member(place, 'startedAt', moment),
    };
  },
  zone: (place) => ({
    type: 'zone',
    question: member(place, 'question', question),
    zone: member(place, 'zone', name),
    purpose: member(place, 'purpose', purpose),
    parent: member(place, 'parent', orNull(whole())),
    from: member(place, 'from', wordOf({ hints: 1, referral: 1, cache: 1 })),
    hop: member(place, 'hop', orNull(whole())),
    servers: member(place, 'servers', listOf(zoneServerFromJson)),
    ...given('ttlSeconds', optional(place, 'ttlSeconds', whole())),
  }),
  recall: (place) => ({
    type: 'recall',
    question: member(place, 'question', question),
    purpose: member(place, 'purpose', purpose),
    parent: member(place, 'parent', orNull(whole())),
    zone: member(place, 'zone', name),
    records: member(place, 'records', listOf(record)),
    ...given('outcome', optional(place, 'outcome', wordOf({ answer: 1, alias: 1, nodata: 1, nxdomain: 1 }))),
    ...given('negativeTtl', optional(place, 'negativeTtl', orNull(whole()))),
  }),
  query: (place) => ({ type: 'query', hop: hopStartFromJson(place) }),
  hop: (place) => ({ type: 'hop', hop: hopFromJson(place) }),
  alias: (place) => ({
    type: 'alias',
    hop: member(place, 'hop', orNull(whole())),
    parent: member(place, 'parent', orNull(whole())),
    owner: member(place, 'owner', name),
    via: member(place, 'via', wordOf({ CNAME: 1, DNAME: 1 })),
    target: member(place, 'target', name),
  }),
  survey: surveyFromJson,
  finding: (place) => ({ type: 'finding', finding: findingFromJson(place) }),
  end: (place) => ({
    type: 'end',
    ending: endingFromJson(place),
    cost: member(place, 'cost', costFromJson),
  }),
};

const walkEventName = wordOf<WalkEvent['type']>(READERS);
const eventName = wordOf<WalkEvent['type'] | 'system' | 'likeDig'>({ ...READERS, system: 1, likeDig: 1 });

/** A member that need not be there. */
function given<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]: Value });
}

function zoneServerFromJson(place: JsonPlace): ZoneServer {
  const known = (at: JsonPlace): ZoneServer['addresses'][number] => ({
    address: member(at, 'address', address),
    source: member(at, 'source', addressSource),
  });
  return { name: member(place, 'name', name), addresses: member(place, 'addresses', listOf(known)) };
}
