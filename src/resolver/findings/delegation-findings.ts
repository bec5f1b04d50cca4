/**
 * What a referral and the zone behind it show: missing glue, servers that parent and child name differently, a zone
 * that hangs on one server.
 */

import { scanIpv4, scanIpv6 } from '../../message/kinds/addresses.ts';
import { recordsOf } from '../../message/message.ts';
import { isAtOrBelow, lowerCased, sameName, type Name } from '../../message/name.ts';
import { NS } from '../../message/records/ns.ts';
import { addressesOf } from '../delegation.ts';
import type { Hop } from '../events.ts';
import type { Detected } from './hop-findings.ts';
import { glueTopic, nameServerMismatch } from './survey-findings.ts';

/** What a referral said of the zone that it leads to. */
export interface ReferralSeen {
  readonly hop: number;
  readonly zone: Name;
  readonly nameServers: readonly Name[];
  /** The glue, by lower-cased server name. */
  readonly glue: ReadonlyMap<string, readonly string[]>;
}

export function referralOf(hop: Hop): ReferralSeen | undefined {
  const { message, next } = hop;
  if (!message || !next) return undefined;
  const glue = new Map<string, readonly string[]>();
  for (const name of next.nameServers) {
    glue.set(
      lowerCased(name),
      addressesOf(message.additionals.filter((record) => sameName(record.name, name))),
    );
  }
  return { hop: hop.id, zone: next.zone, nameServers: next.nameServers, glue };
}

/** What is wrong with a referral by itself. */
export function referralFindings({ hop, zone, nameServers, glue }: ReferralSeen): Detected[] {
  const findings: Detected[] = [];
  const without = nameServers.filter(
    (name) => isAtOrBelow(name, zone) && glue.get(lowerCased(name))?.length === 0,
  );
  for (const name of without) {
    findings.push({
      code: 'GLUE_MISSING',
      hop,
      message: `the referral to ${zone} names ${name} without an address`,
    });
  }
  const [only, second] = nameServers;
  const networks = new Set([...glue.values()].flat().map(networkOf));
  if (only !== undefined && second === undefined) {
    findings.push({ code: 'SINGLE_POINT', hop, message: `${zone} has one name server only, ${only}` });
  } else if (networks.size === 1 && [...glue.values()].every((addresses) => addresses.length > 0)) {
    findings.push({
      code: 'SINGLE_POINT',
      hop,
      message: `all name servers of ${zone} are in one network, ${[...networks][0]}`,
    });
  }
  return findings;
}

/** Where an authoritative reply of the child contradicts the referral that led to it. */
export function childFindings(hop: Hop, referral: ReferralSeen): Detected[] {
  const { message } = hop;
  if (!message?.header.aa) return [];
  return [...nameServerFindings(hop, referral), ...glueFindings(hop, referral)];
}

function nameServerFindings(hop: Hop, { zone, nameServers }: ReferralSeen): Detected[] {
  const { answers, authorities } = hop.message!;
  const own = recordsOf([...answers, ...authorities], NS).filter(({ name }) => sameName(name, zone));
  if (own.length === 0) return [];
  const child = own.map(({ rdata }) => lowerCased(rdata.nameServer));
  const parent = nameServers.map(lowerCased);
  return nameServerMismatch(hop.id, zone, parent, child);
}

function glueFindings(hop: Hop, { zone, nameServers, glue }: ReferralSeen): Detected[] {
  const { answers, additionals } = hop.message!;
  return nameServers.flatMap((name): Detected[] => {
    const given = glue.get(lowerCased(name)) ?? [];
    const records = [...answers, ...additionals].filter((record) => sameName(record.name, name));
    const own = addressesOf(records);
    // Only families that both sides speak of can contradict each other.
    const both = ['.', ':'].filter((mark) =>
      [given, own].every((side) => side.some((address) => address.includes(mark))),
    );
    const wrong = given.filter(
      (address) => both.some((mark) => address.includes(mark)) && !own.includes(address),
    );
    if (wrong.length === 0 || !isAtOrBelow(name, zone)) return [];
    const message = `the parent gives ${wrong.join(', ')} for ${name}, the zone itself ${own.join(', ')}`;
    return [{ code: 'GLUE_MISMATCH', hop: hop.id, message, about: glueTopic(name, wrong) }];
  });
}

/** The network that an address is in: the first 24 bits of IPv4, the first 48 of IPv6. */
function networkOf(address: string): string {
  const octets = scanIpv4(address)?.subarray(0, 3) ?? scanIpv6(address)?.subarray(0, 6) ?? [];
  return address.includes(':')
    ? `${[...octets].map((octet) => octet.toString(16).padStart(2, '0')).join('')}/48`
    : `${[...octets].join('.')}.0/24`;
}
