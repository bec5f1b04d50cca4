/**
 * Transaction signatures (TSIG, RFC 8945): signs a query with a secret that both sides know, and tells whether replies to
 * it, one or the many of a transfer, were signed with the same.
 */

import { createHmac, timingSafeEqual } from 'node:crypto';
import { decode } from '../message/decode.ts';
import { lowerCased, sameName, type Name } from '../message/name.ts';
import { readName } from '../message/name-read.ts';
import { writeName } from '../message/name-write.ts';
import { Reader } from '../message/reader.ts';
import { TSIG } from '../message/records/tsig.ts';
import { Writer } from '../message/writer.ts';
import { WireError } from '../message/wire-error.ts';
import { UNKNOWN } from '../message/records/unknown.ts';

/** By the names that RFC 8945 6 gives them, each with its name in node:crypto. */
export const TSIG_ALGORITHMS: Readonly<Record<string, string>> = {
  'hmac-sha256': 'sha256',
  'hmac-sha384': 'sha384',
  'hmac-sha512': 'sha512',
};

export interface TsigKey {
  readonly name: Name;
  readonly algorithm: keyof typeof TSIG_ALGORITHMS;
  readonly secret: Uint8Array;
}

/** What the signature of a reply comes to; `problem` says why it is not believed, in words. */
export type TsigVerdict = { readonly kind: 'verified' } | { readonly kind: 'unsigned' } | TsigProblem;

export interface TsigProblem {
  readonly kind: 'wrong';
  readonly problem: string;
}

interface Tsig {
  readonly algorithm: Name;
  readonly timeSigned: number;
  readonly fudge: number;
  readonly mac: Uint8Array;
  readonly originalId: number;
  readonly error: number;
  readonly otherData: Uint8Array;
}

/** RFC 8945 10: the recommended value. */
const FUDGE_SECONDS = 300;
const CLASS_ANY = 255;
const HEADER_OCTETS = 12;
const NO_OCTETS = new Uint8Array(0);

/** The signed query, and the signature that replies refer to. */
export function signedQuery(
  query: Uint8Array,
  key: TsigKey,
  atSeconds: number,
): { readonly octets: Uint8Array; readonly mac: Uint8Array } {
  const facts = { algorithm: `${key.algorithm}.`, timeSigned: atSeconds, fudge: FUDGE_SECONDS };
  const unsigned = {
    ...facts,
    mac: NO_OCTETS,
    originalId: (query[0]! << 8) | query[1]!,
    error: 0,
    otherData: NO_OCTETS,
  };
  const mac = hmac(key, [query, variablesOf(key.name, unsigned)]);
  const writer = new Writer({ compress: false });
  writeName(writer, key.name);
  writer.u16(TSIG.code);
  writer.u16(CLASS_ANY);
  writer.u32(0);
  writer.counted16(() => TSIG.write(writer, { ...unsigned, mac }));
  const octets = new Uint8Array(Buffer.concat([query, writer.finish()]));
  const additionals = ((octets[10]! << 8) | octets[11]!) + 1;
  octets[10] = additionals >>> 8;
  octets[11] = additionals;
  return { octets, mac };
}

/** RFC 8945 5.3.1: at least every hundredth message of a transfer must be signed. */
const MOST_UNSIGNED = 99;

/** Looks at the replies to one query in the order in which they came. */
export class TsigVerifier {
  readonly #key: TsigKey;
  readonly #nowSeconds: () => number;
  #mac: Uint8Array;
  #isFirst = true;
  /** Messages without a signature since the last one, which the next must cover. */
  #uncovered: Uint8Array[] = [];

  constructor(key: TsigKey, mac: Uint8Array, nowSeconds: () => number) {
    this.#key = key;
    this.#mac = mac;
    this.#nowSeconds = nowSeconds;
  }

