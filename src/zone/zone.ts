/**
 * A zone as an authoritative server holds it: RRsets by owner, with the empty non-terminals between them (RFC
 * 4592 2.2.2) and the zone cuts known. Finding a name in it is left to `locate`, replying to `answer`.
 */

import { className, typeCode, typeName } from '../message/codes.ts';
import { printHex } from '../message/hex.ts';
import type { ResourceRecord } from '../message/message.ts';
import { isAtOrBelow, lowerCased, parentOf, sameName, scanName, type Name } from '../message/name.ts';
import { rdataOctets, readRdataAlone } from '../message/record-text.ts';
import { CNAME } from '../message/records/cname.ts';
import { DNAME } from '../message/records/dname.ts';
import { NS } from '../message/records/ns.ts';
import { SOA } from '../message/records/soa.ts';
import { isKnownType } from '../message/records/table.ts';
import { WireError } from '../message/wire-error.ts';

/** A name that exists in a zone; an empty non-terminal has no RRsets. */
export interface ZoneNode {
  /** As the zone's text spells it. */
  readonly owner: Name;
  readonly rrsets: ReadonlyMap<number, readonly ResourceRecord[]>;
  /** True below the apex where there are NS records: the data here and below are the child's (RFC 2181 6). */
  readonly isCut: boolean;
}

export interface Zone {
  readonly origin: Name;
  readonly class: number;
  readonly soa: ResourceRecord<ReturnType<typeof SOA.read>>;
  /** By lower-cased owner. */
  readonly nodes: ReadonlyMap<Name, ZoneNode>;
}

export interface ZoneOptions {
  /**
   * Two different CNAMEs or DNAMEs at one name, or a CNAME beside other data, break RFC 2181 10.1. `refuse`
   * is the default; `keep` serves them as they stand, for zones that show what such a fault does.
   */
  readonly conflicts?: 'refuse' | 'keep';
}

/** Records that make no zone; the message is one sentence. */
export class ZoneError extends Error {
  override readonly name = 'ZoneError';
}

/** Builds a zone from its records, in any order. Throws ZoneError. */
export function makeZone(origin: Name, records: readonly ResourceRecord[], options: ZoneOptions = {}): Zone {
  const apex = scanName(origin);
  const unique = withoutDuplicates(records.map(withFields));
  const soa = onlySoa(apex, unique);
  const nodes = new Map<Name, GrowingNode>();
  for (const record of unique) {
    refuseForeign(record, apex, soa.class);
    const { rrsets } = nodeFor(nodes, record.name, apex);
    const rrset = rrsets.get(record.type);
    if (rrset) rrset.push(record);
    else rrsets.set(record.type, [record]);
  }
  for (const node of nodes.values()) {
    if (options.conflicts !== 'keep') refuseConflicts(node);
    for (const [type, rrset] of node.rrsets) node.rrsets.set(type, withOneTtl(rrset));
    node.isCut = node.rrsets.has(NS.code) && !sameName(node.owner, apex);
  }
  return { origin: apex, class: soa.class, soa, nodes };
}

interface GrowingNode {
  readonly owner: Name;
  readonly rrsets: Map<number, ResourceRecord[]>;
  isCut: boolean;
}

/**
 * RDATA given as bare octets, read into the fields of its type: what follows aliases and referrals needs
 * them.
 */
function withFields(record: ResourceRecord): ResourceRecord {
  const { octets } = record.rdata;
  if (!isKnownType(record.type) || !(octets instanceof Uint8Array)) return record;
  try {
    return { ...record, rdata: readRdataAlone(octets, record.type, record.class) };
  } catch (error) {
    if (error instanceof WireError)
      throw new ZoneError(`${record.name} ${typeName(record.type)}: ${error.message}`);
    throw error;
  }
}

/** RFC 2181 5: the same data twice is one record. */
function withoutDuplicates(records: readonly ResourceRecord[]): ResourceRecord[] {
  const seen = new Map<string, ResourceRecord>();
  for (const record of records) {
    const key = `${lowerCased(record.name)} ${record.class} ${record.type} ${printHex(rdataOctets(record))}`;
    const other = seen.get(key);
    if (!other || record.ttl < other.ttl) seen.set(key, record);
  }
  return [...seen.values()];
}

function onlySoa(origin: Name, records: readonly ResourceRecord[]): Zone['soa'] {
  const found = records.filter((record) => record.type === SOA.code);
  const [soa] = found;
  if (!soa) throw new ZoneError(`the zone ${origin} has no SOA record`);
  const elsewhere = found.find((record) => !sameName(record.name, origin));
  if (elsewhere) throw new ZoneError(`the SOA record of ${elsewhere.name} is not at the apex of ${origin}`);
  if (found.length > 1)
    throw new ZoneError(`the zone ${origin} has ${found.length} SOA records: one is right (RFC 1035 5.2)`);
  return soa as Zone['soa'];
}

function refuseForeign(record: ResourceRecord, origin: Name, zoneClass: number): void {
  const what = `${record.name} ${typeName(record.type)}`;
  if (!isAtOrBelow(record.name, origin)) throw new ZoneError(`${what} is outside the zone ${origin}`);
  if (record.class !== zoneClass) {
    const classes = `${className(record.class)}, the zone ${origin} of class ${className(zoneClass)}`;
    throw new ZoneError(`${what} is of class ${classes} (RFC 1035 5.2)`);
  }
}

/** The node of a name, made with every name between it and the apex: those exist too, though empty. */
function nodeFor(nodes: Map<Name, GrowingNode>, owner: Name, origin: Name): GrowingNode {
  const key = lowerCased(owner);
  const known = nodes.get(key);
  if (known) return known;
  const node = { owner, rrsets: new Map<number, ResourceRecord[]>(), isCut: false };
  nodes.set(key, node);
  if (!sameName(owner, origin)) nodeFor(nodes, parentOf(owner), origin);
  return node;
}

/** RFC 2181 5.2: an RRset has one TTL, the lowest of those given. */
function withOneTtl(rrset: ResourceRecord[]): ResourceRecord[] {
  const ttl = rrset.reduce((lowest, record) => Math.min(lowest, record.ttl), Infinity);
  return rrset.every((record) => record.ttl === ttl) ? rrset : rrset.map((record) => ({ ...record, ttl }));
}

/** DNSSEC's own records may stand beside a CNAME (RFC 4034 3 and 4, RFC 2181 10.1). */
export const BESIDE_CNAME: ReadonlySet<number> = new Set([
  CNAME.code,
  typeCode('RRSIG')!,
  typeCode('NSEC')!,
  25,
]);

function refuseConflicts({ owner, rrsets }: GrowingNode): void {
  for (const type of [CNAME, DNAME]) {
    const count = rrsets.get(type.code)?.length ?? 0;
    if (count > 1)
      throw new ZoneError(`${owner} has ${count} different ${type.mnemonic} records: one is the most`);
  }
  const other = [...rrsets.keys()].find((type) => !BESIDE_CNAME.has(type));
  if (rrsets.has(CNAME.code) && other !== undefined) {
    throw new ZoneError(
      `${owner} has a CNAME record beside ${typeName(other)}: an alias has no other data (RFC 2181 10.1)`,
    );
  }
}
