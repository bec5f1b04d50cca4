/**
 * A network without sockets, in virtual time: servers are functions from query to reply, with a delay each. A walk that
 * takes ten seconds there takes none here, and goes the same way every time.
 */

import { decode } from '../../src/message/decode.ts';
import { encode } from '../../src/message/encode.ts';
import type { Message } from '../../src/message/message.ts';
import { expectationOf } from '../../src/transport/acceptance.ts';
import type { Chance, Clock } from '../../src/transport/clock-and-chance.ts';
import type {
  EarlyEnd,
  Exchange,
  ExchangeEnding,
  ExchangeRequest,
  ExchangeResult,
  RejectionReason,
} from '../../src/transport/exchange.ts';
import { endedEarly, readReply } from '../../src/transport/reply.ts';
import { seededChance } from '../../src/lab/seeded-chance.ts';
import type { WalkPorts } from '../../src/resolver/walk.ts';

/** What a server does with a query: a message, a raw reply, silence, or an error of the network. */
export type Behaviour = Message | Uint8Array | 'silence' | 'no-route';
export interface FakeServer {
  readonly delayMs?: number;
  readonly reply: (query: Message, request: ExchangeRequest) => Behaviour;
}

export class FakeNetwork implements WalkPorts {
  readonly asked: ExchangeRequest[] = [];
  readonly clock: VirtualClock = new VirtualClock();
  readonly chance: Chance;
  readonly wallClock = (): number => 1_800_000_000_000 + this.clock.now();
  readonly #serverAt: (address: string) => FakeServer | undefined;

  /** The servers by address, or a function that gives the server at an address. */
  constructor(servers: Readonly<Record<string, FakeServer>> | ((address: string) => FakeServer), seed = 1) {
    this.chance = seededChance(seed);
    this.#serverAt =
      typeof servers === 'function' ? servers : (address): FakeServer | undefined => servers[address];
  }

  readonly exchange: Exchange = async (request) => {
    this.asked.push(request);
    const { query, server, timeoutMs, signal } = request;
    const startedMs = this.clock.now();
    const { delayMs = 10, reply } = this.#serverAt(server.address) ?? NOBODY;
    const behaviour = reply(decode(query), request);
    const facts = (): Pick<ExchangeResult, 'elapsedMs' | 'rejected' | 'bytesSent' | 'bytesReceived'> => {
      return {
        elapsedMs: this.clock.now() - startedMs,
        rejected: [],
        bytesSent: query.length,
        bytesReceived: 0,
      };
    };
    if (behaviour === 'no-route')
      return { kind: 'unreachable', detail: 'no route to this network', reach: 'no-family', ...facts() };
    const silent = behaviour === 'silence' || delayMs > timeoutMs;
    const isAborted = (): boolean => signal?.aborted === true;
    await this.clock.sleep(silent ? timeoutMs : delayMs, signal);
    const aborted = isAborted();
    if (silent || aborted) return { kind: 'timeout', aborted, detail: '', ...facts() };
    const octets = behaviour instanceof Uint8Array ? behaviour : encode(behaviour);
    const read = readReply(octets, expectationOf(query), request);
    if ('message' in read) return { kind: 'reply', octets, ...read, ...facts() };
    if ('detail' in read) return { kind: 'malformed', octets, ...read, ...facts() };
    const rejected = [{ reason: read.rejected, octets, from: `${server.address}#${server.port}` }];
    const isPatient = request.letters === 'exact-to-the-end';
    const cause = isPatient ? undefined : EARLY_ENDS[read.rejected];
    if (!cause) await this.clock.sleep(timeoutMs - delayMs, signal);
    const ending: ExchangeEnding = cause
      ? endedEarly(cause)
      : { kind: 'timeout', aborted: isAborted(), detail: '' };
    return { ...ending, ...facts(), rejected };
  };
}

const EARLY_ENDS: Partial<Record<RejectionReason, EarlyEnd>> = {
  'wrong-case': 'letters-changed',
  'no-cookie': 'cookie-missing',
};

const NOBODY: FakeServer = { reply: () => 'no-route' };

/** Time that passes only when everybody waits for it. */
export class VirtualClock implements Clock {
  #nowMs = 0;
  #sequence = 0;
  readonly #sleepers: { wakeMs: number; order: number; wake: () => void }[] = [];
  #advancing = false;

  now(): number {
    return this.#nowMs;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const sleeper = {
        wakeMs: this.#nowMs + Math.max(0, milliseconds),
        order: this.#sequence++,
        wake: resolve,
      };
      this.#sleepers.push(sleeper);
      signal?.addEventListener(
        'abort',
        () => {
          const at = this.#sleepers.indexOf(sleeper);
          if (at >= 0) this.#sleepers.splice(at, 1);
          resolve();
        },
        { once: true },
      );
      this.#advanceWhenIdle();
    });
  }

  /** Wakes the next sleeper once nothing else can run. */
  #advanceWhenIdle(): void {
    if (this.#advancing) return;
    this.#advancing = true;
    setImmediate(() => {
      this.#advancing = false;
      this.#sleepers.sort((a, b) => a.wakeMs - b.wakeMs || a.order - b.order);
      const next = this.#sleepers.shift();
      if (!next) return;
      this.#nowMs = Math.max(this.#nowMs, next.wakeMs);
      next.wake();
      if (this.#sleepers.length > 0) this.#advanceWhenIdle();
    });
  }
}
