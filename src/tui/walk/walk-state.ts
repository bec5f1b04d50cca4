/**
 * A walk as the screen knows it: its events folded into a list of hops in tree order, the ending, and what
 * this computer said to the same question. Pure; the words and the columns are made elsewhere.
 */

import type { Comparison } from '../../compare/comparison.ts';
import type { Question } from '../../message/message.ts';
import type { Cost, Ending, Finding, Hop, HopStart, Survey, WalkEvent } from '../../resolver/events.ts';
import type { SurveyProgress } from '../../resolver/survey/survey-progress.ts';
import type { ResolverVoice } from '../../render/compare.ts';
import type { SystemAnswer } from '../../system/system-answer.ts';

type AliasEvent = Extract<WalkEvent, { type: 'alias' }>;

/** A hop in the list: `depth` counts the sub-walks it lies in. */
export interface HopEntry {
  readonly hop: HopStart | Hop;
  readonly depth: number;
  /** What the walk or sub-walk wants to know in the end; the hop itself may ask for less (RFC 9156). */
  readonly aim: Question;
  readonly aliases: readonly AliasEvent[];
  readonly findings: readonly Finding[];
}

export interface WalkState {
  readonly question: Question | null;
  /** Each hop followed by the hops of the sub-walks that it made necessary; otherwise as they arrived. */
  readonly hops: readonly HopEntry[];
  /** The exchanges of the surveys, as they arrived; they are no part of the path. */
  readonly surveyHops: readonly HopEntry[];
  /** How far they are; null before the first of them. */
  readonly surveyed: SurveyProgress | null;
  /** One a zone, as they were finished. */
  readonly surveys: readonly Survey[];
  /** What is being looked for below each hop, and on the main path: null. */
  readonly aims: ReadonlyMap<number | null, Question>;
  /** The hop that the last event was about. */
  readonly newest: number | null;
  readonly findings: readonly Finding[];
  readonly ending: Ending | null;
  readonly cost: Cost | null;
  readonly system: SystemAnswer | null;
  readonly comparison: Comparison | null;
  /** Those that were asked beside this computer. */
  readonly resolvers: readonly ResolverVoice[];
}

export const NEW_WALK: WalkState = {
  question: null,
  hops: [],
  surveyHops: [],
  surveyed: null,
  surveys: [],
  aims: new Map(),
  newest: null,
  findings: [],
  ending: null,
  cost: null,
  system: null,
  comparison: null,
  resolvers: [],
};

/** True once the exchange is over: the hop has an outcome. */
export function isFinished(hop: HopStart | Hop): hop is Hop {
  return 'outcome' in hop;
}

export function withEvent(walk: WalkState, event: WalkEvent): WalkState {
  switch (event.type) {
    case 'start':
      return { ...walk, question: event.question };
    case 'zone':
    case 'recall':
      return { ...walk, aims: new Map([...walk.aims, [event.parent, event.question]]) };
    case 'query':
    case 'hop':
      if (event.hop.purpose === 'survey') {
        const { surveyed = walk.surveyed } = event.type === 'query' ? event : {};
        return { ...walk, surveyed, surveyHops: withSurveyHop(walk, event.hop) };
      }
      return { ...walk, hops: withHop(walk, event.hop), newest: event.hop.id };
    case 'survey':
      return { ...walk, surveys: [...walk.surveys, event] };
    case 'alias':
      if (event.hop === null) return walk;
      return {
        ...walk,
        hops: changed(walk.hops, event.hop, (entry) => ({ ...entry, aliases: [...entry.aliases, event] })),
      };
    case 'finding':
      return {
        ...walk,
        findings: [...walk.findings, event.finding],
        hops: withFinding(walk.hops, event.finding),
        surveyHops: withFinding(walk.surveyHops, event.finding),
      };
    case 'end':
      return { ...walk, ending: event.ending, cost: event.cost };
  }
}

function withHop({ hops, aims }: WalkState, hop: HopStart | Hop): readonly HopEntry[] {
  if (hops.some((entry) => entry.hop.id === hop.id))
    return changed(hops, hop.id, (entry) => ({ ...entry, hop }));
  const parent = hop.parent === null ? -1 : hops.findIndex((entry) => entry.hop.id === hop.parent);
  const fresh = { hop, aim: aims.get(hop.parent) ?? hop.question, aliases: [], findings: [] };
  // Only a hop that is in the list already can be a parent, so no list of events can make a circle.
  if (parent === -1) return [...hops, { ...fresh, depth: 0 }];
  const { depth } = hops[parent]!;
  const after = hops.findIndex((entry, index) => index > parent && entry.depth <= depth);
  return hops.toSpliced(after === -1 ? hops.length : after, 0, { ...fresh, depth: depth + 1 });
}

function withSurveyHop({ surveyHops }: WalkState, hop: HopStart | Hop): readonly HopEntry[] {
  // The end of an exchange is told soon after its start.
  const at = surveyHops.findLastIndex((entry) => entry.hop.id === hop.id);
  if (at >= 0) return surveyHops.with(at, { ...surveyHops[at]!, hop });
  return [...surveyHops, { hop, aim: hop.question, depth: 0, aliases: [], findings: [] }];
}

function withFinding(hops: readonly HopEntry[], finding: Finding): readonly HopEntry[] {
  if (finding.hop === null) return hops;
  return changed(hops, finding.hop, (entry) => ({ ...entry, findings: [...entry.findings, finding] }));
}

function changed(
  hops: readonly HopEntry[],
  id: number,
  change: (entry: HopEntry) => HopEntry,
): readonly HopEntry[] {
  return hops.map((entry) => (entry.hop.id === id ? change(entry) : entry));
}
