/**
 * Which pages a topic means: by name, by another name, by number, with or without the word for its group in front.
 */

import { optionCode } from '../message/options/table.ts';
import { typeCode } from '../message/codes.ts';
import { GROUPS, type GroupId, type Page } from './page.ts';
import { allPages } from './pages.ts';
import { unknownOptionPage, unknownTypePage } from './pages/layout-pages.ts';

/** Every page that the topic means, in any case; none where it means nothing. */
export function findPages(topic: string): readonly Page[] {
  const wanted = folded(topic);
  if (wanted === '') return [];
  const found = index().get(wanted);
  return found ?? numberedPage(topic.trim());
}

/** Everything that leads to a page, as it may be typed: for suggestions and completion. */
export function topicNames(): readonly string[] {
  return [...new Set(allPages().flatMap(({ name, aliases }) => [name, ...aliases]))];
}

/** Names that hold the topic, or that the topic holds, as whole words or from the start. */
export function relatedNames(topic: string): readonly string[] {
  const wanted = folded(topic);
  if (wanted.length < 3) return [];
  const words = wanted.split(' ').filter((word) => word.length > 2);
  return topicNames().filter((name) => {
    const candidate = folded(name);
    return candidate.startsWith(wanted) || words.every((word) => candidate.split(' ').includes(word));
  });
}

/** `TYPE65280` and `OPT65001` mean something though no table has them (RFC 3597 5). */
function numberedPage(topic: string): readonly Page[] {
  const type = /^type ?\d+$/i.test(topic) ? typeCode(topic.replace(' ', '')) : undefined;
  if (type !== undefined) return [unknownTypePage(type)];
  const option = /^(opt|option) ?\d+$/i.test(topic)
    ? optionCode(topic.replace(/^(opt|option) ?/i, 'OPT'))
    : undefined;
  return option === undefined ? [] : [unknownOptionPage(option)];
}

let made: ReadonlyMap<string, readonly Page[]> | undefined;

function index(): ReadonlyMap<string, readonly Page[]> {
  made ??= makeIndex();
  return made;
}

function makeIndex(): Map<string, Page[]> {
  const map = new Map<string, Page[]>();
  for (const each of allPages()) {
    for (const key of keysOf(each)) {
      const pages = map.get(key);
      if (pages) pages.push(each);
      else map.set(key, [each]);
    }
  }
  return map;
}

/** Registries whose numbers people know by themselves: `53`, `15`, `255`. */
const KNOWN_BY_NUMBER: readonly GroupId[] = [
  'opcode',
  'rcode',
  'class',
  'type',
  'option',
  'extended-error',
  'port',
];

function keysOf({ group, name, number, aliases, keys }: Page): Set<string> {
  const prefixes = GROUPS.find(({ id }) => id === group)!.prefixes;
  const names = [name, ...aliases].map(folded);
  const numbers = number === undefined || group === 'number' ? [] : [String(number)];
  const withPrefix = prefixes.flatMap((prefix) => [...names, ...numbers].map((each) => `${prefix} ${each}`));
  const bare = KNOWN_BY_NUMBER.includes(group) ? numbers : [];
  return new Set([...names, ...bare, ...withPrefix, ...keys.map(folded)]);
}

/** Case, hyphens and underlines make no difference, nor a slash or a plus between words. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s_\-/+]+/g, ' ')
    .trim();
}
