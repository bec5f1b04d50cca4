/**
 * What stands in the list of hops before anything was asked: what can be typed, and where there is something to try. The
 * keys are those of the table.
 */

import { EMPTY_LINE, hanging, type Line } from '../drawing/styled-line.ts';
import { padEnd } from '../drawing/text-width.ts';
import type { Command, Mode } from '../keys/key-table.ts';
import type { ExplorerState } from '../state.ts';

export function welcomeLines(state: ExplorerState, columns: number): Line[] {
  const isTyping = state.prompt !== null;
  const rows: readonly (readonly [what: string, does: string])[] = [
    ...(isTyping ? EXAMPLES : [[keyOf(state, 'ask', 'browse'), 'asks for a name'] as const]),
    [keyOf(state, 'worlds', isTyping ? 'prompt' : 'browse'), 'lab worlds, which need no network'],
    [helpKeys(state), 'all keys'],
  ];
  const lead = isTyping ? 'Type a name, and a type after it if it is not A:' : 'Nothing is asked yet.';
  // A key can be taken away.
  const shown = rows.filter(([what]) => what !== '');
  const width = Math.max(...shown.map(([what]) => what.length));
  return [
    ...hanging('', lead, columns),
    EMPTY_LINE,
    ...shown.flatMap(([what, does]) => hanging(`  ${padEnd(what, width)}  `, does, columns)),
  ];
}

const EXAMPLES = [
  ['example.com MX', 'walks to its mail servers'],
  ['192.0.2.1', 'walks to its name'],
] as const;

/** How the key is read that does it; empty where there is none. */
function keyOf({ keys }: ExplorerState, command: Command, mode: Mode): string {
  const binding = keys.find((each) => each.command === command && each.modes.includes(mode));
  return binding?.presses[0] === undefined ? '' : binding.label;
}

function helpKeys(state: ExplorerState): string {
  const help = keyOf(state, 'help', 'browse');
  return state.prompt && help !== '' ? `${keyOf(state, 'back', 'prompt')} ${help}` : help;
}
