/**
 * What is known of a name so far, and what is still wanted: a reading looks things up here as if all were known, and what is
 * not is asked before the next reading. So the order of questions stands nowhere but in the readings themselves.
 */

import { CLASS_IN } from '../message/codes.ts';
import { recordsOf, type Question, type ResourceRecord } from '../message/message.ts';
import { labelsOf, lowerCased, MAXIMUM_NAME_OCTETS, nameOctets, nameOf, type Name } from '../message/name.ts';
import type { Rdata, RecordType } from '../message/records/record-type.ts';
import type { Ending } from '../resolver/events.ts';
import { NOTES, type Note, type NoteCode } from './notes.ts';

/** How a walk for one question ended. */
export type Looked = Pick<Ending, 'status' | 'reason' | 'message' | 'aliases' | 'answers' | 'zone'> & {
  readonly question: Question;
};

/** By `keyOf`. */
export type Known = ReadonlyMap<string, Looked>;

export function keyOf({ name, type }: Question): string {
  return `${lowerCased(name)} ${type}`;
}

/** The name with labels in front, such as `_imaps._tcp`. */
export function below(labels: string, name: Name): Name {
  return nameOf([...labels.split('.'), ...labelsOf(name)]);
}

/** The records of one type in what was found, of any type's RDATA. */
export function found<T extends Rdata>(looked: Looked, type: RecordType<T>): ResourceRecord<T>[] {
  return looked.status === 'answer' ? recordsOf(looked.answers, type) : [];
}

/** Not a word on whether there is such a record: nobody answered for it, or it was not asked. */
export function isUnknown({ status, reason }: Looked): boolean {
  // Aliases that go round are an answer of sorts: there is nothing behind them.
  return status === 'failure' && reason !== 'loop';
}

/** One reading of what is known. What it notes counts only if it wants nothing more. */
export class Reading {
  readonly wanted = new Map<string, Question>();
  readonly notes: Note[] = [];
  readonly #known: Known;

  constructor(known: Known) {
    this.#known = known;
  }

  look(name: Name, { code: type }: { readonly code: number }): Looked {
    const question = { name, type, class: CLASS_IN };
    // RFC 1035 2.3.4: labels in front may make a name too long to exist.
    if (nameOctets(name) > MAXIMUM_NAME_OCTETS)
      return { ...without(question), status: 'nxdomain', message: 'the name would be too long' };
    const looked = this.#known.get(keyOf(question));
    if (looked) return looked;
    this.wanted.set(keyOf(question), question);
    // Like what nobody answers: nothing may be concluded from it, above all not that something else has to be asked.
    return { ...without(question), reason: 'interrupted', message: 'not asked yet' };
  }

  /** Says it once, however many readings come by. */
  note(code: NoteCode, service: string, message: string): void {
    if (this.notes.some((each) => each.code === code && each.message === message)) return;
    this.notes.push({ code, service, message, severity: NOTES[code].severity, rfc: NOTES[code].rfc });
  }
}

function without(question: Question): Looked {
  return {
    question,
    status: 'failure',
    reason: null,
    message: '',
    aliases: [],
    answers: [],
    zone: question.name,
  };
}
