/**
 * The list of hops as a tree: what a look-up is for stands on a line of its own, as a branch of the hop that needed it,
 * and its hops hang below. What is folded is a line of its own too.
 */

import { typeName } from '../../message/codes.ts';
import type { Question } from '../../message/message.ts';
import { sameName } from '../../message/name.ts';
import { TREE } from '../drawing/symbols.ts';
import type { Fold } from './fold.ts';
import type { PathRow } from './path-view.ts';

export type TreeRow =
  /** `stem` is what stands before the zone; `isSameZone`: the zone of the row above, under the same branch. */
  | { readonly kind: 'hop'; readonly row: PathRow; readonly stem: string; readonly isSameZone: boolean }
  /** What is folded under the hop above it. */
  | { readonly kind: 'fold'; readonly row: PathRow; readonly fold: Fold; readonly stem: string }
  /** What the hops below it want to know. */
  | { readonly kind: 'aim'; readonly text: string };

/** Deeper look-ups are not indented further, so that there is room for what they say. */
const DEEPEST_INDENTED = 3;

const kept = new WeakMap<readonly PathRow[], readonly TreeRow[]>();

export function treeRows(rows: readonly PathRow[]): readonly TreeRow[] {
  const known = kept.get(rows);
  if (known) return known;
  const made = madeTree(rows);
  kept.set(rows, made);
  return made;
}

function madeTree(rows: readonly PathRow[]): TreeRow[] {
  const groups = groupsOf(rows);
  /** For each depth whether another branch follows below the one that is being drawn. */
  const goesOn: boolean[] = [];
  return groups.flatMap(({ aim, depth, members, isFirst, isLast }): TreeRow[] => {
    goesOn.length = depth;
    const above = stemOf(goesOn.slice(1));
    goesOn[depth] = !isLast;
    const stem = stemOf(goesOn.slice(1));
    const branch = depth === 0 ? '' : above + (isLast ? TREE.last : TREE.branch);
    const hops = members.flatMap((row, i): TreeRow[] => {
      const before = members[i - 1];
      const isSameZone = before !== undefined && sameName(before.entry.hop.zone, row.entry.hop.zone);
      const { folded: fold } = row;
      return [
        { kind: 'hop', row, stem, isSameZone },
        ...(fold ? [{ kind: 'fold', row, fold, stem: stem + TREE.last } as const] : []),
      ];
    });
    return isFirst
      ? hops
      : [{ kind: 'aim', text: `${branch}for ${aim.name} ${typeName(aim.type)}` }, ...hops];
  });
}

/** Neighbours at one depth that want to know the same. */
interface Group {
  readonly aim: Question;
  readonly depth: number;
  readonly members: PathRow[];
  /** What the walk itself is for needs no line, until it turns to another name. */
  readonly isFirst: boolean;
  isLast: boolean;
}

function groupsOf(rows: readonly PathRow[]): Group[] {
  const groups: Group[] = [];
  const open: (Group | undefined)[] = [];
  let previous: Group | undefined;
  for (const row of rows) {
    const { depth, entry } = row;
    const { aim } = entry;
    const sibling = open[depth];
    open.length = depth;
    const isSame = sibling !== undefined && isSameQuestion(sibling.aim, aim);
    if (previous !== undefined && previous === sibling && isSame) previous.members.push(row);
    else {
      // The hops go on after what was looked up in between.
      const isFirst = isSame || (groups.length === 0 && entry.depth === 0);
      if (sibling && depth > 0) sibling.isLast = false;
      previous = { aim, depth, members: [row], isFirst, isLast: true };
      groups.push(previous);
    }
    open[depth] = previous;
  }
  return groups;
}

function isSameQuestion(a: Question, b: Question): boolean {
  return a.type === b.type && sameName(a.name, b.name);
}

function stemOf(goesOn: readonly boolean[]): string {
  return goesOn
    .slice(0, DEEPEST_INDENTED)
    .map((each) => (each ? TREE.through : TREE.nothing))
    .join('');
}
