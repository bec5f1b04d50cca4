/** Runs of worlds of the lab, with what `trace` prints of them as JSON. */

import { gatherTrace, type TraceWishes } from '../../src/cli/gather-trace.ts';
import { labSurroundings } from '../../src/cli/lab.ts';
import { loadWorld } from '../../src/lab/world.ts';
import type { Surroundings } from '../../src/lookup/surroundings.ts';
import { jsonText } from '../../src/render/json-text.ts';
import { traceDocument } from '../../src/render/trace-document.ts';
import {
  eventJson,
  likeDigEventJson,
  systemEventJson,
  warmEventJson,
} from '../../src/render/trace-events.ts';
import type { Trace } from '../../src/render/trace.ts';
import type { WalkEvent } from '../../src/resolver/events.ts';
import type { WalkOptions } from '../../src/resolver/walk.ts';

const FOLDER = 'fixtures/worlds';
const places: Surroundings[] = [];

/** For `afterAll`. */
export async function closePlaces(): Promise<void> {
  await Promise.all(places.map((place) => place.close()));
}

export interface Live {
  readonly events: readonly WalkEvent[];
  readonly trace: Trace;
  readonly json: string;
  readonly ndjson: string;
}

/** `asked`: for another name than that which the world is about. */
export async function liveRun(
  worldName: string,
  options: WalkOptions,
  wishes: TraceWishes,
  asked?: { readonly name: string; readonly type: number },
): Promise<Live> {
  const place = await labSurroundings(worldName);
  places.push(place);
  const world = await loadWorld(FOLDER, worldName);
  const question = { ...(asked ?? world.question), class: 1 };
  // With its last dot, the computer would take a name for one that no file has.
  const typed = asked ? question.name.replace(/(?<=.)\.$/, '') : question.name;
  const target = { question, typed };
  const { signal } = new AbortController();
  const events: WalkEvent[] = [];
  let ndjson = '';
  const line = async (said: unknown): Promise<void> => {
    ndjson += `${jsonText(said)}\n`;
  };
  const walkOptions = { ...place.habits, hints: place.hints, ...options, signal };
  const trace = await gatherTrace(target, place, walkOptions, wishes, {
    event: (event) => {
      events.push(event);
      return line(eventJson(event));
    },
    system: (answer, comparison) => line(systemEventJson(answer, comparison)),
    warmEvent: (event) => line(warmEventJson(event)),
    likeDig: (seen) => line(likeDigEventJson(seen)),
  });
  return { events, trace, json: `${jsonText(traceDocument(trace), 2)}\n`, ndjson };
}
