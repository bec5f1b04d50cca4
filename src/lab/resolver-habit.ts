/**
 * What a resolver of a lab world may do besides resolving: remember, translate, block, make up. Each habit replies as
 * Unbound, BIND or dnsmasq do, to the flags and TTLs. Being slow, silent or unwilling are faults, as any server has.
 */

import type { Message } from '../message/message.ts';
import type { Clock } from '../transport/clock-and-chance.ts';

export type ResolverHabit =
  /** Has these records, as zone-file text with the TTLs that their zone gave them, since that many seconds. */
  | { readonly kind: 'remembers'; readonly ageSeconds: number; readonly records: readonly string[] }
  /** Has known for that long that there is no such name; the SOA record is of the zone as it was then. */
  | {
      readonly kind: 'remembers-denial';
      readonly ageSeconds: number;
      readonly name: string;
      readonly soa: string;
    }
  /** Makes IPv6 addresses of IPv4 ones (DNS64, RFC 6147); the prefix has 96 bits: `2001:db8:64::`. */
  | { readonly kind: 'translates'; readonly prefix: string }
  /** Keeps these names and all below them from being found, and may say so (RFC 8914). */
  | {
      readonly kind: 'blocks';
      readonly names: readonly string[];
      readonly how: 'denial' | 'null-address' | 'refusal';
      readonly extendedError?: ExtendedError;
    }
  /** Gives an address in the place of every denial. */
  | { readonly kind: 'rewrites-denials'; readonly address: string }
  /** Checks signatures, and those of these names and all below them do not hold. */
  | { readonly kind: 'validates'; readonly bogus: readonly string[] }
  /** Keeps these zones to itself, without any name in them (RFC 6303). */
  | { readonly kind: 'keeps-zones'; readonly zones: readonly string[] }
  /** Says of these names what it was told to say: with authority, or like a response policy zone without. */
  | {
      readonly kind: 'overrides';
      readonly records: readonly string[];
      readonly as: 'local-data' | 'policy';
    };

export interface ExtendedError {
  readonly code: number;
  readonly text: string;
}

/** From query to reply, as a resolver does it. */
export type Recursion = (query: Message) => Promise<Message>;

/** What a habit makes of a resolver. */
export type Layer<K extends ResolverHabit['kind']> = (
  habit: Extract<ResolverHabit, { kind: K }>,
  next: Recursion,
  clock: Clock,
) => Recursion;
