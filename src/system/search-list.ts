/**
 * The names that a resolver makes of the one it is given (RFC 1123 6.1.4.3, RFC 1535), in the order of the
 * GNU C library: as it is first where it has enough dots, else last.
 */

import { NameError, ROOT, scanName, type Name } from '../message/name.ts';
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
  const searched = search.flatMap((domain) => completed(name, domain));
  // A search list with the root in it has tried the name as it is by then.
  const triedAsIs = firstAsIs || search.some((domain) => domain === '' || domain === ROOT);
  const lastAsIs = !triedAsIs && (dots > 0 || search.length === 0 || !options.flags.includes('no-tld-query'));
  return [...(firstAsIs ? asIs : []), ...searched, ...(lastAsIs ? asIs : [])];
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
