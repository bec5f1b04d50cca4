/**
 * One lab server: real UDP and TCP sockets on loopback in front of a function from query to reply.
 */

import { createSocket, type RemoteInfo, type Socket as UdpSocket } from 'node:dgram';
import { randomBytes } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { decode } from '../message/decode.ts';
import { encode } from '../message/encode.ts';
import { RCODE } from '../message/codes.ts';
import { peekHeader } from '../message/decode.ts';
import { WireError } from '../message/wire-error.ts';
import type { Message } from '../message/message.ts';
import { COOKIE } from '../message/options/cookie.ts';
import { frame, FrameReader } from '../transport/framing.ts';
import type { Chance } from '../transport/clock-and-chance.ts';
import { realChance } from '../transport/real-machine.ts';
import { truncate } from '../zone/truncate.ts';
import { chaosReply } from './chaos.ts';
import { faultOf, misrepresented, type Fault } from './faults.ts';
import { withOwnOptions, type Arrival, type OwnEdns } from './server-edns.ts';

/** Without EDNS a datagram carries at most 512 octets (RFC 1035 4.2.1). */
const PLAIN_UDP_OCTETS = 512;
/** What a lab server sends at most over UDP, whatever the client takes: loopback loses no fragments. */
const LARGEST_UDP_OCTETS = 4096;
const TCP_OCTETS = 65535;
const BIND_TRIES = 16;
const CUT_OCTETS = 3;
const SECRET_OCTETS = 16;
/** A client that connects and says nothing is let go. */
const TCP_IDLE_MS = 10_000;

export interface LabServerOptions {
  readonly answer: (query: Message) => Message | Promise<Message>;
  readonly faults?: readonly Fault[];
  /** What it calls itself where a query asks (NSID). */
  readonly identity?: string;
  /** Which datagrams a lossy server loses. */
  readonly chance?: Chance;
  /** Where to listen; any free port of loopback by default. */
  readonly bind?: { readonly address: string; readonly port: number };
}

export class LabServer {
  readonly #udp: UdpSocket;
  readonly #tcp: Server | undefined;
  readonly #connections = new Set<Socket>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #answer: LabServerOptions['answer'];
  readonly #faults: readonly Fault[];
  readonly #chance: Chance;
  readonly #ownEdns: OwnEdns;

  private constructor(
    udp: UdpSocket,
    tcp: Server | undefined,
    { answer, faults = [], identity = 'lab', chance = realChance }: LabServerOptions,
  ) {
    this.#udp = udp;
    this.#tcp = tcp;
    this.#answer = answer;
    this.#faults = faults;
    this.#chance = chance;
    this.#ownEdns = { identity, faults, secret: randomBytes(SECRET_OCTETS) };
    udp.on('message', (octets, from) => this.#onDatagram(octets, from));
    tcp?.on('connection', (socket) => this.#onConnection(socket));
  }

  /** Listens on the same port over UDP and TCP. */
  static async start(options: LabServerOptions): Promise<LabServer> {
    const { address, port } = options.bind ?? { address: '127.0.0.1', port: 0 };
    const wantsTcp = faultOf(options.faults ?? [], 'no-tcp') === undefined;
    for (let tries = 1; ; tries++) {
      const udp = await bindUdp(address, port);
      try {
        const tcp = wantsTcp ? await listenTcp(address, udp.address().port) : undefined;
        return new LabServer(udp, tcp, options);
      } catch (error) {
        udp.close();
        // The UDP port was free but the TCP port of the same number is taken: try another pair.
        if (port !== 0 || tries === BIND_TRIES) throw error;
      }
    }
  }

  get port(): number {
    return this.#udp.address().port;
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    for (const connection of this.#connections) connection.destroy();
    await Promise.all([
      new Promise<void>((done) => this.#udp.close(() => done())),
      new Promise<void>((done) => (this.#tcp ? this.#tcp.close(() => done()) : done())),
    ]);
  }

  #onDatagram(octets: Buffer, from: RemoteInfo): void {
    if (this.#isLost()) return;
    void this.#reply(octets, { transport: 'udp', from: from.address }, (reply) => {
      if (this.#isLost()) return;
      this.#udp.send(reply, from.port, from.address, () => {
        // The client may be gone: UDP does not promise anything to the server either.
      });
    });
  }

  #isLost(): boolean {
    return this.#chance.integer(100) < (faultOf(this.#faults, 'loss')?.percent ?? 0);
  }

  #onConnection(socket: Socket): void {
    const reader = new FrameReader();
    this.#connections.add(socket);
    socket.setTimeout(TCP_IDLE_MS, () => socket.destroy());
    socket.on('close', () => this.#connections.delete(socket)).on('error', () => socket.destroy());
    socket.on('data', (piece) => {
      for (const octets of reader.push(piece)) {
        void this.#reply(octets, { transport: 'tcp', from: socket.remoteAddress ?? '' }, (reply) => {
          if (socket.writable) socket.write(frame(reply));
        });
      }
    });
  }

