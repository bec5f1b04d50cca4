/**
 * The chosen hop in the open tab; or the chosen survey, and what its servers said.
 */

import type { ReactNode } from 'react';
import { isShowingFields } from './bytes/byte-choice.ts';
import { BytesPanel } from './bytes/bytes-panel.tsx';
import { MatrixPanel } from '../survey/matrix-panel.tsx';
import { withChosenLink } from '../links/link-choice.ts';
import { Pane } from '../drawing/pane.tsx';
import type { PanelProps } from '../drawing/panel-props.ts';
import { detailTitle, readingLines } from './reading-lines.ts';
import { isMatrixOpen } from '../state.ts';

export function MessagePanel({ state, area }: PanelProps): ReactNode {
  if (isMatrixOpen(state)) return <MatrixPanel state={state} area={area} />;
  if (isShowingFields(state)) return <BytesPanel state={state} area={area} />;
  return (
    <Pane
      title={detailTitle(state)}
      lines={withChosenLink(state, 'message', readingLines(state, area.columns))}
      from={state.scroll.message}
      area={area}
      isFocused={state.focus === 'message'}
    />
  );
}
