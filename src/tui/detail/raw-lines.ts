/**
 * The octets of a hop's two messages, without a word about them.
 */

import { hexLines } from './hex-lines.ts';
import { lineOf, type Line } from '../drawing/styled-line.ts';
import { isFinished, type HopEntry } from '../walk/walk-state.ts';

export function rawLines({ hop }: HopEntry, columns = Infinity): Line[] {
  const reply = isFinished(hop) ? hop.reply : null;
  return [...(reply ? dump('reply', reply, columns) : []), ...dump('query', hop.query, columns)];
}

function dump(name: string, octets: Uint8Array, columns: number): Line[] {
  return [lineOf(`octets of the ${name} (${octets.length})`, 'accent'), ...hexLines(octets, columns)];
}
