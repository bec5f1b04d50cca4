/** What is printed of a run is printed of the saved run, octet for octet, in every world. */

import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { labSurroundings } from '../../src/cli/lab.ts';
import type { Surroundings } from '../../src/lookup/surroundings.ts';
import { gatherTrace, type TraceWishes } from '../../src/cli/gather-trace.ts';
import { loadWorld } from '../../src/lab/world.ts';
import { jsonText } from '../../src/render/json-text.ts';
import { savedTrace } from '../../src/render/saved-trace.ts';
import { coloured, plain } from '../../src/render/style.ts';
import { traceDocument } from '../../src/render/trace-document.ts';
import {
  eventJson,
  likeDigEventJson,
  runJson,
  systemEventJson,
  warmEventJson,
} from '../../src/render/trace-events.ts';
import { tracePcap } from '../../src/render/trace-pcap.ts';
import { shortText, traceText } from '../../src/render/trace-text.ts';
import type { Trace } from '../../src/render/trace.ts';
import type { WalkEvent } from '../../src/resolver/events.ts';
import type { WalkOptions } from '../../src/resolver/walk.ts';
import { faultsOf } from '../support/closed-schema.ts';

const FOLDER = 'fixtures/worlds';
const places: Surroundings[] = [];
afterAll(() => Promise.all(places.map((place) => place.close())));

interface Live {
  readonly events: readonly WalkEvent[];
  readonly trace: Trace;
  readonly json: string;
  readonly ndjson: string;
}

async function liveRun(worldName: string, options: WalkOptions, wishes: TraceWishes): Promise<Live> {
  const place = await labSurroundings(worldName);
  places.push(place);
  const world = await loadWorld(FOLDER, worldName);
  const target = { question: { ...world.question, class: 1 }, typed: world.question.name };
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

interface Case {
  readonly name: string;
  readonly options: WalkOptions;
  readonly wishes: TraceWishes;
}

const cases = readdirSync(FOLDER).flatMap((name): Case[] => [
  { name, options: {}, wishes: {} },
  { name, options: { survey: true, mixCase: true, cookies: true, nsid: true }, wishes: {} },
  { name, options: {}, wishes: { twice: true, likeDig: true } },
]);

// Most of the time is waiting, for servers that are slow or silent.
describe.concurrent.each(cases)(
  'a run in the world $name with $options and $wishes',
  ({ name, options, wishes }) => {
    it('is the same when it is read back', { timeout: 20_000 }, async () => {
      const live = await liveRun(name, options, wishes);
      expect(live.trace).toMatchObject(wishes.twice ? { warm: {}, likeDig: {} } : {});
      expect(faultsOf('trace', JSON.parse(live.json))).toEqual([]);
      const lines = live.ndjson.trimEnd().split('\n');
      expect(lines.flatMap((line) => faultsOf('events', JSON.parse(line)))).toEqual([]);
      for (const text of [live.json, live.ndjson]) {
        const { trace, events } = savedTrace(text);
        expect(traceText(trace, plain)).toBe(traceText(live.trace, plain));
        expect(traceText(trace, coloured)).toBe(traceText(live.trace, coloured));
        expect(traceText(trace, plain, 100, 'all')).toBe(traceText(live.trace, plain, 100, 'all'));
        expect(shortText(trace)).toBe(shortText(live.trace));
        expect(`${jsonText(traceDocument(trace), 2)}\n`).toBe(live.json);
        expect(tracePcap(trace)).toEqual(tracePcap(live.trace));
        expect(trace.hops.map(({ message }) => message)).toEqual(
          live.trace.hops.map(({ message }) => message),
        );
        const aliases = (all: readonly WalkEvent[]): WalkEvent[] =>
          all.filter((event) => event.type === 'alias' && event.parent === null);
        expect(aliases(events)).toEqual(aliases(live.events));
      }
      const { trace, ...told } = savedTrace(live.ndjson);
      const again = runJson({ ...trace, ...told });
      expect(again.map((each) => `${jsonText(each)}\n`).join('')).toBe(live.ndjson);
    });
  },
);
