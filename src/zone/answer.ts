/**
 * What an authoritative server replies to a query: the algorithm of RFC 1034 4.3.2 with negative answers (RFC
 * 2308), wildcards (RFC 4592), DNAME (RFC 6672) and referrals (RFC 9471). Fitting the reply into a datagram
 * is left to `truncate`, signatures and proofs of denial to `signed`.
 */

import { RCODE, TYPE_ANY, typeCode } from '../message/codes.ts';
import type { Message, Question, ResourceRecord } from '../message/message.ts';
import {
  lowerCased,
  MAXIMUM_NAME_OCTETS,
  nameOctets,
  replaceSuffix,
  sameName,
  type Name,
} from '../message/name.ts';
import { CNAME } from '../message/records/cname.ts';
import { DNAME } from '../message/records/dname.ts';
import { NS } from '../message/records/ns.ts';
import { addAddresses, addGlue } from './additional.ts';
import { locate, parentZoneOf, wildcardBelow, zoneOf, type Place } from './locate.ts';
import { newDraft, refusalOf, replyTo, type Draft } from './reply.ts';
import { denialOf, signaturesOf } from './signed.ts';
import { BESIDE_CNAME, type Zone, type ZoneNode } from './zone.ts';

/**
 * Long enough for any honest chain of aliases; a DNAME that points below itself would grow one without end.
 */
const MAXIMUM_ALIASES = 16;
const TYPE_DS = typeCode('DS')!;

/** The reply of a server that is authoritative for `zones` and nothing else. It never recurses. */
export function answer(zones: readonly Zone[], query: Message): Message {
  const refusal = refusalOf(query);
  const draft = newDraft(refusal);
  if (refusal === undefined) {
    follow({ zones, question: query.questions[0]!, dnssecOk: query.edns?.dnssecOk ?? false, draft });
    addAddresses(draft, zones);
  }
  return replyTo(query, draft);
}

interface Lookup {
  readonly zones: readonly Zone[];
  readonly question: Question;
  readonly dnssecOk: boolean;
  readonly draft: Draft;
}

/**
 * Looks the name up, and the target of each alias in turn, as far as the zones go (RFC 1034 4.3.2, step 3a).
 */
function follow(lookup: Lookup): void {
  const { zones, question, draft } = lookup;
  const seen = new Set<Name>();
  let name: Name | undefined = question.name;
  while (name !== undefined && !seen.has(lowerCased(name)) && seen.size <= MAXIMUM_ALIASES) {
    const zone: Zone | undefined = (question.type === TYPE_DS ? parentZoneOf : zoneOf)(
      zones,
      name,
      question.class,
    );
    if (!zone) {
      if (seen.size === 0) draft.rcode = RCODE.REFUSED;
      return;
    }
    seen.add(lowerCased(name));
    name = lookUp(lookup, zone, name);
  }
}

/** Adds what one zone says of a name; gives the name to go on with, where that is an alias. */
function lookUp(lookup: Lookup, zone: Zone, name: Name): Name | undefined {
  const { question, draft } = lookup;
  const place = locate(zone, name);
  // RFC 4035 3.1.4.1: the DS records at a cut are this zone's own data.
  const isOwnDs = place.kind === 'cut' && question.type === TYPE_DS && sameName(place.node.owner, name);
  if (place.kind === 'cut' && !isOwnDs) return refer(lookup, zone, place.node);
  // RFC 1035 4.1.1: AA speaks of the first owner in the answer, so a referral after an alias does not take it
  // back.
  draft.aa = true;
  switch (place.kind) {
    case 'dname':
      return redirect(lookup, place.node, name);
    case 'absent':
      draft.rcode = RCODE.NXDOMAIN;
      deny(lookup, zone, name, place);
      return undefined;
    default:
      return takeData(lookup, zone, name, place);
  }
}

type Found = Exclude<Place, { readonly kind: 'absent' }>;

