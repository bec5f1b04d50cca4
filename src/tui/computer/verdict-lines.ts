/**
 * The verdict on this computer's answer, or what it waits for.
 */

import type { Verdict } from '../../compare/comparison.ts';
import type { ExplorerState } from '../state.ts';
import { hanging, type Line, type Tone } from '../drawing/styled-line.ts';

export const VERDICTS: Readonly<Record<Verdict, { readonly text: string; readonly tone: Tone }>> = {
  same: { text: '= same answer as the walk', tone: 'good' },
  differs: { text: '≠ differs from the walk', tone: 'warning' },
  'one-sided': { text: '≠ one-sided: only one of the two has an answer', tone: 'warning' },
  unavailable: { text: '? unavailable: nothing to compare', tone: 'dim' },
};

export function verdictLines(state: ExplorerState, columns: number): Line[] {
  const { comparison } = state.walk;
  if (!comparison) return hanging('', waitingText(state), columns, 'dim');
  const { text, tone } = VERDICTS[comparison.verdict];
  return hanging('', text, columns, tone);
}

function waitingText({ walk, phase, heardOf }: ExplorerState): string {
  if (phase === 'ended' && heardOf === null) return 'not compared: the walk was left before that';
  if (phase === 'cancelled')
    return walk.system ? 'not compared: the walk was cancelled' : 'the walk was cancelled';
  return walk.system ? 'compared when the walk is over' : 'asking this computer …';
}
