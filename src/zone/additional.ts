/**
 * The additional section: addresses of the hosts that the records of a reply name (RFC 1035 3.3.9, 3.3.11,
 * RFC 2782), and the glue of a referral (RFC 9471).
 */

import { isRecord, type ResourceRecord } from '../message/message.ts';
import { lowerCased, type Name } from '../message/name.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import { MX } from '../message/records/mx.ts';
import { NS } from '../message/records/ns.ts';
import { SRV } from '../message/records/srv.ts';
import { zoneOf } from './locate.ts';
import type { Draft } from './reply.ts';
import type { Zone } from './zone.ts';

/** Addresses for the NS, MX and SRV records of an authoritative answer, where the zones hold them. */
export function addAddresses(draft: Draft, zones: readonly Zone[]): void {
  const sent = new Set([...draft.answers, ...draft.additionals].map(rrsetKey));
  for (const record of draft.answers) {
    const host = hostOf(record);
    const zone = host === undefined ? undefined : zoneOf(zones, host, record.class);
    if (host !== undefined && zone) addHost(draft, sent, zone, host);
  }
}

/**
 * Glue for the NS records of a referral: all that the referring zone holds, which is what RFC 9471 3.1 and
 * 3.2 ask for servers inside the delegated zone and inside its siblings; else what another zone of this
 * server says.
 */
export function addGlue(
  draft: Draft,
  referrals: readonly ResourceRecord[],
  referring: Zone,
  zones: readonly Zone[],
): void {
  const sent = new Set([...draft.answers, ...draft.additionals].map(rrsetKey));
  for (const record of referrals) {
    const host = hostOf(record);
    if (host === undefined || addHost(draft, sent, referring, host)) continue;
    const other = zoneOf(zones, host, record.class);
    if (other) addHost(draft, sent, other, host);
  }
}

function hostOf(record: ResourceRecord): Name | undefined {
  if (isRecord(record, NS)) return record.rdata.nameServer;
  if (isRecord(record, MX)) return record.rdata.exchange;
  if (isRecord(record, SRV)) return record.rdata.target;
  return undefined;
}

/** Adds the address RRsets of a host that are not in the reply yet; true where the zone has any. */
function addHost(draft: Draft, sent: Set<string>, zone: Zone, host: Name): boolean {
  const { rrsets } = zone.nodes.get(lowerCased(host)) ?? {};
  const found = [rrsets?.get(A.code) ?? [], rrsets?.get(AAAA.code) ?? []].filter((rrset) => rrset.length > 0);
  for (const rrset of found) {
    const key = rrsetKey(rrset[0]!);
    if (!sent.has(key)) draft.additionals.push(...rrset);
    sent.add(key);
  }
  return found.length > 0;
}

const rrsetKey = (record: ResourceRecord): string => `${lowerCased(record.name)} ${record.type}`;
