/**
 * A packet of a capture file, and the link types that this room can open (tcpdump.org/linktypes.html).
 */

export interface Packet {
  /** Its place in the file, from 1. */
  readonly number: number;
  readonly linkType: number;
  readonly octets: Uint8Array;
  /** How long it was on the wire: more than `octets` where the capture cut it off. */
  readonly originalLength: number;
  /** Milliseconds since 1970; undefined where the capture has no times. */
  readonly timeMs: number | undefined;
}

export const LINKTYPE = {
  null: 0,
  ethernet: 1,
  ppp: 9,
  rawAsBsd: 12,
  rawAsOpenBsd: 14,
  raw: 101,
  loop: 108,
  linuxCooked: 113,
  ipv4: 228,
  ipv6: 229,
  linuxCooked2: 276,
} as const;

/** Those that are met in practice and cannot be opened here, so that the sentence can name them. */
const OTHER_LINK_TYPES: Readonly<Record<number, string>> = {
  6: 'IEEE 802.5 Token Ring',
  50: 'PPP in HDLC-like framing',
  51: 'PPPoE',
  104: 'Cisco HDLC',
  105: 'IEEE 802.11 without radio information',
  107: 'Frame Relay',
  117: 'OpenBSD pflog',
  119: 'IEEE 802.11 with Prism information',
  127: 'IEEE 802.11 with radiotap information',
  163: 'IEEE 802.11 with AVS information',
  187: 'Bluetooth HCI',
  189: 'USB of Linux',
  192: 'PPI',
  195: 'IEEE 802.15.4',
  227: 'CAN bus',
  239: 'Linux netfilter log',
  249: 'USBPcap',
  252: 'Wireshark upper PDU',
};

export function linkTypeName(linkType: number): string {
  if (linkType >= 147 && linkType <= 162) return `user-defined, ${linkType}`;
  const name = OTHER_LINK_TYPES[linkType];
  return name ? `${name}, ${linkType}` : String(linkType);
}
