/** Runs with everything that a trace can have, and their saved forms. */

import { jsonText } from '../../src/render/json-text.ts';
import { traceDocument } from '../../src/render/trace-document.ts';
import { eventJson, systemEventJson } from '../../src/render/trace-events.ts';
import { traceOf, type Trace } from '../../src/render/trace.ts';
import type { WalkEvent } from '../../src/resolver/events.ts';
import { SAMPLE_COMPARISON, SAMPLE_SYSTEM, sampleEvents } from '../tui/sample-session.ts';
import { ROOT_ADDRESS, serving, walkIn } from './small-internet.ts';

export const documentOf = (trace: Trace): string => `${jsonText(traceDocument(trace), 2)}\n`;

export function ndjsonOf(events: readonly WalkEvent[], { system, comparison }: Trace): string {
  const lines = [...events.map(eventJson), ...(system ? [systemEventJson(system, comparison)] : [])];
  return lines.map((line) => `${jsonText(line)}\n`).join('');
}

/** An alias, a sub-walk, silence, refusal, what was not believed, and a computer that says otherwise. */
export const eventfulEvents: readonly WalkEvent[] = sampleEvents();
export const eventful: Trace = traceOf(eventfulEvents, SAMPLE_SYSTEM, SAMPLE_COMPARISON);

const surveyed = await walkIn(
  {
    [ROOT_ADDRESS]: serving({ '.': 'test NS ns.test.\nns.test. A 192.0.2.10\n' }),
    '192.0.2.10': serving({ test: '@ NS ns\nns A 192.0.2.10\nwww TXT "a \\027 b"\n' }),
  },
  'www.test',
  'TXT',
  { survey: true, mixCase: true },
);

/** All servers were asked, in random letters; the computer was not. */
export const surveyedEvents: readonly WalkEvent[] = surveyed.events;
export const surveyedTrace: Trace = traceOf(surveyed.events);
