/**
 * The chosen hop's message and its octets.
 */

import type { ReactNode } from 'react';
import { messageLines } from './message-lines.ts';
import { Pane } from './pane.tsx';
import type { PanelProps } from './panel-props.ts';
import { chosenEntry, chosenIndex } from './state.ts';

export function MessagePanel({ state, area, color }: PanelProps): ReactNode {
  const entry = chosenEntry(state);
  const title = entry
    ? `Hop ${chosenIndex(state) + 1}: ${entry.hop.question.name} at ${entry.hop.server.name}`
    : 'Message';
  return (
    <Pane
      title={title}
      lines={messageLines(entry, area.columns)}
      from={state.scroll.message}
      area={area}
      isFocused={state.focus === 'message'}
      color={color}
    />
  );
}
