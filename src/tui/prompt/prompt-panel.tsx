/**
 * The input line, with the terminal's own cursor in it.
 */

import { useCursor } from 'ink';
import type { ReactNode } from 'react';
import { promptLines } from '../drawing/frame-lines.ts';
import type { Area } from '../drawing/layout.ts';
import type { Prompt } from './prompt.ts';
import { Rows } from '../drawing/rows.tsx';

export interface PromptPanelProps {
  readonly prompt: Prompt;
  readonly area: Area;
  /** The row of the screen that the input line stands in. */
  readonly row: number;
  readonly color: boolean;
}

export function PromptPanel({ prompt, area, row, color }: PromptPanelProps): ReactNode {
  const { lines, cursor } = promptLines(prompt, area.columns);
  const { setCursorPosition } = useCursor();
  setCursorPosition({ x: cursor, y: row });
  return <Rows lines={lines} area={area} color={color} />;
}
