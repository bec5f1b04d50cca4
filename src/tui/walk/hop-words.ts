/**
 * How a hop is called on the screen: its outcome as a word with a tone, its server, its address with where
 * that is from.
 */

import type { Hop, HopStart, Outcome } from '../../resolver/events.ts';
import type { ExplorerState } from '../state.ts';
import { OUTCOMES } from '../drawing/symbols.ts';
import type { Tone } from '../drawing/styled-line.ts';
import { isFinished } from './walk-state.ts';

const TONES: Readonly<Record<Outcome, Tone>> = {
  referral: 'plain',
  answer: 'good',
  alias: 'accent',
  nodata: 'warning',
  nxdomain: 'warning',
  refused: 'bad',
  servfail: 'bad',
  formerr: 'bad',
  notimp: 'bad',
  lame: 'bad',
  truncated: 'warning',
  timeout: 'bad',
  unreachable: 'bad',
  malformed: 'bad',
  useless: 'bad',
};

const SYMBOLS: Readonly<Record<Outcome, string>> = {
  referral: OUTCOMES.onwards,
  answer: OUTCOMES.good,
  alias: OUTCOMES.alias,
  nodata: OUTCOMES.none,
  nxdomain: OUTCOMES.missing,
  refused: OUTCOMES.bad,
  servfail: OUTCOMES.bad,
  formerr: OUTCOMES.bad,
  notimp: OUTCOMES.bad,
  lame: OUTCOMES.bad,
  truncated: OUTCOMES.onwards,
  timeout: OUTCOMES.bad,
  unreachable: OUTCOMES.bad,
  malformed: OUTCOMES.bad,
  useless: OUTCOMES.bad,
};

export function outcomeSymbol(hop: HopStart | Hop): string {
  return isFinished(hop) ? SYMBOLS[hop.outcome] : OUTCOMES.waiting;
}

export function outcomeTone(hop: HopStart | Hop): Tone {
  return isFinished(hop) ? TONES[hop.outcome] : 'accent';
}

/** The outcome; for a hop without one, whether it is still waited for. */
export function outcomeWord(hop: HopStart | Hop, phase: ExplorerState['phase']): string {
  if (isFinished(hop)) return hop.outcome;
  return phase === 'walking' ? 'asking…' : 'given up';
}

export function printServer({ server }: HopStart): string {
  const address = server.address.includes(':') ? `[${server.address}]` : server.address;
  return server.port === 53 ? server.address : `${address}:${server.port}`;
}
