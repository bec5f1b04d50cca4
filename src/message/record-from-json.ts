/**
 * A question or a resource record from its JSON, under RFC 8427 members or plain ones.
 */

import { classCode, CLASS_IN, typeCode, typeName } from './codes.ts';
import { scanHex } from './hex.ts';
import { pick, type Candidate } from './json-pick.ts';
import { wholeNumber, type JsonObject, type JsonPlace } from './json-place.ts';
import type { Question, ResourceRecord } from './message.ts';
import { NameError, ROOT, scanName, type Name } from './name.ts';
import { rdataOctets, readRdataAlone, scanRdataText } from './record-text.ts';
import type { Rdata } from './records/record-type.ts';
import { ScanError } from './tokens.ts';
import { WireError } from './wire-error.ts';

/** A record before its RDATA is looked into: that of an OPT record is no RDATA. */
export interface RecordFrame {
  readonly name: Name;
  readonly type: number;
  readonly class: number;
  readonly ttl: number;
  readonly octets: Uint8Array;
}

export function questionFromJson(place: JsonPlace, original: JsonObject | undefined): Question {
  const name = pick(place, original, [...NAMES, { member: 'QNAME', read: nameFrom }]);
  const type = pick(place, original, [
    ...TYPES,
    { member: 'QTYPE', read: typeFrom },
    { member: 'QTYPEname', read: typeFrom },
  ]);
  const questionClass = pick(place, original, [
    ...CLASSES,
    { member: 'QCLASS', read: classFrom },
    { member: 'QCLASSname', read: classFrom },
  ]);
  if (type === undefined) throw place.error('TYPE is missing');
  return { name: name ?? ROOT, type, class: questionClass ?? CLASS_IN };
}

export function recordFrameFromJson(place: JsonPlace, original: JsonObject | undefined): RecordFrame {
  const type = pick(place, original, TYPES);
  const name = pick(place, original, NAMES);
  if (type === undefined) throw place.error('TYPE is missing');
  if (name === undefined) throw place.error('NAME is missing');
  const recordClass = pick(place, original, CLASSES) ?? CLASS_IN;
  const text: Candidate<Uint8Array>['read'] = (at) => textOctets(at, type, recordClass);
  const octets = pick(place, original, [
    { member: 'RDATAHEX', read: hexOctets },
    { member: `rdata${typeName(type)}`, read: text },
    { member: 'data', read: text },
  ]);
  if (octets === undefined) throw place.error(`RDATAHEX, rdata${typeName(type)} or data is missing`);
  return {
    name,
    type,
    class: recordClass,
    ttl: pick(place, original, TTLS) ?? 0,
    octets,
  };
}

/** The finished record. RDATA that its type cannot read stays as it is: whoever writes it down so wants it so. */
export function recordOfFrame({ octets, ...preamble }: RecordFrame): ResourceRecord {
  return { ...preamble, rdata: rdataOf(octets, preamble.type, preamble.class) };
}

function rdataOf(octets: Uint8Array, type: number, recordClass: number): Rdata {
  if (octets.length === 0) return { octets };
  try {
    return readRdataAlone(octets, type, recordClass);
  } catch (error) {
    if (error instanceof WireError) return { octets };
    throw error;
  }
}

function hexOctets(place: JsonPlace): Uint8Array {
  const octets = scanHex(place.text());
  if (!octets) throw place.error('an even number of hexadecimal digits is expected here');
  if (octets.length > 0xffff) throw place.error('RDATA has at most 65535 octets');
  return octets;
}

function textOctets(place: JsonPlace, type: number, recordClass: number): Uint8Array {
  try {
    const rdata = scanRdataText(place.text(), type, ROOT, recordClass);
    return rdataOctets({ name: ROOT, type, class: recordClass, ttl: 0, rdata });
  } catch (error) {
    if (!(error instanceof ScanError || error instanceof NameError || error instanceof WireError))
      throw error;
    throw place.error(`no data of type ${typeName(type)}: ${error.message}`);
  }
}

function nameFrom(place: JsonPlace): Name {
  try {
    return scanName(place.text());
  } catch (error) {
    if (error instanceof NameError) throw place.error(error.message);
    throw error;
  }
}

function typeFrom(place: JsonPlace): number {
  return codeFrom(place, 'type', typeCode);
}

function classFrom(place: JsonPlace): number {
  return codeFrom(place, 'class', classCode);
}

function codeFrom(place: JsonPlace, what: string, codeOf: (text: string) => number | undefined): number {
  if (typeof place.value === 'number') return wholeNumber(place, place.value, 0xffff);
  const code = codeOf(place.text());
  if (code === undefined) throw place.error(`"${place.text()}" is no ${what}`);
  return code;
}

const NAMES: readonly Candidate<Name>[] = ['NAME', 'name'].map((member) => ({ member, read: nameFrom }));
const TYPES: readonly Candidate<number>[] = ['TYPE', 'TYPEname', 'type'].map((member) => ({
  member,
  read: typeFrom,
}));
const CLASSES: readonly Candidate<number>[] = ['CLASS', 'CLASSname', 'class'].map((member) => ({
  member,
  read: classFrom,
}));
const TTLS: readonly Candidate<number>[] = ['TTL', 'ttl'].map((member) => ({
  member,
  read: (place) => wholeNumber(place, place.value, 0xffffffff),
}));
