/**
 * All pages, made once when they are first wanted.
 */

import { diagnosisPages } from './pages/diagnosis-pages.ts';
import { LAYER_PAGES } from './pages/layer-pages.ts';
import { optionPages, recordPages } from './pages/layout-pages.ts';
import { NAME_TERMS } from './pages/name-terms.ts';
import { PART_PAGES } from './pages/part-pages.ts';
import { portPages } from './pages/port-pages.ts';
import { registryPages } from './pages/registry-pages.ts';
import { RESOLUTION_TERMS } from './pages/resolution-terms.ts';
import { TRANSPORT_TERMS } from './pages/transport-terms.ts';
import { GROUPS, type GroupId, type Page } from './page.ts';

let made: readonly Page[] | undefined;

/** In the order of the groups; inside a group by number, or in the order of their table. */
export function allPages(): readonly Page[] {
  made ??= makePages();
  return made;
}

export function pagesOf(group: GroupId): readonly Page[] {
  return allPages().filter((each) => each.group === group);
}

function makePages(): Page[] {
  const pages = [
    ...LAYER_PAGES,
    ...PART_PAGES,
    ...registryPages(),
    ...recordPages(),
    ...optionPages(),
    ...portPages(),
    ...diagnosisPages(),
    ...[...NAME_TERMS, ...RESOLUTION_TERMS, ...TRANSPORT_TERMS].toSorted(byName),
  ];
  return GROUPS.flatMap(({ id }) => {
    const members = pages.filter(({ group }) => group === id);
    return id === 'type' ? members.toSorted((a, b) => a.number! - b.number!) : members;
  });
}

function byName(a: Page, b: Page): number {
  return a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1;
}
