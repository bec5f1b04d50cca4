/**
 * The difference of two runs for people: the changes in groups, what is new with `+`, gone with `-`, other with `~`.
 */

import { typeName } from '../../message/codes.ts';
import { printable } from '../../message/printable-text.ts';
import type { Style } from '../style.ts';
import type { Trace } from '../trace.ts';
import { GROUPS, KINDS, printValue, type Change } from './change.ts';
import type { RunNames, TraceDiff } from './trace-diff.ts';

export function diffText(diff: TraceDiff, names: RunNames, style: Style): string {
  const { changes, notes } = diff;
  const { question } = diff.after;
  const title = style.bold(`${question.name} ${typeName(question.type)}`);
  const verdict =
    changes.length === 0
      ? style.good('Nothing changed.')
      : style.warn(`${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`);
  const width = Math.max(names.before.length, names.after.length);
  const head = [
    `${title}, two runs: ${verdict}`,
    `   before  ${runText(diff.before, names.before, width)}`,
    `   after   ${runText(diff.after, names.after, width)}`,
  ].join('\n');
  const groups = GROUPS.flatMap((group) => {
    const own = changes.filter(({ kind }) => KINDS[kind].group === group);
    return own.length === 0 ? [] : [[style.bold(group), ...changeLines(own, style)].join('\n')];
  });
  const aside = [
    style.dim('Not counted as changes'),
    ...notes.map((note) => style.dim(`   ${printable(note)}`)),
  ].join('\n');
  return `${[head, ...groups, aside].join('\n\n')}\n`;
}

function runText({ at }: Trace, name: string, width: number): string {
  const moment = new Date(at).toISOString().slice(0, 19).replace('T', ' ');
  return `${printable(name.padEnd(width))}  ${moment} UTC`;
}

/** A label longer than this has its value after it, not under the others. */
const WIDEST_LABEL = 60;

function changeLines(changes: readonly Change[], style: Style): string[] {
  const labels = changes.map(({ kind, where }) => printable(KINDS[kind].label(where)));
  const width = Math.min(WIDEST_LABEL, Math.max(...labels.map(({ length }) => length)));
  return changes.map(
    (change, i) => `   ${signOf(change, style)} ${labels[i]!.padEnd(width)}  ${valueText(change)}`,
  );
}

function signOf({ before, after }: Change, style: Style): string {
  if (before === null) return style.good('+');
  return after === null ? style.bad('-') : style.warn('~');
}

function valueText({ before, after }: Change): string {
  if (before === null) return printable(printValue(after));
  if (after === null) return printable(printValue(before));
  return printable(`${printValue(before)} → ${printValue(after)}`);
}
