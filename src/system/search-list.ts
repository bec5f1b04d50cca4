/**
 * The names that a resolver makes of the one it is given (RFC 1123 6.1.4.3, RFC 1535), in the order of the
 * GNU C library: as it is first where it has enough dots, else last.
 */

import { NameError, ROOT, scanName, type Name } from '../message/name.ts';
import { hostAliasOf, type HostAlias } from './host-aliases.ts';
import type { LookupSettings } from './lookup-settings.ts';
import type { ResolvConf } from './resolv-conf.ts';

/**
 * `name` is plain text without escapes. A final dot says that the name is complete: nothing else is tried.
 */
export function searchNames(
  name: string,
  { search, options }: Pick<ResolvConf, 'search' | 'options'>,
): Name[] {
  const asIs = completed(name, '');
  if (name.endsWith('.')) return asIs;
  const dots = name.split('.').length - 1;
  const firstAsIs = dots >= options.ndots;
  const searched = search.map((domain) => completed(name, domain));
  // A domain that makes no name of it ends the search, but for the name as it is.
  const end = searched.findIndex((made) => made.length === 0);
  if (end >= 0) searched.length = end;
  // A search list with the root in it has tried the name as it is by then.
  const triedAsIs =
    firstAsIs || search.slice(0, searched.length).some((domain) => domain === '' || domain === ROOT);
  const lastAsIs = !triedAsIs && (dots > 0 || search.length === 0 || !options.flags.includes('no-tld-query'));
  return [...(firstAsIs ? asIs : []), ...searched.flat(), ...(lastAsIs ? asIs : [])];
}

/**
 * The names that are tried for one, after HOSTALIASES has had its say: an alias takes the place of the name,
 * and where it has an alias in its turn, that one is tried as it is and nothing else.
 */
export function namesToTry(
  name: string,
  { aliases, resolvConf }: Pick<LookupSettings, 'aliases' | 'resolvConf'>,
): NamesToTry {
  const aliasOf = (text: string): HostAlias | undefined =>
    aliases ? hostAliasOf(aliases.text, aliases.path, text) : undefined;
  const alias = aliasOf(name);
  if (!alias) return { alias: null, names: searchNames(name, resolvConf), asIs: completed(name, '')[0] };
  const again = aliasOf(alias.target);
  const [asIs] = completed((again ?? alias).target, '');
  if (again) return { alias, names: asIs === undefined ? [] : [asIs], asIs };
  return { alias, names: searchNames(alias.target, resolvConf), asIs };
}

export interface NamesToTry {
  readonly alias: HostAlias | null;
  readonly names: readonly Name[];
  /** The name without anything behind it; undefined where that is no name. */
  readonly asIs: Name | undefined;
}

/** The name with a domain behind it; none where that would be no name, or too long a one. */
function completed(name: string, domain: string): Name[] {
  const suffix = domain.replace(/^\./, '');
  const text = suffix === '' ? name : `${name}.${suffix}`;
  try {
    return [scanName(text.endsWith('.') ? text : `${text}.`)];
  } catch (error) {
    if (error instanceof NameError) return [];
    throw error;
  }
}
