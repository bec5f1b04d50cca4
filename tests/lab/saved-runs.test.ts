/** What is printed of a run is printed of the saved run, octet for octet, in every world. */

import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { TraceWishes } from '../../src/cli/gather-trace.ts';
import { jsonText } from '../../src/render/json-text.ts';
import { savedTrace } from '../../src/render/saved-trace.ts';
import { coloured, plain } from '../../src/render/style.ts';
import { traceDocument } from '../../src/render/trace-document.ts';
import { runJson } from '../../src/render/trace-events.ts';
import { tracePcap } from '../../src/render/trace-pcap.ts';
import { shortText, traceText } from '../../src/render/trace-text.ts';
import type { WalkOptions } from '../../src/resolver/walk.ts';
import type { WalkEvent } from '../../src/resolver/events.ts';
import { faultsOf } from '../support/closed-schema.ts';
import { closePlaces, liveRun } from '../support/live-run.ts';

const FOLDER = 'fixtures/worlds';
afterAll(closePlaces);

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
