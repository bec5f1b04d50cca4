/**
 * The walk: one line a hop.
 */

import { Box } from 'ink';
import type { ReactNode } from 'react';
import { headingLine } from '../drawing/frame-lines.ts';
import { hopLines } from './hop-lines.ts';
import type { PanelProps } from '../drawing/panel-props.ts';
import { Rows } from '../drawing/rows.tsx';
import { chosenIndex } from '../state.ts';

export function HopPanel({ state, area, color }: PanelProps): ReactNode {
  const { hops, surveys } = state.walk;
  const hopNote = hops.length === 0 ? '' : `hop ${chosenIndex(state) + 1} of ${hops.length}`;
  const note = state.survey ? `survey ${state.survey.place + 1} of ${surveys.length}` : hopNote;
  const heading = headingLine('Walk', note, area.columns, state.focus === 'hops');
  return (
    <Box flexDirection="column">
      <Rows lines={[heading]} area={{ columns: area.columns, rows: 1 }} color={color} />
      <Rows lines={hopLines(state, area)} area={area} color={color} />
    </Box>
  );
}
