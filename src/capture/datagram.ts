/**
 * The payload of one Internet packet, whole or put together from fragments, with the frames that carried it.
 */

import type { Header } from './header-form.ts';
import type { Packet } from './packet.ts';

export interface Datagram {
  readonly source: string;
  readonly destination: string;
  readonly protocol: number;
  readonly payload: Uint8Array;
  /** True where octets are missing from the end of the payload. */
  readonly isCut: boolean;
  /** In the order of the payload; the first has its first octet. */
  readonly frames: readonly [CarryingFrame, ...CarryingFrame[]];
  /** The packet with which the payload was complete. */
  readonly completedBy: Packet;
  readonly problems: readonly string[];
}

export interface CarryingFrame {
  readonly packet: Packet;
  /** Of the link and the Internet layer. */
  readonly headers: readonly Header[];
  /** The payload within the frame. */
  readonly start: number;
  readonly end: number;
}
