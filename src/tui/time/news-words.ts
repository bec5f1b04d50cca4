/**
 * What happened last, in a few words: for who steps from event to event.
 */

import { surveyEntry } from '../survey/survey-lines.ts';
import type { News } from './timeline.ts';
import type { WalkEvent } from '../../resolver/events.ts';

export function newsWords(news: News): string {
  switch (news.type) {
    case 'event':
      return eventWords(news.event);
    case 'system':
      return 'this computer has answered';
    case 'resolvers':
      return 'the resolvers have answered';
    case 'compared':
      return 'the two are compared';
    case 'over':
      return 'the walk is cancelled';
  }
}

function eventWords(event: WalkEvent): string {
  switch (event.type) {
    case 'start':
      return 'the walk begins';
    case 'zone':
      return `to the servers of ${event.zone} (${SOURCES[event.from]})`;
    case 'recall':
      return `remembered: ${event.question.name}`;
    case 'query':
      return `query to ${event.hop.server.name}`;
    case 'hop':
      return `${event.hop.outcome} at ${event.hop.server.name}`;
    case 'alias':
      return `alias of ${event.target}`;
    case 'survey':
      return `survey of ${event.zone}: ${surveyEntry(event).text}`;
    case 'finding':
      return `finding ${event.finding.code}`;
    case 'end':
      return 'the walk ends';
  }
}

const SOURCES = { hints: 'root hints', referral: 'referral', cache: 'from memory' } as const;
