/**
 * The whole screen as a function of the state: which panels stand where.
 */

import { Box } from 'ink';
import { Fragment, type ReactNode } from 'react';
import { ComputerPanel } from './computer/computer-panel.tsx';
import { footerKeys, footerLine } from './drawing/footer.ts';
import { noticeLine, paneBarLine, titleLine, tooSmallLines } from './drawing/frame-lines.ts';
import { MenuPanel } from './menu/menu-panel.tsx';
import { PagePanel } from './page/page-panel.tsx';
import { HopPanel } from './walk/hop-panel.tsx';
import { footerRows, isRoomEnough, layoutOf, type Layout, type Pane } from './drawing/layout.ts';
import { chosenLink } from './links/link-choice.ts';
import { linkFooterLine } from './links/link-footer.ts';
import { MessagePanel } from './detail/message-panel.tsx';
import { PromptPanel } from './prompt/prompt-panel.tsx';
import { ResultPanel } from './walk/result-panel.tsx';
import type { Look } from './drawing/look.ts';
import { LookContext } from './drawing/look-context.ts';
import { Rows } from './drawing/rows.tsx';
import type { ExplorerState } from './state.ts';
import { lineOf, type Line } from './drawing/styled-line.ts';

export interface ScreenProps {
  readonly state: ExplorerState;
  readonly look: Look | false;
}

export function Screen({ state, look }: ScreenProps): ReactNode {
  return (
    <LookContext.Provider value={look}>
      <Panels state={state} />
    </LookContext.Provider>
  );
}

type PanelsProps = Pick<ScreenProps, 'state'>;

function Panels({ state }: PanelsProps): ReactNode {
  const { columns, rows } = state.size;
  if (!isRoomEnough(state.size)) return <Rows lines={tooSmallLines(state.size)} area={state.size} />;
  const bottom = { columns, rows: footerRows(state.prompt) };
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Rows lines={[titleLine(state, columns)]} area={{ columns, rows: 1 }} />
      <Body state={state} />
      {state.prompt ? (
        <PromptPanel state={state} prompt={state.prompt} area={bottom} row={rows - bottom.rows} />
      ) : (
        <Rows lines={[footerOf(state)]} area={bottom} />
      )}
    </Box>
  );
}

function footerOf(state: ExplorerState): Line {
  const { columns } = state.size;
  if (state.notice) return noticeLine(state.notice, columns);
  const link = chosenLink(state);
  return link ? linkFooterLine(link.question, columns) : footerLine(footerKeys(state), columns);
}

function Body({ state }: PanelsProps): ReactNode {
  const layout = layoutOf(state);
  if (state.page) return <PagePanel state={state} page={state.page} area={layout.page} />;
  if (state.menu) return <MenuPanel state={state} menu={state.menu} area={layout.page} />;
  const result = <ResultPanel state={state} area={layout.result} />;
  if (layout.kind === 'single') {
    return (
      <>
        <Rows lines={[paneBarLine(state)]} area={{ columns: state.size.columns, rows: 1 }} />
        <Panel state={state} pane={layout.shown[0]!} layout={layout} />
        {layout.shown[0] === 'hops' && result}
      </>
    );
  }
  const [first, ...others] = layout.kind === 'columns' ? layout.shown : PANES_ABOVE;
  if (state.expanded) return <Panel state={state} pane="message" layout={layout} />;
  const separator = { columns: 1, rows: layout.hops.rows + 1 };
  return (
    <>
      <Box>
        <Panel state={state} pane={first!} layout={layout} />
        {others.map((pane) => (
          <Fragment key={pane}>
            <Rows lines={Array.from({ length: separator.rows }, separatorLine)} area={separator} />
            <Panel state={state} pane={pane} layout={layout} />
          </Fragment>
        ))}
      </Box>
      {result}
      {layout.kind === 'stacked' && <Panel state={state} pane="message" layout={layout} />}
    </>
  );
}

/** Of those that are stacked, the two that stand beside each other. */
const PANES_ABOVE: readonly Pane[] = ['hops', 'computer'];

const PANELS = { hops: HopPanel, computer: ComputerPanel, message: MessagePanel } as const;

interface OnePanelProps extends PanelsProps {
  readonly pane: Pane;
  readonly layout: Layout;
}

function Panel({ state, pane, layout }: OnePanelProps): ReactNode {
  const Shown = PANELS[pane];
  return <Shown state={state} area={layout[pane]} />;
}

const separatorLine = (_: unknown, row: number): Line => lineOf(row === 0 ? '┬' : '│', 'dim');
