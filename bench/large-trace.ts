/**
 * A saved walk as long as one likes: the exchanges of a walk in the lab, over and over, each reply with as many records
 * as one likes.
 */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { encode } from '../src/message/encode.ts';
import type { Message } from '../src/message/message.ts';
import { scanRecord } from '../src/message/record-text.ts';
import { jsonText } from '../src/render/json-text.ts';
import { savedTrace } from '../src/render/saved-trace.ts';
import { eventJson } from '../src/render/trace-events.ts';
import type { Hop, WalkEvent } from '../src/resolver/events.ts';

const WALK = fileURLToPath(new URL('../fixtures/walks/answer.ndjson', import.meta.url));

/** As `trace --format ndjson` writes it. */
export function largeTrace(hops: number, recordsEach: number): string {
  const events = savedTrace(readFileSync(WALK, 'utf8')).events;
  const patterns = events.flatMap((event) => (event.type === 'hop' ? [event.hop] : []));
  const large: WalkEvent[] = events.filter(({ type }) => type === 'start');
  for (let place = 0; place < hops; place++) {
    const hop = repeated(patterns, place, recordsEach);
    large.push({ type: 'query', hop }, { type: 'hop', hop });
  }
  large.push(...events.filter(({ type }) => type === 'end'));
  return large.map((event) => `${jsonText(eventJson(event))}\n`).join('');
}

function repeated(patterns: readonly Hop[], place: number, records: number): Hop {
  const pattern = patterns[place % patterns.length]!;
  const before = place - (place % patterns.length);
  const message = withRecords(pattern.message!, place, records);
  return {
    ...pattern,
    id: place + 1,
    parent: pattern.parent === null ? null : pattern.parent + before,
    startMs: place * 10,
    message,
    reply: encode(message),
  };
}

function withRecords(message: Message, place: number, records: number): Message {
  const { answers, authorities, additionals } = message;
  const missing = records - answers.length - authorities.length - additionals.length;
  const more = Array.from({ length: Math.max(0, missing) }, (_, i) =>
    scanRecord(`server-${i}.hop-${place}.example.com. 300 IN A 192.0.2.${i + 1}`),
  );
  return { ...message, additionals: [...additionals, ...more] };
}
