/**
 * What a signed zone adds for those who ask with DO: the signatures of each RRset (RFC 4035 3.1.1) and the
 * NSEC records that prove what is not there (RFC 4035 3.1.3). The records are served as the zone's file holds
 * them; making them is the signer's work. Denial by NSEC3 is not served.
 */

import { typeCode } from '../message/codes.ts';
import type { ResourceRecord } from '../message/message.ts';
import { compareNames, type Name } from '../message/name.ts';
import { rdataOctets } from '../message/record-text.ts';
import type { Zone, ZoneNode } from './zone.ts';

const TYPE_RRSIG = typeCode('RRSIG')!;
const TYPE_NSEC = typeCode('NSEC')!;

/** The signatures at a node that cover one type. */
export function signaturesOf(node: ZoneNode, type: number): ResourceRecord[] {
  const covers = (signature: ResourceRecord): boolean => {
    const octets = rdataOctets(signature);
    // RFC 4034 3.1: the type covered is the first field.
    return octets.length >= 2 && ((octets[0]! << 8) | octets[1]!) === type;
  };
  return (node.rrsets.get(TYPE_RRSIG) ?? []).filter(covers);
}

/**
 * The NSEC record that shows what types a name has, or that covers the gap in which it would stand; with
 * signatures.
 */
export function denialOf(zone: Zone, name: Name): ResourceRecord[] {
  const chain = chainOf(zone);
  let low = 0;
  let high = chain.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareNames(chain[middle]!.owner, name) <= 0) low = middle + 1;
    else high = middle;
  }
  const node = chain[low - 1];
  return node ? [...node.rrsets.get(TYPE_NSEC)!, ...signaturesOf(node, TYPE_NSEC)] : [];
}

const chains = new WeakMap<Zone, readonly ZoneNode[]>();

/** The nodes with NSEC records in the order of RFC 4034 6.1, sorted once a zone. */
function chainOf(zone: Zone): readonly ZoneNode[] {
  const known = chains.get(zone);
  if (known) return known;
  const signed = [...zone.nodes.values()].filter((node) => node.rrsets.has(TYPE_NSEC));
  const chain = signed.toSorted((a, b) => compareNames(a.owner, b.owner));
  chains.set(zone, chain);
  return chain;
}
