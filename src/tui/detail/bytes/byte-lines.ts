/**
 * The octets of a message beside its fields, bound together: the chosen field is marked in both, the octet that is looked
 * at in the hex, and what they mean stands below. Only what can be seen is drawn, however long the message is.
 */

import { fieldChoice, shownFields } from './byte-choice.ts';
import { aboutLines } from './about-lines.ts';
import { targetOf, type Field } from './byte-fields.ts';
import { windowAround, type Area } from '../../drawing/layout.ts';
import { hexForm, markedHexLines } from './marked-hex.ts';
import { NO_JUMPS, pointerChain } from './pointer-chain.ts';
import { opinionLines } from './opinion-lines.ts';
import { opinionShown } from './opinion.ts';
import type { ExplorerState } from '../../state.ts';
import {
  EMPTY_LINE,
  cutLine,
  fitLine,
  lineOf,
  picking,
  retoned,
  span,
  type Line,
  type Tone,
} from '../../drawing/styled-line.ts';
import { padEnd } from '../../drawing/text-width.ts';

export function byteLines(state: ExplorerState, area: Area): Line[] {
  const fields = shownFields(state);
  if (!fields) return [];
  const choice = fieldChoice(state);
  const chosen = fields.list[choice.field];
  if (!chosen || fields.octets.length === 0) return [lineOf('There are no octets.', 'dim')];
  const { columns, rows } = area;
  const target = targetOf(chosen);
  const chain = target === undefined ? NO_JUMPS : pointerChain(fields.octets, target);
  const about = aboutLines(fields, choice, chain, { columns, rows: aboutRows(rows) });
  const opinion = opinionLines(opinionShown(state), fields, { columns, rows: opinionRows(rows) });
  const room = fieldRows(area);
  const form = hexForm(columns);
  const { perLine } = form;
  const { start, end } = chosen.span;
  const marks = {
    start,
    end,
    octet: choice.octet,
    names: chain.pieces,
    wrong: fields.wrong,
    owners: fields.owners,
  };
  const count = Math.ceil(fields.octets.length / perLine);
  const first = windowAround(Math.floor(choice.octet / perLine), count, room);
  const hex = markedHexLines(fields.octets, form, marks, { first, count: room });
  const from = windowAround(choice.field, fields.list.length, room);
  const width = columns - form.columns - SEPARATOR.length;
  const beside = Array.from({ length: room }, (_, i): Line => {
    const field = fields.list[from + i];
    const left = fitLine(hex[i] ?? [], form.columns);
    const right = field ? picking(fieldLine(field, from + i === choice.field, width), from + i) : [];
    return [...left, span(SEPARATOR, 'dim'), ...right];
  });
  const below = [...about, ...opinion];
  return [...beside, ...below, ...Array.from({ length: rows - room - below.length }, () => EMPTY_LINE)];
}

/** How many fields can be seen. */
export function fieldRows({ rows }: Area): number {
  return rows - aboutRows(rows) - opinionRows(rows);
}

const SEPARATOR = '│';
const LABEL_COLUMNS = 9;
/** Deeper parts are not indented further, so that there is room for values. */
const MAXIMUM_INDENTED = 4;

/** What is told of the chosen field and octet has a few rows of its own. */
function aboutRows(rows: number): number {
  if (rows < 12) return 3;
  return rows < 30 ? 5 : 6;
}

/** Where there is no room for it, the heading says that dns-packet reads otherwise. */
export function opinionRows(rows: number): number {
  if (rows < 12) return 0;
  return rows < 30 ? 2 : 3;
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
