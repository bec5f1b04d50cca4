/**
 * The sign of findings before a hop: one for errors, one for warnings, one for what is only good to know, and how many
 * there are. The words stand in the tab Why.
 */

import type { Finding } from '../../resolver/events.ts';
import { span, type Span, type Tone } from '../drawing/styled-line.ts';
import { MARKS } from '../drawing/symbols.ts';
import { padEnd } from '../drawing/text-width.ts';

/** The sign of the worst of them. */
export function worstMark(findings: readonly Finding[]): { readonly sign: string; readonly tone: Tone } {
  const has = (severity: Finding['severity']): boolean => findings.some((each) => each.severity === severity);
  if (has('error')) return { sign: MARKS.error, tone: 'bad' };
  if (has('warning')) return { sign: MARKS.finding, tone: 'warning' };
  return { sign: findings.length === 0 ? ' ' : MARKS.note, tone: 'dim' };
}

export function findingMark(findings: readonly Finding[], columns: number): Span {
  const { sign, tone } = worstMark(findings);
  return span(padEnd(sign + countText(findings), columns), tone);
}

/** As many columns as the longest of these marks. */
export function markColumns(all: readonly (readonly Finding[])[]): number {
  return all.some((findings) => findings.length > 1) ? 2 : 1;
}

/** More than can be counted in one column are many. */
function countText({ length }: readonly Finding[]): string {
  if (length < 2) return '';
  return length > 9 ? '+' : String(length);
}
