/**
 * The whole screen as a function of the state: which panels stand where.
 */

import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import { ComputerPanel } from './computer/computer-panel.tsx';
import { earlierFooterLine, footerLine, noticeLine, titleLine } from './drawing/frame-lines.ts';
import { PagePanel } from './page/page-panel.tsx';
import { HopPanel } from './walk/hop-panel.tsx';
import { footerRows, isRoomEnough, layoutOf, MINIMUM_SIZE } from './drawing/layout.ts';
import { MessagePanel } from './detail/message-panel.tsx';
import { PromptPanel } from './prompt/prompt-panel.tsx';
import { ResultPanel } from './walk/result-panel.tsx';
import { Rows } from './drawing/rows.tsx';
import { modeOf, type ExplorerState } from './state.ts';
import { lineOf, type Line } from './drawing/styled-line.ts';
import { isNow } from './time/time-travel.ts';

export interface ScreenProps {
  readonly state: ExplorerState;
  readonly color: boolean;
}

export function Screen({ state, color }: ScreenProps): ReactNode {
  const { columns, rows } = state.size;
  if (!isRoomEnough(state.size)) {
    return (
      <Text>
        The explorer needs {MINIMUM_SIZE.columns} columns and {MINIMUM_SIZE.rows} rows; this terminal has{' '}
        {columns} and {rows}. Make it larger, or press q to quit.
      </Text>
    );
  }
  const bottom = { columns, rows: footerRows(state.prompt) };
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Rows lines={[titleLine(state, columns)]} area={{ columns, rows: 1 }} color={color} />
      <Body state={state} color={color} />
      {state.prompt ? (
        <PromptPanel prompt={state.prompt} area={bottom} row={rows - bottom.rows} color={color} />
      ) : (
        <Rows lines={[footerOf(state)]} area={bottom} color={color} />
      )}
    </Box>
  );
}

function footerOf(state: ExplorerState): Line {
  const mode = modeOf(state);
  const { columns } = state.size;
  if (state.notice) return noticeLine(state.notice, columns);
  return mode === 'browse' && !isNow(state) ? earlierFooterLine(columns) : footerLine(mode, columns);
}

function Body({ state, color }: ScreenProps): ReactNode {
  const layout = layoutOf(state);
  if (state.page) return <PagePanel state={state} page={state.page} area={layout.page} color={color} />;
  const message = <MessagePanel state={state} area={layout.message} color={color} />;
  if (state.expanded) return message;
  const separator = { columns: 1, rows: layout.hops.rows + 1 };
  return (
    <>
      <Box>
        <HopPanel state={state} area={layout.hops} color={color} />
        <Rows lines={Array.from({ length: separator.rows }, separatorLine)} area={separator} color={color} />
        <ComputerPanel state={state} area={layout.computer} color={color} />
      </Box>
      <ResultPanel state={state} area={layout.result} color={color} />
      {message}
    </>
  );
}

const separatorLine = (_: unknown, row: number): Line => lineOf(row === 0 ? '┬' : '│', 'dim');
