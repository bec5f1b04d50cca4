/**
 * What changed in the zones on the path: their name servers and addresses as the parents give them, and what a survey
 * saw. Which server is asked is chance, so that alone is only worth a note.
 */

import { addressesOf } from '../../resolver/delegation.ts';
import { lowerCased, sameName, type Name } from '../../message/name.ts';
import type { Outcome, SurveyRow } from '../../resolver/events.ts';
import type { Trace } from '../trace.ts';
import { changed, changedSet, type Change, type ChangeKind, type TwoRuns, type Value } from './change.ts';

export function pathChanges({ before, after }: TwoRuns): Change[] {
  const [left, right] = [zonesOf(before), zonesOf(after)];
  const inBoth = [...left.keys()].filter((zone) => right.has(zone));
  return [
    ...changedSet('zone', 'the path', left.keys(), right.keys()),
    ...inBoth.flatMap((zone) => delegationChanges(zone, left.get(zone)!, right.get(zone)!)),
    ...surveyChanges(before, after),
  ];
}

/** What differs by chance, or cannot be compared. */
export function pathNotes({ before, after }: TwoRuns): string[] {
  const [left, right] = [zonesOf(before), zonesOf(after)];
  const notes = [...left].flatMap(([zone, { answered }]) => {
    const now = [...(right.get(zone)?.answered ?? [])];
    const was = [...answered];
    if (was.length === 0 || now.length === 0 || was.some((server) => now.includes(server))) return [];
    return [`${zone} was answered by ${was.join(', ')} before, by ${now.join(', ')} now`];
  });
  if (before.surveys.length > 0 !== after.surveys.length > 0) {
    notes.push(`only the run ${before.surveys.length > 0 ? 'before' : 'after'} asked all servers`);
  }
  return notes;
}

interface ZoneSeen {
  readonly nameServers: Set<Name>;
  /** `server address`, as the parent gives them. */
  readonly glue: Map<Name, Set<string>>;
  /** The servers whose word was taken. */
  readonly answered: Set<string>;
}

const TAKEN: readonly Outcome[] = ['referral', 'answer', 'alias', 'nodata', 'nxdomain'];

/** The zones that the answer led through. */
function zonesOf({ hops }: Trace): Map<Name, ZoneSeen> {
  const zones = new Map<Name, ZoneSeen>();
  const seen = (zone: Name): ZoneSeen => {
    const known = zones.get(lowerCased(zone));
    if (known) return known;
    const fresh: ZoneSeen = { nameServers: new Set(), glue: new Map(), answered: new Set() };
    zones.set(lowerCased(zone), fresh);
    return fresh;
  };
  for (const { purpose, zone, outcome, server, next, message } of hops) {
    if (purpose !== 'answer') continue;
    const here = seen(zone);
    if (TAKEN.includes(outcome)) here.answered.add(`${server.name} at ${server.address}`);
    if (!next || !message) continue;
    const child = seen(next.zone);
    for (const name of next.nameServers) {
      const own = message.additionals.filter((record) => sameName(record.name, name));
      child.nameServers.add(lowerCased(name));
      child.glue.set(
        lowerCased(name),
        new Set([...(child.glue.get(lowerCased(name)) ?? []), ...addressesOf(own)]),
      );
    }
  }
  return zones;
}

function delegationChanges(zone: Name, before: ZoneSeen, after: ZoneSeen): Change[] {
  const inBoth = [...before.nameServers].filter((name) => after.nameServers.has(name));
  return [
    ...changedSet('name-server', zone, before.nameServers, after.nameServers),
    ...inBoth.flatMap((name) => changedSet('glue', name, before.glue.get(name)!, after.glue.get(name)!)),
  ];
}

function surveyChanges(before: Trace, after: Trace): Change[] {
  const [surveyed, others] = [surveysOf(before), surveysOf(after)];
  return [...surveyed].flatMap(([zone, left]) => {
    const right = others.get(zone);
    if (!right) return [];
    const servers = [...new Set([...left.keys(), ...right.keys()])];
    const about = (kind: ChangeKind, valueOf: (row: SurveyRow) => Value): Change[] =>
      rowChanges(kind, zone, left, right, valueOf);
    return [
      ...servers.flatMap((server) =>
        changed('surveyed', server, left.get(server)?.status ?? null, right.get(server)?.status ?? null),
      ),
      ...about('serial', ({ serial }) => serial),
      ...about('own-name-servers', ({ nameServers }) => nameServers),
      ...about('surveyed-answer', ({ answer }) => answer),
    ];
  });
}

/** Where all servers of a zone say the same, one change speaks for all. */
function rowChanges(
  kind: ChangeKind,
  zone: Name,
  before: ReadonlyMap<string, SurveyRow>,
  after: ReadonlyMap<string, SurveyRow>,
  valueOf: (row: SurveyRow) => Value,
): Change[] {
  const [left, right] = [before, after].map((rows) => known([...rows.values()].map(valueOf)));
  if (left!.length === 0 || right!.length === 0) return [];
  if (left!.length === 1 && right!.length === 1) return changed(kind, zone, left![0]!, right![0]!);
  return [...before].flatMap(([server, row]) => {
    const other = after.get(server);
    const values = other ? known([valueOf(row), valueOf(other)]) : [];
    return values.length === 2 ? changed(kind, server, values[0]!, values[1]!) : [];
  });
}

/** The different values that are there. */
function known(values: readonly Value[]): Value[] {
  const byText = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...byText.values()].filter((value) => value !== null);
}

/** The rows of a survey by zone and by server. */
function surveysOf({ surveys }: Trace): Map<Name, Map<string, SurveyRow>> {
  const byZone = new Map<Name, Map<string, SurveyRow>>();
  for (const { zone, rows } of surveys) {
    const known = byZone.get(lowerCased(zone)) ?? new Map<string, SurveyRow>();
    for (const row of rows) known.set(`${lowerCased(row.server)} at ${row.address}`, row);
    byZone.set(lowerCased(zone), known);
  }
  return byZone;
}
