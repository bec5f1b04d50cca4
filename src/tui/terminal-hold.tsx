/**
 * Hands out how the terminal is given back for a while and taken again, which Ink tells its components only. Shows nothing.
 */

import { useApp } from 'ink';
import { useEffect, type ReactNode } from 'react';

/** Gives the terminal back, waits for `meanwhile`, takes the terminal again and draws the whole screen. */
export type LetGo = (meanwhile: () => void | Promise<void>) => Promise<void>;

export interface TerminalHoldProps {
  readonly onHeld: (letGo: LetGo) => void;
}

export function TerminalHold({ onHeld }: TerminalHoldProps): ReactNode {
  const { suspendTerminal } = useApp();
  useEffect(() => onHeld((meanwhile) => suspendTerminal(meanwhile)), [onHeld, suspendTerminal]);
  return null;
}
