/**
 * The chosen hop's message and its octets; or the chosen survey, and what its servers said.
 */

import type { ReactNode } from 'react';
import { MatrixPanel } from './matrix-panel.tsx';
import { Pane } from './pane.tsx';
import type { PanelProps } from './panel-props.ts';
import { readingLines, readingTitle } from './reading-lines.ts';
import { isMatrixOpen } from './state.ts';

export function MessagePanel({ state, area, color }: PanelProps): ReactNode {
  if (isMatrixOpen(state)) return <MatrixPanel state={state} area={area} color={color} />;
  return (
    <Pane
      title={readingTitle(state)}
      lines={readingLines(state, area.columns)}
      from={state.scroll.message}
      area={area}
      isFocused={state.focus === 'message'}
      color={color}
    />
  );
}
