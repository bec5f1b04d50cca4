/**
 * The tab Servers: the servers of the chosen hop's zone, what each said in this walk, and how they compare where all of
 * them were asked.
 */

import { sameName } from '../../../message/name.ts';
import { printable } from '../../../message/printable-text.ts';
import { EMPTY_LINE, hanging, labelled, type Line } from '../../drawing/styled-line.ts';
import { counted, printMilliseconds } from '../../drawing/units.ts';
import type { ExplorerState } from '../../state.ts';
import { surveyLines } from '../../survey/survey-lines.ts';
import { outcomeSymbol, outcomeTone, outcomeWord } from '../../walk/hop-words.ts';
import { isFinished, type HopEntry } from '../../walk/walk-state.ts';
import { hopNumbers } from '../knowledge/hop-numbers.ts';
import { fromText } from '../knowledge/server-lines.ts';
import { serverTable, type ServerRow } from '../knowledge/server-table.ts';
import { serversOfZone, type KnownServer, type ZoneServers } from './zone-servers.ts';

export function zoneServerLines(state: ExplorerState, entry: HopEntry, columns: number): Line[] {
  const { zone } = entry.hop;
  const known = serversOfZone(state, zone);
  const rows = known.servers.flatMap((server) => rowsOf(state, entry, server));
  return [
    ...labelled('zone', zoneText(state, zone, known), columns),
    ...(rows.length === 0
      ? []
      : hanging('', 'its servers, and what each said in this walk', columns, 'accent')),
    ...serverTable(rows, columns),
    EMPTY_LINE,
    ...comparisonLines(state, zone, columns),
  ];
}

function zoneText({ walk }: ExplorerState, zone: string, { cut, servers }: ZoneServers): string {
  const from = cut ? ` ${fromText(cut, hopNumbers(walk.hops))}` : '';
  const addresses = servers.flatMap((server) => server.addresses);
  const asked = addresses.filter((address) => address.asked.length > 0).length;
  const counts = `${counted(servers.length, 'server')}, ${counted(addresses.length, 'address', 'addresses')}`;
  return `${zone}${from.trimEnd()}: ${counts}, ${asked} of them asked`;
}

function rowsOf(state: ExplorerState, chosen: HopEntry, { name, addresses }: KnownServer): ServerRow[] {
  const title = printable(name);
  if (addresses.length === 0)
    return [{ cells: [title, '–', ''], text: 'no address is known', tone: 'warning' }];
  return addresses.flatMap(({ address, source, asked }, i) => {
    const cells = [i === 0 ? title : '', printable(address), source] as const;
    if (asked.length === 0) return [{ cells, text: 'not asked', tone: 'dim' } as const];
    return asked.map((entry, j): ServerRow => {
      const isMarked = entry.hop.id === chosen.hop.id;
      return { cells: j === 0 ? cells : ['', '', ''], ...saidOf(state, entry), isMarked };
    });
  });
}

function saidOf({ walk, phase }: ExplorerState, { hop }: HopEntry): Pick<ServerRow, 'text' | 'tone'> {
  const took = isFinished(hop) && hop.rttMs !== null ? ` in ${printMilliseconds(hop.rttMs)}` : '';
  const number = hopNumbers(walk.hops).of(hop.id);
  return {
    text: `hop ${number} ${outcomeSymbol(hop)} ${outcomeWord(hop, phase)}${took}`,
    tone: outcomeTone(hop),
  };
}

function comparisonLines(state: ExplorerState, zone: string, columns: number): Line[] {
  const survey = state.walk.surveys.find((each) => sameName(each.zone, zone));
  if (survey)
    return [
      ...hanging('', 'all of them asked the same; ≠ marks what is unlike the others', columns, 'accent'),
      ...surveyLines(state, survey, columns),
    ];
  return hanging('', HOW_TO_ASK_ALL, columns, 'dim');
}

const HOW_TO_ASK_ALL =
  'To ask every server of every zone and compare what they say: o, then survey; in the shell --all.';
