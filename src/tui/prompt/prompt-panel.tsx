/**
 * The input line, with the terminal's own cursor in it.
 */

import { useCursor } from 'ink';
import type { ReactNode } from 'react';
import type { PanelProps } from '../drawing/panel-props.ts';
import { promptLines } from './prompt-lines.ts';
import type { Prompt } from './prompt.ts';
import { Rows } from '../drawing/rows.tsx';

export interface PromptPanelProps extends PanelProps {
  readonly prompt: Prompt;
  /** The row of the screen that the input line stands in. */
  readonly row: number;
}

export function PromptPanel({ state, prompt, area, row }: PromptPanelProps): ReactNode {
  const { lines, cursor } = promptLines(state, prompt, area.columns);
  const { setCursorPosition } = useCursor();
  setCursorPosition({ x: cursor, y: row });
  return <Rows lines={lines} area={area} />;
}
