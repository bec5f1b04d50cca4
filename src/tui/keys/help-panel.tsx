/**
 * The keys, over everything else.
 */

import type { ReactNode } from 'react';
import { helpLines } from './help-lines.ts';
import { Pane } from '../drawing/pane.tsx';
import type { PanelProps } from '../drawing/panel-props.ts';

export function HelpPanel({ state, area, color }: PanelProps): ReactNode {
  return (
    <Pane
      title="Keys"
      lines={helpLines(area.columns)}
      from={state.scroll.help}
      area={area}
      isFocused
      color={color}
    />
  );
}
