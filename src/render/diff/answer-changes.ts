/**
 * What changed in the question, the ending and the answer. The order of records says nothing (RFC 2181 5), nor do letter
 * cases of names (RFC 4343).
 */

import { className, CLASS_IN, rcodeName, typeName } from '../../message/codes.ts';
import type { Question, ResourceRecord } from '../../message/message.ts';
import { lowerCased } from '../../message/name.ts';
import { printRdata } from '../../message/record-text.ts';
import { changed, changedSet, type Change, type TwoRuns } from './change.ts';

export function answerChanges({ before, after }: TwoRuns): Change[] {
  const [left, right] = [before.ending, after.ending];
  const asked = ownerOf(after.question);
  return [
    ...changed('question', asked, ownerOf(before.question), asked),
    ...changed('status', asked, left.status, right.status),
    ...changed('reason', asked, left.reason, right.reason),
    ...changed('rcode', asked, rcodeName(left.rcode), rcodeName(right.rcode)),
    ...changed('answering-zone', asked, lowerCased(left.zone), lowerCased(right.zone)),
    ...changed('negative-ttl', asked, left.negativeTtl, right.negativeTtl),
    ...changed('aliases', asked, left.aliases.map(lowerCased), right.aliases.map(lowerCased)),
    ...recordChanges(left.answers, right.answers),
  ];
}

/** A record set with its data and TTLs. */
interface RecordSet {
  readonly data: Set<string>;
  /** One set of records has one TTL (RFC 2181 5.2), but not every server knows that. */
  readonly ttls: Set<number>;
}

function recordChanges(before: readonly ResourceRecord[], after: readonly ResourceRecord[]): Change[] {
  const [left, right] = [setsOf(before), setsOf(after)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((owner) => {
    const [old, fresh] = [left.get(owner) ?? NONE, right.get(owner) ?? NONE];
    const isInBoth = left.has(owner) && right.has(owner);
    return [
      ...changedSet('record', owner, old.data, fresh.data),
      ...(isInBoth ? changed('ttl', owner, printTtls(old), printTtls(fresh)) : []),
    ];
  });
}

const NONE: RecordSet = { data: new Set(), ttls: new Set() };

function setsOf(records: readonly ResourceRecord[]): Map<string, RecordSet> {
  const sets = new Map<string, RecordSet>();
  for (const record of records) {
    const owner = ownerOf(record);
    const set = sets.get(owner) ?? { data: new Set<string>(), ttls: new Set<number>() };
    sets.set(owner, set);
    set.data.add(printRdata(record));
    set.ttls.add(record.ttl);
  }
  return sets;
}

function printTtls({ ttls }: RecordSet): string {
  return [...ttls].toSorted((a, b) => a - b).join(' and ');
}

function ownerOf({ name, type, class: recordClass }: Question): string {
  const inClass = recordClass === CLASS_IN ? '' : ` ${className(recordClass)}`;
  return `${lowerCased(name)}${inClass} ${typeName(type)}`;
}
