/** Zones from text and replies as text, for the tests of this folder. */

import { rcodeName, typeCode } from '../../src/message/codes.ts';
import type { Edns } from '../../src/message/edns.ts';
import { flagNames, headerOf } from '../../src/message/header.ts';
import { rcodeOf, type Message, type ResourceRecord } from '../../src/message/message.ts';
import { printRecord } from '../../src/message/record-text.ts';
import { answer } from '../../src/zone/answer.ts';
import { parseMasterFile } from '../../src/zone/master-file.ts';
import { makeZone, type Zone, type ZoneOptions } from '../../src/zone/zone.ts';

export function zoneFrom(origin: string, text: string, options?: ZoneOptions): Zone {
  return makeZone(origin, parseMasterFile(text, { origin }), options);
}

export const plainEdns: Edns = {
  udpPayloadSize: 4096,
  extendedRcode: 0,
  version: 0,
  dnssecOk: false,
  z: 0,
  options: [],
};

export function queryFor(name: string, type: string, more: Partial<Message> = {}): Message {
  const question = { name, type: typeCode(type)!, class: 1 };
  return {
    header: headerOf(4711, 0),
    questions: [question],
    answers: [],
    authorities: [],
    additionals: [],
    ...more,
  };
}

export interface PrintedReply {
  readonly rcode: string;
  readonly flags: string[];
  readonly answers: string[];
  readonly authorities: string[];
  readonly additionals: string[];
}

export function printedReply(message: Message): PrintedReply {
  const print = (records: readonly ResourceRecord[]): string[] => records.map(printRecord);
  const { header, answers, authorities, additionals } = message;
  const sections = {
    answers: print(answers),
    authorities: print(authorities),
    additionals: print(additionals),
  };
  return { rcode: rcodeName(rcodeOf(message)), flags: flagNames(header), ...sections };
}

/** Asks and prints, leaving out sections that are empty and the flag that every reply has. */
export function ask(
  zones: readonly Zone[],
  name: string,
  type: string,
  more?: Partial<Message>,
): Partial<PrintedReply> {
  const { rcode, flags, ...sections } = printedReply(answer(zones, queryFor(name, type, more)));
  const full = Object.entries(sections).filter(([, records]) => records.length > 0);
  return { rcode, flags: flags.filter((flag) => flag !== 'qr'), ...Object.fromEntries(full) };
}
