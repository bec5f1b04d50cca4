/**
 * What the servers of a zone show when all of them are asked: different versions, different answers, servers and
 * addresses that parent and zone do not have in common. Each names an exchange that shows it.
 */

import type { Name } from '../../message/name.ts';
import type { Survey, SurveyRow } from '../events.ts';
import type { Detected } from './hop-findings.ts';

export function surveyFindings(survey: Survey): Detected[] {
  const { zone, rows } = survey;
  const voices = rows.filter(({ status }) => status === 'agrees' || status === 'differs');
  return [
    ...drift(
      'SERIAL_DRIFT',
      `the serials of ${zone}`,
      voices.map((row) => [String(row.serial), row, row.hops[0]]),
    ),
    ...drift(
      'ANSWER_DRIFT',
      `the answers of the servers of ${zone}`,
      voices.flatMap((row): Saying[] => (row.answer ? [[row.answer.join(', '), row, row.hops.at(-1)]] : [])),
    ),
    ...nameServerFindings(survey),
    ...[...Map.groupBy(rows, ({ server }) => server)].flatMap(([server, all]) =>
      glueFindings(server, all, survey),
    ),
  ];
}

/** What was said, by whom, in which exchange. */
type Saying = readonly [saying: string, row: SurveyRow, hop: number | undefined];

const MOST_ADDRESSES = 4;

function drift(code: 'SERIAL_DRIFT' | 'ANSWER_DRIFT', what: string, sayings: readonly Saying[]): Detected[] {
  const groups = Map.groupBy(sayings, ([saying]) => saying);
  if (groups.size < 2) return [];
  const sides = [...groups].map(([saying, group]) => {
    const addresses = [...new Set(group.map(([, { address }]) => address))];
    const where = addresses.length > MOST_ADDRESSES ? `${addresses.length} addresses` : addresses.join(', ');
    return `${saying} at ${where}`;
  });
  const fewest = [...groups.values()].toSorted((a, b) => a.length - b.length)[0]!;
  return [{ code, hop: fewest[0]![2] ?? null, message: `${what} differ: ${sides.join('; ')}` }];
}

/** For the root there is no parent: hints may be old, and nobody is to blame. */
function nameServerFindings({ zone, hop, rows, parentServers, childServers }: Survey): Detected[] {
  const seen = rows.find(({ asParent }) => asParent === false);
  if (hop === null || !childServers || !seen) return [];
  return nameServerMismatch(seen.hops[1] ?? null, zone, parentServers, childServers);
}

/** Servers that parent and zone do not have in common (RFC 1034 4.2.2). Names are lower-cased. */
export function nameServerMismatch(
  hop: number | null,
  zone: Name,
  parent: readonly Name[],
  child: readonly Name[],
): Detected[] {
  const parentOnly = parent.filter((name) => !child.includes(name)).toSorted();
  const childOnly = child.filter((name) => !parent.includes(name)).toSorted();
  if (parentOnly.length === 0 && childOnly.length === 0) return [];
  const sides = [
    ...(parentOnly.length > 0 ? [`only the parent names ${parentOnly.join(', ')}`] : []),
    ...(childOnly.length > 0 ? [`only the zone itself names ${childOnly.join(', ')}`] : []),
  ];
  return [{ code: 'NS_MISMATCH', hop, message: `${zone}: ${sides.join('; ')}` }];
}

/** A server's glue that its own zone does not give, and what its own zone gives that the parent lacks. */
function glueFindings(server: Name, rows: readonly SurveyRow[], { hops }: Survey): Detected[] {
  const seenIn = ([row]: readonly SurveyRow[]): number | null => row?.hops[0] ?? hops[0] ?? null;
  const stale = rows.filter(({ glue }) => glue === 'stale');
  const missing = rows.filter(({ glue }) => glue === 'missing');
  const addresses = (all: readonly SurveyRow[]): string => all.map(({ address }) => address).join(', ');
  if (stale.length > 0) {
    const own = [...new Set(rows.flatMap(({ ownAddresses }) => ownAddresses))].join(', ');
    const message = `the parent gives ${addresses(stale)} for ${server}, its own zone ${own}`;
    const about = glueTopic(
      server,
      stale.map(({ address }) => address),
    );
    return [{ code: 'GLUE_MISMATCH', hop: seenIn(stale), message, about }];
  }
  if (missing.length === 0) return [];
  const message = `the parent does not give ${addresses(missing)} for ${server}, its own zone does`;
  // One address is enough to find the server.
  const hasOther = rows.some(({ glue }) => glue === 'same');
  return [
    { code: 'GLUE_MISSING', hop: seenIn(missing), message, ...(hasOther ? { severity: 'warning' } : {}) },
  ];
}

/** What a finding about wrong glue is about, however it was found. */
export function glueTopic(server: Name, wrong: readonly string[]): string {
  return `${server.toLowerCase()} ${[...wrong].toSorted().join(' ')}`;
}
