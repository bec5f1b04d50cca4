import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/message/decode.ts';
import { encode } from '../../src/message/encode.ts';
import { headerOf } from '../../src/message/header.ts';
import { messageFromJson, MessageJsonError, octetsFromJson } from '../../src/message/message-from-json.ts';
import { messageToJson } from '../../src/message/message-json.ts';
import type { Message } from '../../src/message/message.ts';
import { scanRecord } from '../../src/message/record-text.ts';
import { anyMessage } from '../arbitraries/messages.ts';

const option = (code: number, hex: string): Uint8Array => {
  const octets = Uint8Array.from(Buffer.from(hex, 'hex'));
  return Uint8Array.of(code >> 8, code & 0xff, octets.length >> 8, octets.length & 0xff, ...octets);
};

/** A message with these options, from octets: the values of an option are its own affair. */
function messageWith(...options: Uint8Array[]): Message {
  const rdata = Buffer.concat(options);
  const length = [rdata.length >> 8, rdata.length & 0xff];
  const header = [0, 1, 0x81, 0x83, 0, 0, 0, 0, 0, 0, 0, 1];
  return decode(Uint8Array.from([...header, 0, 0, 41, 4, 0xd0, 1, 0, 0x80, 1, ...length, ...rdata]));
}

const message: Message = {
  header: headerOf(4660, 0x8583),
  questions: [{ name: 'www.example.', type: 1, class: 1 }],
  answers: [
    scanRecord('www.example. 300 IN A 192.0.2.1'),
    scanRecord('a\\.b.example. 5 CH MX 10 mail.example.'),
  ],
  authorities: [],
  additionals: [],
};
const json = messageToJson(message);
/** As a program would read it that knows nothing of ours. */
const parsed = JSON.parse(JSON.stringify(json)) as Record<string, unknown> & {
  questionRRs: Record<string, unknown>[];
  answerRRs: Record<string, unknown>[];
};

describe('a message as JSON', () => {
  test('has the members of RFC 8427', () => {
    expect(json).toMatchObject({
      ID: 4660,
      QR: true,
      Opcode: 0,
      AA: true,
      TC: false,
      RD: true,
      RA: true,
      AD: false,
      CD: false,
      RCODE: 3,
      QDCOUNT: 1,
      ANCOUNT: 2,
      NSCOUNT: 0,
      ARCOUNT: 0,
      QNAME: 'www.example.',
      QTYPE: 1,
      QTYPEname: 'A',
      QCLASS: 1,
      QCLASSname: 'IN',
      questionRRs: [{ NAME: 'www.example.', TYPE: 1, TYPEname: 'A', CLASS: 1, CLASSname: 'IN' }],
      authorityRRs: [],
      additionalRRs: [],
    });
    expect(json.answerRRs[0]).toMatchObject({
      NAME: 'www.example.',
      TYPE: 1,
      CLASS: 1,
      TTL: 300,
      RDLENGTH: 4,
      RDATAHEX: 'c0000201',
      rdataA: '192.0.2.1',
    });
  });

  test('has every record plainly as well', () => {
    expect(json.answerRRs[1]).toMatchObject({
      name: 'a\\.b.example.',
      type: 'MX',
      class: 'CH',
      ttl: 5,
      data: '10 mail.example.',
      rdataMX: '10 mail.example.',
    });
  });

  test('of anything comes back as it was', () => {
    fc.assert(
      fc.property(anyMessage, (value) => {
        const octets = encode(value);
        const read = decode(octets);
        const back = messageFromJson(JSON.parse(JSON.stringify(messageToJson(read))));
        expect(back).toEqual(read);
        expect(encode(back)).toEqual(octets);
      }),
    );
  });
});

