/**
 * Keys and pastes from Ink, handed on as actions. Shows nothing.
 */

import { useInput, usePaste } from 'ink';
import type { ReactNode } from 'react';
import { pressesOf } from './key-press.ts';
import type { Action } from '../reducer.ts';

export interface KeyboardProps {
  readonly dispatch: (action: Action) => void;
}

export function Keyboard({ dispatch }: KeyboardProps): ReactNode {
  useInput((input, key) => {
    for (const press of pressesOf(input, key)) dispatch({ type: 'key', press });
  });
  usePaste((text) => {
    dispatch({ type: 'paste', text });
  });
  return null;
}
