/**
 * What is read in the detail pane: the open tab of the chosen hop, the chosen survey, or the exchanges behind one row of
 * it, one after the other and down to their octets.
 */

import { typeName } from '../../message/codes.ts';
import type { Survey, SurveyRow } from '../../resolver/events.ts';
import { statusWord } from '../../render/survey-table.ts';
import { layoutOf } from '../drawing/layout.ts';
import { tabBar } from './detail-tabs.ts';
import { knowledgeLines } from './knowledge/knowledge-lines.ts';
import { momentOf } from './knowledge/moment.ts';
import { layerLines } from './layer-lines.ts';
import { messageLines } from './message-lines.ts';
import { rawLines } from './raw-lines.ts';
import { chosenEntry, chosenSurvey, hopNumber, type ExplorerState } from '../state.ts';
import { EMPTY_LINE, hanging, labelled, lineOf, type Line } from '../drawing/styled-line.ts';
import { surveyLines, TONES } from '../survey/survey-lines.ts';
import { printMilliseconds } from '../drawing/units.ts';
import type { HopEntry, WalkState } from '../walk/walk-state.ts';
import { whyLines } from './why-lines.ts';

export function readingTitle(state: ExplorerState): string {
  const survey = chosenSurvey(state);
  const row = openRow(state, survey);
  if (survey && row) return `${survey.zone} as ${row.server} has it at ${row.address}`;
  if (survey) return `Survey of ${survey.zone}`;
  if (state.detail.tab === 'state') return momentOf(state).title;
  const entry = chosenEntry(state);
  if (!entry) return '';
  return `Hop ${hopNumber(state, entry)}: ${entry.hop.question.name} at ${entry.hop.server.name}`;
}

/** The tabs, and what they are about; a survey has none. */
export function detailTitle(state: ExplorerState): string {
  const title = readingTitle(state);
  if (chosenSurvey(state)) return title;
  return `${tabBar(state.detail.tab, layoutOf(state).message.columns)}${title === '' ? '' : ` · ${title}`}`;
}

export function readingLines(state: ExplorerState, columns: number): readonly Line[] {
  const survey = chosenSurvey(state);
  if (!survey) return tabLines(state, columns);
  const row = openRow(state, survey);
  return row ? rowLines(state.walk, row, columns) : surveyLines(state, survey, columns);
}

/** The octets beside their fields do not scroll as lines do: `byte-lines.ts`. */
function tabLines(state: ExplorerState, columns: number): readonly Line[] {
  if (state.detail.tab === 'state') return knowledgeLines(state, columns);
  const entry = chosenEntry(state);
  if (!entry) return hanging('', 'What is to be said of the chosen hop will stand here.', columns, 'dim');
  switch (state.detail.tab) {
    case 'why':
      return whyLines(state.walk, entry, columns);
    case 'message':
      return messageLines(entry, columns);
    case 'layers':
      return keptLayerLines(entry, columns);
    case 'raw':
      return rawLines(entry, columns);
    case 'bytes':
      return [];
  }
}

/** The lines are asked for at every key press, and frames take longer to build than lines to print. */
const keptLayers = new WeakMap<HopEntry, { readonly columns: number; readonly lines: readonly Line[] }>();

function keptLayerLines(entry: HopEntry, columns: number): readonly Line[] {
  const known = keptLayers.get(entry);
  if (known?.columns === columns) return known.lines;
  const lines = layerLines(entry, columns);
  keptLayers.set(entry, { columns, lines });
  return lines;
}

function openRow({ survey: chosen }: ExplorerState, survey: Survey | null): SurveyRow | undefined {
  return chosen?.isRowOpen ? survey?.rows[chosen.row] : undefined;
}

function rowLines({ surveyHops }: WalkState, row: SurveyRow, columns: number): Line[] {
  const exchanges = surveyHops.filter(({ hop }) => row.hops.includes(hop.id));
  return [
    ...factLines(row, columns),
    ...exchanges.flatMap((entry, i) => {
      const { name, type } = entry.hop.question;
      const title = `exchange ${i + 1} of ${exchanges.length}: ${name} ${typeName(type)}`;
      return [
        EMPTY_LINE,
        lineOf(title, 'strong'),
        ...messageLines(entry, columns),
        ...rawLines(entry, columns),
      ];
    }),
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
