/**
 * The open menu, over all panes.
 */

import { Box } from 'ink';
import type { ReactNode } from 'react';
import { headingLine } from '../drawing/frame-lines.ts';
import type { PanelProps } from '../drawing/panel-props.ts';
import { Rows } from '../drawing/rows.tsx';
import { menuOf, type OpenMenu } from './menu.ts';
import { menuLines } from './menu-lines.ts';

export interface MenuPanelProps extends PanelProps {
  readonly menu: OpenMenu;
}

export function MenuPanel({ state, menu, area }: MenuPanelProps): ReactNode {
  const { title, rows } = menuOf(state, menu.name);
  const note = rows.length === 0 ? '' : `${menu.chosen + 1} of ${rows.length}`;
  const heading = headingLine(title, note, area.columns, true);
  return (
    <Box flexDirection="column">
      <Rows lines={[heading]} area={{ columns: area.columns, rows: 1 }} />
      <Rows lines={menuLines(state, menu, area)} area={area} />
    </Box>
  );
}
