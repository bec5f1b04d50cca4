/**
 * The one line of host.conf(5) that still matters: `multi`, whether a name on several lines of the hosts file
 * has the addresses of all of them.
 */

import { linesOf } from './file-lines.ts';
import type { HostsMatch } from './hosts-file.ts';

/** Reads the file, then the environment, which overrides it. Without either the first line answers alone. */
export function parseHostConf(
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): HostsMatch {
  let match: HostsMatch = 'first line';
  for (const { text } of linesOf(file)) {
    const value = /^[ \t\v\f\r]*multi[ \t\v\f\r]+(.*)/i.exec(text)?.[1];
    match = matchOf(value) ?? match;
  }
  return matchOf(environment['RESOLV_MULTI']) ?? match;
}

function matchOf(value: string | undefined): HostsMatch | undefined {
  if (/^on/i.test(value ?? '')) return 'every line';
  return /^off/i.test(value ?? '') ? 'first line' : undefined;
}
