/**
 * The help, made from the key table.
 */

import { keyGroups } from './key-groups.ts';
import { KEY_TABLE, type KeyBinding } from './key-table.ts';
import { EMPTY_LINE, hanging, lineOf, paint, type Line } from '../drawing/styled-line.ts';
import { displayWidth, padEnd } from '../drawing/text-width.ts';

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
