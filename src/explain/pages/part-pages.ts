/**
 * Pages for the parts of a message: header, question, record, names and pointers, and how EDNS hides in a record.
 */

import type { Part } from '../drawing.ts';
import { page, type Page } from '../page.ts';

const HEADER: readonly Part[] = [
  { name: 'ID', bits: 16 },
  { name: 'QR', bits: 1 },
  { name: 'OPCODE', bits: 4 },
  { name: 'AA', bits: 1 },
  { name: 'TC', bits: 1 },
  { name: 'RD', bits: 1 },
  { name: 'RA', bits: 1 },
  { name: 'Z', bits: 1 },
  { name: 'AD', bits: 1 },
  { name: 'CD', bits: 1 },
  { name: 'RCODE', bits: 4 },
  { name: 'QDCOUNT', bits: 16 },
  { name: 'ANCOUNT', bits: 16 },
  { name: 'NSCOUNT', bits: 16 },
  { name: 'ARCOUNT', bits: 16 },
];

export const PART_PAGES: readonly Page[] = [
  page({
    group: 'part',
    name: 'MESSAGE',
    aliases: ['DNS message'],
    meaning: 'A header, then four sections: question, answer, authority, additional.',
    more: [
      'Query and response have the same form. The header says how many entries each section has; a section may be empty.',
      'Over UDP a message has at most 512 octets, or as many as EDNS says; over TCP up to 65535, with the length in front.',
    ],
    parts: [
      { name: 'HEADER', bits: 96 },
      { name: 'QUESTION: WHAT IS ASKED' },
      { name: 'ANSWER: RECORDS THAT ANSWER' },
      { name: 'AUTHORITY: WHO TO ASK, OR WHY NOT' },
      { name: 'ADDITIONAL: WHAT HELPS, AND EDNS' },
    ],
    rfc: 'RFC 1035 4.1',
    see: ['HEADER', 'QUESTION', 'RECORD', 'OPT'],
  }),
  page({
    group: 'part',
    name: 'HEADER',
    aliases: ['message header', 'ID', 'QDCOUNT', 'ANCOUNT', 'NSCOUNT', 'ARCOUNT', 'flags'],
    meaning: 'The twelve octets in front of every message: ID, flags, opcode, response code and four counts.',
    more: [
      'The ID is chosen at random by whoever asks and repeated in the reply. QR tells them apart. The counts say how many entries the four sections have.',
    ],
    parts: HEADER,
    example: { text: 'ID 0x1a2b, QR RD RA, NOERROR, 1 question, 1 answer', hex: '1a2b81800001000100000000' },
    rfc: 'RFC 1035 4.1.1',
    see: ['QR', 'AA', 'TC', 'RD', 'RA', 'AD', 'CD', 'QUERY', 'NOERROR'],
  }),
  page({
    group: 'part',
    name: 'QUESTION',
    aliases: ['QNAME', 'QTYPE', 'QCLASS', 'question section'],
    meaning: 'What is asked: a name, a type and a class.',
    more: ['In practice there is exactly one question (RFC 9619); the reply repeats it.'],
    parts: [{ name: 'QNAME' }, { name: 'QTYPE', bits: 16 }, { name: 'QCLASS', bits: 16 }],
    example: { text: 'www.example.com. IN A', hex: '03777777076578616d706c6503636f6d0000010001' },
    rfc: 'RFC 1035 4.1.2',
    see: ['NAME', 'HEADER'],
  }),
  page({
    group: 'part',
    name: 'RECORD',
    aliases: ['resource record', 'RR', 'TTL field', 'RDLENGTH', 'RDATA'],
    meaning: 'A resource record: owner, type, class, time to live, and data whose form the type decides.',
    more: [
      'RDLENGTH says how many octets of data follow, so that a reader who does not know the type can step over it.',
    ],
    parts: [
      { name: 'NAME' },
      { name: 'TYPE', bits: 16 },
      { name: 'CLASS', bits: 16 },
      { name: 'TTL', bits: 32 },
      { name: 'RDLENGTH', bits: 16 },
      { name: 'RDATA' },
    ],
    example: { text: 'www.example.com. 300 IN A 192.0.2.1', hex: 'c00c000100010000012c0004c0000201' },
    rfc: 'RFC 1035 4.1.3',
    see: ['NAME', 'TTL', 'RRset', 'COMPRESSION POINTER'],
  }),
  page({
    group: 'part',
    name: 'NAME',
    aliases: ['label length', 'name encoding'],
    meaning:
      'A domain name on the wire: labels, each with its length in front, up to the empty label of the root.',
    more: [
      'A label has 1 to 63 octets, a name at most 255 with all its length octets. Upper and lower case mean the same and are kept.',
    ],
    parts: [
      { name: 'LENGTH', bits: 8 },
      { name: 'LABEL' },
      { name: 'LENGTH', bits: 8 },
      { name: 'LABEL' },
      { name: '0', bits: 8 },
    ],
    example: { text: 'www.example.com.', hex: '03777777076578616d706c6503636f6d00' },
    rfc: 'RFC 1035 3.1',
    see: ['label', 'COMPRESSION POINTER', 'label-too-long', 'name-too-long'],
  }),
  page({
    group: 'part',
    name: 'COMPRESSION POINTER',
    aliases: ['pointer', 'compression', 'name compression'],
    meaning: 'Two octets that stand for the rest of a name: it goes on as the name at that offset.',
    more: [
      'The two top bits are 11, where a length octet has 00. The offset counts from the first octet of the message and must lie before the name that it is in.',
      'In the data of types newer than RFC 1035 names are not compressed (RFC 3597 4).',
    ],
    parts: [
      { name: '1', bits: 1 },
      { name: '1', bits: 1 },
      { name: 'OFFSET', bits: 14 },
    ],
    example: { text: '-> octet 12, the name of the question', hex: 'c00c' },
    rfc: 'RFC 1035 4.1.4',
    see: ['NAME', 'forward-pointer', 'pointer-loop', 'too-many-pointers'],
  }),
  page({
    group: 'part',
    name: 'OPT RECORD',
    aliases: ['OPT', 'EDNS record', 'pseudo record'],
    meaning:
      'EDNS in a message: a record of type 41 in the additional section whose fields mean something else.',
    more: [
      'The owner is the root: one zero octet in front. CLASS is the size of UDP payload that the sender takes. The TTL is cut into the upper bits of the response code, the version, and flags of which DO is the first. The data are options.',
    ],
    parts: [
      { name: 'TYPE: 41', bits: 16 },
      { name: 'UDP PAYLOAD SIZE', bits: 16 },
      { name: 'EXTENDED RCODE', bits: 8 },
      { name: 'VERSION', bits: 8 },
      { name: 'DO', bits: 1 },
      { name: 'Z', bits: 15 },
      { name: 'RDLENGTH', bits: 16 },
      { name: 'OPTIONS' },
    ],
    example: { text: 'EDNS version 0, DO, 1232 octets', hex: '00002904d0000080000000' },
    rfc: 'RFC 6891 6.1.2',
    see: ['EDNS', 'OPTION', 'DO', 'two-opts'],
  }),
  page({
    group: 'part',
    name: 'OPTION',
    aliases: ['EDNS option', 'OPTION-CODE', 'OPTION-LENGTH'],
    meaning: 'One option in the data of the OPT record: a code, a length and that many octets.',
    parts: [{ name: 'OPTION-CODE', bits: 16 }, { name: 'OPTION-LENGTH', bits: 16 }, { name: 'OPTION-DATA' }],
    example: { text: 'NSID 6e7331', hex: '000300036e7331' },
    rfc: 'RFC 6891 6.1.2',
    see: ['OPT RECORD', 'NSID', 'COOKIE', 'EDE'],
  }),
];
