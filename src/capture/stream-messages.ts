/**
 * The messages in the streams of TCP connections, each behind two octets of length (RFC 1035 4.2.2, RFC 7766
 * 8): at the ports of DNS, and wherever else the framing gives a message.
 */

import { HEADER_OCTETS } from '../message/header.ts';
import { joined, u16 } from './octets.ts';
import { mayBeMessage, readsAsMessage } from './reads-as-message.ts';
import { runsOf, type Piece, type Run, type Stream } from './tcp-streams.ts';

export interface StreamMessage {
  readonly stream: Stream;
  readonly octets: Uint8Array;
  /**
   * The pieces that carried it, with where it begins in the first: less than zero where that has not its
   * first octet.
   */
  readonly pieces: readonly [Piece, ...Piece[]];
  readonly start: number;
  readonly problems: readonly string[];
}

/** How many places of a run are tried as the beginning of a message, where the true beginning is missing. */
const MOST_TRIES = 64;
/** How many octets are decoded for such tries in one capture. */
const MOST_TRIED_OCTETS = 16_000_000;

export interface StreamReading {
  readonly messages: readonly StreamMessage[];
  readonly problems: readonly string[];
}

/** At `ports` a stream is framed messages, however broken; elsewhere the framing must give one that reads. */
export function readStreams(streams: readonly Stream[], ports: readonly number[]): StreamReading {
  const isDnsPort = ({ source, destination }: Stream): boolean =>
    ports.includes(source.port) || ports.includes(destination.port);
  const budget = { octets: MOST_TRIED_OCTETS };
  const all = streams.map((stream) => ({ stream, runs: runsOf(stream) }));
  const found = all.map(({ stream, runs }) => runs.map((run) => beginningOf(run, isDnsPort(stream), budget)));
  const spoken = new Set(
    all.flatMap(({ stream }, i) =>
      isDnsPort(stream) || found[i]!.some((at) => at !== undefined) ? [connectionOf(stream)] : [],
    ),
  );
  const messages: StreamMessage[] = [];
  const problems: string[] = [];
  for (const [i, { stream, runs }] of all.entries()) {
    if (!spoken.has(connectionOf(stream))) continue;
    for (const [j, run] of runs.entries()) {
      const at = found[i]![j] ?? (run.missingBefore === 0 ? 0 : undefined);
      if (run.missingBefore)
        problems.push(`${run.missingBefore} octets are missing in the TCP stream ${nameOf(stream)}`);
      if (at === undefined)
        problems.push(`${run.length} octets of the TCP stream ${nameOf(stream)} begin inside a message`);
      else messages.push(...messagesOf(stream, run, at));
    }
  }
  return { messages, problems };
}

/** Where the first message of a run begins; undefined where it cannot be told. */
function beginningOf(run: Run, isTrusted: boolean, budget: { octets: number }): number | undefined {
  if (run.missingBefore === 0 && isTrusted) return 0;
  const places = run.missingBefore === 0 ? run.pieces.slice(0, 1) : run.pieces.slice(0, MOST_TRIES);
  for (const { at } of places) {
    const head = sliceOf(run, at, at + 2);
    if (head.length < 2 || budget.octets <= 0) continue;
    const end = at + 2 + u16(head, 0);
    if (end > run.length) continue;
    const start = sliceOf(run, at + 2, Math.min(end, at + 2 + HEADER_OCTETS));
    if (isTrusted && end === run.length && start.length === HEADER_OCTETS) return at;
    const octets = sliceOf(run, at + 2, end);
    budget.octets -= octets.length;
    if (mayBeMessage(octets) && readsAsMessage(octets)) return at;
  }
  return undefined;
}

function messagesOf(stream: Stream, run: Run, from: number): StreamMessage[] {
  const octets = sliceOf(run, 0, run.length);
  const messages: StreamMessage[] = [];
  let at = from;
  let first = 0;
  while (at + 2 < octets.length) {
    const length = u16(octets, at);
    const start = at + 2;
    const end = Math.min(start + length, octets.length);
    const kept = end - start;
    while (endOf(run.pieces[first]!) <= start) first++;
    if (length > 0) {
      const pieces = piecesOf(run, first, end);
      const problems = [...run.problems, ...pieces.flatMap(({ segment }) => segment.datagram.problems)];
      if (kept < length) problems.push(`the capture has only ${kept} of ${length} octets`);
      messages.push({
        stream,
        octets: octets.subarray(start, end),
        pieces,
        start: start - pieces[0].at,
        problems: [...new Set(problems)],
      });
    }
    at = start + length;
  }
  return messages;
}

function piecesOf(run: Run, first: number, end: number): [Piece, ...Piece[]] {
  let last = first + 1;
  while (last < run.pieces.length && run.pieces[last]!.at < end) last++;
  return run.pieces.slice(first, last) as [Piece, ...Piece[]];
}

function endOf({ at, octets }: Piece): number {
  return at + octets.length;
}

/** The octets of a run from one place to another, without joining more of it than that. */
function sliceOf(run: Run, from: number, to: number): Uint8Array {
  const pieces = run.pieces;
  let low = 0;
  for (let high = pieces.length; low < high;) {
    const middle = (low + high) >> 1;
    if (endOf(pieces[middle]!) <= from) low = middle + 1;
    else high = middle;
  }
  const parts: Uint8Array[] = [];
  for (let i = low; i < pieces.length && pieces[i]!.at < to; i++) {
    const { at, octets } = pieces[i]!;
    parts.push(octets.subarray(Math.max(0, from - at), to - at));
  }
  return joined(parts);
}

function connectionOf({ source, destination }: Stream): string {
  return [source, destination]
    .map(({ address, port }) => `${address} ${port}`)
    .toSorted()
    .join(' ');
}

function nameOf({ source, destination }: Stream): string {
  return `${source.address}#${source.port} → ${destination.address}#${destination.port}`;
}
