/**
 * What dns-packet, an independent decoder, makes of the same octets: one line where it reads the same; otherwise what it
 * reads otherwise, or that it cannot read them, and how that stands to our reading.
 */

import type { SecondOpinion } from '../../../render/dissection.ts';
import { cutLine, hanging, lineOf, span, fitLine, type Line } from '../../drawing/styled-line.ts';
import { counted } from '../../drawing/units.ts';
import type { Fields } from './byte-fields.ts';

export function opinionLines(
  opinion: SecondOpinion | null,
  fields: Fields,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): Line[] {
  if (!opinion) return [];
  if (opinion.verdict === 'agrees')
    return [cutLine(lineOf(`${opinion.decoder} reads the same`, 'dim'), columns)];
  const lines = hanging('≠ ', opinionText(opinion, fields), columns, 'warning');
  if (lines.length <= rows) return lines;
  return [...lines.slice(0, rows - 1), fitLine([...lines[rows - 1]!, span(' …', 'dim')], columns)];
}

function opinionText({ decoder, verdict, message, differences }: SecondOpinion, { list }: Fields): string {
  if (verdict !== 'differs') {
    const word = verdict === 'refuses' ? 'refuses the message' : 'fails on the message';
    return `${decoder} ${word}: ${message}; here: ${oursText(list)}`;
  }
  const [first] = differences;
  if (!first) return `${decoder} reads it otherwise`;
  const { what, ours, theirs } = first;
  const others =
    differences.length === 1
      ? ''
      : `; and ${counted(differences.length - 1, 'more difference')}, dissect --second-opinion has all`;
  return `${decoder} reads otherwise: ${what}: here ${ours}, there ${theirs}${others}`;
}

function oursText(list: Fields['list']): string {
  const problem = list.flatMap(({ problems }) => problems)[0];
  return problem ?? 'nothing is wrong with it';
}
