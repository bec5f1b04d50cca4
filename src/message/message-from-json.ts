/**
 * JSON to message: the inverse of `messageToJson`. Every value may stand under its RFC 8427 member or under the plain one
 * (`TTL` or `ttl`, `RDATAHEX` or `data`). Where both stand and differ, the one that was edited counts, if the document
 * says what it was made from in `octets`; otherwise it is an error.
 */

import { opcodeCode, rcodeCode } from './codes.ts';
import { dissect } from './dissect.ts';
import { ednsFromJson } from './edns-json.ts';
import { ednsOf, readOptions, TYPE_OPT, type Edns } from './edns.ts';
import { encode } from './encode.ts';
import type { Header } from './header.ts';
import { isSame, pick } from './json-pick.ts';
import { JsonPlace, wholeNumber, type JsonObject } from './json-place.ts';
import { messageToJson, type MessageJson } from './message-json.ts';
import type { Message, Question, ResourceRecord } from './message.ts';
import {
  questionFromJson,
  recordFrameFromJson,
  recordOfFrame,
  type RecordFrame,
} from './record-from-json.ts';
import { Reader } from './reader.ts';
import { WireError } from './wire-error.ts';

export { MessageJsonError } from './json-place.ts';

/** Throws MessageJsonError, with the path of what is wrong. Counts are not read: there are as many as there stand. */
export function messageFromJson(json: unknown): Message {
  const place = new JsonPlace(json, '');
  return readMessage(place, originalOf(place)?.json);
}

/** The octets of the message that the JSON says: those it was made from, octet by octet, where nothing was edited. */
export function octetsFromJson(json: unknown): Uint8Array {
  const place = new JsonPlace(json, '');
  const original = originalOf(place);
  if (original && !original.json && !place.first(['ID', 'questionRRs'])) return original.octets;
  const message = readMessage(place, original?.json);
  if (original && isSame(messageToJson(message), original.json)) return original.octets;
  return encode(message);
}

interface Original {
  readonly octets: Uint8Array;
  readonly json: MessageJson | undefined;
}

/** What a dissection was made from stands in its `octets`, in base64. */
function originalOf(place: JsonPlace): Original | undefined {
  const found = place.first(['octets']);
  if (!found) return undefined;
  const octets = base64Octets(found);
  const { message } = dissect(octets);
  return { octets, json: message && messageToJson(message) };
}

function base64Octets(place: JsonPlace): Uint8Array {
  try {
    return Uint8Array.from(atob(place.text()), (character) => character.charCodeAt(0));
  } catch (error) {
    if (error instanceof DOMException) throw place.error('base64 is expected here');
    throw error;
  }
}

function readMessage(place: JsonPlace, original: MessageJson | undefined): Message {
  place.object();
  const section = (member: string): RecordFrame[] =>
    (place.list([member]) ?? []).map((item) => recordFrameFromJson(item, likest(item, original?.[member])));
  const [answers, authorities] = [section('answerRRs'), section('authorityRRs')].map((frames) =>
    frames.map((frame) => recordOfFrame(frame)),
  );
  const additionalFrames = section('additionalRRs');
  const additionals: ResourceRecord[] = [];
  let optFrame: RecordFrame | undefined;
  for (const frame of additionalFrames) {
    if (frame.type !== TYPE_OPT) additionals.push(recordOfFrame(frame));
    else if (optFrame)
      throw place.error('additionalRRs: a second OPT record (build --break two-opts makes one)');
    else optFrame = frame;
  }
  const edns = readEdns(place, original, optFrame);
  return {
    header: headerFrom(place, original),
    questions: questionsFrom(place, original),
    answers: answers!,
    authorities: authorities!,
    additionals,
    ...(edns ? { edns } : {}),
  };
}

/** Of the records that the document was made from, the one that this one has most members in common with. */
function likest(place: JsonPlace, originals: unknown): JsonObject | undefined {
  const members = place.members();
  const common = (original: JsonObject): number =>
    members.filter(([member, value]) => isSame(value, original[member])).length;
  const scored = ((originals ?? []) as readonly JsonObject[]).map((original) => ({
    original,
    score: common(original),
  }));
  return scored.reduce<(typeof scored)[number] | undefined>(
    (best, next) => (best && best.score >= next.score ? best : next),
    undefined,
  )?.original;
}

