/**
 * What `rootwalk explain` prints, and which topics it suggests for one that there is not.
 */

import { findPages, relatedNames, topicNames } from '../explain/find.ts';
import type { Page } from '../explain/page.ts';
import { pagesJson, topicsJson } from '../explain/page-json.ts';
import { pagesMarkdown, topicsMarkdown } from '../explain/page-markdown.ts';
import { pagesText, topicsText } from '../explain/page-text.ts';
import { jsonText } from '../render/json-text.ts';
import type { Style } from '../render/style.ts';
import { nearest, UsageError } from './usage-error.ts';

type Format = 'text' | 'json' | 'markdown';

/** The pages of a topic, or the list of topics where there is no word. Throws UsageError. */
export function explanation(words: readonly string[], format: Format, style: Style): string {
  const topic = words.join(' ').trim();
  if (topic === '' && words.length > 0)
    throw new UsageError('an empty text is no topic; rootwalk explain lists all topics');
  return topic === '' ? listed(format, style) : printed(topic, pagesFor(topic, words), format, style);
}

/** The words together are one topic, or else each word is one. Throws UsageError. */
function pagesFor(topic: string, words: readonly string[]): readonly Page[] {
  const together = findPages(topic);
  if (together.length > 0) return together;
  const apart = words.map(findPages);
  if (words.length > 1 && apart.every((pages) => pages.length > 0)) return [...new Set(apart.flat())];
  const near = nearestTopics(topic);
  const hint = near.length > 0 ? `the nearest: ${near.join(', ')}` : 'rootwalk explain lists all topics';
  throw new UsageError(`there is no topic "${topic}"; ${hint}`);
}

const MOST_SUGGESTIONS = 5;

/** Topics with the same words first, then those that a slip of the finger makes. */
function nearestTopics(topic: string): string[] {
  const suggestions = relatedNames(topic).slice(0, MOST_SUGGESTIONS);
  let left = topicNames().filter((name) => !suggestions.includes(name));
  while (suggestions.length < MOST_SUGGESTIONS) {
    const near = nearest(topic, left);
    if (near === undefined) break;
    suggestions.push(near);
    left = left.filter((name) => name !== near);
  }
  return suggestions;
}

function listed(format: Format, style: Style): string {
  if (format === 'json') return `${jsonText(topicsJson(), 2)}\n`;
  return format === 'markdown' ? topicsMarkdown() : topicsText(style);
}

function printed(topic: string, pages: readonly Page[], format: Format, style: Style): string {
  if (format === 'json') return `${jsonText(pagesJson(topic, pages), 2)}\n`;
  return format === 'markdown' ? pagesMarkdown(pages, 1) : pagesText(pages, style);
}
