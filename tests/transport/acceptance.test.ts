import { describe, expect, it } from 'vitest';
import { encode } from '../../src/message/encode.ts';
import type { Message } from '../../src/message/message.ts';
import { encodeQuery, PLAIN_EDNS } from '../../src/message/query-message.ts';
import { expectationOf, rejectionOf } from '../../src/transport/acceptance.ts';
import { decode } from '../../src/message/decode.ts';

const question = { name: 'www.Example.com.', type: 1, class: 1 };
const query = encodeQuery(question, { id: 0x1234, recursionDesired: false, edns: PLAIN_EDNS });
const expected = expectationOf(query);
const reply = (change: (message: Message) => Message): Uint8Array => {
  const { edns: _, ...message } = decode(query);
  return encode(change({ ...message, header: { ...message.header, qr: true } }));
};
const withHeader = (header: Partial<Message['header']>): Uint8Array =>
  reply((message) => ({ ...message, header: { ...message.header, ...header } }));

describe('rejectionOf', () => {
  it.each([
    ['the reply', withHeader({}), undefined],
    [
      'the reply in other letters',
      reply((m) => ({ ...m, questions: [{ ...question, name: 'WWW.example.COM.' }] })),
      undefined,
    ],
    [
      'an error without the question',
      reply((m) => ({ ...m, header: { ...m.header, rcode: 1 }, questions: [] })),
      undefined,
    ],
    ['an answer without the question', reply((m) => ({ ...m, questions: [] })), 'wrong-question'],
    ['another ID', withHeader({ id: 0x1235 }), 'wrong-id'],
    ['a query', withHeader({ qr: false }), 'not-a-response'],
    ['another opcode', withHeader({ opcode: 4 }), 'wrong-opcode'],
    [
      'another name',
      reply((m) => ({ ...m, questions: [{ ...question, name: 'www.example.net.' }] })),
      'wrong-question',
    ],
    ['another type', reply((m) => ({ ...m, questions: [{ ...question, type: 28 }] })), 'wrong-question'],
    ['another class', reply((m) => ({ ...m, questions: [{ ...question, class: 3 }] })), 'wrong-question'],
    ['eleven octets', withHeader({}).slice(0, 11), 'too-short'],
    ['a question cut short', withHeader({}).slice(0, 20), 'wrong-question'],
    ['nothing', new Uint8Array(0), 'too-short'],
  ])('judges %s', (_, octets, reason) => {
    expect(rejectionOf(octets, expected)).toBe(reason);
  });
});
