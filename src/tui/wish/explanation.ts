/**
 * The pages behind topics, as text. Loaded with the first explanation: the pages are made from every table there is.
 */

import { findPages } from '../../explain/find.ts';
import type { Page } from '../../explain/page.ts';
import { pagesText } from '../../explain/page-text.ts';

/** More than one reads at once. */
const MOST_PAGES = 3;

/** Empty where no topic has a page. */
export function explanationOf(topics: readonly string[]): string {
  const pages: Page[] = [];
  for (const page of topics.flatMap(findPages)) {
    if (pages.length < MOST_PAGES && !pages.includes(page)) pages.push(page);
  }
  return pages.length === 0 ? '' : pagesText(pages, PLAIN);
}

const same = (text: string): string => text;
const PLAIN = { bold: same, dim: same, name: same };
