import { createSocket, type RemoteInfo } from 'node:dgram';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decode } from '../../src/message/decode.ts';
import { encode } from '../../src/message/encode.ts';
import type { Message } from '../../src/message/message.ts';
import { LabServer } from '../../src/lab/server.ts';
import { walk, type WalkOptions } from '../../src/resolver/walk.ts';
import type { Hop, WalkEvent } from '../../src/resolver/events.ts';
import { realChance, realClock } from '../../src/transport/real-machine.ts';
import { frame, FrameReader } from '../../src/transport/framing.ts';
import { socketExchange } from '../../src/transport/socket-exchange.ts';
import { answer } from '../../src/zone/answer.ts';
import { parseMasterFile } from '../../src/zone/master-file.ts';
import { makeZone } from '../../src/zone/zone.ts';

const ZONE =
  '@ 300 SOA a.test. b.test. 1 2 3 4 5\n@ 300 NS a.test.\nwww.test. 300 A 192.0.2.1\na.test. 300 A 192.0.2.53\n';
const zones = [makeZone('.', parseMasterFile(ZONE, { origin: '.' }))];
type Lie = (reply: Message, n: number) => Message;

/** Every forgery differs from the true reply in one thing that a forger must get right. */
const LIES: readonly Lie[] = [
  (reply, n) => ({ ...reply, header: { ...reply.header, id: (reply.header.id + 1 + n) & 0xffff } }),
  (reply) => ({ ...reply, questions: [{ ...reply.questions[0]!, name: 'www.tast.' }] }),
  (reply) => ({ ...reply, questions: [{ ...reply.questions[0]!, type: 28 }] }),
  (reply) => ({ ...reply, header: { ...reply.header, qr: false } }),
];
/** The letters of the question are one more thing to get right, where the walk mixes them: here every one is wrong. */
const inOtherLetters: Lie = (reply) => ({
  ...reply,
  questions: reply.questions.map((each) => ({ ...each, name: each.name.replaceAll(/[a-z]/gi, otherCase) })),
});
const otherCase = (letter: string): string =>
  letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();

interface Flood {
  readonly forgeries: number;
  readonly lies: readonly Lie[];
}
let flooding: Flood = { forgeries: 0, lies: LIES };

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
/** Another port of the server's address, and another address of the same computer. */
const strangers = [createSocket('udp4'), createSocket('udp4')] as const;

beforeAll(async () => {
  server = await LabServer.start({ answer: (query) => answer(zones, query) });
  // In front of the honest server, on the port that the walk asks: floods first, then lets the true reply through.
  await new Promise<void>((done) => front.bind(0, '127.0.0.1', done));
  await new Promise<void>((done) => strangers[0].bind(0, '127.0.0.1', done));
  await new Promise<void>((done) => strangers[1].bind(front.address().port, '127.0.0.2', done));
  await new Promise<void>((done) => frontOverTcp.listen(front.address().port, '127.0.0.1', done));
  front.on('message', (octets, from) => flood(octets, from));
});
afterAll(async () => {
  await server.close();
  front.close();
  frontOverTcp.close();
  for (const stranger of strangers) stranger.close();
});

function flood(octets: Uint8Array, from: RemoteInfo): void {
  const truth = answer(zones, decode(octets));
  const poison = truth.answers.map((record) => ({ ...record, rdata: { address: '192.0.2.66' } }));
  const { forgeries, lies } = flooding;
  for (let n = 0; n < forgeries; n++) {
    // The same as the true reply, but from elsewhere.
    const stranger = n % 5 === 4 ? strangers[n % 2] : undefined;
    const lie = lies[n % lies.length]!;
    const octets = encode(stranger ? { ...truth, answers: poison } : lie({ ...truth, answers: poison }, n));
    (stranger ?? front).send(octets, from.port, from.address);
  }
  front.send(encode(truth), from.port, from.address);
}

const machine = { clock: realClock, chance: realChance };
const hints = [{ name: 'a.test.', addresses: [{ address: '192.0.2.53', source: 'hints' as const }] }];
const exchange = socketExchange({
  ...machine,
  route: async ({ address }) => {
    const { port } = address === '192.0.2.53' ? front.address() : server;
    return { address: '127.0.0.1', port, family: 4 };
  },
});

/** Nobody is asked again only because this machine is busy. */
const PATIENT = {
  patienceMs: 20_000,
  shortestPatienceMs: 20_000,
  longestPatienceMs: 20_000,
  firstContactMs: 60_000,
};

/** Walks, holds each to the truth, and gives how many datagrams were not believed and were shown. */
async function walks(count: number, flood: Flood, options: WalkOptions = {}): Promise<Hop[]> {
  flooding = flood;
  const hops: Hop[] = [];
  for (let i = 0; i < count; i++) {
    const question = { name: 'www.test.', type: 1, class: 1 };
    const ports = { ...machine, exchange, wallClock: Date.now };
    const events: WalkEvent[] = [];
    for await (const event of walk(question, ports, { ...options, hints, limits: PATIENT }))
      events.push(event);
    const { ending } = events.find((event) => event.type === 'end')!;
    expect(ending.answers.map(({ rdata }) => rdata['address'])).toEqual(['192.0.2.1']);
    expect(events.some((event) => event.type === 'finding' && event.finding.code === 'REPLY_REJECTED')).toBe(
      true,
    );
    hops.push(...events.flatMap((event) => (event.type === 'hop' ? [event.hop] : [])));
  }
  return hops;
}

const octetsIn = (hops: readonly Hop[]): number => hops.reduce((sum, hop) => sum + hop.bytesReceived, 0);

describe('forgeries', { timeout: 120_000 }, () => {
  it('are waited past, all 200,000 of them, and the true reply is found each time', async () => {
    const hops = await walks(2500, { forgeries: 80, lies: LIES });
    // Each came in and was judged: a walk that had stopped listening would have received less.
    expect(octetsIn(hops)).toBeGreaterThan(2500 * 75 * 40);
    expect(hops.every(({ transport, rejected }) => transport === 'tcp' || rejected.length === 32)).toBe(true);
  });

  it('in other letters lead to TCP, where the truth is', async () => {
    const hops = await walks(50, { forgeries: 10, lies: [inOtherLetters] }, { mixCase: true });
    expect(hops.filter(({ outcome }) => outcome === 'answer').map(({ transport }) => transport)).toEqual(
      Array.from({ length: 50 }, () => 'tcp'),
    );
  });

  it('in a flood lead to TCP as well', async () => {
    const hops = await walks(50, { forgeries: 250, lies: LIES });
    expect(hops.some(({ transport, outcome }) => transport === 'tcp' && outcome === 'answer')).toBe(true);
  });
});
