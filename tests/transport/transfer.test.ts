/** Zone transfers from a server of our own on loopback: whole ones, and all that can be wrong with one. */

import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { decode } from '../../src/message/decode.ts';
import { encode } from '../../src/message/encode.ts';
import type { Message } from '../../src/message/message.ts';
import { encodeQuery } from '../../src/message/query-message.ts';
import { printRecord, scanRecord } from '../../src/message/record-text.ts';
import { frame, FrameReader } from '../../src/transport/framing.ts';
import { realClock } from '../../src/transport/real-machine.ts';
import { transferZone, type TransferRequest, type TransferResult } from '../../src/transport/transfer.ts';

const SOA = 'example.com. 60 IN SOA ns.example.com. host.example.com. 7 2 3 4 5';
const NS = 'example.com. 60 IN NS ns.example.com.';
const A = 'ns.example.com. 60 IN A 192.0.2.53';
const question = { name: 'example.com.', type: 252, class: 1 };
const query = encodeQuery(question, { id: 77, recursionDesired: false, edns: undefined });
const open: Server[] = [];
const sockets = new Set<Socket>();

afterEach(() => {
  sockets.forEach((each) => each.destroy());
  open.splice(0).forEach((each) => each.close());
});

/** A message of the transfer with these lines; `change` makes it wrong. */
function message(
  lines: readonly string[],
  change: (message: Message) => Message = (same) => same,
): Uint8Array {
  const asked = decode(query);
  const answers = lines.map((line) => scanRecord(line));
  return frame(encode(change({ ...asked, header: { ...asked.header, qr: true, aa: true }, answers })));
}

async function served(
  answer: (socket: Socket) => void,
  more: Partial<TransferRequest> = {},
): Promise<TransferResult> {
  const server = createServer((socket) => {
    const reader = new FrameReader();
    sockets.add(socket.on('error', () => {}));
    socket.on('data', (piece) => reader.push(piece).forEach(() => answer(socket)));
  });
  open.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const request = { server: { address: '127.0.0.1', port }, question, query, timeoutMs: 5000, ...more };
  return transferZone(request, { clock: realClock });
}

const sends =
  (...pieces: readonly Uint8Array[]) =>
  (socket: Socket): void =>
    pieces.forEach((piece) => void socket.write(piece));
const linesOf = (result: TransferResult): string[] =>
  result.kind === 'zone' ? result.records.map(printRecord) : [];

describe('a whole zone', () => {
  it('may be one message, or many, in any pieces', async () => {
    const one = await served(sends(message([SOA, NS, A, SOA])));
    expect(one).toMatchObject({ kind: 'zone', messages: 1 });
    expect(linesOf(one)).toEqual([SOA, NS, A]);
    const withoutQuestion = (each: Message): Message => ({ ...each, questions: [] });
    const many = [
      message([SOA]),
      message([NS], withoutQuestion),
      message([A]),
      message([SOA], withoutQuestion),
    ];
    const result = await served((socket) => {
      for (const octet of Buffer.concat(many)) socket.write(Uint8Array.of(octet));
    });
    expect(result).toMatchObject({ kind: 'zone', messages: 4 });
    expect(linesOf(result)).toEqual([SOA, NS, A]);
  });
});

describe('no zone', () => {
  const otherId = (each: Message): Message => ({ ...each, header: { ...each.header, id: 78 } });
  const refused = (each: Message): Message => ({ ...each, header: { ...each.header, rcode: 5 } });
  const ofAnother = (each: Message): Message => ({
    ...each,
    questions: [{ ...question, name: 'example.net.' }],
  });
  it.each([
    ['another start', [message([NS, SOA])], 'the server sent a zone that does not begin with its SOA record'],
    [
      'another end',
      [message([SOA, NS, SOA.replace(' 7 ', ' 8 ')])],
      'the server sent a zone that ends with another SOA record than it begins with',
    ],
    [
      'records behind the end',
      [message([SOA, NS, SOA, A])],
      'the server sent records behind the end of the zone',
    ],
    [
      'a record of another zone',
      [message([SOA, 'www.example.net. 60 IN A 192.0.2.66', SOA])],
      'the server sent a record that is not in the zone: www.example.net.',
    ],
    ['another ID', [message([SOA, SOA], otherId)], 'the server sent a message that is no reply to the query'],
    [
      'another question',
      [message([SOA, SOA], ofAnother)],
      'the server sent a message that is the reply to another question',
    ],
    ['nothing in it', [message([])], 'the server sent no records'],
    ['no message', [frame(Uint8Array.of(0, 77, 128))], 'the server sent a message that cannot be read'],
  ])('where it has %s', async (_, pieces, detail) => {
    const result = await served(sends(...pieces));
    expect(result).toMatchObject({ kind: 'broken', detail: expect.stringContaining(detail) });
  });

  it('where the server refuses, at once or on the way', async () => {
    expect(await served(sends(message([], refused)))).toMatchObject({ kind: 'refused', rcode: 5 });
    const late = await served(sends(message([SOA, NS]), message([], refused)));
    expect(late).toMatchObject({ kind: 'refused', rcode: 5, messages: 2 });
  });

  it('where the connection ends, is reset, or falls silent', async () => {
    const ended = await served((socket) => socket.end(message([SOA, NS])));
    expect(ended).toMatchObject({
      kind: 'broken',
      detail: 'the server closed the connection before the end, after 1 message of the zone',
    });
    const reset = await served((socket) => socket.resetAndDestroy());
    expect(reset).toMatchObject({ kind: 'unreachable', detail: 'the connection was reset' });
    const silent = await served(sends(message([SOA])), { timeoutMs: 100 });
    expect(silent).toMatchObject({ kind: 'timeout', detail: expect.stringContaining('after 1 message') });
    const given = await served(sends(message([SOA])), { timeoutMs: 60_000, signal: AbortSignal.timeout(30) });
    expect(given.kind).toBe('timeout');
  });
});
