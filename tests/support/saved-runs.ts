/** Runs with everything that a trace can have, and their saved forms. */

import { jsonText } from '../../src/render/json-text.ts';
import { traceDocument } from '../../src/render/trace-document.ts';
import {
  eventJson,
  likeDigEventJson,
  systemEventJson,
  warmEventJson,
} from '../../src/render/trace-events.ts';
import { traceOf, warmWalkOf, type Trace } from '../../src/render/trace.ts';
import type { WalkEvent } from '../../src/resolver/events.ts';
import { SAMPLE_COMPARISON, SAMPLE_SYSTEM, sampleEvents } from '../tui/sample-session.ts';
import { ROOT_ADDRESS, serving, walkIn } from './small-internet.ts';

export const documentOf = (trace: Trace): string => `${jsonText(traceDocument(trace), 2)}\n`;

/** What `trace --format ndjson` writes, line by line. */
export function ndjsonOf(
  events: readonly WalkEvent[],
  { system, comparison, likeDig }: Trace,
  warmEvents: readonly WalkEvent[] = [],
): string {
  const lines = [
    ...events.map(eventJson),
    ...(system ? [systemEventJson(system, comparison)] : []),
    ...warmEvents.map(warmEventJson),
    ...(likeDig ? [likeDigEventJson(likeDig)] : []),
  ];
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

/** A second walk in which not all was remembered, and a dig that goes astray. */
const again = await walkIn(
  {
    [ROOT_ADDRESS]: serving({ '.': 'test NS ns.test.\nns.test. A 192.0.2.10\n' }),
    '192.0.2.10': serving({ test: '@ NS ns\nns A 192.0.2.10\nwww A 192.0.2.80\n' }),
  },
  'www.test',
  'A',
);
export const warmEvents: readonly WalkEvent[] = again.events;
export const doubled: Trace = {
  ...eventful,
  warm: warmWalkOf(warmEvents, eventful),
  likeDig: {
    ending: 'misdirected',
    message: 'dig +trace would have come to the same answer; but in 1 of 2 runs it would have gone astray',
    hops: [
      { hop: 1, asks: [], notes: [] },
      {
        hop: 2,
        asks: [{ server: 'ns.test.', address: 'fe80::1%eth0', from: '/etc/hosts:4', does: 'strange' }],
        notes: [
          { text: 'asks one of 2 addresses by chance; and this is one note', misleads: false },
          { text: 'asks fe80::1%eth0 for ns.test.', misleads: true },
        ],
      },
    ],
  },
};

/** All of them: the run, the events of its walk, and those of its second walk. */
export const runs = [
  { what: 'with a computer', trace: eventful, events: eventfulEvents, again: [] },
  { what: 'with a survey', trace: surveyedTrace, events: surveyedEvents, again: [] },
  { what: 'with a second walk, and dig', trace: doubled, events: eventfulEvents, again: warmEvents },
];
