/**
 * The lines around the panes: the title, the headings, what was done, and the input line.
 */

import { typeName } from '../../message/codes.ts';
import type { KeyBinding } from '../keys/key-table.ts';
import { footerKeysIn, footerLine } from './footer.ts';
import { layoutOf, MINIMUM_SIZE, PANES, type Pane, type WindowSize } from './layout.ts';
import { wishesText } from '../options/walk-wishes.ts';
import type { Prompt } from '../prompt/prompt.ts';
import { PURPOSES } from '../prompt/purpose.ts';
import { statusOf } from '../walk/result-lines.ts';
import type { ExplorerState, Notice } from '../state.ts';
import { positionText } from '../time/timeline.ts';
import { fitLine, hanging, lineWidth, span, type Line } from './styled-line.ts';
import { displayWidth, tail, truncate } from './text-width.ts';
import { printable } from '../../message/printable-text.ts';

export function titleLine(state: ExplorerState, columns: number): Line {
  const { shown, walk } = state;
  const asked = walk.question
    ? `${walk.question.name} ${typeName(walk.question.type)}`
    : shown
      ? `${shown.name} ${shown.type}`
      : '';
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
  // What is asked says more than where.
  const left: Line = asked === '' || lineWidth(all) <= room ? all : question;
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

/** The input line and, under it, what is wrong or what the keys do; and the column of the cursor. */
export function promptLines(
  prompt: Prompt,
  columns: number,
  keys: readonly KeyBinding[],
): { readonly lines: readonly Line[]; readonly cursor: number } {
  const label = ` ${PURPOSES[prompt.purpose].label} `;
  const room = columns - displayWidth(label) - 1;
  const before = tail(printable(prompt.before), room);
  const after = truncate(printable(prompt.after), room - displayWidth(before));
  const typed = fitLine([span(label, 'accent'), span(before + after, 'strong')], columns);
  const under =
    prompt.error === null
      ? footerLine(footerKeysIn('prompt', keys), columns)
      : fitLine([span(` ! ${prompt.error}`, 'bad')], columns);
  return { lines: [typed, under], cursor: displayWidth(label) + displayWidth(before) };
}
