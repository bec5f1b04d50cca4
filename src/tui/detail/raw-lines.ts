/**
 * The octets of a hop's two messages, without a word about them.
 */

import { hexLines } from './hex-lines.ts';
import { lineOf, type Line } from '../drawing/styled-line.ts';
import { isFinished, type HopEntry } from '../walk/walk-state.ts';

export function rawLines({ hop }: HopEntry): Line[] {
  const reply = isFinished(hop) ? hop.reply : null;
  return [...(reply ? dump('reply', reply) : []), ...dump('query', hop.query)];
}

function dump(name: string, octets: Uint8Array): Line[] {
  return [lineOf(`octets of the ${name} (${octets.length})`, 'accent'), ...hexLines(octets)];
}
