/**
 * The file that HOSTALIASES names (hostname(7)): another name for a name without dots, as the GNU C library
 * reads it. It counts for the name servers alone, never for the hosts file.
 */

import { excerptOf, linesOf } from './file-lines.ts';
import type { Evidence } from './system-answer.ts';

export interface HostAlias {
  /** As in the file; a final dot makes it complete. */
  readonly target: string;
  readonly evidence: Evidence;
}

/** The alias of a name without dots; undefined where it has none, and for every name with a dot. */
export function hostAliasOf(file: string, path: string, name: string): HostAlias | undefined {
  if (name.includes('.')) return undefined;
  for (const { number, text, terminated } of linesOf(file)) {
    const [, alias = '', space = '', target = ''] = /^(\S*)(\s*)(\S*)/.exec(text)!;
    // A word that the file ends behind, without so much as a newline, ends the reading.
    if (space === '' && !terminated) return undefined;
    if (alias.toLowerCase().replace(/\.$/, '') !== name.toLowerCase()) continue;
    // An alias without a target ends it too, unless the next line makes up for it: it does not here.
    return target === ''
      ? undefined
      : { target, evidence: { file: path, line: number, text: excerptOf(text) } };
  }
  return undefined;
}
