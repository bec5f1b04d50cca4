/**
 * The table of deliberate faults: what `build --break` knows.
 */

import type { Break } from './break.ts';
import { HEADER_BREAKS } from './header-breaks.ts';
import { NAME_BREAKS } from './name-breaks.ts';
import { RECORD_BREAKS } from './record-breaks.ts';

export const BREAKS: readonly Break[] = [...NAME_BREAKS, ...RECORD_BREAKS, ...HEADER_BREAKS];

export function breakNamed(name: string): Break | undefined {
  return BREAKS.find((known) => known.name === name);
}
