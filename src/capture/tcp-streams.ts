/**
 * The segments of TCP connections, gathered by direction and put in order: late, repeated and overlapping
 * ones (RFC 9293 3.10.7.4). Finding the messages in the streams is left to `stream-messages.ts`.
 */

import type { Endpoint } from './captured-message.ts';
import type { Datagram } from './datagram.ts';
import type { TcpReading } from './transport-layer.ts';

/**
 * Limits against captures that are made to exhaust: connections that are followed, and segments of all of
 * them.
 */
const MOST_STREAMS = 65_536;
const MOST_SEGMENTS = 2_000_000;

/** One direction of a connection. */
export interface Stream {
  readonly source: Endpoint;
  readonly destination: Endpoint;
  /** The sequence number in front of its first octet; undefined where the capture began later. */
  start: number | undefined;
  readonly segments: Segment[];
}

interface Segment {
  readonly sequence: number;
  readonly octets: Uint8Array;
  /** Where the octets begin in the payload of the datagram. */
  readonly at: number;
  readonly datagram: Datagram;
}

/** A stretch of a stream without gaps. */
export interface Run {
  readonly pieces: readonly Piece[];
  readonly length: number;
  /** How many octets are missing in front of it; undefined where it is not known. */
  readonly missingBefore: number | undefined;
  readonly problems: readonly string[];
}

export interface Piece {
  /** Where it begins in the run. */
  readonly at: number;
  readonly octets: Uint8Array;
  readonly segment: Segment;
  /** How many octets of the segment were there before. */
  readonly skip: number;
}

export class StreamTable {
  readonly #streams = new Map<string, Stream>();
  readonly #finished: Stream[] = [];
  #segments = 0;
  #leftOut = 0;

  add(datagram: Datagram, { source, destination, start, end, sequence, syn }: TcpReading): void {
    if (start === end && !syn) return;
    if (this.#segments >= MOST_SEGMENTS) {
      this.#leftOut++;
      return;
    }
    const key = `${source.address} ${source.port} ${destination.address} ${destination.port}`;
    // The octets begin behind the SYN, which has a sequence number of its own (RFC 9293 3.4).
    const first = syn ? (sequence + 1) >>> 0 : sequence;
    let stream = this.#streams.get(key);
    if (stream && syn && stream.start !== undefined && stream.start !== first) {
      // The same ports again, for another connection.
      this.#finished.push(stream);
      stream = undefined;
    }
    if (!stream) {
      if (this.#streams.size + this.#finished.length >= MOST_STREAMS) {
        this.#leftOut++;
        return;
      }
      stream = { source, destination, start: undefined, segments: [] };
      this.#streams.set(key, stream);
    }
    if (syn) stream.start = first;
    if (start === end) return;
    this.#segments++;
    stream.segments.push({
      sequence: first,
      octets: datagram.payload.subarray(start, end),
      at: start,
      datagram,
    });
  }

  streams(): Stream[] {
    return [...this.#finished, ...this.#streams.values()].filter(({ segments }) => segments.length > 0);
  }

  get problems(): string[] {
    return this.#leftOut === 0 ? [] : [`${this.#leftOut} TCP segments were left out: too many connections`];
  }
}

/** The octets of a stream in order, cut where segments are missing. */
export function runsOf({ start, segments }: Stream): Run[] {
  const base = start ?? segments[0]!.sequence;
  const placed = segments
    // The difference as a signed number: sequence numbers go round (RFC 9293 3.4).
    .map((segment) => ({ segment, offset: (segment.sequence - base) | 0 }))
    .toSorted((a, b) => a.offset - b.offset);
  const builder = new RunBuilder(start === undefined ? undefined : 0);
  for (const { segment, offset } of placed) builder.add(segment, offset);
  return builder.finish();
}

class RunBuilder {
  readonly #runs: Run[] = [];
  #pieces: Piece[] = [];
  #problems: string[] = [];
  /** The offset in the stream behind what is there, and of the first octet of this run. */
  #reached: number | undefined;
  #runStart = 0;
  #missingBefore: number | undefined;

  constructor(start: number | undefined) {
    this.#reached = start;
    this.#missingBefore = start;
  }

  add(segment: Segment, offset: number): void {
    if (this.#reached === undefined) this.#begin(offset, undefined);
    else if (offset > this.#reached) this.#begin(offset, offset - this.#reached);
    const reached = this.#reached!;
    const skip = reached - offset;
    if (skip > 0) this.#compare(segment, offset);
    if (skip >= segment.octets.length) return;
    const octets = segment.octets.subarray(skip);
    this.#pieces.push({ at: reached - this.#runStart, octets, segment, skip });
    this.#reached = reached + octets.length;
  }

  #begin(offset: number, missingBefore: number | undefined): void {
    this.#close();
    this.#reached = offset;
    this.#runStart = offset;
    this.#missingBefore = missingBefore;
  }

  /**
   * A repeated octet must be the same; a single one in front of the rest asks only whether somebody is there.
   */
  #compare(segment: Segment, offset: number): void {
    const before = this.#pieces.at(-1);
    if (!before || segment.octets.length === 1 || this.#problems.length > 0) return;
    const beforeStart = this.#runStart + before.at;
    const from = Math.max(offset, beforeStart);
    const to = Math.min(offset + segment.octets.length, beforeStart + before.octets.length);
    for (let at = from; at < to; at++) {
      if (segment.octets[at - offset] !== before.octets[at - beforeStart]) {
        this.#problems.push('segments overlap and say different things');
        return;
      }
    }
  }

  #close(): void {
    if (this.#pieces.length > 0) {
      this.#runs.push({
        pieces: this.#pieces,
        length: this.#reached! - this.#runStart,
        missingBefore: this.#missingBefore,
        problems: this.#problems,
      });
    }
    this.#pieces = [];
    this.#problems = [];
  }

  finish(): Run[] {
    this.#close();
    return this.#runs;
  }
}
