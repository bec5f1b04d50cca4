/**
 * Comma-separated lists inside the value of a service parameter, after the escapes of zone text are resolved (RFC 9460
 * A.1): a comma or backslash that belongs to an item has a backslash in front. Each character stands for one octet.
 */

import { ScanError, type TokenPlace } from '../tokens.ts';

export function joinItems(items: readonly string[]): string {
  return items.map((item) => item.replace(/[\\,]/g, '\\$&')).join(',');
}

/** The items, at least one and none of them empty. Throws ScanError. */
export function splitItems(text: string, place: TokenPlace): string[] {
  const items: string[] = [];
  let item = '';
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (character === ',') {
      items.push(item);
      item = '';
    } else if (character !== '\\') {
      item += character;
    } else {
      const escaped = text[++i];
      if (escaped !== '\\' && escaped !== ',')
        throw new ScanError(
          'a backslash in a list stands before a comma or a backslash (RFC 9460 A.1)',
          place,
        );
      item += escaped;
    }
  }
  items.push(item);
  if (items.includes('')) throw new ScanError('an empty item in a list (RFC 9460 A.1)', place);
  return items;
}

/** The items of a list whose items need no escapes. Throws ScanError. */
export function splitPlainItems(text: string, place: TokenPlace): string[] {
  const items = text.split(',');
  if (items.includes('')) throw new ScanError('an empty item in a list (RFC 9460 7.3)', place);
  return items;
}
