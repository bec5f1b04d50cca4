/**
 * The algorithm of a resolver, with the line that is carried out marked (RFC 1034 5.3.3).
 */

import { ALGORITHM } from '../../../resolver/knowledge/algorithm.ts';
import type { Knowledge } from '../../../resolver/knowledge/knowledge.ts';
import { cutLine, hanging, span, type Line } from '../../drawing/styled-line.ts';
import { padEnd } from '../../drawing/text-width.ts';

/** The marked line is whole; `short`: of each other one as much as fits. */
export function algorithmLines({ line }: Knowledge, columns: number, others: 'whole' | 'short'): Line[] {
  return ALGORITHM.flatMap(({ line: name, text }): Line[] => {
    if (name === line) return hanging(`▸ ${padEnd(name, NAME_COLUMNS)} `, text, columns, 'strong');
    const lead = `  ${padEnd(name, NAME_COLUMNS)} `;
    return others === 'whole'
      ? hanging(lead, text, columns, 'dim')
      : [cutLine([span(`${lead}${text}`, 'dim')], columns)];
  });
}

const NAME_COLUMNS = 2;

/** `3. Send them queries …`; where no line is carried out, why. */
export function stepText({ line, isOver, current }: Knowledge): string {
  const found = ALGORITHM.find((each) => each.line === line);
  if (found) return `${found.line}. ${upperFirst(found.text)}`;
  if (current === null) return 'The walk has not begun.';
  return isOver
    ? 'None: the walk has failed.'
    : 'None: the walk has its answer, and all servers of the zones are asked (survey).';
}

function upperFirst(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}`;
}