/** The OPT record says it all; the EDNS object counts where there is no such record, or where it alone was edited. */
function readEdns(
  place: JsonPlace,
  original: MessageJson | undefined,
  optFrame: RecordFrame | undefined,
): Edns | undefined {
  const object = place.first(['EDNS']);
  const fromRecord = optFrame && ednsOfFrame(place, optFrame);
  if (!object) return fromRecord;
  if (!fromRecord)
    return original?.['EDNS'] !== undefined && isSame(object.value, original['EDNS'])
      ? undefined
      : ednsFromJson(object);
  const wasEdited = original !== undefined && !isSame(object.value, original['EDNS']);
  return wasEdited ? ednsFromJson(object) : fromRecord;
}

function ednsOfFrame(place: JsonPlace, frame: RecordFrame): Edns {
  try {
    return ednsOf(frame.class, frame.ttl, readOptions(new Reader(frame.octets)));
  } catch (error) {
    if (error instanceof WireError) throw place.error(`additionalRRs: the OPT record: ${error.message}`);
    throw error;
  }
}

/** RFC 8427 2.1: the first question may stand at the top instead of in `questionRRs`, or in both places. */
function questionsFrom(place: JsonPlace, original: MessageJson | undefined): Question[] {
  const items = place.list(['questionRRs']) ?? [];
  const top = Object.fromEntries(
    ['QNAME', 'QTYPE', 'QTYPEname', 'QCLASS', 'QCLASSname'].flatMap((member) => {
      const found = place.first([member]);
      return found ? [[member, found.value]] : [];
    }),
  );
  if (items.length === 0) {
    const wasEmptied = place.first(['questionRRs']) !== undefined && (original?.questionRRs.length ?? 0) > 0;
    return wasEmptied || top['QNAME'] === undefined ? [] : [questionFromJson(place, original)];
  }
  return items.map((item, i) => {
    const originals = original?.questionRRs[i];
    if (i > 0) return questionFromJson(item, originals);
    const merged = new JsonPlace({ ...item.object(), ...top }, item.path);
    return questionFromJson(merged, originals && { ...original, ...originals });
  });
}

function headerFrom(place: JsonPlace, original: MessageJson | undefined): Header {
  const flag = (member: string): boolean =>
    pick(place, original, [
      { member, read: booleanFrom },
      { member: member.toLowerCase(), read: booleanFrom },
    ]) ?? false;
  const code = (members: readonly string[], codeOf: CodeOf, maximum: number): number =>
    pick(
      place,
      original,
      members.map((member) => ({ member, read: (found) => codeFrom(found, codeOf, maximum) & 0xf })),
    ) ?? 0;
  return {
    id: place.whole(['ID', 'id'], 0xffff) ?? 0,
    qr: flag('QR'),
    opcode: code(['Opcode', 'opcode', 'OPCODE'], opcodeCode, 0xf),
    aa: flag('AA'),
    tc: flag('TC'),
    rd: flag('RD'),
    ra: flag('RA'),
    z: flag('Z'),
    ad: flag('AD'),
    cd: flag('CD'),
    rcode: code(['RCODE', 'rcode'], rcodeCode, 0xfff),
  };
}

/** RFC 8427 2.1 says Boolean, and shows 0 and 1. */
function booleanFrom(place: JsonPlace): boolean {
  const { value } = place;
  if (typeof value === 'boolean') return value;
  if (value === 0 || value === 1) return value === 1;
  throw place.error('true or false is expected here');
}

type CodeOf = (text: string) => number | undefined;

function codeFrom(place: JsonPlace, codeOf: CodeOf, maximum: number): number {
  if (typeof place.value === 'number') return wholeNumber(place, place.value, maximum);
  const code = codeOf(place.text());
  if (code === undefined || code > maximum) throw place.error(`"${place.text()}" is not known here`);
  return code;
}
