/**
 * The one line of host.conf(5) that still matters: `multi`, whether a name on several lines of the hosts file
 * has the addresses of all of them.
 */

import { HOST_CONF_PATH } from './computer.ts';
import { excerptOf, linesOf } from './file-lines.ts';
import type { HostsMatch } from './hosts-file.ts';
import type { Origin } from './system-answer.ts';

export interface HostConf {
  readonly match: HostsMatch;
  /** Null where nothing says so: then the first line answers alone. */
  readonly from: Origin | null;
}

/** Reads the file, then the environment, which overrides it. */
export function parseHostConf(
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
  path: string = HOST_CONF_PATH,
): HostConf {
  let found: HostConf = { match: 'first line', from: null };
  for (const { number, text } of linesOf(file)) {
    const match = matchOf(/^[ \t\v\f\r]*multi[ \t\v\f\r]+(.*)/i.exec(text)?.[1]);
    if (match) found = { match, from: { file: path, line: number, text: excerptOf(text) } };
  }
  const variable = environment['RESOLV_MULTI'];
  const match = matchOf(variable);
  return match ? { match, from: { variable: 'RESOLV_MULTI', text: excerptOf(variable ?? '') } } : found;
}

function matchOf(value: string | undefined): HostsMatch | undefined {
  if (/^on/i.test(value ?? '')) return 'every line';
  return /^off/i.test(value ?? '') ? 'first line' : undefined;
}
