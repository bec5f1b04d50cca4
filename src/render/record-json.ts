/**
 * A record in JSON, as in every output: names absolute and escaped, the RDATA as zone-file text.
 */

import { className, typeName } from '../message/codes.ts';
import type { ResourceRecord } from '../message/message.ts';
import { printRdata } from '../message/record-text.ts';

export function recordJson(record: ResourceRecord): Readonly<Record<string, unknown>> {
  const { name, ttl } = record;
  return { name, type: typeName(record.type), class: className(record.class), ttl, data: printRdata(record) };
}
