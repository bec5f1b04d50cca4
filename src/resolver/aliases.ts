/**
 * Aliases inside one reply: from the name that was asked, along CNAME and DNAME records, to the last name reached.
 */

import { TYPE_ANY } from '../message/codes.ts';
import { isRecord, type Question, type ResourceRecord } from '../message/message.ts';
import {
  isBelow,
  lowerCased,
  MAXIMUM_NAME_OCTETS,
  nameOctets,
  replaceSuffix,
  sameName,
  type Name,
} from '../message/name.ts';
import { CNAME } from '../message/records/cname.ts';
import { DNAME } from '../message/records/dname.ts';

export interface AliasStep {
  readonly owner: Name;
  readonly via: 'CNAME' | 'DNAME';
  readonly target: Name;
}

export interface Chain {
  readonly steps: readonly AliasStep[];
  /** The records of the steps, in order: a DNAME and the CNAME made from it count both. */
  readonly records: readonly ResourceRecord[];
  /** The name that the chain ends at: the one asked for where there is no alias. */
  readonly end: Name;
  /** Records at the end of the chain that answer the question. */
  readonly answers: readonly ResourceRecord[];
  /** Why the chain cannot be followed to its end, if so. */
  readonly broken: 'loop' | 'too-long' | null;
}

export function followAliases(records: readonly ResourceRecord[], question: Question): Chain {
  const steps: AliasStep[] = [];
  const used: ResourceRecord[] = [];
  const seen = new Set<string>();
  let name = question.name;
  for (;;) {
    const answers = records.filter((record) => answersQuestion(record, name, question));
    if (answers.length > 0) return { steps, records: used, end: name, answers, broken: null };
    if (seen.has(lowerCased(name))) return { steps, records: used, end: name, answers: [], broken: 'loop' };
    seen.add(lowerCased(name));
    const dname = records.find((record) => isRecord(record, DNAME) && isBelow(name, record.name));
    const cname = records.find((record) => isRecord(record, CNAME) && sameName(record.name, name));
    if (dname && isRecord(dname, DNAME)) {
      const target = replaceSuffix(name, dname.name, dname.rdata.target);
      // RFC 6672 2.2: a name that would become too long ends the substitution.
      if (nameOctets(target) > MAXIMUM_NAME_OCTETS) {
        return { steps, records: [...used, dname], end: name, answers: [], broken: 'too-long' };
      }
      if (!used.includes(dname)) used.push(dname);
      if (cname) used.push(cname);
      steps.push({ owner: name, via: 'DNAME', target });
      name = target;
    } else if (cname && isRecord(cname, CNAME)) {
      used.push(cname);
      steps.push({ owner: name, via: 'CNAME', target: cname.rdata.target });
      name = cname.rdata.target;
    } else {
      return { steps, records: used, end: name, answers: [], broken: null };
    }
  }
}

function answersQuestion(record: ResourceRecord, name: Name, question: Question): boolean {
  if (record.class !== question.class || !sameName(record.name, name)) return false;
  return record.type === question.type || question.type === TYPE_ANY;
}
