/**
 * What is read in the detail pane: the open tab of the chosen hop, the chosen survey, one row of it with its exchanges, or
 * one of these in the tabs.
 */

import { typeName } from '../../message/codes.ts';
import { layoutOf } from '../drawing/layout.ts';
import { tabBar } from './detail-tabs.ts';
import { knowledgeLines } from './knowledge/knowledge-lines.ts';
import { momentOf } from './knowledge/moment.ts';
import { layerLines } from './layer-lines.ts';
import { messageLines } from './message-lines.ts';
import { rawLines } from './raw-lines.ts';
import { chosenEntry, chosenSurvey, hopNumber, openRow, type ExplorerState } from '../state.ts';
import { hanging, type Line } from '../drawing/styled-line.ts';
import { rowLines } from '../survey/row-lines.ts';
import { zoneServerLines } from './servers/zone-server-lines.ts';
import { surveyLines } from '../survey/survey-lines.ts';
import type { HopEntry } from '../walk/walk-state.ts';
import { whyLines } from './why-lines.ts';

export function readingTitle(state: ExplorerState): string {
  const survey = chosenSurvey(state);
  const entry = chosenEntry(state);
  if (survey && !entry) {
    const row = openRow(state);
    return row ? `${survey.zone} as ${row.server} has it at ${row.address}` : `Survey of ${survey.zone}`;
  }
  if (state.detail.tab === 'state') return momentOf(state).title;
  if (!entry) return '';
  const { question, server } = entry.hop;
  if (survey)
    return `Exchange ${state.survey!.exchange + 1}: ${question.name} ${typeName(question.type)} at ${server.name}`;
  return `Hop ${hopNumber(state, entry)}: ${question.name} at ${server.name}`;
}

/** The tabs, and what they are about; a survey has none, but each of its exchanges has them. */
export function detailTitle(state: ExplorerState): string {
  const title = readingTitle(state);
  if (chosenSurvey(state) && !chosenEntry(state)) return title;
  return `${tabBar(state.detail.tab, layoutOf(state).message.columns)}${title === '' ? '' : ` · ${title}`}`;
}

export function readingLines(state: ExplorerState, columns: number): readonly Line[] {
  const survey = chosenSurvey(state);
  if (!survey || chosenEntry(state)) return tabLines(state, columns);
  const row = openRow(state);
  return row ? rowLines(state, row, columns) : surveyLines(state, survey, columns);
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
    case 'servers':
      return zoneServerLines(state, entry, columns);
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
