/**
 * What a server may speak of: its zone and what lies below. Everything else in its reply is dropped, with the reason
 * kept (RFC 2181 5.4.1; the poisoning that this stops: RFC 5452 6).
 */

import {
  isRecord,
  type Message,
  type Question,
  type ResourceRecord,
  type Section,
} from '../message/message.ts';
import { isAtOrBelow, type Name } from '../message/name.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import type { Dropped, DropReason } from './events.ts';

export interface Scrubbed extends Readonly<Record<Section, readonly ResourceRecord[]>> {
  readonly dropped: readonly Dropped[];
}

/** Keeps what the servers of `zone` may say to that question, without addresses that must not be asked. */
export function scrub(
  message: Message,
  question: Question,
  zone: Name,
  mayAsk: (address: string) => boolean,
): Scrubbed {
  const dropped: Dropped[] = [];
  const keep = (records: readonly ResourceRecord[]): ResourceRecord[] =>
    records.filter((record) => {
      const reason = dropReason(record, question, zone);
      if (reason) dropped.push({ record, reason });
      return reason === undefined;
    });
  const answers = keep(message.answers);
  const authorities = keep(message.authorities);
  const additionals = keep(message.additionals).filter((record) => {
    const isAddress = isRecord(record, A) || isRecord(record, AAAA);
    if (!isAddress || mayAsk(record.rdata.address)) return true;
    dropped.push({ record, reason: 'forbidden-address' });
    return false;
  });
  return { answers, authorities, additionals, dropped };
}

function dropReason(record: ResourceRecord, question: Question, zone: Name): DropReason | undefined {
  if (record.class !== question.class) return 'wrong-class';
  return isAtOrBelow(record.name, zone) ? undefined : 'out-of-bailiwick';
}
