/**
 * The events of a walk from their NDJSON: the inverse of `eventJson` and `systemEventJson`, line by line.
 */

import type { Comparison } from '../compare/comparison.ts';
import { JsonPlace, MessageJsonError } from '../message/json-place.ts';
import type { WalkEvent, ZoneServer } from '../resolver/events.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
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
import { comparisonFromJson, systemFromJson } from './system-from-json.ts';
import { EVENTS_SCHEMA } from './trace-events.ts';
import {
  checkedHops,
  checkSchema,
  costFromJson,
  endingFromJson,
  findingFromJson,
  surveyFromJson,
} from './trace-from-document.ts';

export interface SavedEvents {
  readonly events: readonly WalkEvent[];
  readonly system: SystemAnswer | undefined;
  readonly comparison: Comparison | undefined;
}

/** Throws MessageJsonError with the number of the line that is wrong. */
export function eventsFromNdjson(ndjson: string): SavedEvents {
  const events: WalkEvent[] = [];
  let said: Pick<SavedEvents, 'system' | 'comparison'> | undefined;
  for (const [number, line] of linesOf(ndjson)) {
    inLine(number, () => {
      const place = new JsonPlace(parsed(line), '');
      if (isBeside(place)) return;
      const kind = member(place, 'event', eventName);
      const last = events.at(-1)?.type;
      if ((kind === 'start') !== (last === undefined)) throw place.error('a walk has one start, at first');
      if ((kind === 'system') !== (last === 'end')) {
        throw place.error('only what this computer says comes after the end, and not before it');
      }
      if (said) throw place.error('after what this computer says there is nothing more');
      if (kind === 'system') said = saidBySystem(place);
      else events.push(READERS[kind](place));
    });
  }
  if (events.at(-1)?.type !== 'end') {
    throw new MessageJsonError('', 'the events stop before the end of the walk: the file is not whole');
  }
  checkedHops(events.flatMap((event) => (event.type === 'hop' ? [event.hop] : [])));
  return { events, system: said?.system, comparison: said?.comparison };
}

/** What `--twice` and `--like-dig` add: a second walk, and a view of the first. The walk is whole without them. */
function isBeside({ value }: JsonPlace): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ('walk' in value && value.walk === 'warm') || ('event' in value && value.event === 'likeDig');
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

function saidBySystem(place: JsonPlace): Pick<SavedEvents, 'system' | 'comparison'> {
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
  }),
  recall: (place) => ({
    type: 'recall',
    question: member(place, 'question', question),
    purpose: member(place, 'purpose', purpose),
    parent: member(place, 'parent', orNull(whole())),
    zone: member(place, 'zone', name),
    records: member(place, 'records', listOf(record)),
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

const eventName = wordOf<WalkEvent['type'] | 'system'>({ ...READERS, system: 1 });

function zoneServerFromJson(place: JsonPlace): ZoneServer {
  const known = (at: JsonPlace): ZoneServer['addresses'][number] => ({
    address: member(at, 'address', address),
    source: member(at, 'source', addressSource),
  });
  return { name: member(place, 'name', name), addresses: member(place, 'addresses', listOf(known)) };
}
