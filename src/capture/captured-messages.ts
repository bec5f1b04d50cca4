/**
 * From the packets of a capture to the DNS messages in them: opens the layers one by one, puts fragments and
 * streams together, and counts what had nothing for us.
 */

import type { CapturedFrame, CapturedMessage } from './captured-message.ts';
import type { CarryingFrame, Datagram } from './datagram.ts';
import { FragmentTable } from './fragments.ts';
import { otherProtocol, readInternet } from './internet-layer.ts';
import { PROTOCOL_TCP, PROTOCOL_UDP } from './ip-forms.ts';
import { layersOf, packetsText, type Place } from './layers.ts';
import { readLink, type Nothing } from './link-layer.ts';
import type { Packet } from './packet.ts';
import { readsAsMessage } from './reads-as-message.ts';
import { readStreams, type StreamMessage } from './stream-messages.ts';
import { StreamTable } from './tcp-streams.ts';
import { readTcp, readUdp } from './transport-layer.ts';

export interface CaptureReading {
  /** In the order in which they were complete. */
  readonly messages: readonly CapturedMessage[];
  readonly problems: readonly string[];
  readonly packets: number;
  /** Why packets had no message, with how many; for the sentence where there is none at all. */
  readonly nothing: readonly string[];
}

/**
 * Opens a capture. A packet that is broken is a problem, never an exception. What comes from or goes to one
 * of the ports is a message, however broken; at other ports only what reads as one.
 */
export function messagesOfPackets(
  packets: Iterable<Packet>,
  ports: readonly number[] = DNS_PORTS,
): CaptureReading {
  const capture = new Capture(ports);
  for (const packet of packets) capture.addPacket(packet);
  return capture.finish();
}

/** DNS (RFC 1035 4.2), multicast DNS (RFC 6762 3), LLMNR (RFC 4795 2). */
export const DNS_PORTS: readonly number[] = [53, 5353, 5355];
const MOST_REMEMBERED_FLOWS = 65_536;

interface Found {
  readonly message: CapturedMessage;
  readonly packet: number;
}

class Capture {
  readonly #fragments = new FragmentTable();
  readonly #streams = new StreamTable();
  readonly #found: Found[] = [];
  readonly #nothing = new Map<
    string,
    { readonly is: Nothing['is']; count: number; readonly first: number }
  >();
  /** Pairs of ends that have exchanged a DNS message at ports of their own choice. */
  readonly #flows = new Set<string>();
  readonly #ports: readonly number[];
  #packets = 0;

  constructor(ports: readonly number[]) {
    this.#ports = ports;
  }

  addPacket(packet: Packet): void {
    this.#packets++;
    const link = readLink(packet);
    if (link.nothing) return this.#passOver(packet, link.nothing);
    const internet = readInternet(packet.octets, link.start);
    if ('nothing' in internet) return this.#passOver(packet, internet.nothing);
    const { source, destination, protocol, start, end, missing, fragment } = internet;
    const headers = [...link.headers, ...internet.headers];
    if (fragment) {
      for (const datagram of this.#fragments.add(packet, headers, internet, fragment))
        this.#addDatagram(datagram);
      return;
    }
    const frame: CarryingFrame = { packet, headers, start, end };
    const payload = packet.octets.subarray(start, end);
    const isCut = missing > 0;
    const about = { source, destination, protocol, payload, isCut };
    this.#addDatagram({ ...about, frames: [frame], completedBy: packet, problems: [] });
  }

  #addDatagram(datagram: Datagram): void {
    const [problem] = datagram.problems;
    if (problem && datagram.payload.length === 0)
      return this.#passOver(datagram.completedBy, { is: 'broken', why: problem });
    if (datagram.protocol === PROTOCOL_UDP) this.#addUdp(datagram);
    else if (datagram.protocol === PROTOCOL_TCP) this.#addTcp(datagram);
    else this.#passOver(datagram.completedBy, otherProtocol(datagram.protocol));
  }

