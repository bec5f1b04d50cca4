/**
 * Message to octets, with names compressed where RFC 1035 and RFC 3597 allow it.
 */

import { ednsTtl, TYPE_OPT, writeOptions, type Edns } from './edns.ts';
import { headerWord } from './header.ts';
import type { Message, ResourceRecord } from './message.ts';
import { writeCompressedName } from './name-write.ts';
import { recordTypeOf } from './records/table.ts';
import { UNKNOWN } from './records/unknown.ts';
import { Writer } from './writer.ts';

/** Encodes a message. Throws WireError where a value does not fit the wire. */
export function encode(message: Message): Uint8Array {
  const writer = new Writer();
  const { header, questions, answers, authorities, additionals, edns } = message;
  writer.u16(header.id);
  writer.u16(headerWord(header));
  writer.u16(questions.length);
  writer.u16(answers.length);
  writer.u16(authorities.length);
  writer.u16(additionals.length + (edns ? 1 : 0));
  for (const question of questions) {
    writeCompressedName(writer, question.name);
    writer.u16(question.type);
    writer.u16(question.class);
  }
  for (const record of answers) writeRecord(writer, record);
  for (const record of authorities) writeRecord(writer, record);
  for (const record of additionals) writeRecord(writer, record);
  if (edns) writeOpt(writer, edns);
  return writer.finish();
}

function writeRecord(writer: Writer, record: ResourceRecord): void {
  writeCompressedName(writer, record.name);
  writer.u16(record.type);
  writer.u16(record.class);
  writer.u32(record.ttl);
  const at = writer.offset;
  writer.u16(0);
  layoutFor(record).write(writer, record.rdata);
  writer.setU16(at, writer.offset - at - 2);
}

/** The layout of a record's RDATA: a known type may still carry plain octets, as empty RDATA in UPDATE does. */
export function layoutFor(record: ResourceRecord): ReturnType<typeof recordTypeOf> {
  return 'octets' in record.rdata ? UNKNOWN : recordTypeOf(record.type, record.class);
}

function writeOpt(writer: Writer, edns: Edns): void {
  writer.u8(0);
  writer.u16(TYPE_OPT);
  writer.u16(edns.udpPayloadSize);
  writer.u32(ednsTtl(edns));
  writer.counted16(() => writeOptions(writer, edns.options));
}
