/**
 * An opened row of a survey: the exchanges behind it, one of them chosen, and what the row says of the server.
 */

import { typeName } from '../../message/codes.ts';
import type { SurveyRow } from '../../resolver/events.ts';
import { statusWord } from '../../render/survey-table.ts';
import {
  EMPTY_LINE,
  fitLine,
  labelled,
  lineOf,
  picking,
  retoned,
  span,
  type Line,
} from '../drawing/styled-line.ts';
import { counted, printMilliseconds } from '../drawing/units.ts';
import { rowExchanges, type ExplorerState } from '../state.ts';
import { outcomeSymbol, outcomeTone, outcomeWord } from '../walk/hop-words.ts';
import { isFinished, type HopEntry } from '../walk/walk-state.ts';
import { TONES } from './survey-lines.ts';

export function rowLines(state: ExplorerState, row: SurveyRow, columns: number): Line[] {
  return [...exchangeLines(state, columns), EMPTY_LINE, ...factLines(row, columns)];
}

function exchangeLines(state: ExplorerState, columns: number): Line[] {
  const exchanges = rowExchanges(state);
  const title = `${counted(exchanges.length, 'exchange')} with it; Enter opens one`;
  if (exchanges.length === 0) return [lineOf('It was not asked.', 'dim')];
  return [
    lineOf(title, 'accent'),
    ...exchanges.map((entry, i) => {
      const isChosen = i === state.survey?.exchange;
      const line = exchangeLine(entry, isChosen ? '▸ ' : '  ', state.phase);
      return picking(isChosen ? retoned(fitLine(line, columns), 'chosen') : line, i);
    }),
  ];
}

/** The same in words. */
export function exchangeText({ hop }: HopEntry, phase: ExplorerState['phase']): string {
  const said = isFinished(hop) ? `: ${hop.verdict}` : '';
  return `${hop.question.name} ${typeName(hop.question.type)}, ${hop.transport}, ${outcomeWord(hop, phase)}${said}`;
}

function exchangeLine({ hop }: HopEntry, mark: string, phase: ExplorerState['phase']): Line {
  const took = isFinished(hop) && hop.rttMs !== null ? ` in ${printMilliseconds(hop.rttMs)}` : '';
  const said = isFinished(hop) ? `: ${hop.verdict}` : '';
  return [
    span(`${mark}${hop.question.name} ${typeName(hop.question.type)}, ${hop.transport}  `),
    span(`${outcomeSymbol(hop)} ${outcomeWord(hop, phase)}${took}`, outcomeTone(hop)),
    span(said, 'dim'),
  ];
}

function factLines(row: SurveyRow, columns: number): Line[] {
  const { server, address, source, rttMs, status, note, serial, nameServers, answer } = row;
  const named = {
    both: 'parent and zone name it',
    parent: 'only the parent names it',
    child: 'only the zone names it',
  };
  const took = rttMs === null ? '' : `, ${printMilliseconds(rttMs)}`;
  const word = statusWord(status);
  const facts: readonly (readonly [label: string, text: string | null])[] = [
    ['server', `${server} ${address} (${source})${took}; ${named[row.namedBy]}`],
    ['glue', glueText(row)],
    ['serial', serial === null ? null : String(serial)],
    ['NS', nameServers && `${nameServers.join(' ')}${row.asParent === false ? ' (not as the parent)' : ''}`],
    ['answer', answer && answer.join(', ')],
  ];
  return [
    ...labelled('status', note === null ? word : `${word}: ${note}`, columns, TONES[status]),
    ...facts.flatMap(([label, text]) => (text === null ? [] : labelled(label, text, columns))),
  ];
}

function glueText({ glue, ownAddresses }: SurveyRow): string | null {
  if (glue === null) return null;
  const own = ownAddresses.join(', ');
  return {
    same: 'the parent and the server’s own zone both have this address',
    stale: `only the parent has this address; the server’s own zone has ${own}`,
    missing: 'only the server’s own zone has this address; the parent lacks it',
  }[glue];
}