  async #reply(octets: Uint8Array, arrival: Arrival, send: (reply: Uint8Array) => void): Promise<void> {
    const header = peekHeader(octets);
    if (!header || header.qr || faultOf(this.#faults, 'silent')) return;
    const isUdp = arrival.transport === 'udp';
    if (isUdp && faultOf(this.#faults, 'drops-edns') && decodeQuery(octets)?.edns) return;
    const reply = await this.#replyTo(octets, arrival).catch(() => errorReply(octets, RCODE.SERVFAIL));
    const forged = faultOf(this.#faults, 'forgeries');
    const sendAll = (): void => {
      if (forged && isUdp) for (let n = 1; n <= forged.count; n++) send(forgeryOf(reply, n));
      if (faultOf(this.#faults, 'forged-cookie') && isUdp) send(withForgedCookie(reply));
      send(faultOf(this.#faults, 'malformed') ? reply.subarray(0, -CUT_OCTETS) : reply);
    };
    const delay = faultOf(this.#faults, 'delay');
    if (!delay) return sendAll();
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      sendAll();
    }, delay.ms);
    this.#timers.add(timer);
  }

  async #replyTo(octets: Uint8Array, arrival: Arrival): Promise<Uint8Array> {
    const query = decodeQuery(octets);
    if (!query) return errorReply(octets, RCODE.FORMERR);
    const answer = chaosReply(query, this.#ownEdns.identity) ?? (await this.#answer(query));
    const honest = misrepresented(answer, query, this.#faults);
    const full = withOwnOptions(honest, query, arrival, this.#ownEdns, Math.floor(Date.now() / 1000));
    const { edns: _, ...bare } = full;
    const message = faultOf(this.#faults, 'strips-edns') ? bare : full;
    const offered = query.edns ? Math.max(PLAIN_UDP_OCTETS, query.edns.udpPayloadSize) : PLAIN_UDP_OCTETS;
    const isBounded = arrival.transport === 'udp' && !faultOf(this.#faults, 'oversize');
    const limit = isBounded ? Math.min(offered, LARGEST_UDP_OCTETS) : TCP_OCTETS;
    return encode(truncate(message, limit));
  }
}

/** The same with another ID: what a forger sends who has to guess it. */
function forgeryOf(reply: Uint8Array, n: number): Uint8Array {
  const forged = Uint8Array.from(reply);
  forged[0] = forged[0]! ^ n;
  forged[1] = forged[1]! ^ 0x55;
  return forged;
}

/** The reply with somebody else's cookie: all that a forger can send who sees the query's ID but not its cookie. */
function withForgedCookie(reply: Uint8Array): Uint8Array {
  const message = decode(reply);
  if (!message.edns) return reply;
  const options = message.edns.options.map((option) =>
    option.code === COOKIE.code
      ? { ...option, values: { ...option.values, client: new Uint8Array(8) } }
      : option,
  );
  return encode({ ...message, edns: { ...message.edns, options } });
}

function decodeQuery(octets: Uint8Array): Message | undefined {
  try {
    return decode(octets);
  } catch (error) {
    if (error instanceof WireError) return undefined;
    throw error;
  }
}

/** The query's header and question back, with a response code: what a server says that says no more. */
function errorReply(octets: Uint8Array, rcode: number): Uint8Array {
  const query = decodeQuery(octets);
  const header = {
    ...peekHeader(octets)!,
    qr: true,
    aa: false,
    tc: false,
    ra: false,
    ad: false,
    z: false,
    rcode,
  };
  return encode({ header, questions: query?.questions ?? [], answers: [], authorities: [], additionals: [] });
}

function bindUdp(address: string, port: number): Promise<UdpSocket> {
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
  return new Promise((resolve, reject) => {
    socket.once('error', (error) => {
      socket.close();
      reject(error);
    });
    socket.bind(port, address, () => {
      socket.removeAllListeners('error').on('error', () => {});
      resolve(socket);
    });
  });
}

function listenTcp(address: string, port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}
