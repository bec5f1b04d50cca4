/** Records of every type in the table and whole messages of them. */

import fc from 'fast-check';
import type { Edns } from '../../src/message/edns.ts';
import { headerOf } from '../../src/message/header.ts';
import type { Field } from '../../src/message/kinds/kind.ts';
import type { Message, Question, ResourceRecord } from '../../src/message/message.ts';
import { OPTION_TYPES } from '../../src/message/options/table.ts';
import { UNKNOWN_OPTION } from '../../src/message/options/unknown.ts';
import { rdataOctets } from '../../src/message/record-text.ts';
import { OTHER_CLASS_TYPES, RECORD_TYPES } from '../../src/message/records/table.ts';
import { UNKNOWN } from '../../src/message/records/unknown.ts';
import { valuesOf } from './kinds.ts';
import { anyName } from './names.ts';

interface Coded {
  readonly code: number;
  readonly fields: readonly Field[];
  /** Where the layout is for some classes only. */
  readonly classes?: readonly number[];
}

export function recordOf(type: Coded): fc.Arbitrary<ResourceRecord> {
  const inClass = type.classes ? fc.constantFrom(...type.classes) : recordClass;
  const named = { name: anyName, type: fc.constant(type.code), class: inClass, ttl: fc.nat(0xffffffff) };
  return (
    fc
      .record({ ...named, rdata: valuesOf(type.fields) }, { noNullPrototype: true })
      // RDATA without octets says nothing of its type (RFC 2136 2.5): it is read as `{ octets }`.
      .filter((record) => 'octets' in record.rdata || rdataOctets(record).length > 0)
  );
}

const recordClass = fc.constantFrom(1, 1, 1, 3, 254, 65_535);

const anyRecord: fc.Arbitrary<ResourceRecord> = fc.oneof(
  ...[...RECORD_TYPES, ...OTHER_CLASS_TYPES, UNKNOWN].map((type) => recordOf(type)),
);

const question: fc.Arbitrary<Question> = fc.record(
  { name: anyName, type: fc.nat(0xffff), class: fc.nat(0xffff) },
  { noNullPrototype: true },
);

const anyOption = fc.oneof(
  ...[...OPTION_TYPES, UNKNOWN_OPTION].map(({ code, fields }: Coded) =>
    fc.record({ code: fc.constant(code), values: valuesOf(fields) }, { noNullPrototype: true }),
  ),
);

const anyEdns: fc.Arbitrary<Edns> = fc.record(
  {
    udpPayloadSize: fc.nat(0xffff),
    extendedRcode: fc.nat(0xff),
    version: fc.nat(0xff),
    dnssecOk: fc.boolean(),
    z: fc.nat(0x7fff),
    options: fc.array(anyOption, { maxLength: 4 }),
  },
  { noNullPrototype: true },
);

const header = fc.tuple(fc.nat(0xffff), fc.nat(0xffff)).map(([id, word]) => headerOf(id, word));
const section = fc.array(anyRecord, { maxLength: 5 });

export const anyMessage: fc.Arbitrary<Message> = fc.record(
  {
    header,
    questions: fc.array(question, { maxLength: 2 }),
    answers: section,
    authorities: section,
    additionals: section,
    edns: anyEdns,
  },
  { noNullPrototype: true, requiredKeys: ['header', 'questions', 'answers', 'authorities', 'additionals'] },
);