describe('EDNS as JSON', () => {
  const ednsOf = (...options: Uint8Array[]): unknown => messageToJson(messageWith(...options))['EDNS'];

  test('names its flags and the whole response code', () => {
    expect(ednsOf()).toEqual({ version: 0, flags: ['DO', 'BIT15'], rcode: 'BADMODE', udpsize: 1232 });
  });

  const cases: [string, Uint8Array, unknown][] = [
    ['NSID', option(3, '6e7331'), { HEX: '6e7331', TEXT: 'ns1' }],
    ['NSID', option(3, 'ff'), { HEX: 'ff' }],
    ['DAU', option(5, '080d'), [8, 13]],
    ['ECS', option(8, '00011800c00002'), '192.0.2.0/24'],
    ['ECS', option(8, '000238302001db800000fe'), '2001:db80:0:fe00::/56/48'],
    ['ECS', option(8, '000520000102030405060708'), '000520000102030405060708'],
    ['EXPIRE', option(9, ''), 'NONE'],
    ['EXPIRE', option(9, '00015180'), 86_400],
    ['COOKIE', option(10, '36714f2e8805a93d4654b4ed3279001b'), ['36714f2e8805a93d', '4654b4ed3279001b']],
    ['KEEPALIVE', option(11, '0258'), 600],
    ['PADDING', option(12, '00000000'), { LENGTH: 4 }],
    ['PADDING', option(12, 'df24'), { LENGTH: 2, HEX: 'df24' }],
    ['CHAIN', option(13, '076578616d706c6500'), 'example.'],
    ['KEYTAG', option(14, '8f2b17e1'), [36_651, 6113]],
    ['EDE', option(15, '001262616400'), { CODE: 18, TEXT: 'bad\0' }],
    ['REPORT', option(18, '076578616d706c6500'), 'example.'],
    ['OPT1234', option(1234, '000004d2'), '000004d2'],
  ];

  test.each(cases)('shows %s as the draft does', (name, octets, value) => {
    expect(ednsOf(octets)).toMatchObject({ [name]: value });
  });

  test.each(cases)('reads %s without the OPT record', (_, octets) => {
    const whole = messageWith(octets);
    const { additionalRRs: _without, ...rest } = messageToJson(whole);
    expect(encode(messageFromJson(rest))).toEqual(encode(whole));
  });

  test('loses nothing of options that stand twice', () => {
    const twice = messageWith(option(1234, '01'), option(3, '02'), option(1234, '03'));
    expect(messageFromJson(messageToJson(twice))).toEqual(twice);
  });
});

describe('a message from JSON', () => {
  test('of plain members alone', () => {
    const records = [{ name: 'www.example.', type: 'A', class: 'IN', ttl: 300, data: '192.0.2.1' }];
    const question = { name: 'www.example.', type: 'A' };
    expect(
      messageFromJson({ id: 4660, qr: true, questionRRs: [question], answerRRs: records }),
    ).toMatchObject({
      header: { id: 4660, qr: true, rd: false },
      questions: [{ name: 'www.example.', type: 1, class: 1 }],
      answers: [message.answers[0]],
    });
  });

  test('of RFC 8427 members alone, flags as numbers, the question at the top', () => {
    expect(
      messageFromJson({ ID: 1, QR: 0, RD: 1, QNAME: 'example.com', QTYPE: 28, QCLASS: 1 }),
    ).toMatchObject({
      header: { id: 1, qr: false, rd: true },
      questions: [{ name: 'example.com.', type: 28, class: 1 }],
    });
  });

  test('keeps RDATA that its type cannot read', () => {
    const odd = { NAME: '.', TYPE: 1, CLASS: 1, TTL: 0, RDATAHEX: 'c00002' };
    expect(messageFromJson({ answerRRs: [odd] }).answers[0]!.rdata).toEqual({
      octets: Uint8Array.of(0xc0, 0, 2),
    });
  });

  const badRecord = (members: object): object => ({
    ...parsed,
    answerRRs: [{ ...parsed.answerRRs[0], ...members }],
  });
  test.each([
    [null, '', /object/],
    [[], '', /object/],
    [{ ...parsed, ID: 65_536 }, 'ID', /0 to 65535/],
    [{ ...parsed, QR: 'yes' }, 'QR', /true or false/],
    [{ ...parsed, answerRRs: {} }, 'answerRRs', /list/],
    [{ answerRRs: [{ TYPE: 1 }] }, 'answerRRs[0]', /NAME is missing/],
    [{ answerRRs: [{ name: '.', type: 'A' }] }, 'answerRRs[0]', /data is missing/],
    [{ answerRRs: [{ name: '.', type: 'A', data: '192.0.2' }] }, 'answerRRs[0].data', /A/],
    [{ answerRRs: [{ name: 'a..b', type: 'A', data: '192.0.2.1' }] }, 'answerRRs[0].name', /empty/],
    [{ questionRRs: [{ name: '.', type: 'AAAAA' }] }, 'questionRRs[0].type', /AAAAA/],
    [badRecord({ RDATAHEX: 'c00' }), 'answerRRs[0].RDATAHEX', /even/],
    [badRecord({ TTL: -1 }), 'answerRRs[0].TTL', /0 to/],
    [badRecord({ TTL: 5 }), 'answerRRs[0]', /TTL and ttl say different/],
    [{ EDNS: { flags: ['X'] } }, 'EDNS.flags[0]', /BIT/],
    [{ EDNS: { OPT5000: 'zz' } }, 'EDNS.OPT5000', /hexadecimal/],
  ])('that is none says where: %j', (value, path, why) => {
    const error = expect.objectContaining({ path, message: expect.stringMatching(why) });
    expect(() => messageFromJson(value)).toThrow(MessageJsonError);
    expect(() => messageFromJson(value)).toThrow(error);
  });
});

