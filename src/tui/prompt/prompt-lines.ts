/**
 * The input line and, under it, what is wrong, what may be meant, or what the keys do; and the column of the cursor.
 */

import { printable } from '../../message/printable-text.ts';
import { footerKeysIn, footerLine } from '../drawing/footer.ts';
import { fitLine, lineWidth, span, type Line, type Span } from '../drawing/styled-line.ts';
import { displayWidth, tail, truncate } from '../drawing/text-width.ts';
import type { ExplorerState } from '../state.ts';
import { isStarting } from '../asking.ts';
import { completionOf, type Completion } from './completion.ts';
import { promptText, type Prompt } from './prompt.ts';
import { PURPOSES } from './purpose.ts';

export interface PromptLines {
  readonly lines: readonly Line[];
  readonly cursor: number;
}

export function promptLines(state: ExplorerState, prompt: Prompt, columns: number): PromptLines {
  const label = ` ${PURPOSES[prompt.purpose].label(state, prompt)} `;
  const shownLabel = truncate(printable(label), Math.floor(columns / 2));
  const room = columns - displayWidth(shownLabel) - 1;
  const before = tail(printable(prompt.before), room);
  const after = truncate(printable(prompt.after), room - displayWidth(before));
  const hint = promptText(prompt) === '' ? (PURPOSES[prompt.purpose].hint?.(state) ?? '') : '';
  const typed = fitLine(
    [
      { text: shownLabel, tone: 'accent' },
      span(before + after, 'strong'),
      ...(hint === '' ? [] : [span(` ${hint}`, 'dim')]),
    ],
    columns,
  );
  return {
    lines: [typed, underLine(state, prompt, columns)],
    cursor: displayWidth(shownLabel) + displayWidth(before),
  };
}

/** True where the second line has no keys in it. */
export function isUnderCovered(state: ExplorerState, prompt: Prompt): boolean {
  return prompt.error !== null || isStarting(state) || offered(state, prompt) !== null;
}

function underLine(state: ExplorerState, prompt: Prompt, columns: number): Line {
  if (isStarting(state)) return fitLine([span(' … starting; Esc gives it up', 'accent')], columns);
  if (prompt.error !== null) return fitLine([span(` ! ${prompt.error}`, 'bad')], columns);
  const completion = offered(state, prompt);
  if (completion) return candidateLine(completion, columns);
  return footerLine(footerKeysIn('prompt', state.keys), columns);
}

/** Nothing is offered where nothing is typed but what is chosen from a list, nor what stands there already. */
function offered(state: ExplorerState, prompt: Prompt): Completion | null {
  const completion = completionOf(state, prompt);
  if (!completion || completion.candidates.length === 0) return null;
  const { candidates, word, at } = completion;
  const isThere = candidates.length === 1 && candidates[0]!.toLowerCase() === word.toLowerCase();
  return isThere && at === null ? null : completion;
}

/** ` Tab: [MX]  MB  MD …`, from the chosen one on where it would not be seen otherwise. */
function candidateLine({ candidates, at }: Completion, columns: number): Line {
  const room = columns - lineWidth(LEAD) - 2;
  const from = at === null || fitting(candidates, 0, room) > at ? 0 : at;
  const to = from + Math.max(1, fitting(candidates, from, room));
  const pieces = candidates
    .slice(from, to)
    .map((candidate, i): Span =>
      from + i === at ? span(`[${candidate}] `, 'strong') : span(` ${candidate} `, 'dim'),
    );
  return fitLine([...LEAD, ...pieces, ...(to < candidates.length ? [span('…', 'dim')] : [])], columns);
}

const LEAD: Line = [span(' Tab', 'strong'), span(' ')];

/** How many from that one on have room. */
function fitting(candidates: readonly string[], from: number, room: number): number {
  let left = room;
  let count = 0;
  for (const candidate of candidates.slice(from)) {
    left -= displayWidth(printable(candidate)) + 2;
    if (left < 0) break;
    count++;
  }
  return count;
}
