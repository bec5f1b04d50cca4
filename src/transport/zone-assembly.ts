/**
 * The records of a zone from the messages of a transfer (RFC 5936 2.2): from its SOA record to the same SOA record again.
 */

import { decode } from '../message/decode.ts';
import { rcodeOf, type Message, type Question, type ResourceRecord } from '../message/message.ts';
import { isAtOrBelow, sameName } from '../message/name.ts';
import { printRdata } from '../message/record-text.ts';
import { SOA } from '../message/records/soa.ts';
import { WireError } from '../message/wire-error.ts';

/** What a message of the transfer leads to. */
export type AssemblyStep =
  | { readonly kind: 'more' }
  | { readonly kind: 'whole' }
  | { readonly kind: 'refused'; readonly rcode: number }
  | { readonly kind: 'broken'; readonly detail: string };

export class ZoneAssembly {
  /** Without the SOA record at the end. */
  readonly records: ResourceRecord[] = [];
  readonly #question: Question;
  readonly #id: number;

  constructor(question: Question, id: number) {
    this.#question = question;
    this.#id = id;
  }

  push(octets: Uint8Array): AssemblyStep {
    let message: Message;
    try {
      message = decode(octets);
    } catch (error) {
      if (error instanceof WireError) return broken(`a message that cannot be read: ${error.message}`);
      throw error;
    }
    const { header, questions, answers } = message;
    if (header.id !== this.#id || !header.qr) return broken('a message that is no reply to the query');
    if (rcodeOf(message) !== 0) return { kind: 'refused', rcode: rcodeOf(message) };
    if (header.tc) return broken('a message that is truncated');
    const [asked] = questions;
    // Only the first must repeat the question (RFC 5936 2.2.1).
    if (asked && !(sameName(asked.name, this.#question.name) && asked.type === this.#question.type))
      return broken('a message that is the reply to another question');
    for (const [place, record] of answers.entries()) {
      const step = this.#add(record);
      if (step?.kind === 'whole' && place + 1 < answers.length)
        return broken('records behind the end of the zone');
      if (step) return step;
    }
    return this.records.length === 0 ? broken('no records') : { kind: 'more' };
  }

  #add(record: ResourceRecord): AssemblyStep | undefined {
    const { name } = this.#question;
    const [first] = this.records;
    const isStart = record.type === SOA.code && sameName(record.name, name);
    if (!first && !isStart) return broken('a zone that does not begin with its SOA record');
    if (first && isStart) {
      return printRdata(first) === printRdata(record)
        ? { kind: 'whole' }
        : broken('a zone that ends with another SOA record than it begins with');
    }
    if (!isAtOrBelow(record.name, name)) return broken(`a record that is not in the zone: ${record.name}`);
    this.records.push(record);
    return undefined;
  }
}

function broken(what: string): AssemblyStep {
  return { kind: 'broken', detail: `the server sent ${what}` };
}
