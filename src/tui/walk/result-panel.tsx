/**
 * The ending of the walk.
 */

import type { ReactNode } from 'react';
import { Pane } from '../drawing/pane.tsx';
import type { PanelProps } from '../drawing/panel-props.ts';
import { resultLines } from './result-lines.ts';

export function ResultPanel({ state, area }: PanelProps): ReactNode {
  const lines = resultLines(state, area.columns, area.rows);
  return <Pane title="Result" lines={lines} from={0} area={area} isFocused={false} />;
}
