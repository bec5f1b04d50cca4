/**
 * Has the terminal report the mouse while it stands here. Ink takes it away however the explorer ends, as it does with its
 * own modes. Shows nothing.
 */

import { useLayoutEffect, type ReactNode } from 'react';
import { MOUSE_OFF, MOUSE_ON } from './mouse-event.ts';

export interface MouseReportsProps {
  readonly stdout: NodeJS.WritableStream;
}

export function MouseReports({ stdout }: MouseReportsProps): ReactNode {
  // At once: where it is taken away, something else is about to have the terminal.
  useLayoutEffect(() => {
    stdout.write(MOUSE_ON);
    return () => void stdout.write(MOUSE_OFF);
  }, [stdout]);
  return null;
}
