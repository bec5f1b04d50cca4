/**
 * From a captured frame to the Internet packet in it: Ethernet with VLAN tags, Linux cooked captures, PPP,
 * BSD loopback and packets without any link header.
 */

import { COOKED, COOKED2, ETHERNET, LOOPBACK, LOOPBACK_SWAPPED, PPP, VLAN } from './link-forms.ts';
import type { Header, HeaderForm } from './header-form.ts';
import { u16, u32 } from './octets.ts';
import { LINKTYPE, linkTypeName, type Packet } from './packet.ts';

/** What was found below the Internet layer: where that begins, or why there is nothing for us. */
export interface LinkReading {
  readonly headers: readonly Header[];
  /** Where the Internet header begins. */
  readonly start: number;
  readonly nothing?: Nothing;
}

/** Why a packet has nothing for us: it is something else, or it is broken. */
export interface Nothing {
  readonly is: 'other' | 'broken';
  readonly why: string;
}

export function readLink({ linkType, octets }: Packet): LinkReading {
  switch (linkType) {
    case LINKTYPE.ethernet:
      return readEthernet(octets);
    case LINKTYPE.linuxCooked:
      return readTyped(octets, COOKED, 16, (at) => u16(octets, at + 14));
    case LINKTYPE.linuxCooked2:
      return readTyped(octets, COOKED2, 20, (at) => u16(octets, at));
    case LINKTYPE.null:
    case LINKTYPE.loop:
      return readLoopback(octets, linkType);
    case LINKTYPE.ppp:
      return readPpp(octets);
    case LINKTYPE.raw:
    case LINKTYPE.rawAsBsd:
    case LINKTYPE.rawAsOpenBsd:
    case LINKTYPE.ipv4:
    case LINKTYPE.ipv6:
      return { headers: [], start: 0 };
    default:
      return broken([], `the link type (${linkTypeName(linkType)}) cannot be opened`);
  }
}

export const ETHERTYPE_IPV4 = 0x0800;
export const ETHERTYPE_IPV6 = 0x86dd;
/** IEEE 802.1Q, IEEE 802.1ad and the number in use before it. */
const VLAN_TAGS = [0x8100, 0x88a8, 0x9100];
/** More tags than anybody stacks. */
const MOST_TAGS = 8;

function readEthernet(octets: Uint8Array): LinkReading {
  return readTyped(octets, ETHERNET, 14, (at) => u16(octets, at + 12));
}

function readTyped(
  octets: Uint8Array,
  form: HeaderForm,
  length: number,
  typeAt: (start: number) => number,
): LinkReading {
  const headers: Header[] = [{ form, start: 0, end: Math.min(length, octets.length) }];
  if (octets.length < length) return broken(headers, `the ${form.protocol} header is cut off`);
  let type = typeAt(0);
  let start = length;
  for (let tags = 0; VLAN_TAGS.includes(type) && tags < MOST_TAGS; tags++) {
    const end = start + 4;
    headers.push({ form: VLAN, start, end: Math.min(end, octets.length) });
    if (octets.length < end) return broken(headers, 'the VLAN tag is cut off');
    type = u16(octets, start + 2);
    start = end;
  }
  if (type === ETHERTYPE_IPV4 || type === ETHERTYPE_IPV6) return { headers, start };
  return other(headers, `protocol 0x${type.toString(16).padStart(4, '0')}`);
}

/** The address families of Internet packets: 2 everywhere; IPv6 is 10 on Linux, 24, 28 and 30 on the BSDs. */
const FAMILIES = [2, 10, 24, 28, 30];

/** LINKTYPE_NULL has the byte order of the machine that captured, LINKTYPE_LOOP that of the network. */
function readLoopback(octets: Uint8Array, linkType: number): LinkReading {
  if (octets.length < 4) {
    const header = { form: LOOPBACK, start: 0, end: octets.length };
    return broken([header], 'the loopback header is cut off');
  }
  const isSwapped = linkType === LINKTYPE.null && octets[0] !== 0;
  const family = isSwapped ? octets[0]! + 256 * octets[1]! : u32(octets, 0);
  const headers = [{ form: isSwapped ? LOOPBACK_SWAPPED : LOOPBACK, start: 0, end: 4 }];
  if (FAMILIES.includes(family)) return { headers, start: 4 };
  return other(headers, `address family ${family}`);
}

/** PPP, with the address and control octets of HDLC in front or not (RFC 1661 2, RFC 1662 3.1). */
function readPpp(octets: Uint8Array): LinkReading {
  const at = octets[0] === 0xff && octets[1] === 0x03 ? 2 : 0;
  const headers = [{ form: PPP, start: 0, end: Math.min(at + 2, octets.length) }];
  if (octets.length < at + 2) return broken(headers, 'the PPP header is cut off');
  const protocol = u16(octets, at);
  if (protocol === 0x0021 || protocol === 0x0057) return { headers, start: at + 2 };
  return other(headers, `PPP protocol 0x${protocol.toString(16).padStart(4, '0')}`);
}

function other(headers: readonly Header[], what: string): LinkReading {
  return { headers, start: 0, nothing: { is: 'other', why: `no Internet packet: ${what}` } };
}

function broken(headers: readonly Header[], why: string): LinkReading {
  return { headers, start: 0, nothing: { is: 'broken', why } };
}
