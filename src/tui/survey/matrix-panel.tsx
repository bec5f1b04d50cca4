/**
 * An opened survey: a row for each server and address, one of them chosen.
 */

import { Box } from 'ink';
import type { ReactNode } from 'react';
import { headingLine } from '../drawing/frame-lines.ts';
import type { PanelProps } from '../drawing/panel-props.ts';
import { readingTitle } from '../detail/reading-lines.ts';
import { Rows } from '../drawing/rows.tsx';
import { chosenSurvey } from '../state.ts';
import { matrixLines } from './survey-lines.ts';

export function MatrixPanel({ state, area }: PanelProps): ReactNode {
  const count = chosenSurvey(state)?.rows.length ?? 0;
  const note = count === 0 ? '' : `row ${(state.survey?.row ?? 0) + 1} of ${count}`;
  const heading = headingLine(readingTitle(state), note, area.columns, state.focus === 'message');
  return (
    <Box flexDirection="column">
      <Rows lines={[heading]} area={{ columns: area.columns, rows: 1 }} />
      <Rows lines={matrixLines(state, area)} area={area} />
    </Box>
  );
}
