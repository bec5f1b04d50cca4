/**
 * The zone cut that the current question is at, and its servers with what became of asking them (SLIST, RFC 1034 5.3.2).
 */

import type { Knowledge, ZoneCut } from '../../../resolver/knowledge/knowledge.ts';
import {
  serverListOf,
  type ListedAddress,
  type ListedServer,
} from '../../../resolver/knowledge/server-list.ts';
import { hanging, labelled, type Line, type Tone } from '../../drawing/styled-line.ts';
import { printMilliseconds } from '../../drawing/units.ts';
import { printable } from '../../../message/printable-text.ts';
import type { HopNumbers } from './hop-numbers.ts';
import { serverTable, type ServerRow } from './server-table.ts';

export function serverLines(knowledge: Knowledge, numbers: HopNumbers, columns: number): Line[] {
  const search = knowledge.current === null ? undefined : knowledge.searches[knowledge.current];
  const cut = search?.cut == null ? undefined : knowledge.cuts.get(search.cut);
  if (!search || !cut) return labelled('zone', 'None chosen yet.', columns);
  const rows = serverListOf(knowledge, search).flatMap((server) => rowsOf(server, numbers));
  return [
    ...labelled('zone', `${cut.zone} ${fromText(cut, numbers)}`, columns),
    ...(rows.length === 0
      ? []
      : hanging('', 'servers of the zone, and what became of asking them', columns, 'accent')),
    ...serverTable(rows, columns),
  ];
}

export function fromText({ hop, from }: ZoneCut, numbers: HopNumbers): string {
  if (hop !== null) return `(by the referral of hop ${numbers.of(hop)})`;
  return from === null ? '' : FROM_WORDS[from];
}

const FROM_WORDS: Readonly<Record<NonNullable<ZoneCut['from']>, string>> = {
  hints: '(by the root hints)',
  referral: '(by a referral)',
  cache: '(from an earlier walk)',
};

function rowsOf({ name, addresses, lookUp }: ListedServer, numbers: HopNumbers): ServerRow[] {
  if (addresses.length === 0)
    return [{ cells: [printable(name), '–', ''], text: LOOK_UPS[lookUp], tone: 'warning' }];
  return addresses.map((each, i) => ({
    cells: [i === 0 ? printable(name) : '', printable(each.address), each.source],
    ...stateOf(each, numbers),
  }));
}

const LOOK_UPS: Readonly<Record<ListedServer['lookUp'], string>> = {
  'to-come': 'no address yet',
  'under-way': 'no address yet: it is being looked up',
  over: 'no address was found',
};

function stateOf(
  { asked, isDeleted, before }: ListedAddress,
  numbers: HopNumbers,
): { text: string; tone: Tone } {
  if (!asked) return { text: `not asked yet${beforeText(before)}`, tone: 'dim' };
  const hop = `hop ${numbers.of(asked.hop)}`;
  if (asked.outcome === null) return { text: `${hop}: waiting for the reply`, tone: 'accent' };
  const took = asked.rttMs === null ? '' : ` in ${printMilliseconds(asked.rttMs)}`;
  if (isDeleted) return { text: `${hop}: ${asked.outcome}${took}, off the list`, tone: 'bad' };
  const isLost = asked.rttMs === null;
  return { text: `${hop}: ${asked.outcome}${took}`, tone: isLost ? 'warning' : 'good' };
}

function beforeText(before: ListedAddress['before']): string {
  if (!before) return '';
  if (before.failures > 0) return ' (silent before)';
  return before.rttMs === null ? '' : ` (${printMilliseconds(before.rttMs)} before)`;
}
