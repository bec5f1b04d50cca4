/**
 * A pane that scrolls: its heading, with how much of it can be seen, and the lines from `from` on.
 */

import { Box } from 'ink';
import type { ReactNode } from 'react';
import { headingLine, scrollNote } from './frame-lines.ts';
import { clamp, type Area } from './layout.ts';
import { Rows } from './rows.tsx';
import type { Line } from './styled-line.ts';

export interface PaneProps {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly from: number;
  readonly area: Area;
  readonly isFocused: boolean;
}

export function Pane({ title, lines, from, area, isFocused }: PaneProps): ReactNode {
  // A resize or a shorter text can leave the place beyond the end.
  const first = clamp(from, 0, Math.max(0, lines.length - area.rows));
  const heading = headingLine(title, scrollNote(first, area.rows, lines.length), area.columns, isFocused);
  return (
    <Box flexDirection="column">
      <Rows lines={[heading]} area={{ columns: area.columns, rows: 1 }} />
      <Rows lines={lines.slice(first)} area={area} />
    </Box>
  );
}
