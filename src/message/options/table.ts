/**
 * The table of EDNS options: one line here and one file beside it is all that an option needs.
 */

import { COOKIE } from './cookie.ts';
import { EXTENDED_ERROR } from './extended-error.ts';
import { NSID } from './nsid.ts';
import type { OptionType } from './option-type.ts';
import { UNKNOWN_OPTION } from './unknown.ts';

export const OPTION_TYPES = [NSID, COOKIE, EXTENDED_ERROR] as const;

const byCode = new Map<number, OptionType>(
  OPTION_TYPES.map((type) => [type.code, type as OptionType<never> as OptionType]),
);

/** The layout of an option; unknown options share one that keeps their octets. */
export function optionTypeOf(code: number): OptionType {
  return byCode.get(code) ?? UNKNOWN_OPTION;
}

/** `NSID`, `EDE` …; `OPT65001` for one that is not in the table. */
export function optionName(code: number): string {
  return byCode.get(code)?.mnemonic ?? `OPT${code}`;
}
