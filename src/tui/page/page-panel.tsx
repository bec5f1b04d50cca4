/**
 * The open page, over all panes.
 */

import type { ReactNode } from 'react';
import { Pane } from '../drawing/pane.tsx';
import type { PanelProps } from '../drawing/panel-props.ts';
import { pageText, type OpenPage } from './page.ts';

export interface PagePanelProps extends PanelProps {
  readonly page: OpenPage;
}

export function PagePanel({ state, page, area }: PagePanelProps): ReactNode {
  const { title, lines } = pageText(state, page.about, area);
  return <Pane title={title} lines={lines} from={page.scroll} area={area} isFocused />;
}
