/**
 * The lines around the panes: the title, the headings, the keys at the bottom and the input line.
 */

import { typeName } from '../../message/codes.ts';
import { KEY_TABLE, type Mode } from '../keys/key-table.ts';
import type { Prompt } from '../prompt/prompt.ts';
import { PURPOSES } from '../prompt/purpose.ts';
import { statusOf } from '../walk/result-lines.ts';
import type { ExplorerState, Notice } from '../state.ts';
import { positionText } from '../time/timeline.ts';
import { fitLine, lineWidth, span, type Line, type Span } from './styled-line.ts';
import { displayWidth, tail, truncate } from './text-width.ts';
import { printable } from '../../message/printable-text.ts';

export function titleLine(state: ExplorerState, columns: number): Line {
  const { shown, walk, title } = state;
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
  const left: Line = [span(` ${title}  `, 'accent'), span(asked, 'strong')];
  return [...fitLine(left, Math.max(0, columns - lineWidth(right) - 1)), span(' '), ...right];
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

/** `5–12/40` where not everything can be seen. */
export function scrollNote(from: number, rows: number, count: number): string {
  return count > rows ? `${from + 1}–${Math.min(from + rows, count)}/${count}` : '';
}

export function footerLine(mode: Mode, columns: number): Line {
  const words = KEY_TABLE.filter(({ modes }) => modes.includes(mode)).map(({ footer }) => footer);
  return fitLine(words.flatMap(keySpans), columns);
}

/** What was done or went wrong, where the keys stand otherwise. */
export function noticeLine({ text, tone }: Notice, columns: number): Line {
  return fitLine([span(` ${text}`, tone)], columns);
}

/** While an earlier moment is on the screen: the keys of time, and of the others as many as there is room for. */
export function earlierFooterLine(columns: number): Line {
  const others = KEY_TABLE.filter(({ modes }) => modes.includes('browse')).map(({ footer }) => footer);
  const line = KEY_TABLE.flatMap(({ earlierFooter }) => keySpans(earlierFooter));
  for (const spans of others.map(keySpans)) {
    if (lineWidth(line) + lineWidth(spans) > columns) break;
    line.push(...spans);
  }
  return fitLine(line, columns);
}

function keySpans(words: readonly [keys: string, word: string] | undefined): Span[] {
  return words ? [span(` ${words[0]} `, 'strong'), span(`${words[1]} `, 'dim')] : [];
}

/** The input line and, under it, what is wrong or what the keys do; and the column of the cursor. */
export function promptLines(
  prompt: Prompt,
  columns: number,
): { readonly lines: readonly Line[]; readonly cursor: number } {
  const label = ` ${PURPOSES[prompt.purpose].label} `;
  const room = columns - displayWidth(label) - 1;
  const before = tail(printable(prompt.before), room);
  const after = truncate(printable(prompt.after), room - displayWidth(before));
  const typed = fitLine([span(label, 'accent'), span(before + after, 'strong')], columns);
  const under =
    prompt.error === null
      ? footerLine('prompt', columns)
      : fitLine([span(` ! ${prompt.error}`, 'bad')], columns);
  return { lines: [typed, under], cursor: displayWidth(label) + displayWidth(before) };
}
