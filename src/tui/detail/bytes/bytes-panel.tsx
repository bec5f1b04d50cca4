/**
 * The octets of a message of the chosen hop beside its fields.
 */

import { Box } from 'ink';
import type { ReactNode } from 'react';
import { fieldChoice, shownFields } from './byte-choice.ts';
import { byteLines, opinionRows } from './byte-lines.ts';
import { headingLine } from '../../drawing/frame-lines.ts';
import type { PanelProps } from '../../drawing/panel-props.ts';
import { detailTitle } from '../reading-lines.ts';
import { opinionShown } from './opinion.ts';
import { Rows } from '../../drawing/rows.tsx';
import { shownMessage } from './shown-message.ts';

export function BytesPanel({ state, area }: PanelProps): ReactNode {
  const count = shownFields(state)?.list.length ?? 0;
  const what = shownMessage(state)?.title ?? '';
  // Below the octets there may be no room to say it.
  const opinion = opinionRows(area.rows) === 0 ? opinionShown(state) : null;
  const other = opinion && opinion.verdict !== 'agrees' ? `, ${OTHERWISE[opinion.verdict]}` : '';
  const note = count === 0 ? what : `${what}${other}, field ${fieldChoice(state).field + 1} of ${count}`;
  const heading = headingLine(detailTitle(state), note, area.columns, state.focus === 'message');
  return (
    <Box flexDirection="column">
      <Rows lines={[heading]} area={{ columns: area.columns, rows: 1 }} />
      <Rows lines={byteLines(state, area)} area={area} />
    </Box>
  );
}

const OTHERWISE = {
  differs: 'dns-packet differs',
  refuses: 'dns-packet refuses it',
  crashes: 'dns-packet fails on it',
} as const;
