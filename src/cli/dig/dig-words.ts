/**
 * A command line with words of dig in it as one of ours. Only `+` words and the few letters of dig are touched; what they
 * cannot mean here is one line that says what there is instead.
 */

import { nearest, UsageError } from '../usage-error.ts';
import { SHOWN_PARTS, type ShownPart } from '../../render/shown-parts.ts';
import {
  DIG_OPTIONS,
  type DigMeaning,
  type DigOption,
  type DigRefusal,
  type DigShown,
} from './dig-options.ts';

/** `query` shows one message, `trace` a walk: not all that is said of the one means something for the other. */
export type DigCommand = 'query' | 'trace';

/** Throws UsageError. */
export function withoutDigWords(words: readonly string[], command: DigCommand): string[] {
  const end = words.indexOf('--');
  const own = end === -1 ? words : words.slice(0, end);
  const rest = end === -1 ? [] : words.slice(end);
  let shown: Set<ShownPart> | undefined;
  const translated: string[] = [];
  for (let at = 0; at < own.length; at++) {
    const word = own[at]!;
    if (word === '-q' && own[at + 1] !== undefined) translated.push(own[++at]!);
    else if (word === '-k' && command === 'query') translated.push('--tsig-file');
    else if (word.startsWith('-')) translated.push(...letterOf(word));
    else if (!word.startsWith('+')) translated.push(word);
    else {
      const { name, value, isNo, option } = optionOf(word);
      const meaning = meaningOf(option, isNo, command);
      if ('instead' in meaning) throw new UsageError(`${word}: ${meaning.instead}`);
      if ('shows' in meaning) shown = shownAfter(shown, meaning.shows, isNo);
      else translated.push(...valued(meaning.ours, option, name, value));
    }
  }
  const shows = shown && command === 'query' ? [`--show=${[...shown].join(',') || 'nothing'}`] : [];
  return [...translated, ...shows, ...rest];
}

/** Letters of dig that are none of ours. */
const LETTERS: Readonly<Record<string, string>> = {
  '-b': 'the system chooses the address that is asked from',
  '-k': 'a walk is not signed: rootwalk query --tsig-file FILE signs a query',
  '-y': 'rootwalk query --tsig-file FILE signs the query: a secret belongs in a file',
  '-m': 'there is no such debugging here',
};

/** `-r` and `-u` of dig: no file of its own is read here anyway, and times are as exact as they are. */
const IDLE_LETTERS: ReadonlySet<string> = new Set(['-r', '-u']);

function letterOf(word: string): string[] {
  if (IDLE_LETTERS.has(word)) return [];
  const reason = Object.hasOwn(LETTERS, word) ? LETTERS[word] : undefined;
  if (reason !== undefined) throw new UsageError(`${word}: ${reason}`);
  return [word];
}

interface Found {
  readonly name: string;
  readonly value: string | undefined;
  readonly isNo: boolean;
  readonly option: DigOption;
}

/** As dig does, a beginning that fits only one word is enough. */
function optionOf(word: string): Found {
  const [, typed = '', value] = /^\+([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
  const wanted = typed.toLowerCase();
  const found = named(wanted);
  if (found) return { name: wanted, value, isNo: false, option: found };
  const negated = wanted.startsWith('no') ? named(wanted.slice(2)) : undefined;
  if (negated) return { name: wanted, value, isNo: true, option: negated };
  const near = nearest(
    wanted,
    DIG_OPTIONS.flatMap(({ name }) => [name, `no${name}`]),
  );
  throw new UsageError(
    `there is no ${word} here${near ? `; did you mean +${near}?` : ': rootwalk query --help shows the options'}`,
  );
}

/** Beginnings that dig takes for one of several. */
const SHORT_FOR: Readonly<Record<string, string>> = {
  rec: 'recurse',
  sh: 'short',
  dns: 'dnssec',
  cd: 'cdflag',
  ad: 'adflag',
  auth: 'authority',
  add: 'additional',
  ans: 'answer',
  multi: 'multiline',
  sub: 'subnet',
  buf: 'bufsize',
  ed: 'edns',
};

function named(wanted: string): DigOption | undefined {
  const name = Object.hasOwn(SHORT_FOR, wanted) ? SHORT_FOR[wanted] : wanted;
  const exact = DIG_OPTIONS.find((option) => option.name === name);
  if (exact || wanted.length < 2) return exact;
  const beginning = DIG_OPTIONS.filter((option) => option.name.startsWith(wanted));
  return beginning.length === 1 ? beginning[0] : undefined;
}

/** A walk is always without recursion, and takes what does not validate. */
const IDLE_IN_TRACE: ReadonlySet<string> = new Set(['recurse', 'rdflag', 'cdflag', 'ignore', 'trace']);

function meaningOf(
  { name, yes, no }: DigOption,
  isNo: boolean,
  command: DigCommand,
): DigMeaning | DigShown | DigRefusal {
  if (command === 'trace' && IDLE_IN_TRACE.has(name)) return { ours: [] };
  if (command === 'trace' && name === 'edns' && isNo)
    return { instead: 'a walk asks with EDNS, and without where a server does not know it' };
  if (command === 'query' && name === 'qmin')
    return { instead: 'one server is told the whole name: rootwalk trace NAME --minimise' };
  if (command === 'trace' && name.startsWith('tls') && !isNo)
    return { instead: 'a walk asks over UDP and TCP: rootwalk query NAME @tls://SERVER' };
  return isNo ? no : yes;
}

function valued(
  ours: readonly string[],
  { value: what }: DigOption,
  name: string,
  value: string | undefined,
): string[] {
  const wantsValue = ours.some((word) => word.includes('$'));
  if (wantsValue && (value === undefined || value === '')) throw new UsageError(`+${name} wants ${what}`);
  return ours.map((word) => {
    if (word === '+$') return /^\d{1,3}$/.test(value!) ? String(Number(value) + 1) : value!;
    // dig says seconds, we say milliseconds.
    if (word === '$000')
      return /^\d{1,6}$/.test(value!) ? String(Math.max(10, Number(value) * 1000)) : value!;
    return word.replace('$', () => value!);
  });
}

/** `+noall +answer`: from all of it, or from what is left by now. */
function shownAfter(
  before: Set<ShownPart> | undefined,
  parts: readonly ShownPart[],
  isNo: boolean,
): Set<ShownPart> {
  const shown = new Set(before ?? SHOWN_PARTS);
  for (const each of parts) {
    if (isNo) shown.delete(each);
    else shown.add(each);
  }
  return new Set(SHOWN_PARTS.filter((each) => shown.has(each)));
}
