/**
 * The page of the commands, made from their table.
 */

import { EMPTY_LINE, hanging, lineOf, type Line } from '../drawing/styled-line.ts';
import { displayWidth, padEnd } from '../drawing/text-width.ts';
import { COMMAND_TABLE, type ExplorerCommand } from './command-table.ts';

export function commandLines(columns: number): Line[] {
  const labelColumns = Math.max(...COMMAND_TABLE.map((command) => displayWidth(labelOf(command)))) + 2;
  return [
    lineOf('after : the same words as in the shell', 'accent'),
    ...COMMAND_TABLE.flatMap((command) =>
      hanging(`  ${padEnd(labelOf(command), labelColumns)}`, aboutOf(command), columns),
    ),
    EMPTY_LINE,
    ...hanging('', 'Tab completes commands, names and types; ↑ brings back what was typed before.', columns),
  ];
}

function labelOf({ names, takes }: ExplorerCommand): string {
  return `${names[0]!} ${takes}`.trim();
}

function aboutOf({ names, does }: ExplorerCommand): string {
  const others = names.slice(1);
  return others.length === 0 ? does : `${does} (also ${others.join(', ')})`;
}
