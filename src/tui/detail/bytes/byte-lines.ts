/**
 * The octets of a message beside its fields, bound together: the chosen field is marked in both, and what it means stands
 * below.
 */

import { hexOffset } from '../../../render/dissection-rows.ts';
import { fieldChoice } from './byte-choice.ts';
import { fieldsOf, type Field } from './byte-fields.ts';
import { windowAround, type Area } from '../../drawing/layout.ts';
import { markedHexColumns, markedHexLines } from './marked-hex.ts';
import { chosenEntry, type ExplorerState } from '../../state.ts';
import {
  cutLine,
  fitLine,
  hanging,
  lineOf,
  picking,
  retoned,
  span,
  type Line,
  type Tone,
} from '../../drawing/styled-line.ts';
import { padEnd } from '../../drawing/text-width.ts';
import { counted } from '../../drawing/units.ts';

export function byteLines(state: ExplorerState, { columns, rows }: Area): Line[] {
  const entry = chosenEntry(state);
  if (!entry) return [];
  const fields = fieldsOf(entry);
  const { list, octets } = fields;
  const place = fieldChoice(state).field;
  const chosen = list[place];
  if (!chosen || octets.length === 0) return [lineOf('There are no octets.', 'dim')];
  const { start, end, pointsTo } = chosen.span;
  const perLine = columns >= ROOMY_COLUMNS ? 16 : columns >= NARROW_COLUMNS ? 8 : 4;
  const room = fieldRows({ columns, rows });
  const first = windowAround(Math.floor(start / perLine), Math.ceil(octets.length / perLine), room);
  const hex = markedHexLines(octets, perLine, { start, end, pointsTo }, { first, count: room });
  const from = windowAround(place, list.length, room);
  const hexColumns = markedHexColumns(perLine);
  const width = columns - hexColumns - SEPARATOR.length;
  const beside = Array.from({ length: room }, (_, i): Line => {
    const field = list[from + i];
    const left = fitLine(hex[i] ?? [], hexColumns);
    const right = field ? picking(fieldLine(field, from + i === place, width), from + i) : [];
    return [...left, span(SEPARATOR, 'dim'), ...right];
  });
  return [...beside, ...aboutLines(chosen, columns, aboutRows(rows))];
}

/** How many fields can be seen. */
export function fieldRows({ rows }: Area): number {
  return rows - aboutRows(rows);
}

const ROOMY_COLUMNS = 112;
const NARROW_COLUMNS = 64;
const SEPARATOR = '│';
const LABEL_COLUMNS = 9;
/** Deeper parts are not indented further, so that there is room for values. */
const MAXIMUM_INDENTED = 4;

/** What the chosen field means has a few rows of its own. */
function aboutRows(rows: number): number {
  return rows >= 15 ? 3 : 2;
}

function fieldLine(field: Field, isChosen: boolean, columns: number): Line {
  const { depth, label, value, means, drawing, isHeading } = field;
  const mark = `${isChosen ? '▸' : ' '}${field.problems.length > 0 ? '✗' : ' '}`;
  const indent = ' '.repeat(Math.min(depth, MAXIMUM_INDENTED) * 2);
  const shown = [drawing, value].filter((text) => text !== '').join('  ');
  const line = [
    span(mark, 'bad'),
    span(
      `${indent}${label.length < LABEL_COLUMNS ? padEnd(label, LABEL_COLUMNS) : `${label} `}`,
      isHeading ? 'strong' : 'plain',
    ),
    span(shown, toneOf(field)),
    span(shown === '' ? means : `  ${means}`, 'dim'),
  ];
  return isChosen ? retoned(fitLine(line, columns), 'chosen') : cutLine(line, columns);
}

function toneOf({ span: { pointsTo }, isHeading }: Field): Tone {
  if (pointsTo !== undefined) return 'accent';
  return isHeading ? 'strong' : 'plain';
}

/** Where the chosen field is, its whole value, what it means and who says so. */
function aboutLines(field: Field, columns: number, rows: number): Line[] {
  const {
    value,
    means,
    source,
    problems,
    span: { start, end, pointsTo, bits },
  } = field;
  const length = counted(end - start, 'octet');
  const place = bits
    ? `${hexOffset(start)}, ${bits[0] === bits[1] ? `bit ${bits[0]}` : `bits ${bits[0]} to ${bits[1]}`}`
    : `${hexOffset(start)}, ${length}`;
  const keys = pointsTo === undefined ? '' : 'Enter: there, Backspace: back';
  const about = [place, value, means.replace(/\.$/, ''), source, keys].filter((text) => text !== '');
  const lines = [
    ...problems.flatMap((text) => hanging('✗ ', text, columns, 'bad')),
    ...hanging('', about.join(' · '), columns),
  ];
  const cut =
    lines.length > rows
      ? [...lines.slice(0, rows - 1), fitLine([...lines[rows - 1]!, span(' …', 'dim')], columns)]
      : lines;
  return [...cut, ...Array.from({ length: rows - cut.length }, () => [])];
}
