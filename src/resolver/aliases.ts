/**
 * Aliases inside one reply: from the name that was asked, along CNAME and DNAME records, to the last name reached.
 */

import { TYPE_ANY } from '../message/codes.ts';
import { recordsOf, type Question, type ResourceRecord } from '../message/message.ts';
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
  const end = (answers: readonly ResourceRecord[], broken: Chain['broken'] = null): Chain => {
    return { steps, records: used, end: name, answers, broken };
  };
  for (;;) {
    if (seen.has(lowerCased(name))) return end([], 'loop');
    seen.add(lowerCased(name));
    const dname = recordsOf(records, DNAME).find((record) => isBelow(name, record.name));
    if (dname && !used.includes(dname)) used.push(dname);
    const cname = dname
      ? madeFrom(dname, name)
      : recordsOf(records, CNAME).find((record) => sameName(record.name, name));
    // RFC 6672 2.2: a name that would become too long ends the substitution.
    if (dname && !cname) return end([], 'too-long');
    // RFC 6672 2.4: there is nothing below a DNAME but what is made from it.
    const there = dname && cname ? [cname] : records;
    const answers = there.filter((record) => answersQuestion(record, name, question));
    if (answers.length > 0 || !cname) return end(answers);
    used.push(cname);
    const { target } = cname.rdata;
    steps.push({ owner: name, via: dname ? 'DNAME' : 'CNAME', target });
    name = target;
  }
}

/**
 * The CNAME that a DNAME makes of a name below it (RFC 6672 3.1). Servers send one along, but what it says is not
 * believed: the DNAME is what the zone has.
 */
function madeFrom(
  { name: owner, class: recordClass, ttl, rdata }: ResourceRecord<{ readonly target: Name }>,
  name: Name,
): ResourceRecord<{ readonly target: Name }> | undefined {
  const target = replaceSuffix(name, owner, rdata.target);
  if (nameOctets(target) > MAXIMUM_NAME_OCTETS) return undefined;
  return { name, type: CNAME.code, class: recordClass, ttl, rdata: { target } };
}

function answersQuestion(record: ResourceRecord, name: Name, question: Question): boolean {
  if (record.class !== question.class || !sameName(record.name, name)) return false;
  return record.type === question.type || question.type === TYPE_ANY;
}
