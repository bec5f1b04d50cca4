/**
 * How a word is written down in the lists beside this file.
 */

import { page, type Page } from '../page.ts';

interface Term {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly rfc: string;
  readonly meaning: string;
  readonly more?: string;
  readonly see?: readonly string[];
}

export function term({ more, ...about }: Term): Page {
  return page({ group: 'term', ...about, more: more === undefined ? [] : [more] });
}
