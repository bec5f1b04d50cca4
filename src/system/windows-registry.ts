/**
 * What `reg query … /s` prints on Windows of the settings of TCP/IP: name servers and search list. Unlike the
 * output of ipconfig it is the same in every language, and unlike PowerShell it starts at once.
 */

import { excerptOf, linesOf } from './file-lines.ts';
import type { Evidence } from './system-answer.ts';

export interface RegistryValue {
  /** The last part of the key: `Parameters`, or the interface in braces. */
  readonly place: string;
  readonly name: string;
  readonly data: string;
  readonly from: Evidence;
}

const PARAMETERS = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip';
/** Both families keep their settings apart. */
export const REGISTRY_COMMANDS = ['', '6'].map((family) => [
  'reg',
  'query',
  `${PARAMETERS}${family}\\Parameters`,
  '/s',
]);

/** The values with a text in them; `file` says where they come from. */
export function parseRegistry(output: string, file: string): RegistryValue[] {
  const values: RegistryValue[] = [];
  let place = '';
  for (const { number, text } of linesOf(output)) {
    const key = /^HKEY_[^\\]+\\(?:.*\\)?([^\\\r]+)\r?$/.exec(text)?.[1];
    place = key ?? place;
    const [, name, data] = /^ {4}(\S.*?) {4}REG_(?:EXPAND_)?SZ {4}(.*?)\s*$/.exec(text) ?? [];
    if (name === undefined || data === undefined || data === '') continue;
    values.push({ place, name, data, from: { file, line: number, text: excerptOf(text) } });
  }
  return values;
}

/** The values of a name that count: what was set by hand goes before what DHCP said, in each place. */
export function settingsNamed(
  values: readonly RegistryValue[],
  byHand: string,
  byDhcp: string,
): readonly RegistryValue[] {
  const places = [...new Set(values.map(({ place }) => place))];
  return places.flatMap((place) => {
    const here = values.filter((value) => value.place === place);
    const found = here.find(({ name }) => name === byHand) ?? here.find(({ name }) => name === byDhcp);
    return found ? [found] : [];
  });
}

/** Lists are written with commas by hand, with spaces by DHCP. */
export const listIn = (data: string): string[] => data.split(/[,\s]+/).filter(Boolean);
