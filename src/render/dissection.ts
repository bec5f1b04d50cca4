/**
 * A dissected message with all that is to be shown of it: where it came from, what every octet is, what is wrong, the
 * layers around it, and what another decoder makes of it. Text, JSON and HTML are made from this one value.
 */

import type { Layer } from '../capture/layer.ts';
import { contradictions } from '../message/breaks/contradictions.ts';
import { dissect, type Problem } from '../message/dissect.ts';
import type { Message } from '../message/message.ts';
import type { Span } from '../message/spans.ts';

export interface DissectedMessage {
  readonly octets: Uint8Array;
  /** Absent where there is not even a header. */
  readonly message?: Message;
  readonly spans: readonly Span[];
  readonly problems: readonly ShownProblem[];
  readonly source: DissectionSource;
  readonly around?: FrameLayers;
  readonly secondOpinion?: SecondOpinion;
}

/** The layers around the message, and the frame that their offsets count in. */
export interface FrameLayers {
  readonly layers: readonly Layer[];
  readonly frame: Uint8Array;
  /** True where nobody sent the frame: it was made to show what one would be like. */
  readonly isBuilt: boolean;
}

/** An `error` is something that cannot be read; a `warning` something that can, and should not be so. */
export interface ShownProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly offset: number;
  readonly message: string;
  readonly rfc: string;
}

export interface DissectionSource {
  /** What it was recognised as, and by what: `pcap`, `starts with the magic number of pcap`. */
  readonly kind: string;
  readonly why: string;
  /** `packet 3`; empty where the input is one message and nothing else. */
  readonly where: string;
  readonly timeMs?: number;
  /** `192.0.2.1#53`. */
  readonly source?: string;
  readonly destination?: string;
  readonly transport?: string;
  readonly problems: readonly string[];
}

export interface SecondOpinion {
  readonly decoder: string;
  readonly verdict: 'agrees' | 'differs' | 'refuses' | 'crashes';
  /** The error, where there is one. */
  readonly message: string;
  readonly differences: readonly Difference[];
}

export interface Difference {
  /** `answer 2 data`. */
  readonly what: string;
  readonly ours: string;
  readonly theirs: string;
}

export function dissectMessage(
  octets: Uint8Array,
  source: DissectionSource,
  around?: FrameLayers,
): DissectedMessage {
  const { message, spans, problems } = dissect(octets);
  const errors = problems.map((problem): ShownProblem => {
    const { code, offset, message: text } = problem;
    return { code, severity: 'error', offset, message: withoutPlace(text), rfc: rfcOf(problem) };
  });
  // Of a message that could not be read to its end, nothing can be said that needs all of it.
  const warnings =
    message && !hasUnread(spans)
      ? contradictions(message).map((found): ShownProblem => ({ ...found, severity: 'warning' }))
      : [];
  const found = [...errors, ...warnings].toSorted((a, b) => a.offset - b.offset);
  return {
    octets,
    ...(message ? { message } : {}),
    spans,
    problems: found,
    source,
    ...(around ? { around } : {}),
  };
}

export const NO_SOURCE: DissectionSource = { kind: 'octets', why: '', where: '', problems: [] };

function hasUnread(spans: readonly Span[]): boolean {
  return spans.some(({ label, children }) => label === UNREAD || hasUnread(children));
}

/** The label of octets that could not be read. */
export const UNREAD = 'unread';

/** The offset stands beside the problem wherever one is shown. */
function withoutPlace(text: string): string {
  return text.replace(/ \(octet \d+\)$/, '');
}

/** The rule that is broken: told by the problem, or in the parentheses of its sentence. */
function rfcOf(problem: Problem & { readonly rfc?: string }): string {
  return problem.rfc ?? /\((RFC \d[^)]*)\)/.exec(problem.message)?.[1] ?? '';
}
