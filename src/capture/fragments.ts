/**
 * Puts the fragments of Internet packets together, in whatever order they come (RFC 791 3.2, RFC 8200 4.5),
 * within limits: a hostile capture makes it forget, not grow.
 */

import type { CarryingFrame, Datagram } from './datagram.ts';
import {
  readExtensions,
  type Fragment,
  type InternetReading,
  type NoInternetReading,
} from './internet-layer.ts';
import { isSame, joined } from './octets.ts';
import type { Packet } from './packet.ts';

/**
 * How many unfinished packets are kept at a time, and how many fragments of each: 64 KiB in pieces of 128
 * octets.
 */
const MOST_UNFINISHED = 1024;
const MOST_FRAGMENTS = 512;
const LARGEST_PAYLOAD = 0xffff;
/** After this a fragment belongs to another packet (RFC 8200 4.5). */
const REASSEMBLY_MS = 60_000;

export class FragmentTable {
  readonly #unfinished = new Map<string, Unfinished>();

  /** The datagrams that this fragment completes or pushes out: none, mostly. */
  add(
    packet: Packet,
    headers: CarryingFrame['headers'],
    reading: InternetReading,
    fragment: Fragment,
  ): Datagram[] {
    const { source, destination, protocol } = reading;
    const isIpv6 = source.includes(':');
    const key = `${source} ${destination} ${isIpv6 ? '' : protocol} ${fragment.id}`;
    const out: Datagram[] = [];
    let unfinished = this.#unfinished.get(key);
    if (unfinished?.isOlderThan(packet)) {
      out.push(unfinished.asFarAsItGoes());
      this.#unfinished.delete(key);
      unfinished = undefined;
    }
    if (!unfinished) {
      unfinished = new Unfinished(reading, packet);
      this.#unfinished.set(key, unfinished);
    }
    const { start, end } = reading;
    const isComplete = unfinished.add({ packet, headers, start, end }, fragment, protocol);
    if (isComplete) {
      this.#unfinished.delete(key);
      out.push(unfinished.asFarAsItGoes());
    } else if (this.#unfinished.size > MOST_UNFINISHED) {
      const [oldest] = this.#unfinished;
      this.#unfinished.delete(oldest![0]);
      out.push(oldest![1].asFarAsItGoes());
    }
    return out;
  }

  /** What was never completed. */
  rest(): Datagram[] {
    const rest = [...this.#unfinished.values()].map((unfinished) => unfinished.asFarAsItGoes());
    this.#unfinished.clear();
    return rest;
  }
}

interface Piece {
  readonly at: number;
  readonly octets: Uint8Array;
  readonly frame: CarryingFrame;
}

class Unfinished {
  readonly #reading: InternetReading;
  readonly #first: Packet;
  #last: Packet;
  /** In the order of the payload, without overlaps. */
  readonly #pieces: Piece[] = [];
  #protocol: number;
  #covered = 0;
  #total: number | undefined;
  readonly #problems = new Set<string>();

  constructor(reading: InternetReading, packet: Packet) {
    this.#reading = reading;
    this.#protocol = reading.protocol;
    this.#first = packet;
    this.#last = packet;
  }

  isOlderThan({ timeMs }: Packet): boolean {
    return timeMs !== undefined && timeMs - (this.#first.timeMs ?? timeMs) > REASSEMBLY_MS;
  }

  /** True where the packet is complete with this fragment. */
  add(frame: CarryingFrame, { offset, more }: Fragment, protocol: number): boolean {
    const octets = frame.packet.octets.subarray(frame.start, frame.end);
    const end = offset + octets.length;
    // Only the first fragment need say what comes first in the payload (RFC 8200 4.5).
    if (offset === 0) this.#protocol = protocol;
    if (end > LARGEST_PAYLOAD) return this.#ignore('a fragment lies behind the end that a packet can have');
    if (this.#pieces.length >= MOST_FRAGMENTS) return this.#ignore(`more than ${MOST_FRAGMENTS} fragments`);
    if (!more) this.#total ??= end;
    this.#insert({ at: offset, octets, frame });
    this.#last = frame.packet;
    return this.#covered === this.#total;
  }

  #insert(piece: Piece): void {
    const pieces = this.#pieces;
    let low = 0;
    for (let high = pieces.length; low < high;) {
      const middle = (low + high) >> 1;
      if (pieces[middle]!.at < piece.at) low = middle + 1;
      else high = middle;
    }
    const same = pieces[low];
    if (same?.at === piece.at && isSame(same.octets, piece.octets)) return;
    const before = pieces[low - 1];
    const overlaps =
      (before && before.at + before.octets.length > piece.at) ||
      (same && piece.at + piece.octets.length > same.at);
    // RFC 5722 4: nothing honest makes fragments that overlap; the first to come is kept.
    if (overlaps) this.#problems.add('fragments overlap');
    else {
      pieces.splice(low, 0, piece);
      this.#covered += piece.octets.length;
    }
  }

  #ignore(problem: string): false {
    this.#problems.add(problem);
    return false;
  }

  /** The payload from its first octet to the first that is missing. */
  asFarAsItGoes(): Datagram {
    const run: Piece[] = [];
    let at = 0;
    for (const piece of this.#pieces) {
      if (piece.at !== at) break;
      run.push(piece);
      at += piece.octets.length;
    }
    const isCut = at !== this.#total;
    if (isCut && at > 0)
      this.#problems.add(`fragments are missing: only the first ${at} octets of the packet are there`);
    else if (isCut) this.#problems.add('the first fragment is missing');
    const payload = joined(run.map(({ octets }) => octets));
    const [first, ...others] = run.map(({ frame }) => frame);
    const fallback = { packet: this.#first, headers: [], start: 0, end: 0 };
    const { source, destination } = this.#reading;
    return behindExtensions({
      source,
      destination,
      protocol: this.#protocol,
      payload,
      isCut,
      frames: [first ?? fallback, ...others],
      completedBy: this.#last,
      problems: [...this.#problems],
    });
  }
}

/** Extension headers behind a fragment header are part of what was cut up (RFC 8200 4.5). */
function behindExtensions(datagram: Datagram): Datagram {
  const { payload, protocol, frames, source } = datagram;
  if (!source.includes(':')) return datagram;
  const chain: ReturnType<typeof readExtensions> = readExtensions(payload, 0, payload.length, protocol);
  if (isNothing(chain) || chain.at === 0) return datagram;
  const [first, ...others] = frames;
  const { start, end } = first;
  const more = chain.headers
    .map((header) => ({ ...header, start: header.start + start, end: Math.min(header.end + start, end) }))
    .filter((header) => header.start < header.end);
  const opened = { ...first, headers: [...first.headers, ...more], start: Math.min(start + chain.at, end) };
  return {
    ...datagram,
    protocol: chain.protocol,
    payload: payload.subarray(chain.at),
    frames: [opened, ...others],
  };
}

function isNothing(chain: object): chain is NoInternetReading {
  return 'nothing' in chain;
}