  #addUdp(datagram: Datagram): void {
    const reading = readUdp(datagram);
    if ('why' in reading) return this.#passOver(datagram.completedBy, reading);
    const { source, destination, start, end, problems } = reading;
    const octets = datagram.payload.subarray(start, end);
    const flow = [source, destination]
      .map(({ address, port }) => `${address} ${port}`)
      .toSorted()
      .join(' ');
    const isExpected =
      [source, destination].some(({ port }) => this.#ports.includes(port)) || this.#flows.has(flow);
    const [problem] = problems;
    if (octets.length === 0 && problem)
      return this.#passOver(datagram.completedBy, { is: 'broken', why: problem });
    if (octets.length === 0 || (!isExpected && !readsAsMessage(octets)))
      return this.#passOver(datagram.completedBy, { is: 'other', why: 'UDP without a DNS message' });
    if (this.#flows.size < MOST_REMEMBERED_FLOWS) this.#flows.add(flow);
    const place: Place = {
      datagram,
      transport: 'udp',
      contentStart: start,
      contentEnd: end,
      messageStart: start,
      messageEnd: end,
      packets: datagram.frames.map(({ packet }) => packet.number),
    };
    const frames = datagram.frames.map(frameOf);
    this.#add(octets, datagram.completedBy, { source, destination }, place, frames, problems);
  }

  #addTcp(datagram: Datagram): void {
    const reading = readTcp(datagram);
    if ('why' in reading) this.#passOver(datagram.completedBy, reading);
    else this.#streams.add(datagram, reading);
  }

  #addStreamMessage({ stream, octets, pieces, start, problems }: StreamMessage): void {
    const [first] = pieces;
    const { segment, skip } = first;
    const carriers = pieces.flatMap(({ segment: { datagram } }) => datagram.frames);
    const frames = [...new Map(carriers.map((frame) => [frame.packet.number, frameOf(frame)])).values()];
    const completedBy = pieces
      .map(({ segment: { datagram } }) => datagram.completedBy)
      .reduce((a, b) => (b.number > a.number ? b : a));
    const messageStart = segment.at + skip + start;
    const place: Place = {
      datagram: segment.datagram,
      transport: 'tcp',
      contentStart: segment.at,
      contentEnd: segment.at + segment.octets.length,
      messageStart,
      messageEnd: messageStart + octets.length,
      packets: frames.map(({ packet }) => packet),
    };
    this.#add(octets, completedBy, stream, place, frames, problems);
  }

  #add(
    octets: Uint8Array,
    completedBy: Packet,
    { source, destination }: Required<Pick<CapturedMessage, 'source' | 'destination'>>,
    place: Place,
    frames: readonly CapturedFrame[],
    problems: readonly string[],
  ): void {
    const numbers = frames.map(({ packet }) => packet);
    const message: CapturedMessage = {
      octets,
      where: packetsText(numbers),
      ...(completedBy.timeMs === undefined ? {} : { timeMs: completedBy.timeMs }),
      source,
      destination,
      transport: place.transport,
      frames,
      // Made when they are looked at: a capture may have a million messages.
      get layers() {
        return layersOf(place);
      },
      problems,
    };
    this.#found.push({ message, packet: completedBy.number });
  }

  #passOver({ number }: Packet, { is, why }: Nothing): void {
    const known = this.#nothing.get(why);
    if (known) known.count++;
    else this.#nothing.set(why, { is, count: 1, first: number });
  }

  finish(): CaptureReading {
    for (const datagram of this.#fragments.rest()) this.#addDatagram(datagram);
    const { messages, problems } = readStreams(this.#streams.streams(), this.#ports);
    for (const message of messages) this.#addStreamMessage(message);
    const nothing = [...this.#nothing].map(([why, { is, count, first }]) => {
      return { is, sentence: `${why} (${count === 1 ? 'packet' : `${count} packets, the first`} ${first})` };
    });
    const broken = nothing.filter(({ is }) => is === 'broken').map(({ sentence }) => sentence);
    return {
      messages: this.#found.toSorted((a, b) => a.packet - b.packet).map(({ message }) => message),
      problems: [...broken, ...this.#streams.problems, ...problems],
      packets: this.#packets,
      nothing: nothing.map(({ sentence }) => sentence),
    };
  }
}

function frameOf({ packet }: CarryingFrame): CapturedFrame {
  return { packet: packet.number, octets: packet.octets };
}
