/**
 * Pages and the list of topics as values for JSON.
 */

import { drawing } from './drawing.ts';
import { GROUPS, titleOf, type Page } from './page.ts';
import { pagesOf } from './pages.ts';

const SCHEMA = 'rootwalk/explain/1';

export function pagesJson(topic: string, pages: readonly Page[]): object {
  return { schema: SCHEMA, topic, pages: pages.map(pageJson) };
}

function pageJson(page: Page): object {
  const {
    group,
    name,
    number = null,
    aliases,
    meaning,
    more,
    fields,
    parts,
    example = null,
    rfc,
    see,
  } = page;
  const title = titleOf(page);
  const described = { group, name, number, title, aliases, meaning, more, rfc };
  return { ...described, fields, drawing: drawing(parts), example, see };
}

export function topicsJson(): object {
  const groups = GROUPS.map(({ id, title }) => ({
    id,
    title,
    topics: pagesOf(id).map(({ name, number = null, meaning, rfc }) => ({ name, number, meaning, rfc })),
  }));
  return { schema: SCHEMA, topic: null, groups };
}
