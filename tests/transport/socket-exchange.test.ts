import { createSocket, type Socket } from 'node:dgram';
import { createServer, type Server, type Socket as TcpSocket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { decode } from '../../src/message/decode.ts';
import { encode } from '../../src/message/encode.ts';
import type { Message } from '../../src/message/message.ts';
import { encodeQuery, PLAIN_EDNS } from '../../src/message/query-message.ts';
import type { ExchangeResult } from '../../src/transport/exchange.ts';
import { frame, FrameReader } from '../../src/transport/framing.ts';
import { realChance, realClock } from '../../src/transport/real-machine.ts';
import { socketExchange } from '../../src/transport/socket-exchange.ts';

const exchange = socketExchange({ chance: realChance, clock: realClock });
const question = { name: 'www.example.com.', type: 1, class: 1 };
const query = encodeQuery(question, { id: 77, recursionDesired: false, edns: PLAIN_EDNS });
const rightReply = (octets: Uint8Array, address = '192.0.2.1'): Message => {
  const message = decode(octets);
  const answer = { ...question, ttl: 60, rdata: { address } };
  return { ...message, header: { ...message.header, qr: true, aa: true }, answers: [answer] };
};
const open: { close(): unknown }[] = [];
afterEach(() => open.splice(0).forEach((each) => each.close()));

async function udpServer(
  onQuery: (octets: Uint8Array, reply: (octets: Uint8Array) => void, port: number) => void,
): Promise<number> {
  const socket: Socket = createSocket('udp4');
  open.push(socket);
  socket.on('message', (octets, from) =>
    onQuery(octets, (reply) => socket.send(reply, from.port, '127.0.0.1'), from.port),
  );
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done));
  return socket.address().port;
}

