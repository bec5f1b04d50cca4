/**
 * The line under a hop for what is folded there: `└ +18 hops for 8 names, 176 ms, ▲ none found`.
 */

import { cutLine, lineWidth, span, type Line } from '../drawing/styled-line.ts';
import { MARKS, OUTCOMES } from '../drawing/symbols.ts';
import { counted, printMilliseconds } from '../drawing/units.ts';
import { worstMark } from './finding-marks.ts';
import type { Fold } from './fold.ts';

/** The longest that there is room for: the name gives way first, then the time. */
export function foldLine(stem: string, fold: Fold, columns: number): Line {
  const hops = `${MARKS.folded}${counted(fold.hops, 'hop')}`;
  const [name] = fold.names;
  const many = `${hops} for ${counted(fold.names.length, 'name')}`;
  const time = `, ${printMilliseconds(fold.ms)}`;
  const texts = [...(fold.names.length === 1 ? [`${hops} for ${name}${time}`] : []), many + time, many];
  const lines = texts.map((text): Line => [span(stem), span(text, 'dim'), ...troubles(fold)]);
  return lines.find((line) => lineWidth(line) <= columns) ?? cutLine(lines.at(-1)!, columns);
}

function troubles({ names, notFound, failed, findings }: Fold): Line {
  const { sign, tone } = worstMark(findings);
  return [
    ...(notFound > 0 ? [span(`, ${MARKS.finding} ${missing(notFound, names.length)}`, 'warning')] : []),
    ...(failed > 0 ? [span(`, ${OUTCOMES.bad} ${failed} failed`, 'bad')] : []),
    ...(findings.length > 0 ? [span(`, ${sign} ${counted(findings.length, 'finding')}`, tone)] : []),
  ];
}

function missing(notFound: number, names: number): string {
  if (names === 1) return 'not found';
  return notFound === names ? 'none found' : `${notFound} not found`;
}
