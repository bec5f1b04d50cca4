/**
 * What stands in the columns of the list of hops, and how wide each wants to be.
 */

import { typeName } from '../../message/codes.ts';
import { displayWidth } from '../drawing/text-width.ts';
import { printMilliseconds } from '../drawing/units.ts';
import type { Hop, HopStart } from '../../resolver/events.ts';
import type { ExplorerState } from '../state.ts';
import { COLUMNS, type ColumnKey } from './hop-columns.ts';
import { outcomeSymbol, outcomeWord, printServer } from './hop-words.ts';
import type { TreeRow } from './path-tree.ts';
import { isFinished, type HopEntry } from './walk-state.ts';

export type Cells = Readonly<Record<ColumnKey, string>>;

/** What does not change while a hop is in the list is kept with it: the widths are asked for at every frame. */
const kept = new WeakMap<HopEntry, { readonly phase: ExplorerState['phase']; readonly cells: Cells }>();

export function cellsOf(entry: HopEntry, phase: ExplorerState['phase']): Cells {
  const known = kept.get(entry);
  if (known?.phase === phase) return known.cells;
  const { hop } = entry;
  const { question, server } = hop;
  const cells = {
    zone: hop.zone,
    server: server.name,
    address: printServer(hop),
    source: server.source,
    question: `${question.name} ${typeName(question.type)}`,
    transport: hop.transport.toUpperCase(),
    rtt: timeText(hop),
    bar: '',
    octets: isFinished(hop) && hop.reply ? String(hop.reply.length) : '',
    outcome: `${outcomeSymbol(hop)} ${outcomeWord(hop, phase)}`,
  };
  kept.set(entry, { phase, cells });
  return cells;
}

/** For silence the time that was waited: the outcome says that nothing came. */
function timeText(hop: HopStart | Hop): string {
  if (!isFinished(hop)) return '';
  return printMilliseconds(hop.outcome === 'timeout' ? hop.elapsedMs : hop.rttMs);
}

export function widestOf(
  rows: readonly TreeRow[],
  { phase }: Pick<ExplorerState, 'phase'>,
): Record<ColumnKey, number> {
  const widest = Object.fromEntries(COLUMNS.map(({ key }) => [key, 0])) as Record<ColumnKey, number>;
  let isAllUdp = true;
  for (const each of rows) {
    if (each.kind !== 'hop') continue;
    const cells = cellsOf(each.row.entry, phase);
    for (const { key } of COLUMNS) widest[key] = Math.max(widest[key], displayWidth(cells[key]));
    widest.zone = Math.max(widest.zone, displayWidth(each.stem) + displayWidth(cells.zone));
    isAllUdp &&= each.row.entry.hop.transport === 'udp';
  }
  if (isAllUdp) widest.transport = 0;
  // As wide as it may be: bars are compared with each other.
  widest.bar = Infinity;
  return widest;
}
