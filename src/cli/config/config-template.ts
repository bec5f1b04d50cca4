/**
 * A configuration file with everything that can be set, as it is without one, and all of it commented out. Prose stands
 * behind `# `; what can be uncommented stands right behind the `#`.
 */

import { BINDING_NAMES } from '../../tui/keys/bindings.ts';
import { KEY_TABLE } from '../../tui/keys/key-table.ts';
import { writtenPress } from '../../tui/keys/press-names.ts';
import { SETTINGS } from './settings.ts';

export function configTemplate(): string {
  const settings = SETTINGS.flatMap(({ name, says, values, usual }) => [
    '',
    ...says.map((text) => `# ${text}`),
    `# One of: ${values.join(', ')}`,
    `#${name}: ${String(usual)}`,
  ]);
  const bindings = KEY_TABLE.map(({ presses, does }, at) => {
    const binding = `  ${BINDING_NAMES[at]!}: [${presses.map(quoted).join(', ')}]`;
    return `#${binding.padEnd(LONGEST_BINDING)} # ${does}`;
  });
  return `${[...HEAD, ...settings, ...KEYS_HEAD, ...bindings].join('\n')}\n`;
}

const HEAD = [
  '# How the explorer of rootwalk looks and which keys it has. Without the # in front a line says what it says anyway:',
  '# take it away where you want something else. rootwalk config --path prints where this file belongs.',
];

const KEYS_HEAD = [
  '',
  '# The keys: what is to be done, and what is pressed for it. A list takes the place of the usual keys; [] is no key.',
  '# A key is a character in quotes, or one like enter, space, pageup, ctrl+x, alt+x, shift+tab. The line keys: has to be',
  '# there for all below it.',
  '#keys:',
];

const LONGEST_BINDING = Math.min(
  40,
  Math.max(
    ...KEY_TABLE.map(({ presses }, at) => BINDING_NAMES[at]!.length + presses.map(quoted).join(', ').length),
  ) + 6,
);

/** Named keys need no quotes; a character may mean something to YAML. */
function quoted(press: string): string {
  const text = writtenPress(press);
  return /^[a-z][a-z+]+$/.test(text) ? text : JSON.stringify(text);
}
