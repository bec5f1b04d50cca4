/**
 * The table of record types: one line here and one file beside it is all that a type needs.
 */

import { A } from './a.ts';
import { AAAA } from './aaaa.ts';
import { CAA } from './caa.ts';
import { CNAME } from './cname.ts';
import { DNAME } from './dname.ts';
import { HINFO } from './hinfo.ts';
import { MX } from './mx.ts';
import { NS } from './ns.ts';
import { PTR } from './ptr.ts';
import type { RecordType } from './record-type.ts';
import { SOA } from './soa.ts';
import { SRV } from './srv.ts';
import { TXT } from './txt.ts';
import { UNKNOWN } from './unknown.ts';

export const RECORD_TYPES = [A, NS, CNAME, SOA, PTR, HINFO, MX, TXT, AAAA, SRV, DNAME, CAA] as const;

const byCode: (RecordType | undefined)[] = [];
for (const type of RECORD_TYPES) byCode[type.code] = type;

/** The layout of a type; unknown types share one that keeps their octets. */
export function recordTypeOf(code: number): RecordType {
  return byCode[code] ?? UNKNOWN;
}

export function isKnownType(code: number): boolean {
  return byCode[code] !== undefined;
}
