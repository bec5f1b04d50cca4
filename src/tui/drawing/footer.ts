/**
 * The keys at the bottom of the screen, made from the key table: as many as there is room for, and which of them stands
 * in a column, for who clicks on one.
 */

import { openedCauses } from '../computer/cause-blocks.ts';
import { isOnFields } from '../detail/bytes/byte-choice.ts';
import { chosenLink, isOnText } from '../links/link-choice.ts';
import { openedInSurvey } from '../survey/survey-commands.ts';
import type { Command, KeyBinding, Mode } from '../keys/key-table.ts';
import { modeOf, type ExplorerState } from '../state.ts';
import { isNow } from '../time/time-travel.ts';
import { fitLine, lineWidth, span, type Line } from './styled-line.ts';

export interface FooterKey {
  readonly keys: string;
  readonly word: string;
  readonly command: Command;
  /** A key of time, while an earlier moment is on the screen. */
  readonly isOfTime?: boolean;
}

export function footerKeys(state: ExplorerState): FooterKey[] {
  const mode = modeOf(state);
  const usual = footerKeysIn(mode, state.keys).flatMap((key) => inPlace(state, key));
  if (mode !== 'browse' || isNow(state)) return usual;
  // While an earlier moment is on the screen, the keys of time come first.
  const ofTime = state.keys.flatMap(({ earlierFooter, command }) => footerKey(earlierFooter, command));
  const isOfTime = ({ command }: FooterKey): boolean => ofTime.some((key) => key.command === command);
  return [...ofTime.map((key) => ({ ...key, isOfTime: true })), ...usual.filter((key) => !isOfTime(key))];
}

/** The key as it is in this pane: what does nothing here is left out, and some do something else than elsewhere. */
function inPlace(state: ExplorerState, key: FooterKey): FooterKey[] {
  if (state.page || state.menu || state.prompt) return [key];
  const isInBytes = isOnFields(state);
  switch (key.command) {
    case 'next-link':
      // In the list of hops there is no name to be chosen by itself, and octets have none.
      return state.focus === 'hops' || isInBytes ? [] : [key];
    case 'fold':
    case 'next-message':
      return isInBytes ? [key] : [];
    case 'open':
      return [{ ...key, word: openWord(state) }];
    default:
      return [key];
  }
}

/** What Enter does next. */
function openWord(state: ExplorerState): string {
  if (isOnFields(state)) return 'follow';
  if (chosenLink(state)) return 'walk';
  if (state.focus === 'computer' && openedCauses(state).includes(state.causes.chosen)) return 'close';
  const opensInSurvey = !state.survey?.isExchangeOpen && openedInSurvey(state) !== null;
  return !opensInSurvey && isOnText(state) ? 'name' : 'open';
}

export function footerKeysIn(mode: Mode, table: readonly KeyBinding[]): FooterKey[] {
  return table
    .filter(({ modes }) => modes.includes(mode))
    .flatMap(({ footer, command }) => footerKey(footer, command));
}

function footerKey(words: KeyBinding['footer'], command: Command): FooterKey[] {
  return words ? [{ keys: words[0], word: words[1], command }] : [];
}

export function footerLine(keys: readonly FooterKey[], columns: number): Line {
  return fitLine(fitted(keys, columns).flatMap(keyLine), columns);
}

/** What a click in that column means. */
export function footerCommandAt(keys: readonly FooterKey[], columns: number, column: number): Command | null {
  let to = 0;
  for (const key of fitted(keys, columns)) {
    to += lineWidth(keyLine(key));
    if (column < to) return key.command;
  }
  return null;
}

/** The last ones to go, the first of them last: who sees no other key finds them all in the help, and the way out. */
const KEPT: readonly Command[] = [
  'quit',
  'help',
  'submit',
  'back',
  'next-tab',
  'next-pane',
  'open',
  'fold',
  'next-message',
  'ask',
];

function fitted(keys: readonly FooterKey[], columns: number): readonly FooterKey[] {
  let left = keys;
  while (left.length > 1 && lineWidth(left.flatMap(keyLine)) > columns) {
    const worth = left.map(worthOf);
    left = left.toSpliced(worth.lastIndexOf(Math.min(...worth)), 1);
  }
  return left;
}

function worthOf({ command, isOfTime }: FooterKey): number {
  const place = KEPT.indexOf(isOfTime ? 'next-pane' : command);
  if (place === -1) return -1;
  // Who looks at the past wants to move in it, more than to go to another pane.
  return KEPT.length - place + (isOfTime ? 0.5 : 0);
}

function keyLine({ keys, word }: FooterKey): Line {
  return [span(` ${keys} `, 'strong'), span(`${word} `, 'dim')];
}
