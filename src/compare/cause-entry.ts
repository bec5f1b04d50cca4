/**
 * A row of the catalogue of causes: when it applies, and how it is said.
 */

import type { Circumstances } from './circumstances.ts';
import type { Cause } from './comparison.ts';

export interface CauseEntry extends Omit<Cause, 'message' | 'evidence'> {
  /** What it is, in one plain sentence, for whoever looks the code up. */
  readonly means: string;
  /** What one can do about it. */
  readonly advice: string;
  /** The finding as it is here; undefined where it does not apply. */
  find(
    circumstances: Circumstances,
  ): { readonly message: string; readonly evidence: readonly string[] } | undefined;
}