/** The answer from a node that exists, or from the wildcard that stands in for the name. */
function takeData(lookup: Lookup, zone: Zone, name: Name, place: Found): Name | undefined {
  const { question, draft } = lookup;
  const { node } = place;
  const alias = node.rrsets.get(CNAME.code);
  const wanted = node.rrsets.get(question.type);
  const isAlias = alias && question.type !== TYPE_ANY && !(wanted && BESIDE_CNAME.has(question.type));
  const types = isAlias ? [CNAME.code] : typesWanted(node, question.type);
  // The owner is spelled as it was asked for: a wildcard needs that, and so does who mixes the case of a
  // query.
  const found = types.flatMap((type) => rrsetOf(lookup, node, type));
  draft.answers.push(...found.map((record) => ({ ...record, name })));
  if (types.length === 0) deny(lookup, zone, name, place);
  // RFC 4035 3.1.3.3: that no closer name exists must be shown for what a wildcard gives.
  else if (place.kind === 'wildcard' && lookup.dnssecOk) add(draft.authorities, denialOf(zone, name));
  return isAlias ? (alias[0]!.rdata['target'] as Name) : undefined;
}

function typesWanted(node: ZoneNode, type: number): number[] {
  if (type === TYPE_ANY) return [...node.rrsets.keys()];
  return node.rrsets.has(type) ? [type] : [];
}

function rrsetOf({ dnssecOk, question }: Lookup, node: ZoneNode, type: number): ResourceRecord[] {
  const signatures = dnssecOk && question.type !== TYPE_ANY ? signaturesOf(node, type) : [];
  return [...node.rrsets.get(type)!, ...signatures];
}

/** RFC 6672 3.2: the DNAME, and a CNAME made from it for those who know none. */
function redirect(lookup: Lookup, node: ZoneNode, name: Name): Name | undefined {
  const { question, draft } = lookup;
  const [dname] = node.rrsets.get(DNAME.code)!;
  add(draft.answers, rrsetOf(lookup, node, DNAME.code));
  const target = replaceSuffix(name, node.owner, dname!.rdata['target'] as Name);
  if (nameOctets(target) > MAXIMUM_NAME_OCTETS) {
    // RFC 6672 2.2.
    draft.rcode = RCODE.YXDOMAIN;
    return undefined;
  }
  draft.answers.push({ name, type: CNAME.code, class: dname!.class, ttl: dname!.ttl, rdata: { target } });
  // Who asks for the CNAME itself, or for anything, has it now.
  return question.type === CNAME.code || question.type === TYPE_ANY ? undefined : target;
}

function refer(lookup: Lookup, zone: Zone, cut: ZoneNode): undefined {
  const { draft, zones, dnssecOk } = lookup;
  const referrals = cut.rrsets.get(NS.code)!;
  draft.authorities.push(...referrals);
  if (dnssecOk) {
    // RFC 4035 3.1.4: the DS records of the child, or the proof that it has none.
    const isSigned = cut.rrsets.has(TYPE_DS);
    add(draft.authorities, isSigned ? rrsetOf(lookup, cut, TYPE_DS) : denialOf(zone, cut.owner));
  }
  addGlue(draft, referrals, zone, zones);
}

/** The SOA record that says how long a denial may be kept (RFC 2308 3), and where asked for, the proof. */
function deny(lookup: Lookup, zone: Zone, name: Name, place: Place): void {
  const { draft, dnssecOk } = lookup;
  const apex = zone.nodes.get(lowerCased(zone.origin))!;
  const ttl = Math.min(zone.soa.ttl, zone.soa.rdata.minimum);
  for (const record of rrsetOf(lookup, apex, zone.soa.type)) draft.authorities.push({ ...record, ttl });
  if (!dnssecOk) return;
  add(draft.authorities, denialOf(zone, name));
  // RFC 4035 3.1.3.2 and 3.1.3.4: also that no wildcard stands in, or that it has no such type.
  if (place.kind === 'wildcard') add(draft.authorities, denialOf(zone, place.node.owner));
  if (place.kind === 'absent') add(draft.authorities, denialOf(zone, wildcardBelow(place.encloser.owner)));
}

/** Adds the records that are not there yet: one NSEC may prove two things. */
function add(section: ResourceRecord[], records: readonly ResourceRecord[]): void {
  for (const record of records) if (!section.includes(record)) section.push(record);
}
