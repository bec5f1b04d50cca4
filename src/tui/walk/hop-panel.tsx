/**
 * The walk: one line a hop.
 */

import { Box } from 'ink';
import type { ReactNode } from 'react';
import { headingLine } from '../drawing/frame-lines.ts';
import { hopLines } from './hop-lines.ts';
import type { PanelProps } from '../drawing/panel-props.ts';
import { Rows } from '../drawing/rows.tsx';
import { chosenEntry, hopNumber, visibleRows } from '../state.ts';
import { counted } from '../drawing/units.ts';

export function HopPanel({ state, area }: PanelProps): ReactNode {
  const { hops, surveys } = state.walk;
  const entry = chosenEntry(state);
  const shown = visibleRows(state).length;
  const filter =
    state.path.only === 'troubled'
      ? `${shown} of ${counted(hops.length, 'hop')}: failed or with findings`
      : '';
  const hopNote = entry ? filter || `hop ${hopNumber(state, entry)} of ${hops.length}` : filter;
  const note = state.survey ? `survey ${state.survey.place + 1} of ${surveys.length}` : hopNote;
  const heading = headingLine('Walk', note, area.columns, state.focus === 'hops');
  return (
    <Box flexDirection="column">
      <Rows lines={[heading]} area={{ columns: area.columns, rows: 1 }} />
      <Rows lines={hopLines(state, area)} area={area} />
    </Box>
  );
}
