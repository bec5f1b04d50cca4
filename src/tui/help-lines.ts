/**
 * The help, made from the key table.
 */

import { KEY_TABLE, type KeyBinding } from './key-table.ts';
import { EMPTY_LINE, hanging, lineOf, type Line } from './styled-line.ts';
import { padEnd } from './text-width.ts';

export function helpLines(columns: number): Line[] {
  const typing = KEY_TABLE.filter(({ modes }) => modes.length === 1 && modes[0] === 'prompt');
  const others = KEY_TABLE.filter((binding) => !typing.includes(binding));
  return [
    ...group('in the panes', others, columns),
    EMPTY_LINE,
    ...group('in the input line', typing, columns),
  ];
}

function group(title: string, bindings: readonly KeyBinding[], columns: number): Line[] {
  return [
    lineOf(title, 'accent'),
    ...bindings.flatMap(({ label, does }) => hanging(`  ${padEnd(label, LABEL_COLUMNS)}`, does, columns)),
  ];
}

const LABEL_COLUMNS = Math.max(...KEY_TABLE.map(({ label }) => label.length)) + 2;
