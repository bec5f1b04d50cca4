/**
 * Text from anywhere made safe between tags and in quoted attributes: it can never become markup, nor steer what shows it.
 */

import { printable } from '../../message/printable-text.ts';

export function htmlText(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
