/**
 * One message as it was found in an input, with the frames that carried it where there were any.
 */

import type { Layer } from './layer.ts';

export interface Endpoint {
  /** `192.0.2.1` or, after RFC 5952, `2001:db8::1`. */
  readonly address: string;
  readonly port: number;
}

export type CarrierName = 'udp' | 'tcp';

export interface CapturedMessage {
  readonly octets: Uint8Array;
  /** `packet 3`, `message 2`, `line 7`; empty where the input is one message and nothing else. */
  readonly where: string;
  /** Milliseconds since 1970; undefined where the input has no times. */
  readonly timeMs?: number;
  readonly source?: Endpoint;
  readonly destination?: Endpoint;
  readonly transport?: CarrierName;
  /** The frames that carried it, in the order of its octets; `layers` describes the first. */
  readonly frames: readonly CapturedFrame[];
  /**
   * From the application down to the physical layer, five where there is a frame, else none. Offsets count
   * from the frame.
   */
  readonly layers: readonly Layer[];
  readonly problems: readonly string[];
}

export interface CapturedFrame {
  /** The number of the packet in its file, from 1. */
  readonly packet: number;
  readonly octets: Uint8Array;
}

/** A message without a frame around it. */
export function bareMessage(octets: Uint8Array, where: string): CapturedMessage {
  return { octets, where, frames: [], layers: [], problems: [] };
}
