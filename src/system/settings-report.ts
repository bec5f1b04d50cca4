/**
 * What the files and the environment set for a question, each setting with the place that it is from.
 */

import { evidenceOf, hostsLineOf, hostsLinesNaming } from './hosts-file.ts';
import { NSSWITCH_PATH, RESOLV_CONF_PATH } from './computer.ts';
import type { LookupSettings } from './lookup-settings.ts';
import { managerOf } from './name-servers.ts';
import { effectOf } from './resolver-options.ts';
import { namesToTry } from './search-list.ts';
import type { Evidence, SettingsReport } from './system-answer.ts';

/** `subject`: the name as getaddrinfo takes it, or an address; undefined where neither is looked up. */
export function settingsReportOf(
  settings: LookupSettings,
  subject: { readonly name: string } | { readonly address: string } | undefined,
): SettingsReport {
  const { nsswitch, resolvConf, hostConf } = settings;
  const { flags: _, ...numbers } = resolvConf.options;
  return {
    order: {
      from: nsswitch.line === null ? null : { file: NSSWITCH_PATH, line: nsswitch.line, text: nsswitch.text },
      sources: nsswitch.sources,
    },
    nameServers: resolvConf.origins.nameServers,
    search: { domains: resolvConf.search, from: resolvConf.origins.search },
    options: {
      ...numbers,
      words: resolvConf.origins.options.map((each) => ({ ...each, use: effectOf(each.word) })),
    },
    multi: hostConf,
    hostsLines: subject ? hostsLinesOf(settings, subject) : [],
    hostAlias: subject && 'name' in subject ? namesToTry(subject.name, settings).alias : null,
    resolvConfLink: settings.resolvConfLink ?? null,
    managedBy: managerOf(settings.resolvConfText, RESOLV_CONF_PATH),
  };
}

/** A name may stand on every line of a long file. */
const MAXIMUM_LINES = 16;

function hostsLinesOf(
  { hosts, hostsPath }: LookupSettings,
  subject: { readonly name: string } | { readonly address: string },
): Evidence[] {
  if (hosts === null) return [];
  if ('address' in subject) {
    const line = hostsLineOf(hosts, subject.address);
    return line ? [evidenceOf(line, hostsPath)] : [];
  }
  const lines: Evidence[] = [];
  for (const line of hostsLinesNaming(hosts, subject.name)) {
    lines.push(evidenceOf(line, hostsPath));
    if (lines.length === MAXIMUM_LINES) break;
  }
  return lines;
}
