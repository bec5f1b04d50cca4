/**
 * A message as JSON with the member names of RFC 8427, and every record also as `name`, `type`, `class`, `ttl` and
 * `data`. EDNS stands twice: as the `EDNS` object of draft-peltan-edns-presentation-format, which people can read, and
 * as the OPT record that it travels in, which loses nothing. `messageFromJson` is the inverse.
 */

import { className, rcodeName, typeName } from './codes.ts';
import { ednsToJson } from './edns-json.ts';
import { ednsTtl, TYPE_OPT, writeOptions, type Edns } from './edns.ts';
import { printHex } from './hex.ts';
import type { JsonObject } from './json-place.ts';
import { rcodeOf, type Message, type Question, type ResourceRecord } from './message.ts';
import { ROOT } from './name.ts';
import { printRdata, rdataOctets } from './record-text.ts';
import { Writer } from './writer.ts';

/** RFC 8427 2.1; `Z` and `rcode` (all twelve bits by name) are ours. */
export interface MessageJson extends JsonObject {
  readonly ID: number;
  readonly QR: boolean;
  readonly Opcode: number;
  readonly AA: boolean;
  readonly TC: boolean;
  readonly RD: boolean;
  readonly RA: boolean;
  readonly Z: boolean;
  readonly AD: boolean;
  readonly CD: boolean;
  readonly RCODE: number;
  readonly rcode: string;
  readonly QDCOUNT: number;
  readonly ANCOUNT: number;
  readonly NSCOUNT: number;
  readonly ARCOUNT: number;
  readonly questionRRs: readonly JsonObject[];
  readonly answerRRs: readonly RecordJson[];
  readonly authorityRRs: readonly RecordJson[];
  readonly additionalRRs: readonly RecordJson[];
}

/** RFC 8427 2.2 and 2.3, with a member such as `rdataMX` beside those named here. */
interface RecordJson extends JsonObject {
  readonly NAME: string;
  readonly TYPE: number;
  readonly TYPEname: string;
  readonly CLASS: number;
  readonly CLASSname: string;
  readonly TTL: number;
  readonly RDLENGTH: number;
  readonly RDATAHEX: string;
  readonly name: string;
  readonly type: string;
  readonly class: string;
  readonly ttl: number;
  readonly data: string;
}

/** The message with the member names of RFC 8427; `messageFromJson` is its inverse. */
export function messageToJson(message: Message): MessageJson {
  const { header, questions, answers, authorities, additionals, edns } = message;
  const additionalRRs = [...additionals.map(recordToJson), ...(edns ? [optToJson(edns)] : [])];
  return {
    ID: header.id,
    QR: header.qr,
    Opcode: header.opcode,
    AA: header.aa,
    TC: header.tc,
    RD: header.rd,
    RA: header.ra,
    Z: header.z,
    AD: header.ad,
    CD: header.cd,
    RCODE: header.rcode,
    rcode: rcodeName(rcodeOf(message)),
    QDCOUNT: questions.length,
    ANCOUNT: answers.length,
    NSCOUNT: authorities.length,
    ARCOUNT: additionalRRs.length,
    ...firstQuestion(questions[0]),
    questionRRs: questions.map(questionToJson),
    answerRRs: answers.map(recordToJson),
    authorityRRs: authorities.map(recordToJson),
    additionalRRs,
    ...(edns ? { EDNS: ednsToJson(edns, header.rcode) } : {}),
  };
}

/** RFC 8427 2.1: the first question also stands at the top. */
function firstQuestion(question: Question | undefined): JsonObject {
  if (!question) return {};
  return {
    QNAME: question.name,
    QTYPE: question.type,
    QTYPEname: typeName(question.type),
    QCLASS: question.class,
    QCLASSname: className(question.class),
  };
}

function questionToJson({ name, type, class: questionClass }: Question): JsonObject {
  return {
    NAME: name,
    TYPE: type,
    TYPEname: typeName(type),
    CLASS: questionClass,
    CLASSname: className(questionClass),
    name,
    type: typeName(type),
    class: className(questionClass),
  };
}

function recordToJson(record: ResourceRecord): RecordJson {
  return recordJson(record, rdataOctets(record), printRdata(record));
}

/** The OPT record that EDNS travels in, as any record: nothing of it is lost. */
function optToJson(edns: Edns): RecordJson {
  const writer = new Writer({ compress: false });
  writeOptions(writer, edns.options);
  const octets = writer.finish();
  const place = { name: ROOT, type: TYPE_OPT, class: edns.udpPayloadSize, ttl: ednsTtl(edns) };
  return recordJson(place, octets, `\\# ${octets.length} ${printHex(octets)}`.trim());
}

type Preamble = Pick<ResourceRecord, 'name' | 'type' | 'class' | 'ttl'>;

function recordJson(
  { name, type, class: recordClass, ttl }: Preamble,
  octets: Uint8Array,
  data: string,
): RecordJson {
  const typeText = typeName(type);
  return {
    NAME: name,
    TYPE: type,
    TYPEname: typeText,
    CLASS: recordClass,
    CLASSname: className(recordClass),
    TTL: ttl,
    RDLENGTH: octets.length,
    RDATAHEX: printHex(octets),
    [`rdata${typeText}`]: data,
    name,
    type: typeText,
    class: className(recordClass),
    ttl,
    data,
  };
}
