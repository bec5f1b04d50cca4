/**
 * The help, made from the key table.
 */

import { KEY_TABLE, type KeyBinding, type Mode } from './key-table.ts';
import { EMPTY_LINE, hanging, lineOf, paint, type Line } from '../drawing/styled-line.ts';
import { displayWidth, padEnd } from '../drawing/text-width.ts';

interface KeyGroup {
  readonly title: string;
  readonly bindings: readonly KeyBinding[];
}

/** The keys as people look for them: those that act, and those for who is typing. */
export function keyGroups(table: readonly KeyBinding[] = KEY_TABLE): KeyGroup[] {
  const only = (mode: Mode): KeyBinding[] =>
    table.filter(({ modes }) => modes.length === 1 && modes[0] === mode);
  const [listing, typing] = [only('list'), only('prompt')];
  const others = table.filter((binding) => !listing.includes(binding) && !typing.includes(binding));
  return [
    { title: 'in the panes', bindings: others },
    { title: 'in the list of worlds, which letters narrow', bindings: listing },
    { title: 'in the input line', bindings: typing },
  ];
}

export function helpLines(columns: number, table: readonly KeyBinding[] = KEY_TABLE): Line[] {
  const labelColumns = Math.max(...table.map(({ label }) => displayWidth(label))) + 2;
  return keyGroups(table).flatMap(({ title, bindings }, i) => [
    ...(i === 0 ? [] : [EMPTY_LINE]),
    lineOf(title, 'accent'),
    ...bindings.flatMap(({ label, does }) => hanging(`  ${padEnd(label, labelColumns)}`, does, columns)),
  ]);
}

/** The help where there is no screen; one key a line, however long, where `columns` is Infinity. */
export function helpText(columns: number, table: readonly KeyBinding[]): string {
  return helpLines(columns, table)
    .map((line) => `${paint(line, false)}\n`)
    .join('');
}
