/** A recorded walk made long. */

import type { Hop, WalkEvent } from '../../src/resolver/events.ts';
import { sampleEvents } from './sample-session.ts';

/** A walk that learns another name from each hop. */
export function longWalk(hops: number): WalkEvent[] {
  const events = sampleEvents();
  const { hop } = events.find((event) => event.type === 'hop' && event.hop.id === 8) as { hop: Hop };
  return [
    events[0]!,
    ...Array.from({ length: hops }, (_, i): WalkEvent[] => {
      const question = { ...hop.question, name: `ns${i}.dns-host.org.` };
      const answers = hop.message!.answers.map((record) => ({ ...record, name: question.name }));
      const next = {
        ...hop,
        id: i + 1,
        question,
        parent: null,
        startMs: 10 * i,
        message: { ...hop.message!, questions: [question], answers },
      };
      return [
        { type: 'query', hop: next },
        { type: 'hop', hop: next },
      ];
    }).flat(),
  ];
}
