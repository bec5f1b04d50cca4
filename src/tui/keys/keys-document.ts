/**
 * The document docs/keys.md, made from the key table.
 */

import { document, type Document } from '../../explain/documents.ts';
import { table } from '../../explain/page-markdown.ts';
import { keyGroups } from './key-groups.ts';

export function keysDocument(): Document {
  return document('keys.md', 'Keys of the explorer', [
    'What `?` shows in the explorer and `rootwalk explore --keys` prints.',
    ...keyGroups().flatMap(({ title, bindings }) => [
      `## ${title[0]!.toUpperCase()}${title.slice(1)}`,
      table(
        ['keys', 'what they do'],
        bindings.map(({ label, does }) => [keysOf(label), does]),
      ),
    ]),
  ]);
}

function keysOf(label: string): string {
  return label
    .split(' ')
    .map((key) => `\`${key}\``)
    .join(' ');
}
