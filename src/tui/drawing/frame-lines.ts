/**
 * The lines around the panes: the title, the headings, and what was done.
 */

import { layoutOf, MINIMUM_SIZE, PANES, type Pane, type WindowSize } from './layout.ts';
import { wishesText } from '../options/walk-wishes.ts';
import { statusOf } from '../walk/result-lines.ts';
import type { ExplorerState, Notice } from '../state.ts';
import { positionText } from '../time/timeline.ts';
import { trailTexts, visitName } from '../visits/visits.ts';
import { fitLine, hanging, lineWidth, span, type Line } from './styled-line.ts';
import { displayWidth, truncate } from './text-width.ts';
import { printable } from '../../message/printable-text.ts';

export function titleLine(state: ExplorerState, columns: number): Line {
  const { shown } = state;
  const asked = visitName(state);
  const status = statusOf(state);
  const moment = positionText(state.timeline);
  const right: Line = [
    ...(moment === '' ? [] : [span(`${moment}  `, 'accent')]),
    span(`${status.text} `, status.tone),
  ];
  const room = Math.max(0, columns - lineWidth(right) - 1);
  const options = shown ? wishesText(shown.wishes) : '';
  const question: Line = [
    span(` ${asked}`, 'strong'),
    ...(options === '' ? [] : [span(`  ${options}`, 'warning')]),
  ];
  const place = shown?.place ?? null;
  const title = place === null ? state.title : `lab world: ${place}`;
  const all: Line = [span(` ${title} `, 'accent'), ...question];
  const trails = trailTexts(state).map((text): Line => [span(`  ${text}`, 'dim')]);
  // What is asked says more than where, and that more than whence.
  const choices = [
    ...trails.flatMap((trail) => [
      [...all, ...trail],
      [...question, ...trail],
    ]),
    all,
  ];
  const fitting = choices.find((choice) => lineWidth(choice) <= room);
  const left = fitting ?? (asked === '' ? all : question);
  return [...fitLine(left, room), span(' '), ...right];
}

/** A rule with the name of a pane in it, heavy where the keys go to that pane. */
export function headingLine(title: string, note: string, columns: number, isFocused: boolean): Line {
  const rule = isFocused ? '━' : '─';
  const tone = isFocused ? 'accent' : 'dim';
  const name = `${rule} ${printable(title)} `;
  const spacious = ` ${printable(note)} ${rule}`;
  const end = note === '' ? '' : displayWidth(name + spacious) <= columns ? spacious : ` ${printable(note)}`;
  const start = truncate(name, columns - displayWidth(end));
  const filling = Math.max(0, columns - displayWidth(start) - displayWidth(end));
  return fitLine([span(start + rule.repeat(filling) + end, tone)], columns);
}

/** What stands in a heading before its title: the rule and a space. */
export const HEADING_LEAD_COLUMNS = 2;

/** `5–12/40` where not everything can be seen. */
export function scrollNote(from: number, rows: number, count: number): string {
  return count > rows ? `${from + 1}–${Math.min(from + rows, count)}/${count}` : '';
}

/** What was done or went wrong, where the keys stand otherwise. */
export function noticeLine({ text, tone }: Notice, columns: number): Line {
  return fitLine([span(` ${text}`, tone)], columns);
}

/** The panes by name where only one of them is on the screen: that one in brackets. */
export function paneBarLine(state: ExplorerState): Line {
  const shown = layoutOf(state).shown[0];
  const pieces = PANES.map((pane) => {
    const name = PANE_NAMES[pane];
    return pane === shown ? span(`[${name}]`, 'accent') : span(` ${name} `);
  });
  return fitLine(pieces, state.size.columns);
}

/** Which of them stands in that column. */
export function paneInBar(column: number): Pane | null {
  let to = 0;
  for (const pane of PANES) {
    to += PANE_NAMES[pane].length + 2;
    if (column < to) return pane;
  }
  return null;
}

const PANE_NAMES: Readonly<Record<Pane, string>> = {
  hops: 'Walk',
  computer: 'This computer',
  message: 'Detail',
};

export function tooSmallLines({ columns, rows }: WindowSize): Line[] {
  const needed = `${MINIMUM_SIZE.columns}×${MINIMUM_SIZE.rows}`;
  return hanging('', `rootwalk needs ${needed} (columns×rows); here are ${columns}×${rows}.`, columns);
}
