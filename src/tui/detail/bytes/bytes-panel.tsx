/**
 * The octets of the chosen hop's message beside its fields.
 */

import { Box } from 'ink';
import type { ReactNode } from 'react';
import { fieldChoice } from './byte-choice.ts';
import { fieldsOf } from './byte-fields.ts';
import { byteLines } from './byte-lines.ts';
import { headingLine } from '../../drawing/frame-lines.ts';
import type { PanelProps } from '../../drawing/panel-props.ts';
import { detailTitle } from '../reading-lines.ts';
import { Rows } from '../../drawing/rows.tsx';
import { chosenEntry } from '../../state.ts';
import { isFinished } from '../../walk/walk-state.ts';

export function BytesPanel({ state, area }: PanelProps): ReactNode {
  const entry = chosenEntry(state);
  const count = entry ? fieldsOf(entry).list.length : 0;
  const what = entry && isFinished(entry.hop) && entry.hop.reply ? 'reply' : 'query';
  const note = count === 0 ? what : `${what}, field ${fieldChoice(state).field + 1} of ${count}`;
  const heading = headingLine(detailTitle(state), note, area.columns, state.focus === 'message');
  return (
    <Box flexDirection="column">
      <Rows lines={[heading]} area={{ columns: area.columns, rows: 1 }} />
      <Rows lines={byteLines(state, area)} area={area} />
    </Box>
  );
}
