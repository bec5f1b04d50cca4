/**
 * The questions that are worked on: that of the walk, and under each what has to be found first.
 */

import { typeName } from '../../../message/codes.ts';
import type { Knowledge, Search } from '../../../resolver/knowledge/knowledge.ts';
import { cutOfSearch } from '../../../resolver/knowledge/cuts.ts';
import { besideStack, stackOf } from '../../../resolver/knowledge/searches.ts';
import { hanging, type Line, type Tone } from '../../drawing/styled-line.ts';
import { padEnd } from '../../drawing/text-width.ts';

export function questionLines(knowledge: Knowledge, lead: number, columns: number): Line[] {
  const stack = stackOf(knowledge);
  return [
    ...stack.flatMap((place, depth) => {
      const search = knowledge.searches[place]!;
      const label = depth === 0 ? 'question' : '';
      const corner = depth === 0 ? '' : `${'  '.repeat(depth - 1)}└ `;
      const tone: Tone = depth === stack.length - 1 ? 'strong' : 'plain';
      return hanging(`${padEnd(label, lead)}${corner}`, searchText(knowledge, search), columns, tone);
    }),
    ...besideStack(knowledge).flatMap((place, i) =>
      hanging(
        padEnd(i === 0 ? 'beside' : '', lead),
        searchText(knowledge, knowledge.searches[place]!),
        columns,
      ),
    ),
  ];
}

function searchText(knowledge: Knowledge, search: Search): string {
  const { sought, wanted, aliases, isDone } = search;
  const alias = aliases.length === 0 ? '' : `, target of the alias ${wanted.name}`;
  const done = isDone ? ' (answered)' : '';
  return `${sought.name} ${typeName(sought.type)}${alias}${purposeText(knowledge, search)}${done}`;
}

function purposeText(knowledge: Knowledge, search: Search): string {
  const { purpose } = search;
  if (purpose === 'answer') return '';
  const zone = cutOfSearch(knowledge, search)?.zone;
  const whose = purpose === 'survey' ? ', for the survey' : '';
  return `: the address of a server${zone === undefined ? '' : ` of ${zone}`}${whose}`;
}
