/**
 * What `recogniseInput` gives: which kind the input is and why, and its messages with where each came from.
 */

import type { CapturedMessage } from './captured-message.ts';

/** The kinds that an input may be recognised as, or be said to be. */
export const INPUT_KINDS = [
  'hex',
  'xxd',
  'tcpdump',
  'wireshark',
  'hexdump',
  'od',
  'base64',
  'json',
  'raw',
  'raw-tcp',
  'pcap',
  'pcapng',
] as const;
export type Kind = (typeof INPUT_KINDS)[number];

export interface Input {
  readonly kind: Kind;
  /** What it was recognised by, as a clause: `starts with the magic number of pcap`. */
  readonly why: string;
  readonly messages: readonly CapturedMessage[];
  /** What is wrong with the input but does not stop the reading, one sentence each. */
  readonly problems: readonly string[];
  /** The text itself, where the kind is `json`: reading it is left to whoever knows its schema. */
  readonly text?: string;
}
