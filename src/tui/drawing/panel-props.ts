/**
 * What every panel is given: the whole state, the room it has, and whether colours are wanted.
 */

import type { Area } from './layout.ts';
import type { ExplorerState } from '../state.ts';

export interface PanelProps {
  readonly state: ExplorerState;
  readonly area: Area;
  readonly color: boolean;
}
