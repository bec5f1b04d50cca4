/**
 * What further questions found out where two answers differ. Each is there only where it was asked.
 */

import type { Name } from '../message/name.ts';

/** What somebody said to a question: values as in `Side`, or null for silence. */
type Said = readonly string[] | null;

export interface ProbeResults {
  /** The AAAA records that the speaker gives for ipv4only.arpa (RFC 7050 3): they show its prefix for translation. */
  readonly ipv4only?: Said;
  /** The A records that the speaker gives for the name, where AAAA was asked. */
  readonly ipv4?: Said;
  /** What the speaker says of a name that nobody can have registered, beside or below the one in question. */
  readonly nonsense?: { readonly name: Name; readonly said: Said };
  /** The speaker's TTL a moment later: a cache counts down, made-up data do not. Seconds. */
  readonly later?: { readonly firstTtl: number; readonly thenTtl: number; readonly afterMs: number };
  /** What each authoritative server says. */
  readonly authorities?: readonly { readonly server: Name; readonly address: string; readonly said: Said }[];
  /** What an authoritative server says to askers of other places (RFC 7871). */
  readonly subnets?: readonly { readonly subnet: string; readonly said: Said; readonly scope: number }[];
  /** The SOA record that the zone has now; TTLs in seconds. */
  readonly soa?: { readonly serial: number; readonly ttl: number; readonly minimum: number };
  /** Whether a query to an address where no name server is was answered, and by what. */
  readonly nowhere?: { readonly address: string; readonly isAnswered: boolean };
}
