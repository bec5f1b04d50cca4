/** Signatures of transactions: what is signed, and every way in which a reply may not be believed. */

import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/message/decode.ts';
import { encode } from '../../src/message/encode.ts';
import { encodeQuery, PLAIN_EDNS } from '../../src/message/query-message.ts';
import { signedQuery, TsigVerifier, type TsigKey } from '../../src/transport/tsig.ts';

const NOW = 1_767_225_600;
const key: TsigKey = { name: 'Transfer.example.', algorithm: 'hmac-sha256', secret: Buffer.from('a secret') };
const question = { name: 'www.example.com.', type: 1, class: 1 };
const query = encodeQuery(question, { id: 77, recursionDesired: false, edns: PLAIN_EDNS });
const signed = signedQuery(query, key, NOW);
const verifier = (now = NOW, by = key): TsigVerifier => new TsigVerifier(by, signed.mac, () => now);

const u16 = (value: number): Buffer => Buffer.from([value >>> 8, value & 0xff]);
const wireName = (name: string): Buffer =>
  Buffer.concat(name.split('.').map((label) => Buffer.from([label.length, ...Buffer.from(label)])));
const timers = (at: number): Buffer => Buffer.concat([u16(Math.floor(at / 2 ** 32)), u32(at), u16(300)]);
const u32 = (value: number): Buffer => {
  const octets = Buffer.alloc(4);
  octets.writeUInt32BE(value % 2 ** 32);
  return octets;
};
const ALGORITHM = wireName('hmac-sha256.');

/** The server's side, written by the letter of RFC 8945 4.3 and without the code that it is held against. */
function reply(id = 77): Buffer {
  const message = decode(encodeQuery(question, { id, recursionDesired: false, edns: undefined }));
  return Buffer.from(encode({ ...message, header: { ...message.header, qr: true } }));
}
function sign(
  message: Buffer,
  before: Uint8Array,
  { uncovered = [], at = NOW, isFirst = true }: { uncovered?: Buffer[]; at?: number; isFirst?: boolean } = {},
): { octets: Buffer; mac: Buffer } {
  const name = wireName('transfer.example.');
  const variables = Buffer.concat([name, u16(255), u32(0), ALGORITHM, timers(at), u16(0), u16(0)]);
  const signedOctets = [u16(before.length), before, ...uncovered, message, isFirst ? variables : timers(at)];
  const mac = createHmac('sha256', 'a secret').update(Buffer.concat(signedOctets)).digest();
  const rdata = [ALGORITHM, timers(at), u16(mac.length), mac, message.subarray(0, 2), u16(0), u16(0)];
  const length = rdata.reduce((sum, piece) => sum + piece.length, 0);
  const octets = Buffer.concat([message, name, u16(250), u16(255), u32(0), u16(length), ...rdata]);
  octets.writeUInt16BE(octets.readUInt16BE(10) + 1, 10);
  return { octets, mac };
}

describe('a signed query', () => {
  it('is the query with a record more, behind the OPT record', () => {
    const { additionals, edns, ...rest } = decode(signed.octets);
    const { additionals: none, edns: plain, ...before } = decode(query);
    expect([none, edns, rest]).toEqual([[], plain, before]);
    expect(additionals).toMatchObject([
      {
        name: 'Transfer.example.',
        type: 250,
        class: 255,
        ttl: 0,
        rdata: { algorithm: 'hmac-sha256.', timeSigned: NOW, fudge: 300, originalId: 77, error: 0 },
      },
    ]);
  });

  it('has the signature of RFC 8945 4.3', () => {
    const name = wireName('transfer.example.');
    const variables = Buffer.concat([name, u16(255), u32(0), ALGORITHM, timers(NOW), u16(0), u16(0)]);
    const mac = createHmac('sha256', 'a secret').update(query).update(variables).digest();
    expect(Buffer.from(signed.mac).equals(mac)).toBe(true);
  });
});

describe('a reply', () => {
  it('is verified', () => {
    expect(verifier().check(sign(reply(), signed.mac).octets, 'last')).toEqual({ kind: 'verified' });
  });

  it('is not, whichever octet was changed', () => {
    const { octets } = sign(reply(), signed.mac);
    for (let at = 0; at < octets.length; at++) {
      const changed = Buffer.from(octets);
      changed[at]! ^= 1;
      const isOutside =
        // The ID may be another's who forwarded it: the original one is signed (RFC 8945 4.2).
        at < 2;
      expect({ at, kind: verifier().check(changed, 'last').kind === 'verified' }).toEqual({
        at,
        kind: isOutside,
      });
    }
  });

  it('to another query, or with another key, is not verified', () => {
    const other = sign(reply(), Buffer.alloc(32)).octets;
    expect(verifier().check(other, 'last')).toMatchObject({ problem: expect.stringContaining('BADSIG') });
    const { octets } = sign(reply(), signed.mac);
    const wrongSecret = { ...key, secret: Buffer.from('another') };
    expect(verifier(NOW, wrongSecret).check(octets, 'last')).toMatchObject({
      problem: expect.stringContaining('BADSIG'),
    });
    const wrongName = { ...key, name: 'other.example.' };
    expect(verifier(NOW, wrongName).check(octets, 'last')).toMatchObject({
      problem: 'the reply is signed with another key: transfer.example.',
    });
  });

  it('of another time is not verified', () => {
    const { octets } = sign(reply(), signed.mac);
    expect(verifier(NOW + 300).check(octets, 'last').kind).toBe('verified');
    expect(verifier(NOW + 301).check(octets, 'last')).toMatchObject({
      problem: expect.stringMatching(/BADTIME.*301 s apart/),
    });
  });

  it('without a signature is unsigned', () => {
    expect(verifier().check(reply(), 'last')).toEqual({ kind: 'unsigned' });
  });
});

describe('the messages of a transfer', () => {
  it('may be covered by a later signature, but not never', () => {
    const transfer = verifier();
    const first = sign(reply(), signed.mac);
    expect(transfer.check(first.octets, 'amid').kind).toBe('verified');
    const uncovered = [reply(), reply()];
    for (const message of uncovered) expect(transfer.check(message, 'amid').kind).toBe('verified');
    const next = sign(reply(), first.mac, { uncovered, isFirst: false });
    expect(transfer.check(next.octets, 'amid').kind).toBe('verified');
    expect(transfer.check(reply(), 'last').kind).toBe('unsigned');
  });

  it('are not verified where one of them was left out, or where too many are unsigned', () => {
    const transfer = verifier();
    const first = sign(reply(), signed.mac);
    transfer.check(first.octets, 'amid');
    const next = sign(reply(), first.mac, { uncovered: [reply()], isFirst: false });
    expect(transfer.check(next.octets, 'last').kind).toBe('wrong');
    const long = verifier();
    long.check(first.octets, 'amid');
    for (let i = 0; i < 99; i++) expect(long.check(reply(), 'amid').kind).toBe('verified');
    expect(long.check(reply(), 'amid').kind).toBe('unsigned');
  });
});
