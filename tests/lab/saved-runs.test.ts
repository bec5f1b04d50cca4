/** What is printed of a run is printed of the saved run, octet for octet, in every world. */

import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { labSurroundings } from '../../src/cli/lab.ts';
import type { Surroundings } from '../../src/cli/surroundings.ts';
import { startTrace } from '../../src/cli/trace-run.ts';
import { loadWorld } from '../../src/lab/world.ts';
import { jsonText } from '../../src/render/json-text.ts';
import { savedTrace } from '../../src/render/saved-trace.ts';
import { coloured, plain } from '../../src/render/style.ts';
import { traceDocument } from '../../src/render/trace-document.ts';
import { eventJson, systemEventJson } from '../../src/render/trace-events.ts';
import { tracePcap } from '../../src/render/trace-pcap.ts';
import { shortText, traceText } from '../../src/render/trace-text.ts';
import { traceOf, type Trace } from '../../src/render/trace.ts';
import type { WalkEvent } from '../../src/resolver/events.ts';
import type { WalkOptions } from '../../src/resolver/walk.ts';

const FOLDER = 'fixtures/worlds';
const places: Surroundings[] = [];
afterAll(() => Promise.all(places.map((place) => place.close())));

interface Live {
  readonly events: readonly WalkEvent[];
  readonly trace: Trace;
  readonly json: string;
  readonly ndjson: string;
}

async function liveRun(worldName: string, options: WalkOptions): Promise<Live> {
  const place = await labSurroundings(worldName);
  places.push(place);
  const world = await loadWorld(FOLDER, worldName);
  const target = { question: { ...world.question, class: 1 }, typed: world.question.name };
  const run = startTrace(target, place, { ...place.habits, hints: place.hints, ...options });
  const events: WalkEvent[] = [];
  for await (const event of run.events) events.push(event);
  const walked = traceOf(events);
  const system = await run.system;
  const comparison = await run.compare(walked.ending, system);
  const trace = { ...walked, system, comparison };
  const said = [...events.map(eventJson), systemEventJson(system, comparison)];
  const ndjson = said.map((each) => `${jsonText(each)}\n`).join('');
  return { events, trace, json: `${jsonText(traceDocument(trace), 2)}\n`, ndjson };
}

const cases = readdirSync(FOLDER).flatMap((name) => [
  { name, options: {} },
  { name, options: { survey: true, mixCase: true, cookies: true, nsid: true } },
]);

describe.each(cases)('a run in the world $name with $options', ({ name, options }) => {
  it('is the same when it is read back', async () => {
    const live = await liveRun(name, options);
    for (const text of [live.json, live.ndjson]) {
      const { trace, events } = savedTrace(text);
      expect(traceText(trace, plain)).toBe(traceText(live.trace, plain));
      expect(traceText(trace, coloured)).toBe(traceText(live.trace, coloured));
      expect(shortText(trace)).toBe(shortText(live.trace));
      expect(`${jsonText(traceDocument(trace), 2)}\n`).toBe(live.json);
      expect(tracePcap(trace)).toEqual(tracePcap(live.trace));
      expect(trace.hops.map(({ message }) => message)).toEqual(live.trace.hops.map(({ message }) => message));
      const aliases = (all: readonly WalkEvent[]): WalkEvent[] =>
        all.filter((event) => event.type === 'alias' && event.parent === null);
      expect(aliases(events)).toEqual(aliases(live.events));
    }
    const { events, trace } = savedTrace(live.ndjson);
    const again = [...events.map(eventJson), systemEventJson(trace.system!, trace.comparison)];
    expect(again.map((each) => `${jsonText(each)}\n`).join('')).toBe(live.ndjson);
  });
});
