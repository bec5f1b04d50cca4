/**
 * From an Internet packet to its payload: IPv4 (RFC 791) and IPv6 with its extension headers (RFC 8200).
 * Putting fragments together is left to `fragments.ts`.
 */

import { printIpv4, printIpv6 } from '../message/kinds/addresses.ts';
import type { Header } from './header-form.ts';
import { extensionForm, FRAGMENT, IPV4, IPV6, PROTOCOL_AH, protocolName } from './ip-forms.ts';
import type { Nothing } from './link-layer.ts';
import { u16, u32 } from './octets.ts';

export interface InternetReading {
  readonly headers: readonly Header[];
  readonly source: string;
  readonly destination: string;
  /** What the payload is; of a fragment, what the whole payload is or begins with. */
  readonly protocol: number;
  /** The payload within the frame. */
  readonly start: number;
  readonly end: number;
  /** Octets of the payload that the capture did not keep. */
  readonly missing: number;
  readonly fragment?: Fragment;
}

export interface Fragment {
  readonly id: number;
  /** In octets. */
  readonly offset: number;
  readonly more: boolean;
}

export interface NoInternetReading {
  readonly headers: readonly Header[];
  readonly nothing: Nothing;
}

export function readInternet(frame: Uint8Array, start: number): InternetReading | NoInternetReading {
  const version = start < frame.length ? frame[start]! >> 4 : 0;
  if (version === 4) return readIpv4(frame, start);
  if (version === 6) return readIpv6(frame, start);
  if (start >= frame.length) return nothing([], 'broken', 'nothing is left of the packet');
  return nothing([], 'other', `no Internet packet: IP version ${version}`);
}

function readIpv4(frame: Uint8Array, start: number): InternetReading | NoInternetReading {
  const available = frame.length - start;
  const headerOctets = (frame[start]! & 0xf) * 4;
  const header = { form: IPV4, start, end: start + Math.min(Math.max(headerOctets, 20), available) };
  if (headerOctets < 20)
    return nothing([header], 'broken', 'the IPv4 header says it is shorter than it can be');
  if (available < headerOctets) return nothing([header], 'broken', 'the IPv4 header is cut off');
  // Zero where the network card was to cut a larger packet up.
  const total = u16(frame, start + 2) || available;
  if (total < headerOctets)
    return nothing([header], 'broken', 'the total length of the IPv4 packet is less than its header');
  const word = u16(frame, start + 6);
  const fragment = { id: u16(frame, start + 4), offset: (word & 0x1fff) * 8, more: (word & 0x2000) !== 0 };
  const reading = {
    headers: [header],
    source: printIpv4(frame, start + 12),
    destination: printIpv4(frame, start + 16),
    protocol: frame[start + 9]!,
    start: start + headerOctets,
    end: start + Math.min(total, available),
    missing: Math.max(0, total - available),
  };
  return fragment.more || fragment.offset > 0 ? { ...reading, fragment } : reading;
}

function readIpv6(frame: Uint8Array, start: number): InternetReading | NoInternetReading {
  const available = frame.length - start;
  const header = { form: IPV6, start, end: start + Math.min(40, available) };
  if (available < 40) return nothing([header], 'broken', 'the IPv6 header is cut off');
  // Zero for a jumbogram (RFC 2675 3), or where the network card was to cut a larger packet up.
  const length = u16(frame, start + 4) || available - 40;
  const end = start + 40 + Math.min(length, available - 40);
  const chain = readExtensions(frame, start + 40, end, frame[start + 6]!);
  const headers = [header, ...chain.headers];
  if ('nothing' in chain) return { headers, nothing: chain.nothing };
  const { protocol, at, fragment } = chain;
  const reading = {
    headers,
    source: printIpv6(frame, start + 8),
    destination: printIpv6(frame, start + 24),
    protocol,
    start: at,
    end,
    missing: Math.max(0, length - (available - 40)),
  };
  return fragment ? { ...reading, fragment } : reading;
}

/** Hop-by-hop, routing, authentication, destination options, mobility, host identity, shim6: read over. */
const READ_OVER = [0, 43, PROTOCOL_AH, 60, 135, 139, 140];
const FRAGMENT_HEADER = 44;
/** More headers than any real packet has. */
const MOST_EXTENSIONS = 32;

type Chain =
  | {
      readonly headers: readonly Header[];
      readonly protocol: number;
      readonly at: number;
      readonly fragment?: Fragment;
    }
  | NoInternetReading;

/**
 * Follows the extension headers from `at` to what is none of them, or to a fragment header that means
 * something.
 */
export function readExtensions(frame: Uint8Array, at: number, end: number, first: number): Chain {
  const headers: Header[] = [];
  let protocol = first;
  while (READ_OVER.includes(protocol) || protocol === FRAGMENT_HEADER) {
    const form = protocol === FRAGMENT_HEADER ? FRAGMENT : extensionForm(protocol);
    const octets = at + 2 <= end ? extensionOctets(frame, at, protocol) : 8;
    headers.push({ form, start: Math.min(at, end), end: Math.min(at + octets, end) });
    if (at + octets > end) return nothing(headers, 'broken', `the ${form.protocol} is cut off`);
    if (headers.length > MOST_EXTENSIONS)
      return nothing(headers, 'broken', 'too many IPv6 extension headers');
    const isFragment = protocol === FRAGMENT_HEADER;
    protocol = frame[at]!;
    const word = isFragment ? u16(frame, at + 2) : 0;
    const fragment = {
      id: isFragment ? u32(frame, at + 4) : 0,
      offset: word & 0xfff8,
      more: (word & 1) === 1,
    };
    at += octets;
    // A fragment that is the whole packet needs nothing put together (RFC 8200 4.5).
    if (fragment.more || fragment.offset > 0) return { headers, protocol, at, fragment };
  }
  return { headers, protocol, at };
}

function extensionOctets(frame: Uint8Array, at: number, protocol: number): number {
  if (protocol === FRAGMENT_HEADER) return 8;
  return protocol === PROTOCOL_AH ? (frame[at + 1]! + 2) * 4 : (frame[at + 1]! + 1) * 8;
}

/** What to say of a payload that no DNS message travels in. */
export function otherProtocol(protocol: number): Nothing {
  const why = protocol === 50 ? 'encrypted (ESP)' : protocolName(protocol);
  return { is: 'other', why: `neither UDP nor TCP: ${why}` };
}

function nothing(headers: readonly Header[], is: Nothing['is'], why: string): NoInternetReading {
  return { headers, nothing: { is, why } };
}
