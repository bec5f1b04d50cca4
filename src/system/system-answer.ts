/**
 * What this computer says to a question, and where it has that from.
 */

import type { ResourceRecord } from '../message/message.ts';
import type { Name } from '../message/name.ts';

/**
 * The source that answered, by the names of nsswitch.conf, but `hosts` for the hosts file; `literal`: the
 * name reads as an address, so nothing was looked up; `none`: nobody answered.
 */
export type SystemSource =
  | 'hosts'
  | 'dns'
  | 'mdns'
  | 'myhostname'
  | 'resolve'
  | 'literal'
  | 'unknown'
  | 'none';

/** A line of a file that explains the answer. Lines count from 1. */
export interface Evidence {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

export interface SystemAnswer {
  readonly source: SystemSource;
  /** For address questions: as getaddrinfo gives them, in its order, of the family that was asked. */
  readonly addresses: readonly string[];
  /** For reverse names: the names that getnameinfo gives. */
  readonly names: readonly Name[];
  /**
   * For other types, and where a stub query was made: the answer section of the first name server's reply.
   */
  readonly records: readonly ResourceRecord[];
  /** The response code of the stub query; null where none was made or nobody answered. */
  readonly rcode: number | null;
  /** The name server that the stub query went to, `address#port`. */
  readonly server: string | null;
  /** In words, or null where there is an answer: `no such name`, `no answer within 5 s`. */
  readonly error: string | null;
  /**
   * The names that the search list makes of the one asked for, in the order they are tried, up to the one
   * that answered.
   */
  readonly tried: readonly Name[];
  readonly evidence: readonly Evidence[];
  /** The sources of nsswitch.conf's hosts line, in order. */
  readonly sources: readonly string[];
  /** The addresses of resolv.conf's name servers. */
  readonly nameServers: readonly string[];
  /** What else there is to know, in words: a file that cannot be read or is not valid. */
  readonly notes?: readonly string[];
  readonly elapsedMs: number;
}
