/**
 * A file of names and what is expected of each, as YAML or JSON (which is YAML): a list, or a mapping with the list under
 * `checks`. Nothing in it is passed over: a member that is not known is an error with its line.
 */

import { InvalidArgumentError } from 'commander';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { Expectation } from '../compare/expectations.ts';
import { RCODE } from '../message/codes.ts';
import { failOnOf, rcodeOf, recordExpectation } from './expect-options.ts';
import type { Target } from '../lookup/trace-run.ts';
import { walkTargetOf } from './target.ts';
import { nearest, UsageError } from './usage-error.ts';

export interface Check {
  readonly target: Target;
  /** What to call it in a report. */
  readonly title: string;
  readonly expectations: readonly Expectation[];
  /** The walk has to end with an answer; false where a response code other than NOERROR is expected. */
  readonly wantsAnswer: boolean;
}

/** Throws UsageError: `checks.yaml:7:5: …`. */
export function readChecks(text: string, file: string): Check[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const refuse: Refuse = (offset, message) => {
    const { line, col } = lines.linePos(offset);
    throw new UsageError(`${file}:${line}:${col}: ${message}`);
  };
  const [error] = document.errors;
  if (error) refuse(error.pos[0], error.message.split('\n')[0]!);
  const root = document.contents;
  const list = isMap(root) ? membersOf(root, ['checks'], refuse).get('checks') : root;
  if (!isSeq(list) || list.items.length === 0)
    return refuse(list?.range?.[0] ?? 0, 'a list of checks is missing: "- name: www.example.com"');
  return list.items.map((item) => checkOf(item as Node, refuse));
}

type Refuse = (offset: number, message: string) => never;

const MEMBERS = ['name', 'type', 'title', 'expect', 'rcode', 'sameAsSystem', 'failOn', 'maxMs'] as const;

function checkOf(item: Node, refuse: Refuse): Check {
  const place = item.range?.[0] ?? 0;
  if (isScalar(item)) return checkFrom({ name: textOf(item, 'name', refuse) }, place, refuse);
  if (!isMap(item)) return refuse(place, 'a check is a name, or a mapping with the member "name"');
  const members = membersOf(item, MEMBERS, refuse);
  const text = (name: (typeof MEMBERS)[number]): string | undefined => {
    const node = members.get(name);
    return node && textOf(node, name, refuse);
  };
  const name = text('name') ?? refuse(place, 'the member "name" is missing');
  const expectations = [
    ...each(members.get('expect'), 'expect', refuse, recordExpectation),
    ...each(
      members.get('rcode'),
      'rcode',
      refuse,
      (word) => ({ kind: 'rcode', rcode: rcodeOf(word) }) as const,
    ),
    ...each(members.get('failOn'), 'failOn', refuse, failOnOf),
    ...sameAsSystem(members.get('sameAsSystem'), refuse),
    ...maxMs(members.get('maxMs'), refuse),
  ];
  return checkFrom({ name, type: text('type'), title: text('title'), expectations }, place, refuse);
}

function checkFrom(
  check: {
    readonly name: string;
    readonly type?: string | undefined;
    readonly title?: string | undefined;
    readonly expectations?: readonly Expectation[];
  },
  place: number,
  refuse: Refuse,
): Check {
  const { name, type, title, expectations = [] } = check;
  const target = worded(place, refuse, () => walkTargetOf(name, type));
  const isError = expectations.some((each) => each.kind === 'rcode' && each.rcode !== RCODE.NOERROR);
  const isAbsence = expectations.some((each) => each.kind === 'record' && each.is === 'missing');
  return {
    target,
    title: title ?? `${name} ${type ?? ''}`.trim(),
    expectations,
    wantsAnswer: !isError && !isAbsence,
  };
}

function membersOf(map: Node, known: readonly string[], refuse: Refuse): ReadonlyMap<string, Node> {
  if (!isMap(map)) return new Map();
  return new Map(
    map.items.map(({ key, value }) => {
      const place = (key as Node).range?.[0] ?? 0;
      const name = String(isScalar(key) ? key.value : '');
      if (!known.includes(name)) {
        const near = nearest(name, known);
        return refuse(
          place,
          `there is no member "${name}"${near ? `; did you mean "${near}"?` : `: there is ${known.join(', ')}`}`,
        );
      }
      if (value === null) return refuse(place, `"${name}" has no value`);
      return [name, value as Node] as const;
    }),
  );
}

/** A text, or what YAML took for a number or the like, as it was written. */
function textOf(node: Node, name: string, refuse: Refuse): string {
  if (isScalar(node) && node.value !== null && node.source !== undefined) return node.source;
  return refuse(node.range?.[0] ?? 0, `"${name}" has to be a text`);
}

/** One value or a list of them. */
function each<T>(node: Node | undefined, name: string, refuse: Refuse, read: (text: string) => T): T[] {
  if (node === undefined) return [];
  const items = isSeq(node) ? (node.items as Node[]) : [node];
  return items.map((item) => {
    const text = textOf(item, name, refuse);
    return worded(item.range?.[0] ?? 0, refuse, () => read(text));
  });
}

function sameAsSystem(node: Node | undefined, refuse: Refuse): Expectation[] {
  if (node === undefined) return [];
  if (!isScalar(node) || typeof node.value !== 'boolean')
    return refuse(node.range?.[0] ?? 0, '"sameAsSystem" has to be true or false');
  return node.value ? [{ kind: 'same-as-system' }] : [];
}

function maxMs(node: Node | undefined, refuse: Refuse): Expectation[] {
  if (node === undefined) return [];
  if (!isScalar(node) || typeof node.value !== 'number' || !(node.value >= 0))
    return refuse(node.range?.[0] ?? 0, '"maxMs" has to be a number of milliseconds');
  return [{ kind: 'max-ms', ms: node.value }];
}

/** What a word is refused for elsewhere, with its place in the file. */
function worded<T>(place: number, refuse: Refuse, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError || error instanceof InvalidArgumentError)
      return refuse(place, error.message);
    throw error;
  }
}
