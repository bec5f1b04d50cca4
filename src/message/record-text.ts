/**
 * Records as zone-file lines (RFC 1035 5.1; unknown types and classes: RFC 3597 5).
 */

import { className, classCode, CLASS_IN, typeCode, typeName } from './codes.ts';
import { layoutFor } from './encode.ts';
import { secondsOf } from './kinds/integers.ts';
import { scanNameToken } from './kinds/domain-name.ts';
import { genericOctets } from './kinds/octets.ts';
import type { ResourceRecord } from './message.ts';
import { ROOT, type Name } from './name.ts';
import { Reader } from './reader.ts';
import { recordTypeOf } from './records/table.ts';
import { UNKNOWN } from './records/unknown.ts';
import type { Rdata } from './records/record-type.ts';
import { ScanError, Tokens } from './tokens.ts';
import { WireError } from './wire-error.ts';
import { Writer } from './writer.ts';

/** `www.example.com. 300 IN A 192.0.2.1` */
export function printRecord(record: ResourceRecord): string {
  return `${record.name} ${record.ttl} ${className(record.class)} ${typeName(record.type)} ${printRdata(record)}`;
}

/** The RDATA alone, as zone-file text. */
export function printRdata(record: ResourceRecord): string {
  return layoutFor(record).print(record.rdata);
}

export interface RecordDefaults {
  readonly origin?: Name;
  readonly ttl?: number;
  readonly class?: number;
}

/** The inverse of printRecord. Class and TTL may stand in either order or be missing. Throws ScanError. */
export function scanRecord(line: string, defaults: RecordDefaults = {}): ResourceRecord {
  const tokens = Tokens.of(line, defaults.origin);
  const name = scanNameToken(tokens);
  return scanAfterOwner(tokens, name, defaults);
}

/** What follows the owner: TTL and class in any order, type, RDATA. */
export function scanAfterOwner(tokens: Tokens, name: Name, defaults: RecordDefaults): ResourceRecord {
  let ttl: number | undefined;
  let recordClass: number | undefined;
  for (;;) {
    const token = tokens.next('a type');
    const seconds = ttl === undefined ? secondsOf(token.text) : undefined;
    const asClass = recordClass === undefined ? classCode(token.text) : undefined;
    const type = typeCode(token.text);
    if (seconds !== undefined) ttl = seconds;
    else if (asClass !== undefined && type === undefined) recordClass = asClass;
    else if (asClass !== undefined && tokens.peek() && typeCode(tokens.peek()!.text) !== undefined)
      recordClass = asClass;
    else if (type !== undefined) {
      const inClass = recordClass ?? defaults.class ?? CLASS_IN;
      const rdata = scanRdata(tokens, type, inClass);
      return {
        name,
        type,
        class: inClass,
        ttl: ttl ?? defaults.ttl ?? 0,
        rdata,
      };
    } else throw new ScanError(`"${token.text}" is no type, class or TTL`, token);
  }
}

/** The RDATA of a type, all the words that are left. Any type may be written as `\# LENGTH HEX`. */
function scanRdata(tokens: Tokens, type: number, recordClass: number): Rdata {
  const layout = recordTypeOf(type, recordClass);
  const first = tokens.peek();
  const generic = first?.text === '\\#' && !first.quoted;
  const rdata = generic && layout !== UNKNOWN ? readGeneric(tokens, type, recordClass) : layout.scan(tokens);
  tokens.expectDone();
  return rdata;
}

/** The RDATA of a type from zone-file text on its own. Throws ScanError. */
export function scanRdataText(
  text: string,
  type: number,
  origin: Name = ROOT,
  recordClass: number = CLASS_IN,
): Rdata {
  return scanRdata(Tokens.of(text, origin), type, recordClass);
}

function readGeneric(tokens: Tokens, type: number, recordClass: number): Rdata {
  const place = tokens.peek();
  const octets = genericOctets.scan(tokens);
  // No RDATA at all is what UPDATE deletes with (RFC 2136 2.5): decode and printRecord know it too.
  if (octets.length === 0) return { octets };
  try {
    return readRdataAlone(octets, type, recordClass);
  } catch (error) {
    if (error instanceof WireError) throw new ScanError(error.message, place);
    throw error;
  }
}

/** Reads RDATA that stands alone, without a message around it for pointers to point into. Throws WireError. */
export function readRdataAlone(octets: Uint8Array, type: number, recordClass: number = CLASS_IN): Rdata {
  const reader = new Reader(octets);
  const rdata = recordTypeOf(type, recordClass).read(reader);
  if (reader.offset !== octets.length) {
    throw new WireError(
      'rdata-trailing',
      reader.offset,
      `${octets.length - reader.offset} octets of RDATA after the last field`,
    );
  }
  return rdata;
}

/** The RDATA of a record uncompressed, as DNSSEC and comparisons want it. */
export function rdataOctets(record: ResourceRecord): Uint8Array {
  const writer = new Writer({ compress: false });
  layoutFor(record).write(writer, record.rdata);
  return writer.finish();
}
