/**
 * This computer's answer and the comparison.
 */

import type { ReactNode } from 'react';
import { computerLines } from './computer-lines.ts';
import { withChosenLink } from '../links/link-choice.ts';
import { Pane } from '../drawing/pane.tsx';
import type { PanelProps } from '../drawing/panel-props.ts';

export function ComputerPanel({ state, area }: PanelProps): ReactNode {
  const lines = withChosenLink(state, 'computer', computerLines(state, area.columns));
  const isFocused = state.focus === 'computer';
  return (
    <Pane
      title="This computer"
      lines={lines}
      from={state.scroll.computer}
      area={area}
      isFocused={isFocused}
    />
  );
}
