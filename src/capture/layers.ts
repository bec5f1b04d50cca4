/**
 * The five layers of the frame in which a message begins, with the checksums of its headers checked.
 */

import type { Span } from '../message/spans.ts';
import { ipv4Check, transportCheck } from './checks.ts';
import type { CarrierName } from './captured-message.ts';
import type { Datagram } from './datagram.ts';
import { leaf, spanOfHeader, type Header } from './header-form.ts';
import { IPV4 } from './ip-forms.ts';
import type { Check, Layer } from './layer.ts';
import { LINKTYPE } from './packet.ts';
import { physicalLayer } from './physical-layer.ts';
import { TCP, UDP } from './transport-forms.ts';

/** Where a message stands in the payload of a datagram. */
export interface Place {
  readonly datagram: Datagram;
  readonly transport: CarrierName;
  /** Behind the header of the transport layer. */
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly messageStart: number;
  readonly messageEnd: number;
  /** The packets that carried the message. */
  readonly packets: readonly number[];
}

export function layersOf(place: Place): Layer[] {
  const { datagram, transport } = place;
  const [frame] = datagram.frames;
  const { octets, linkType } = frame.packet;
  const headers = frame.headers;
  return [
    applicationLayer(place),
    transportLayer(place),
    internetLayer(place, headers),
    linkLayer(octets, headers, frame.end),
    physicalLayer(octets.length, linkType === LINKTYPE.ethernet),
  ].map((layer) => (layer.name === 'transport' ? { ...layer, protocol: transport.toUpperCase() } : layer));
}

function applicationLayer(place: Place): Layer {
  const { datagram, transport, contentStart, contentEnd, messageStart, messageEnd } = place;
  const [frame] = datagram.frames;
  const inFrame = (at: number): number => Math.min(frame.start + at, frame.end);
  const spans: Span[] = [];
  const add = (label: string, from: number, to: number, value: string, means: string, rfc = ''): void => {
    if (inFrame(from) < inFrame(to)) spans.push(leaf(label, inFrame(from), inFrame(to), value, means, rfc));
  };
  // The length of a message that begins in this segment may stand in the segment before.
  const prefix = transport === 'tcp' ? Math.max(contentStart, messageStart - 2) : messageStart;
  add('before', contentStart, prefix, '', 'octets of the stream in front of this message');
  const length = String(messageEnd - messageStart);
  add('length', prefix, messageStart, length, 'of the message that follows, in octets', 'RFC 1035 4.2.2');
  add('message', messageStart, Math.min(messageEnd, contentEnd), '', 'the DNS message', 'RFC 1035 4.1');
  add('after', messageEnd, contentEnd, '', 'octets of the stream behind this message');
  const means = 'what one program says to the other: the message itself';
  return { name: 'application', protocol: 'DNS', means, spans, checks: [] };
}

function transportLayer({ datagram, transport, contentStart, contentEnd }: Place): Layer {
  const [frame] = datagram.frames;
  const form = transport === 'udp' ? UDP : TCP;
  const check = transportCheck(datagram, transport, contentEnd);
  const header: Header = { form, start: frame.start, end: Math.min(frame.start + contentStart, frame.end) };
  const spans = [spanOfHeader(frame.packet.octets, header, { checksum: remarkOf(check) })];
  const behind = frame.start + contentEnd;
  if (behind < frame.end)
    spans.push(
      leaf('behind the datagram', behind, frame.end, '', 'in the packet, but not in its UDP length'),
    );
  return { name: 'transport', protocol: '', means: form.means, spans, checks: [check] };
}

function internetLayer({ datagram, packets }: Place, headers: readonly Header[]): Layer {
  const frame = datagram.frames[0].packet.octets;
  const own = headers.filter(({ form }) => form.layer === 'internet');
  const checks: Check[] = [];
  const spans = own.map((header) => {
    if (header.form !== IPV4) return spanOfHeader(frame, header);
    const check = ipv4Check(frame.subarray(header.start, header.end));
    checks.push(check);
    return spanOfHeader(frame, header, { checksum: remarkOf(check) });
  });
  const [first] = own;
  const means = `${first?.form.means ?? 'the header is missing'}${partsText(datagram, packets)}`;
  return { name: 'internet', protocol: first?.form.protocol ?? 'unknown', means, spans, checks };
}

/** What is to be said where a message is in more than one packet. */
function partsText({ frames }: Datagram, packets: readonly number[]): string {
  const fragments = frames.map(({ packet }) => packet.number);
  if (fragments.length > 1)
    return `; this one came in ${fragments.length} fragments, in the ${packetsText(fragments)}`;
  return packets.length > 1 ? `; the message came in the ${packetsText(packets)}` : '';
}

const MOST_NAMED = 12;

/** `packet 3`, `packets 3, 5, 6` */
export function packetsText(numbers: readonly number[]): string {
  if (numbers.length === 1) return `packet ${numbers[0]}`;
  const rest = numbers.length > MOST_NAMED ? ` … ${numbers.at(-1)} (${numbers.length} packets)` : '';
  return `packets ${numbers.slice(0, MOST_NAMED).join(', ')}${rest}`;
}

function linkLayer(frame: Uint8Array, headers: readonly Header[], end: number): Layer {
  const own = headers.filter(({ form }) => form.layer === 'link');
  const [first] = own;
  const spans = own.map((header) => spanOfHeader(frame, header));
  if (end < frame.length)
    spans.push(
      leaf('trailer', end, frame.length, '', 'padding up to the shortest frame, or a check sequence'),
    );
  const means =
    first?.form.means ?? 'this capture begins with the Internet packet: its link header was not kept';
  return { name: 'link', protocol: first?.form.protocol ?? 'none', means, spans, checks: [] };
}

function remarkOf({ verdict, message }: Check): string {
  return verdict === 'wrong' ? message : verdict;
}
