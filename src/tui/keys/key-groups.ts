/**
 * The keys in groups, as people look for them: first what one does most.
 */

import { KEY_TABLE, type Command, type KeyBinding } from './key-table.ts';

export interface KeyGroup {
  readonly title: string;
  readonly bindings: readonly KeyBinding[];
}

/** What belongs together, by the names of the commands; tabs and edits have no names. */
const GROUPS: readonly (readonly [title: string, commands: readonly string[]])[] = [
  [
    'to move',
    ['up', 'down', 'page-up', 'page-down', 'first', 'last', 'next-pane', 'previous-pane', 'open', 'back'],
  ],
  ['to ask', ['ask', 'ask-type', 'again', 'options', 'worlds', 'command-line']],
  ['from name to name', ['next-link', 'previous-link', 'return', 'backward', 'forward']],
  ['the walk', ['fold', 'unfold', 'fold-all', 'only-troubled', 'difference']],
  ['the chosen hop', ['next-tab', 'previous-tab', 'tab', 'next-message']],
  ['what is chosen', ['explain', 'find', 'find-next', 'find-previous', 'copy', 'copy-answer', 'save']],
  ['in time', ['step-back', 'step-forward', 'first-event', 'now', 'play']],
  ['the screen', ['help', 'mouse', 'redraw', 'stop', 'quit', 'interrupt']],
  ['in a menu', ['menu-enter', 'menu-right', 'menu-left']],
];

const TYPING = 'in the input line';
const LISTING = 'in the list of worlds, which letters narrow';

/** Every key once; those of no group stand with what is typed. */
export function keyGroups(table: readonly KeyBinding[] = KEY_TABLE): KeyGroup[] {
  const groupOf = (binding: KeyBinding): string => {
    if (binding.modes.length === 1 && binding.modes[0] === 'list') return LISTING;
    const isTyping = binding.modes.length === 1 && binding.modes[0] === 'prompt';
    const found = GROUPS.find(([, commands]) => commands.includes(nameOf(binding.command)));
    return isTyping || !found ? TYPING : found[0];
  };
  const byTitle = Map.groupBy(table, groupOf);
  return [...GROUPS.map(([title]) => title), LISTING, TYPING].flatMap((title) => {
    const bindings = byTitle.get(title);
    return bindings ? [{ title, bindings }] : [];
  });
}

function nameOf(command: Command): string {
  if (typeof command === 'string') return command;
  return 'tab' in command ? 'tab' : 'edit';
}
