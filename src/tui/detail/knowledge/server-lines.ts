/**
 * The zone cut that the current question is at, and its servers with what became of asking them (SLIST, RFC 1034 5.3.2).
 */

import type { Knowledge } from '../../../resolver/knowledge/knowledge.ts';
import {
  serverListOf,
  type ListedAddress,
  type ListedServer,
} from '../../../resolver/knowledge/server-list.ts';
import { cutLine, labelled, lineOf, span, type Line, type Tone } from '../../drawing/styled-line.ts';
import { displayWidth, padEnd } from '../../drawing/text-width.ts';
import { printMilliseconds } from '../../drawing/units.ts';
import type { HopNumbers } from './hop-numbers.ts';

export function serverLines(knowledge: Knowledge, numbers: HopNumbers, columns: number): Line[] {
  const search = knowledge.current === null ? undefined : knowledge.searches[knowledge.current];
  const cut = search?.cut == null ? undefined : knowledge.cuts.get(search.cut);
  if (!search || !cut) return labelled('zone', 'None chosen yet.', columns);
  const rows = serverListOf(knowledge, search).flatMap((server) => rowsOf(server, numbers));
  const widths = WIDEST.map((most, i) =>
    Math.min(most, Math.max(0, ...rows.map((row) => displayWidth(row.cells[i]!)))),
  );
  return [
    ...labelled('zone', `${cut.zone} ${fromText(cut, numbers)}`, columns),
    ...(rows.length === 0 ? [] : [lineOf('servers of the zone, and what became of asking them', 'accent')]),
    ...rows.map(({ cells, text, tone }) =>
      cutLine(
        [span(`  ${cells.map((cell, i) => padEnd(cell, widths[i]!)).join('  ')}  `), span(text, tone)],
        columns,
      ),
    ),
  ];
}

/** Name, address, where that is from; an IPv6 address may take 39 columns, and seldom does. */
const WIDEST = [30, 24, 6] as const;

interface Row {
  readonly cells: readonly [name: string, address: string, source: string];
  readonly text: string;
  readonly tone: Tone;
}

function fromText(
  { hop, servers }: { readonly hop: number | null; readonly servers: ListedServers },
  numbers: HopNumbers,
): string {
  if (hop !== null) return `(by the referral of hop ${numbers.of(hop)})`;
  const isHints = servers.some(({ addresses }) => addresses.some(({ source }) => source === 'hints'));
  return isHints ? '(by the root hints)' : '(from an earlier walk)';
}

type ListedServers = readonly { readonly addresses: readonly { readonly source: string }[] }[];

function rowsOf({ name, addresses, lookUp }: ListedServer, numbers: HopNumbers): Row[] {
  if (addresses.length === 0) return [{ cells: [name, '–', ''], text: LOOK_UPS[lookUp], tone: 'warning' }];
  return addresses.map((each, i) => ({
    cells: [i === 0 ? name : '', each.address, each.source],
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
  if (isDeleted) return { text: `${hop}: ${asked.outcome}${took}, deleted from the list`, tone: 'bad' };
  const isLost = asked.rttMs === null;
  return { text: `${hop}: ${asked.outcome}${took}`, tone: isLost ? 'warning' : 'good' };
}

function beforeText(before: ListedAddress['before']): string {
  if (!before) return '';
  if (before.failures > 0) return ' (silent before)';
  return before.rttMs === null ? '' : ` (${printMilliseconds(before.rttMs)} before)`;
}
