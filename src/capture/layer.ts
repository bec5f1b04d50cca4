/**
 * The five layers around a message, as RFC 1122 1.1.3 names them, with the physical layer below its link
 * layer.
 */

import type { Span } from '../message/spans.ts';

export type LayerName = 'application' | 'transport' | 'internet' | 'link' | 'physical';

export interface Layer {
  readonly name: LayerName;
  /** What speaks in this layer: `UDP`, `IPv4`, `Ethernet`. */
  readonly protocol: string;
  /** What the layer is here for, and what is special about it in this frame. */
  readonly means: string;
  /** The fields of its headers. Offsets count from the first octet of the frame; no header: no spans. */
  readonly spans: readonly Span[];
  readonly checks: readonly Check[];
}

/** A checksum held against the octets that it is over. */
export interface Check {
  readonly label: string;
  readonly verdict: 'right' | 'wrong' | 'not computed' | 'cannot be checked';
  readonly message: string;
}
