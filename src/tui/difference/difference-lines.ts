/**
 * The difference of two runs as the lines of a page.
 */

import { hanging, type Line } from '../drawing/styled-line.ts';
import type { ExplorerState } from '../state.ts';
import { differenceText, finishedRun } from './runs.ts';

export function openDifference(state: ExplorerState): ExplorerState {
  const { shown, timeline, before } = state;
  if (finishedRun(shown, timeline.told) && before)
    return { ...state, page: { about: { kind: 'difference' }, scroll: 0 } };
  const text = before
    ? 'The walk has not ended: there is nothing to compare yet.'
    : 'There is no run before this one: r walks again, o with other options.';
  return { ...state, notice: { text, tone: 'warning' } };
}

export function differenceLines({ shown, timeline, before }: ExplorerState, columns: number): Line[] {
  const after = finishedRun(shown, timeline.told);
  if (!after || !before) return [];
  const lines = differenceText(before, after).trimEnd().split('\n');
  return lines.flatMap((line) => {
    const indent = /^ */.exec(line)![0];
    return hanging(indent, line.slice(indent.length), columns, toneOf(line));
  });
}

function toneOf(line: string): 'strong' | 'good' | 'bad' | 'warning' | 'plain' {
  const [sign] = line.trimStart();
  if (!line.startsWith(' ')) return 'strong';
  return sign === '+' ? 'good' : sign === '-' ? 'bad' : sign === '~' ? 'warning' : 'plain';
}
