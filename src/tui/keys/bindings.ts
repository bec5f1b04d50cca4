/**
 * The keys as a person wants them: each row of the key table has a name, under which other presses can be given to it.
 * Labels and footer follow.
 */

import { KEY_TABLE, type Command, type KeyBinding, type Mode } from './key-table.ts';
import { isTyped, pressLabel } from './press-names.ts';

/** The presses wanted for the bindings of these names. */
export type KeyWishes = ReadonlyMap<string, readonly string[]>;

/** What is wrong with a wish: of which name, and with which of its presses. */
export interface WrongWish {
  readonly name: string;
  readonly place: number;
  readonly error: string;
}

/**
 * The names of the rows, in their order: that of the command, `tab-bytes` where the command is an object; a second row
 * with the same command has its mode in front, `prompt-back`.
 */
export const BINDING_NAMES: readonly string[] = KEY_TABLE.map(({ command, modes }, at) => {
  const name = nameOf(command);
  const isTaken = KEY_TABLE.slice(0, at).some((earlier) => nameOf(earlier.command) === name);
  return isTaken ? `${modes[0]!}-${name}` : name;
});

function nameOf(command: Command): string {
  const words = typeof command === 'string' ? command : Object.entries(command).flat().join('-');
  return words.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The table with these wishes fulfilled, or the first that cannot be. Unknown names are left out. */
export function rebound(wishes: KeyWishes): { readonly table: readonly KeyBinding[] } | WrongWish {
  const table = KEY_TABLE.map((binding, at) => {
    const presses = wishes.get(BINDING_NAMES[at]!);
    return presses ? withPresses(binding, presses) : binding;
  });
  for (const [at, binding] of table.entries()) {
    const name = BINDING_NAMES[at]!;
    const presses = wishes.get(name);
    if (!presses) continue;
    if (presses.length === 0 && NEEDED.includes(binding.command))
      return { name, place: 0, error: 'needs a key, or there is no way out' };
    for (const [place, press] of presses.entries()) {
      const error = wrongWith(table, at, press);
      if (error !== undefined) return { name, place, error };
    }
  }
  return { table };
}

const NEEDED: readonly Command[] = ['interrupt', 'back', 'submit'];

function wrongWith(table: readonly KeyBinding[], at: number, press: string): string | undefined {
  const { modes, presses } = table[at]!;
  const label = pressLabel(press);
  if (presses.filter((each) => each === press).length > 1) return `${label} stands here twice`;
  if ((modes.includes('prompt') || modes.includes('list')) && isTyped(press))
    return `${label} is for typing: in the input line and in lists only keys that type nothing can do something`;
  const other = table.findIndex(
    (binding, place) =>
      place !== at && binding.presses.includes(press) && sharedMode(binding.modes, modes) !== undefined,
  );
  if (other === -1) return undefined;
  const name = BINDING_NAMES[other]!;
  return `${label} is the key of ${name}: give ${name} another key, too`;
}

function sharedMode(some: readonly Mode[], others: readonly Mode[]): Mode | undefined {
  return some.find((mode) => others.includes(mode));
}

function withPresses(
  { footer, earlierFooter, ...binding }: KeyBinding,
  presses: readonly string[],
): KeyBinding {
  const label = presses.map(pressLabel).join(' ') || '(no key)';
  const words = (old: KeyBinding['footer']): KeyBinding['footer'] =>
    old && presses[0] !== undefined ? [pressLabel(presses[0]), old[1]] : undefined;
  const [usual, earlier] = [words(footer), words(earlierFooter)];
  return {
    ...binding,
    presses,
    label,
    ...(usual ? { footer: usual } : {}),
    ...(earlier ? { earlierFooter: earlier } : {}),
  };
}
