/**
 * The ways in which a lab server may misbehave, by name. A world gives each server any number of them.
 */

export type Fault =
  /** Never replies. */
  | { readonly kind: 'silent' }
  /** Replies after that long. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Loses that many of a hundred datagrams, on the way here and on the way back; TCP is not touched. */
  | { readonly kind: 'loss'; readonly percent: number }
  /** Replies with that response code, whatever is asked. */
  | { readonly kind: 'rcode'; readonly rcode: number }
  /** Does not know EDNS: FORMERR to every query with an OPT record. */
  | { readonly kind: 'no-edns' }
  /** Listens on UDP only. */
  | { readonly kind: 'no-tcp' };

export function faultOf<K extends Fault['kind']>(
  faults: readonly Fault[],
  kind: K,
): Extract<Fault, { kind: K }> | undefined {
  return faults.find((fault): fault is Extract<Fault, { kind: K }> => fault.kind === kind);
}
