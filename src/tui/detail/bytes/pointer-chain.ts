/**
 * The jumps that reading a name takes from a compression pointer on, and the octets of the name at each place that they
 * lead to (RFC 1035 4.1.4). Any octets will do: what leads in a circle or out of the message ends the chain.
 */

export interface PointerChain {
  /** Where each jump leads to, in order. */
  readonly targets: readonly number[];
  /** The octets that belong to the name at each of them; the end is exclusive. */
  readonly pieces: readonly { readonly start: number; readonly end: number }[];
}

export const NO_JUMPS: PointerChain = { targets: [], pieces: [] };

export function pointerChain(octets: Uint8Array, target: number): PointerChain {
  const targets: number[] = [];
  const pieces: { start: number; end: number }[] = [];
  let next: number | null = target;
  while (next !== null && !targets.includes(next) && targets.length < MOST_JUMPS) {
    targets.push(next);
    if (next >= octets.length) break;
    const piece = pieceAt(octets, next);
    pieces.push({ start: next, end: piece.end });
    next = piece.pointsTo;
  }
  return { targets, pieces };
}

/** A name has at most 127 labels, and reading stops long before that many jumps. */
const MOST_JUMPS = 127;

/** Labels up to the one that ends the name, or up to and with the pointer. */
function pieceAt(octets: Uint8Array, start: number): { end: number; pointsTo: number | null } {
  let at = start;
  for (;;) {
    const length = octets[at];
    if (length === undefined) return { end: octets.length, pointsTo: null };
    if (length >= 0xc0) {
      const low = octets[at + 1];
      const pointsTo = low === undefined ? null : ((length & 0x3f) << 8) | low;
      return { end: Math.min(at + 2, octets.length), pointsTo };
    }
    // The two other kinds of label are not in use (RFC 6891 5).
    if (length === 0 || length > 0x3f) return { end: at + 1, pointsTo: null };
    at += 1 + length;
  }
}
