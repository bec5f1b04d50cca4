/**
 * The longest chain of waiting where it may not fit: the slowest link stays, and of the others, the slowest first,
 * those that there is room for; in their order, with an ellipsis for what is left out between them.
 */

import type { WaitingLink } from '../../render/cost-text.ts';

export function chainText(chain: readonly WaitingLink[]): string {
  return chain.map(({ text }) => text).join(ARROW);
}

/** All of it where that fits; the slowest link even where that does not. */
export function fittedChain(chain: readonly WaitingLink[], fits: (text: string) => boolean): string {
  const whole = chainText(chain);
  if (fits(whole)) return whole;
  const [slowest, ...others] = chain.toSorted((a, b) => b.ms - a.ms);
  let kept = new Set(slowest ? [slowest] : []);
  for (const link of others) {
    const more = new Set([...kept, link]);
    if (fits(partText(chain, more))) kept = more;
  }
  return partText(chain, kept);
}

function partText(chain: readonly WaitingLink[], kept: ReadonlySet<WaitingLink>): string {
  const texts = chain.map((link) => (kept.has(link) ? link.text : LEFT_OUT));
  return texts.filter((text, i) => text !== LEFT_OUT || texts[i - 1] !== LEFT_OUT).join(ARROW);
}

const ARROW = ' → ';
const LEFT_OUT = '…';
