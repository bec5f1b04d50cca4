/**
 * The explorer for a screen reader: what was said stays, line after line, and below it only what is being typed. Nothing
 * is drawn anew.
 */

import { Static, Text } from 'ink';
import type { ReactNode } from 'react';
import { printable } from '../../message/printable-text.ts';
import { wrap } from '../drawing/text-width.ts';
import { promptText } from '../prompt/prompt.ts';
import type { ExplorerState } from '../state.ts';
import { promptPart } from './spoken-parts.ts';

export interface SpokenAppProps {
  readonly state: ExplorerState;
  readonly said: readonly string[];
}

export function SpokenApp({ state, said }: SpokenAppProps): ReactNode {
  return (
    <>
      <Static items={[...said]}>
        {(text, place) => <Text key={place}>{wrap(text, state.size.columns).join('\n')}</Text>}
      </Static>
      {state.prompt && (
        <Text>
          {promptPart(state)} {printable(promptText(state.prompt))}
        </Text>
      )}
    </>
  );
}