  /** `last`: nothing comes behind it that could cover it. */
  check(octets: Uint8Array, place: 'amid' | 'last'): TsigVerdict {
    const found = placeOfTsig(octets);
    if (found === 'unreadable')
      return { kind: 'wrong', problem: 'the signature of the reply cannot be read' };
    if (!found) {
      if (this.#isFirst || place === 'last' || this.#uncovered.length >= MOST_UNSIGNED)
        return { kind: 'unsigned' };
      this.#uncovered.push(octets);
      return { kind: 'verified' };
    }
    const problem = this.#problemOf(octets, found);
    return problem === undefined ? { kind: 'verified' } : { kind: 'wrong', problem };
  }

  #problemOf(octets: Uint8Array, { start, name, tsig }: Place): string | undefined {
    const isOurs = sameName(name, this.#key.name) && sameName(tsig.algorithm, `${this.#key.algorithm}.`);
    // RFC 8945 5.2: with these two the server could not sign.
    if (tsig.mac.length === 0 && tsig.error !== 0) return serverSays(tsig, this.#nowSeconds());
    if (!isOurs) return `the reply is signed with another key: ${name}`;
    // A copy in any case: the slice of a Buffer is none.
    const message = new Uint8Array(octets.subarray(0, start));
    const additionals = ((message[10]! << 8) | message[11]!) - 1;
    message.set([tsig.originalId >>> 8, tsig.originalId & 0xff]);
    message.set([additionals >>> 8, additionals & 0xff], 10);
    const tail = this.#isFirst ? variablesOf(name, tsig) : timersOf(tsig);
    const expected = hmac(this.#key, [counted(this.#mac), ...this.#uncovered, message, tail]);
    // RFC 8945 5.2.2.1 lets a signature be cut; nobody does, and none of ours is.
    if (expected.length !== tsig.mac.length || !timingSafeEqual(expected, tsig.mac))
      return 'the signature of the reply does not hold (BADSIG): the secret is another, or somebody changed the reply';
    this.#mac = tsig.mac;
    this.#isFirst = false;
    this.#uncovered = [];
    if (tsig.error !== 0) return serverSays(tsig, this.#nowSeconds());
    const apartSeconds = Math.abs(this.#nowSeconds() - tsig.timeSigned);
    if (apartSeconds > tsig.fudge)
      return `the reply was signed at another time (BADTIME): the clocks are ${apartSeconds} s apart`;
    return undefined;
  }
}

const BADSIG = 16;
const BADKEY = 17;
const BADTIME = 18;

/** What the server has against the signature of the query. */
function serverSays({ error, otherData }: Tsig, nowSeconds: number): string {
  if (error === BADKEY)
    return 'the server does not know this key (BADKEY): its name or its algorithm is another there';
  if (error === BADSIG)
    return 'the server does not accept the signature (BADSIG): the secret is another there';
  if (error !== BADTIME) return `the server does not accept the signature: error ${error}`;
  const there =
    otherData.length === 6 ? new DataView(otherData.buffer, otherData.byteOffset).getUint32(2) : undefined;
  const apart = there === undefined ? '' : `: they are ${Math.abs(nowSeconds - there)} s apart`;
  return `the clocks of this computer and the server differ too much (BADTIME)${apart}`;
}

interface Place {
  readonly start: number;
  readonly name: Name;
  readonly tsig: Tsig;
}

/** Where the TSIG record begins: it must be the last of the message (RFC 8945 5.1). */
function placeOfTsig(octets: Uint8Array): Place | 'unreadable' | undefined {
  try {
    const record = decode(octets).additionals.at(-1);
    if (record?.type !== TSIG.code) return undefined;
    // Without RDATA, or in another class, it is none that could be verified; its TTL is 0 (RFC 8945 4.2).
    if (record.class !== CLASS_ANY || record.ttl !== 0 || !('mac' in record.rdata)) return 'unreadable';
    const { start, type } = lastRecordOf(octets);
    return type === TSIG.code
      ? { start, name: record.name, tsig: record.rdata as unknown as Tsig }
      : 'unreadable';
  } catch (error) {
    if (error instanceof WireError) return 'unreadable';
    throw error;
  }
}

/** Of a message that was decoded and has a record. */
function lastRecordOf(octets: Uint8Array): { readonly start: number; readonly type: number } {
  const reader = new Reader(octets);
  reader.offset = 4;
  const questions = reader.u16();
  const records = reader.u16() + reader.u16() + reader.u16();
  reader.offset = HEADER_OCTETS;
  for (let i = 0; i < questions; i++) {
    readName(reader);
    reader.offset += 4;
  }
  let last = { start: 0, type: 0 };
  for (let i = 0; i < records; i++) {
    const start = reader.offset;
    readName(reader);
    last = { start, type: reader.u16() };
    reader.offset += 6;
    const length = reader.u16();
    reader.offset += length;
  }
  return last;
}

/** RFC 8945 4.3.3: names in lower case and uncompressed. */
function variablesOf(name: Name, tsig: Omit<Tsig, 'mac' | 'originalId'>): Uint8Array {
  const writer = new Writer({ compress: false });
  writeName(writer, lowerCased(name));
  writer.u16(CLASS_ANY);
  writer.u32(0);
  writeName(writer, lowerCased(tsig.algorithm));
  writeTimers(writer, tsig);
  writer.u16(tsig.error);
  writer.counted16(() => UNKNOWN.write(writer, { octets: tsig.otherData }));
  return writer.finish();
}

function timersOf(tsig: Tsig): Uint8Array {
  const writer = new Writer({ compress: false });
  writeTimers(writer, tsig);
  return writer.finish();
}

function writeTimers(writer: Writer, { timeSigned, fudge }: Pick<Tsig, 'timeSigned' | 'fudge'>): void {
  writer.u16(Math.floor(timeSigned / 0x100000000));
  writer.u32(timeSigned % 0x100000000);
  writer.u16(fudge);
}

function counted(octets: Uint8Array): Uint8Array {
  return Uint8Array.of(octets.length >>> 8, octets.length & 0xff, ...octets);
}

function hmac({ algorithm, secret }: TsigKey, pieces: readonly Uint8Array[]): Uint8Array {
  const mac = createHmac(TSIG_ALGORITHMS[algorithm]!, secret);
  for (const piece of pieces) mac.update(piece);
  return new Uint8Array(mac.digest());
}
