/**
 * What one exchange shows to be wrong with a server.
 */

import { typeName } from '../../message/codes.ts';
import { recordsOf, type ResourceRecord } from '../../message/message.ts';
import { lowerCased, sameName, type Name } from '../../message/name.ts';
import { printRecord } from '../../message/record-text.ts';
import { A } from '../../message/records/a.ts';
import { AAAA } from '../../message/records/aaaa.ts';
import { CNAME } from '../../message/records/cname.ts';
import { NS } from '../../message/records/ns.ts';
import { SOA } from '../../message/records/soa.ts';
import type { Hop } from '../events.ts';
import { ANOTHER_ANSWERED } from '../hop.ts';
import { LIMITS } from '../limits.ts';
import type { FindingCode } from './catalogue.ts';

export interface Detected {
  readonly code: FindingCode;
  readonly hop: number | null;
  /** The finding as it is here, with names and addresses. */
  readonly message: string;
  /** What it is about, where two messages can say the same: it is said once. The message by default. */
  readonly about?: string;
  /** Where it is less bad here than the catalogue says. */
  readonly severity?: 'info' | 'warning';
}

export function hopFindings(hop: Hop): Detected[] {
  const found = (code: FindingCode, message: string): Detected => ({ code, hop: hop.id, message });
  return [...serverFindings(hop, found), ...datagramFindings(hop, found), ...recordFindings(hop, found)];
}

type Found = (code: FindingCode, message: string) => Detected;

function serverFindings(hop: Hop, found: Found): Detected[] {
  const { name, address } = hop.server;
  const who = `${name} at ${address}`;
  switch (hop.outcome) {
    case 'timeout':
      // Where it did reply, though not as it should, that is the finding.
      if (hop.rejected.some(({ reason }) => reason === 'wrong-case' || reason === 'no-cookie')) return [];
      return silenceFindings(hop, who, found);
    case 'unreachable':
      if (hop.transport === 'tcp')
        return [found('TCP_REFUSED', `${who} does not answer over TCP: ${hop.verdict}`)];
      return [found('SERVER_UNREACHABLE', `${who}: ${hop.verdict}`)];
    case 'refused':
      return [found('SERVER_REFUSED', `${who} refuses to answer for ${hop.zone}`)];
    case 'servfail':
      return [found('SERVER_FAILED', `${who} answers SERVFAIL for ${hop.zone}`)];
    case 'malformed':
      return [found('REPLY_MALFORMED', `${who}: ${hop.verdict}`)];
    case 'lame':
      return [lameFinding(hop, who, found)];
    default:
      return [];
  }
}

/** Who was not given the time to answer is not called silent. */
function silenceFindings(hop: Hop, who: string, found: Found): Detected[] {
  if (!hop.verdict.includes(ANOTHER_ANSWERED))
    return [found('SERVER_SILENT', `${who} did not answer for ${hop.zone}`)];
  if (hop.elapsedMs < LIMITS.shortestPatienceMs) return [];
  return [found('SERVER_SILENT', `${who} had not answered for ${hop.zone} when another server did`)];
}

function lameFinding(hop: Hop, who: string, found: Found): Detected {
  if (hop.lameness === 'refers-upwards')
    return found('UPWARD_REFERRAL', `${who}, asked for ${hop.zone}: ${hop.verdict}`);
  if (hop.lameness === 'refers-sideways')
    return found('SIDEWAYS_REFERRAL', `${who}, asked for ${hop.zone}: ${hop.verdict}`);
  return found('LAME_DELEGATION', `${who} has no authority for ${hop.zone}: ${hop.verdict}`);
}

function datagramFindings(hop: Hop, found: Found): Detected[] {
  if (hop.rejected.some(({ reason }) => reason === 'no-cookie')) {
    const who = `${hop.server.name} at ${hop.server.address}`;
    return [found('COOKIE_LOST', `${who} left the cookie out that it had sent before`)];
  }
  // Other letters may be the server's own: what a question over TCP shows of it decides.
  const rejections = hop.rejected.filter(({ reason }) => reason !== 'wrong-case');
  const { length } = rejections;
  if (length === 0) return [];
  const rejected = length === 1 ? '1 datagram was' : `${length} datagrams were`;
  const reasons = [...new Set(rejections.map(({ reason }) => reason))].join(', ');
  return [found('REPLY_REJECTED', `${rejected} not the reply of ${hop.server.address}: ${reasons}`)];
}

function recordFindings(hop: Hop, found: Found): Detected[] {
  const findings: Detected[] = [];
  const outside = hop.dropped.filter(
    ({ record, reason }) => reason === 'out-of-bailiwick' && !isCourtesy(hop, record),
  );
  // A referral away from the zone is a finding of its own.
  if (outside[0] && hop.outcome !== 'lame') {
    const more = outside.length > 1 ? ` and ${outside.length - 1} more` : '';
    findings.push(
      found('OUT_OF_BAILIWICK', `${hop.server.name} spoke of ${printRecord(outside[0].record)}${more}`),
    );
  }
  for (const { record, reason } of hop.dropped) {
    if (reason === 'forbidden-address')
      findings.push(found('FORBIDDEN_ADDRESS', `${printRecord(record)} is not asked`));
  }
  const { message, outcome } = hop;
  const isNegative = outcome === 'nodata' || outcome === 'nxdomain';
  if (message && isNegative && recordsOf(message.authorities, SOA).length === 0) {
    findings.push(found('SOA_MISSING', `${hop.server.name} says no without the SOA record of ${hop.zone}`));
  }
  const uneven = message && setWithUnevenTtls(message.answers);
  if (uneven) findings.push(found('TTL_MISMATCH', `the records of ${uneven} have different TTLs`));
  const shared = message && nameWithCnameAndMore(message.answers);
  if (shared)
    findings.push(found('CNAME_AND_OTHER_DATA', `${shared} has a CNAME record and others beside it`));
  return findings;
}

/** Whoever is asked for the servers of its own zone may well add the addresses that it knows of them. */
function isCourtesy({ purpose, question, message }: Hop, { name, type }: ResourceRecord): boolean {
  if (purpose !== 'survey' || question.type !== NS.code || (type !== A.code && type !== AAAA.code))
    return false;
  return recordsOf(message?.answers ?? [], NS).some(({ rdata }) => sameName(rdata.nameServer, name));
}

function setWithUnevenTtls(records: readonly ResourceRecord[]): string | undefined {
  const ttls = new Map<string, number>();
  // Each signature of a set has the TTL of what it signs (RFC 4034 3): those are of different sets.
  for (const { name, type, ttl } of records.filter((record) => typeName(record.type) !== 'RRSIG')) {
    const set = `${lowerCased(name)} ${typeName(type)}`;
    if ((ttls.get(set) ?? ttl) !== ttl) return set;
    ttls.set(set, ttl);
  }
  return undefined;
}

/** DNSSEC's own records may stand beside a CNAME (RFC 4035 2.5), and a DNAME may make one for a name below it. */
const BESIDE_CNAME = new Set([CNAME.code, 46, 47, 25]);

function nameWithCnameAndMore(records: NonNullable<Hop['message']>['answers']): Name | undefined {
  return recordsOf(records, CNAME).find(({ name }) =>
    records.some((other) => sameName(other.name, name) && !BESIDE_CNAME.has(other.type)),
  )?.name;
}