describe('an edited dissection', () => {
  // Not compressed as we would: what was not edited must come back as it was.
  const octets = encode({ ...message, answers: [] });
  octets.set([0, 1], 6);
  const record = [
    3,
    119,
    119,
    119,
    7,
    ...Buffer.from('example'),
    0,
    0,
    1,
    0,
    1,
    0,
    0,
    1,
    44,
    0,
    4,
    192,
    0,
    2,
    1,
  ];
  const wide = Uint8Array.from([...octets, ...record]);
  const document = (): typeof parsed =>
    JSON.parse(
      JSON.stringify({ ...messageToJson(decode(wide)), octets: Buffer.from(wide).toString('base64') }),
    ) as typeof parsed;

  test('that was not edited gives its octets', () => {
    expect(octetsFromJson(document())).toEqual(wide);
    expect(octetsFromJson({ octets: 'AAE=' })).toEqual(Uint8Array.of(0, 1));
  });

  test.each([
    ['TTL', 60, 60],
    ['ttl', 60, 60],
  ])('is what was edited: %s', (member, value, ttl) => {
    const edited = document();
    edited.answerRRs[0]![member] = value;
    expect(decode(octetsFromJson(edited)).answers[0]!.ttl).toBe(ttl);
  });

  test.each([
    ['RDATAHEX', 'c0000263'],
    ['rdataA', '192.0.2.99'],
    ['data', '192.0.2.99'],
  ])('is what was edited: %s', (member, value) => {
    const edited = document();
    edited.answerRRs[0]![member] = value;
    expect(messageToJson(decode(octetsFromJson(edited))).answerRRs[0]!.data).toBe('192.0.2.99');
  });

  test('may have records taken out and put in', () => {
    const edited = document();
    edited.answerRRs.unshift({ name: 'new.example.', type: 'TXT', data: 'x' });
    edited.answerRRs[1]!['data'] = '192.0.2.99';
    const { answerRRs } = messageToJson(decode(octetsFromJson(edited)));
    expect(answerRRs.map(({ data }) => data)).toEqual(['"x"', '192.0.2.99']);
  });

  test('that was edited in two ways at once is an error', () => {
    const edited = document();
    Object.assign(edited.answerRRs[0]!, { data: '192.0.2.98', RDATAHEX: 'c0000263' });
    expect(() => octetsFromJson(edited)).toThrow(/RDATAHEX and data/);
  });
});
