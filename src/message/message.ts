/**
 * A DNS message as plain values. EDNS is lifted out of its OPT record: it speaks of the message, not of a name.
 */

import { CLASS_IN } from './codes.ts';
import type { Edns } from './edns.ts';
import type { Header } from './header.ts';
import type { Name } from './name.ts';
import type { Rdata, RecordType } from './records/record-type.ts';

/** `type` and `class` are numbers. */
export interface Question {
  readonly name: Name;
  readonly type: number;
  readonly class: number;
}

/** A resource record. `ttl` is in seconds; a type that is not in the table has `{ octets }` as its RDATA. */
export interface ResourceRecord<T = Rdata> {
  readonly name: Name;
  readonly type: number;
  readonly class: number;
  readonly ttl: number;
  readonly rdata: T;
}

/** A message; the counts of its header are the lengths of the sections. */
export interface Message {
  readonly header: Header;
  readonly questions: readonly Question[];
  readonly answers: readonly ResourceRecord[];
  readonly authorities: readonly ResourceRecord[];
  /** Without the OPT record: see `edns`. */
  readonly additionals: readonly ResourceRecord[];
  readonly edns?: Edns;
}

export const SECTIONS = ['answers', 'authorities', 'additionals'] as const;
export type Section = (typeof SECTIONS)[number];

/** All twelve bits of the response code: four of the header and eight of EDNS (RFC 6891 6.1.3). */
export function rcodeOf(message: Message): number {
  return ((message.edns?.extendedRcode ?? 0) << 4) | message.header.rcode;
}

/** True where the record is of that type and class IN, so that its RDATA has that type's fields. */
export function isRecord<T extends Rdata>(
  record: ResourceRecord,
  type: RecordType<T>,
): record is ResourceRecord<T> {
  return record.type === type.code && record.class === CLASS_IN;
}

/** The records of one type, in order. */
export function recordsOf<T extends Rdata>(
  records: readonly ResourceRecord[],
  type: RecordType<T>,
): ResourceRecord<T>[] {
  return records.filter((record) => isRecord(record, type));
}
