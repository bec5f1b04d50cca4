/**
 * The rows of a survey, from what each address said: who says otherwise than most, and how the parent's servers and
 * addresses stand beside those of the zone.
 */

import { isAtOrBelow, lowerCased, type Name } from '../../message/name.ts';
import type { Delegation, KnownAddress } from '../delegation.ts';
import type { Survey, SurveyRow } from '../events.ts';
import { familyOf } from '../selection.ts';
import type { SurveyedServer } from './survey.ts';
import type { Visit } from './visit.ts';

type Judged = Pick<Survey, 'zone' | 'hop' | 'rows' | 'parentServers' | 'childServers' | 'limit'>;

/** `own`: what the servers' own zones say, by lower-cased server name. */
export function judged(
  { zone, hop, from }: Delegation,
  servers: readonly SurveyedServer[],
  visits: ReadonlyMap<string, Visit>,
  own: ReadonlyMap<Name, readonly string[]>,
): Judged {
  const parentServers = servers.filter(({ side }) => side === 'parent').map(({ name }) => lowerCased(name));
  const voices = [...visits.values()].filter(({ status }) => status === 'agrees');
  const usual = {
    serial: mostCommon(voices.map(({ serial }) => serial).toSorted(newestFirst)),
    nameServers: mostCommon(voices.map(({ nameServers }) => nameServers)),
    answer: mostCommon(voices.map(({ answer }) => answer)),
  };
  const childServers = usual.nameServers ?? null;
  const rows = servers.flatMap((server) =>
    server.addresses.map(({ address, source }): SurveyRow => {
      const said = visits.get(address)!;
      const family = familyOf(address);
      const ownAddresses = (own.get(lowerCased(server.name)) ?? []).filter(
        (each) => familyOf(each) === family,
      );
      return {
        server: server.name,
        address,
        family,
        source,
        status: said.status === 'agrees' && isOdd(said, usual) ? 'differs' : said.status,
        note: said.note,
        namedBy: namedBy(server, childServers),
        rttMs: said.rttMs,
        serial: said.serial,
        nameServers: said.nameServers,
        asParent: said.nameServers && from !== 'hints' ? sameSet(said.nameServers, parentServers) : null,
        answer: said.answer,
        ownAddresses,
        glue: from === 'hints' ? null : glueOf(zone, server, { address, source }, ownAddresses),
        hops: said.hops,
      };
    }),
  );
  const limit = rows.find(({ status }) => status === 'not-asked')?.note ?? null;
  return { zone, hop, rows, parentServers, childServers, limit };
}

type Usual = { readonly [About in 'serial' | 'nameServers' | 'answer']: Visit[About] | undefined };

function isOdd(said: Visit, usual: Usual): boolean {
  // A silence in the midst of a visit says nothing against the others.
  return (['serial', 'nameServers', 'answer'] as const).some(
    (about) => said[about] !== null && textOf(said[about]) !== textOf(usual[about]),
  );
}

/** Of several that are equally common, the first. */
function mostCommon<T>(sayings: readonly (T | null)[]): T | undefined {
  const groups = Map.groupBy(
    sayings.filter((saying) => saying !== null),
    textOf,
  );
  return [...groups.values()].toSorted((a, b) => b.length - a.length)[0]?.[0];
}

function textOf(saying: unknown): string {
  return JSON.stringify(saying);
}

/** Serial numbers go round (RFC 1982 3.2). */
function newestFirst(a: number | null, b: number | null): number {
  if (a === null || b === null || a === b) return 0;
  return (b - a) >>> 0 < 2 ** 31 ? 1 : -1;
}

function namedBy({ name, side }: SurveyedServer, child: readonly Name[] | null): SurveyRow['namedBy'] {
  if (side === 'child') return 'child';
  return child?.includes(lowerCased(name)) ? 'both' : 'parent';
}

function sameSet(one: readonly Name[], other: readonly Name[]): boolean {
  return textOf([...new Set(one)].toSorted()) === textOf([...new Set(other)].toSorted());
}

function glueOf(
  zone: Name,
  { name, side }: SurveyedServer,
  { address, source }: KnownAddress,
  own: readonly string[],
): SurveyRow['glue'] {
  // Only families that both speak of can contradict each other.
  if (own.length === 0) return null;
  if (source !== 'lookup') return own.includes(address) ? 'same' : 'stale';
  return side === 'parent' && isAtOrBelow(name, zone) ? 'missing' : null;
}
