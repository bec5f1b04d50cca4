/**
 * The zone cut that the current question is at, and its servers with what became of asking them (SLIST, RFC 1034 5.3.2).
 */

import type { Knowledge, ZoneCut } from '../../../resolver/knowledge/knowledge.ts';
import {
  serverListOf,
  type ListedAddress,
  type ListedServer,
} from '../../../resolver/knowledge/server-list.ts';
import { cutLine, hanging, labelled, span, type Line, type Tone } from '../../drawing/styled-line.ts';
import { displayWidth, padEnd } from '../../drawing/text-width.ts';
import { printMilliseconds } from '../../drawing/units.ts';
import { printable } from '../../../message/printable-text.ts';
import type { HopNumbers } from './hop-numbers.ts';

export function serverLines(knowledge: Knowledge, numbers: HopNumbers, columns: number): Line[] {
  const search = knowledge.current === null ? undefined : knowledge.searches[knowledge.current];
  const cut = search?.cut == null ? undefined : knowledge.cuts.get(search.cut);
  if (!search || !cut) return labelled('zone', 'None chosen yet.', columns);
  const rows = serverListOf(knowledge, search).flatMap((server) => rowsOf(server, numbers));
  const widths = widthsOf(rows, columns);
  return [
    ...labelled('zone', `${cut.zone} ${fromText(cut, numbers)}`, columns),
    ...(rows.length === 0
      ? []
      : hanging('', 'servers of the zone, and what became of asking them', columns, 'accent')),
    ...rows.map(({ cells, text, tone }) =>
      cutLine(
        [span(`  ${cells.map((cell, i) => padEnd(cell, widths[i]!)).join('  ')}  `), span(text, tone)],
        columns,
      ),
    ),
  ];
}

interface Row {
  readonly cells: readonly [name: string, address: string, source: string];
  readonly text: string;
  readonly tone: Tone;
}

/** What became of a server is read whole: before that its name gives way, then its address. */
function widthsOf(rows: readonly Row[], columns: number): number[] {
  const widest = (text: (row: Row) => string): number =>
    rows.reduce((most, row) => Math.max(most, displayWidth(text(row))), 0);
  const [name, address, source] = [0, 1, 2].map((i) => widest(({ cells }) => cells[i]!)) as [
    number,
    number,
    number,
  ];
  const room = columns - INDENT_AND_GAPS - source - widest(({ text }) => text);
  const fittedName = Math.min(name, Math.max(LEAST_NAME, room - address));
  const fittedAddress = Math.min(address, Math.max(LEAST_ADDRESS, room - fittedName));
  return [fittedName, fittedAddress, source];
}

const INDENT_AND_GAPS = 2 + 3 * 2;
const LEAST_NAME = 12;
const LEAST_ADDRESS = 15;

function fromText({ hop, from }: ZoneCut, numbers: HopNumbers): string {
  if (hop !== null) return `(by the referral of hop ${numbers.of(hop)})`;
  return from === null ? '' : FROM_WORDS[from];
}

const FROM_WORDS: Readonly<Record<NonNullable<ZoneCut['from']>, string>> = {
  hints: '(by the root hints)',
  referral: '(by a referral)',
  cache: '(from an earlier walk)',
};

function rowsOf({ name, addresses, lookUp }: ListedServer, numbers: HopNumbers): Row[] {
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
