import { createSocket, type RemoteInfo } from 'node:dgram';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decode } from '../../src/message/decode.ts';
import { encode } from '../../src/message/encode.ts';
import type { Message } from '../../src/message/message.ts';
import { LabServer } from '../../src/lab/server.ts';
import { walk } from '../../src/resolver/walk.ts';
import type { WalkEvent } from '../../src/resolver/events.ts';
import { realChance, realClock } from '../../src/transport/real-machine.ts';
import { frame, FrameReader } from '../../src/transport/framing.ts';
import { socketExchange } from '../../src/transport/socket-exchange.ts';
import { answer } from '../../src/zone/answer.ts';
import { parseMasterFile } from '../../src/zone/master-file.ts';
import { makeZone } from '../../src/zone/zone.ts';

const ZONE =
  '@ 300 SOA a.test. b.test. 1 2 3 4 5\n@ 300 NS a.test.\nwww.test. 300 A 192.0.2.1\na.test. 300 A 192.0.2.53\n';
const zones = [makeZone('.', parseMasterFile(ZONE, { origin: '.' }))];
const WALKS = 40;
const FORGERIES = 250;

/** Every forgery differs from the true reply in one thing that a forger must get right. */
const lies: ((reply: Message, n: number) => Message)[] = [
  (reply, n) => ({ ...reply, header: { ...reply.header, id: (reply.header.id + 1 + n) & 0xffff } }),
  (reply) => ({ ...reply, questions: [{ ...reply.questions[0]!, name: 'www.tast.' }] }),
  (reply) => ({ ...reply, questions: [{ ...reply.questions[0]!, type: 28 }] }),
  (reply) => ({ ...reply, header: { ...reply.header, qr: false } }),
];

let server: LabServer;
const front = createSocket('udp4');
/** The honest way in, for when the flood makes the walk turn to TCP. */
const frontOverTcp = createServer((socket) => {
  const reader = new FrameReader();
  socket.on('error', () => socket.destroy());
  socket.on('data', (piece) => {
    for (const query of reader.push(piece)) socket.end(frame(encode(answer(zones, decode(query)))));
  });
});
const stranger = createSocket('udp4');

beforeAll(async () => {
  server = await LabServer.start({ answer: (query) => answer(zones, query) });
  // In front of the honest server, on the port that the walk asks: floods first, then lets the true reply through.
  await new Promise<void>((done) => front.bind(0, '127.0.0.1', done));
  await new Promise<void>((done) => frontOverTcp.listen(front.address().port, '127.0.0.1', done));
  front.on('message', (octets, from) => flood(octets, from));
});
afterAll(async () => {
  await server.close();
  front.close();
  frontOverTcp.close();
  stranger.close();
});

function flood(octets: Uint8Array, from: RemoteInfo): void {
  const truth = answer(zones, decode(octets));
  const poison = truth.answers.map((record) => ({ ...record, rdata: { address: '192.0.2.66' } }));
  for (let n = 0; n < FORGERIES; n++) {
    const lie = lies[n % lies.length]!({ ...truth, answers: poison }, n);
    front.send(encode(lie), from.port, from.address);
    // The same as the true reply, but from elsewhere.
    if (n % 10 === 0) stranger.send(encode({ ...truth, answers: poison }), from.port, from.address);
  }
  front.send(encode(truth), from.port, from.address);
}

it(
  `believes none of ${WALKS * FORGERIES} forgeries and finds the truth each time`,
  { timeout: 60_000 },
  async () => {
    const machine = { clock: realClock, chance: realChance };
    const route = async ({
      address,
    }: {
      address: string;
    }): Promise<{ address: string; port: number; family: 4 }> => {
      return {
        address: '127.0.0.1',
        port: address === '192.0.2.53' ? front.address().port : server.port,
        family: 4,
      };
    };
    const exchange = socketExchange({ ...machine, route });
    const hints = [{ name: 'a.test.', addresses: [{ address: '192.0.2.53', source: 'hints' as const }] }];
    let rejected = 0;
    for (let i = 0; i < WALKS; i++) {
      const events: WalkEvent[] = [];
      const question = { name: 'www.test.', type: 1, class: 1 };
      for await (const event of walk(question, { ...machine, exchange, wallClock: Date.now }, { hints }))
        events.push(event);
      const end = events.find((event) => event.type === 'end')!;
      expect(end.ending.answers.map(({ rdata }) => rdata['address'])).toEqual(['192.0.2.1']);
      rejected += events.reduce(
        (sum, event) => sum + (event.type === 'hop' ? event.hop.rejected.length : 0),
        0,
      );
      expect(
        events.some((event) => event.type === 'finding' && event.finding.code === 'REPLY_REJECTED'),
      ).toBe(true);
    }
    expect(rejected).toBeGreaterThan(WALKS * 16);
  },
);
