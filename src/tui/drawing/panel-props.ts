/**
 * What every panel is given: the whole state and the room it has.
 */

import type { Area } from './layout.ts';
import type { ExplorerState } from '../state.ts';

export interface PanelProps {
  readonly state: ExplorerState;
  readonly area: Area;
}