async function tcpServer(onQuery: (octets: Uint8Array, socket: TcpSocket) => void): Promise<number> {
  const server: Server = createServer((socket) => {
    const reader = new FrameReader();
    socket
      .on('error', () => {})
      .on('data', (piece) => reader.push(piece).forEach((octets) => onQuery(octets, socket)));
  });
  open.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

const ask = (
  port: number,
  transport: 'udp' | 'tcp',
  timeoutMs = 2000,
  signal?: AbortSignal,
): Promise<ExchangeResult> =>
  exchange({
    server: { address: '127.0.0.1', port },
    transport,
    query,
    timeoutMs,
    ...(signal ? { signal } : {}),
  });

describe('over UDP', () => {
  it('gives the reply with its octets and costs', async () => {
    const port = await udpServer((octets, reply) => reply(encode(rightReply(octets))));
    const result = await ask(port, 'udp');
    expect(result).toMatchObject({ kind: 'reply', rejected: [], bytesSent: query.length });
    if (result.kind === 'reply') expect(result.message.answers[0]!.rdata).toEqual({ address: '192.0.2.1' });
  });

  it('notes what is not the reply, and waits past it', async () => {
    const stranger = createSocket('udp4');
    open.push(stranger);
    const port = await udpServer((octets, reply, from) => {
      const lie = rightReply(octets, '192.0.2.66');
      const wrong = [
        encode({ ...lie, header: { ...lie.header, id: 78 } }),
        encode({ ...lie, questions: [{ ...question, name: 'www.example.net.' }] }),
        encode({ ...lie, header: { ...lie.header, qr: false } }),
        Uint8Array.of(0, 77, 1),
      ];
      stranger.send(encode(lie), from, '127.0.0.1', () => {
        wrong.forEach(reply);
        reply(encode(rightReply(octets)));
      });
    });
    const result = await ask(port, 'udp');
    expect(result.kind === 'reply' && result.message.answers[0]!.rdata).toEqual({ address: '192.0.2.1' });
    expect(result.rejected.map(({ reason }) => reason).toSorted()).toEqual(
      ['not-a-response', 'too-short', 'wrong-id', 'wrong-question', 'wrong-source'].toSorted(),
    );
  });

  it('keeps only the beginning of a flood of forgeries', async () => {
    const port = await udpServer((octets, reply) => {
      const lie = rightReply(octets);
      for (let id = 100; id < 200; id++) reply(encode({ ...lie, header: { ...lie.header, id } }));
      reply(encode(lie));
    });
    const result = await ask(port, 'udp');
    expect(result.kind).toBe('reply');
    expect(result.rejected.length).toBe(32);
  });

  it('says what is wrong with a reply that is no message', async () => {
    const port = await udpServer((octets, reply) => {
      const broken = encode(rightReply(octets)).slice(0, -2);
      reply(broken);
    });
    expect(await ask(port, 'udp')).toMatchObject({ kind: 'malformed' });
  });

  it('takes a truncated reply that ends in the middle of a record', async () => {
    const port = await udpServer((octets, reply) => {
      const message = rightReply(octets);
      reply(encode({ ...message, header: { ...message.header, tc: true } }).slice(0, -2));
    });
    const result = await ask(port, 'udp');
    expect(result.kind === 'reply' && result.message.header.tc).toBe(true);
  });

  it('times out on silence', async () => {
    const port = await udpServer(() => {});
    expect(await ask(port, 'udp', 40)).toMatchObject({ kind: 'timeout', aborted: false });
  });

  it('stops at once when its signal aborts, also before it started', async () => {
    const stop = new AbortController();
    const port = await udpServer(() => stop.abort());
    expect(await ask(port, 'udp', 60_000, stop.signal)).toMatchObject({ kind: 'timeout', aborted: true });
    expect(await ask(port, 'udp', 60_000, AbortSignal.abort())).toMatchObject({
      kind: 'timeout',
      aborted: true,
    });
  });

  it('asks from another port each time', async () => {
    const ports: number[] = [];
    const port = await udpServer((octets, reply, from) => {
      ports.push(from);
      reply(encode(rightReply(octets)));
    });
    for (let i = 0; i < 20; i++) await ask(port, 'udp');
    expect(new Set(ports).size).toBeGreaterThan(15);
    expect(Math.max(...ports) - Math.min(...ports)).toBeGreaterThan(5000);
  });

  it('says that there is no such server where the route knows none', async () => {
    const nowhere = socketExchange({ chance: realChance, clock: realClock, route: async () => undefined });
    const request = {
      server: { address: '192.0.2.1', port: 53 },
      transport: 'udp',
      query,
      timeoutMs: 1000,
    } as const;
    expect(await nowhere(request)).toMatchObject({ kind: 'unreachable', reach: 'no-server' });
  });

  it('tells a closed port from a family that leads nowhere', async () => {
    const real = socketExchange({ chance: realChance, clock: realClock });
    const request = { transport: 'udp', query, timeoutMs: 2000, listenTo: 'server' } as const;
    const closed = await real({ ...request, server: { address: '127.0.0.1', port: 1 } });
    expect(closed).toMatchObject({ kind: 'unreachable', reach: 'no-server' });
    const noWay = { noWay: 'this network has no IPv6' };
    const none = socketExchange({ chance: realChance, clock: realClock, route: async () => noWay });
    const asked = await none({ ...request, server: { address: '2001:db8::1', port: 53 } });
    expect(asked).toMatchObject({ kind: 'unreachable', reach: 'no-family', detail: noWay.noWay });
  });
});

describe('over TCP', () => {
  it('reads a reply that arrives octet by octet', async () => {
    const port = await tcpServer((octets, socket) => {
      socket.setNoDelay(true);
      const octetsLeft = [...frame(encode(rightReply(octets)))];
      const next = (): void => {
        const octet = octetsLeft.shift();
        if (octet !== undefined) socket.write(Uint8Array.of(octet), () => setImmediate(next));
      };
      next();
    });
    const result = await ask(port, 'tcp');
    expect(result.kind === 'reply' && result.message.answers).toHaveLength(1);
  });

  it('waits past a frame that is not the reply', async () => {
    const port = await tcpServer((octets, socket) => {
      const lie = rightReply(octets, '192.0.2.66');
      const wrong = frame(encode({ ...lie, header: { ...lie.header, id: 1 } }));
      socket.write(Buffer.concat([wrong, frame(encode(rightReply(octets)))]));
    });
    const result = await ask(port, 'tcp');
    expect(result.rejected.map(({ reason }) => reason)).toEqual(['wrong-id']);
    expect(result.kind === 'reply' && result.message.answers[0]!.rdata).toEqual({ address: '192.0.2.1' });
  });

  it('says when nobody listens, and when the server hangs up', async () => {
    const port = await tcpServer((_, socket) => socket.end());
    expect(await ask(port, 'tcp')).toMatchObject({
      kind: 'unreachable',
      detail: expect.stringContaining('closed'),
    });
    const closed = await udpServer(() => {});
    expect(await ask(closed, 'tcp')).toMatchObject({
      kind: 'unreachable',
      detail: expect.stringContaining('refused'),
    });
  });

  it('times out, and stops when its signal aborts', async () => {
    const stop = new AbortController();
    const port = await tcpServer(() => stop.abort());
    expect(await ask(port, 'tcp', 40)).toMatchObject({ kind: 'timeout', aborted: false });
    const again = new AbortController();
    const port2 = await tcpServer(() => again.abort());
    expect(await ask(port2, 'tcp', 60_000, again.signal)).toMatchObject({ kind: 'timeout', aborted: true });
  });
});

it('leaves no socket and no timer behind', async () => {
  const port = await udpServer((octets, reply) => reply(encode(rightReply(octets))));
  const silent = await udpServer(() => {});
  await Promise.all(Array.from({ length: 50 }, () => ask(port, 'udp')));
  await Promise.all([
    ask(silent, 'udp', 20),
    ask(silent, 'udp', 60_000, AbortSignal.timeout(20)),
    ask(silent, 'tcp'),
  ]);
  for (const each of open.splice(0)) each.close();
  const sockets = (): string[] => process.getActiveResourcesInfo().filter((name) => /UDPWrap|TCP/.test(name));
  // A closed socket is gone some turns of the event loop later.
  for (let turn = 0; turn < 1000 && sockets().length > 0; turn++)
    await new Promise((done) => setImmediate(done));
  expect(sockets()).toEqual([]);
});

describe('listening to the server only', () => {
  it('hears at once that nobody listens on the port', async () => {
    const socket = createSocket('udp4');
    await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done));
    const { port } = socket.address();
    await new Promise<void>((done) => socket.close(done));
    const server = { address: '127.0.0.1', port };
    const result = await exchange({ server, transport: 'udp', query, timeoutMs: 60_000, listenTo: 'server' });
    expect(result).toMatchObject({ kind: 'unreachable', detail: expect.stringContaining('refused') });
  });

  it('still gets the reply', async () => {
    const port = await udpServer((octets, reply) => reply(encode(rightReply(octets))));
    const server = { address: '127.0.0.1', port };
    const result = await exchange({ server, transport: 'udp', query, timeoutMs: 2000, listenTo: 'server' });
    expect(result.kind).toBe('reply');
  });
});
