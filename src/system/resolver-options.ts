/**
 * The options of resolv.conf(5) and RES_OPTIONS, word by word, with the limits of the GNU C library.
 */

import type { Origin } from './system-answer.ts';

export interface ResolverOptions {
  /** A name with at least this many dots is first tried as it is. */
  readonly ndots: number;
  readonly timeoutSeconds: number;
  readonly attempts: number;
  /** The words that are on: `rotate`, `edns0`, `trust-ad`, `use-vc`, `no-tld-query` … */
  readonly flags: readonly string[];
}

export interface OptionWord {
  readonly word: string;
  readonly from: Origin;
}

export const DEFAULT_OPTIONS: ResolverOptions = { ndots: 1, timeoutSeconds: 5, attempts: 2, flags: [] };

/** Options with one more word; a number that comes again counts as it comes last, a flag stays on. */
export function withOption(options: ResolverOptions, word: string): ResolverOptions {
  const number = /^(ndots|timeout|attempts):(.*)$/s.exec(word);
  if (number) {
    const key = number[1] === 'timeout' ? 'timeoutSeconds' : (number[1] as 'ndots' | 'attempts');
    return { ...options, [key]: limited(leadingNumber(number[2]!), key) };
  }
  const flag = FLAGS.find((known) => word.startsWith(known))?.replaceAll('_', '-');
  return flag === undefined || options.flags.includes(flag)
    ? options
    : { ...options, flags: [...options.flags, flag] };
}

/** Whether a word does anything: some are read and mean nothing any more, most others are not read at all. */
export function effectOf(word: string): 'used' | 'without effect' | 'unknown' {
  if (WITHOUT_EFFECT.some((old) => word.startsWith(old))) return 'without effect';
  const isKnown = /^(ndots|timeout|attempts):/.test(word) || FLAGS.some((known) => word.startsWith(known));
  return isKnown ? 'used' : 'unknown';
}

/** Longer words first: an option counts when the text starts with its word. */
const FLAGS = `single-request-reopen single-request rotate edns0 no-tld-query no_tld_query no-reload
   use-vc trust-ad no-aaaa strict-error inet6`.split(/\s+/);
const WITHOUT_EFFECT = ['inet6', 'ip6-bytestring', 'ip6-dotint', 'no-ip6-dotint', 'debug', 'no-check-names'];

/** RES_MAXNDOTS, RES_MAXRETRANS and RES_MAXRETRY of the C library. */
const MAXIMUM = { ndots: 15, timeoutSeconds: 30, attempts: 5 };

/** As atoi: no digits are 0. */
function leadingNumber(text: string): number {
  return Number(/^[+-]?\d+/.exec(text)?.[0] ?? 0);
}

/** A negative number of dots wraps round in its four bits, so that it comes out large. */
function limited(value: number, key: keyof typeof MAXIMUM): number {
  if (key === 'ndots') return value < 0 ? value & MAXIMUM.ndots : Math.min(value, MAXIMUM.ndots);
  return Math.min(Math.max(value, 1), MAXIMUM[key]);
}
