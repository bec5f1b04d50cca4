/**
 * Layers around a message that came without any: built from addresses and ports, and read back like a capture, so that
 * there is one way to name their fields.
 */

import type { CarrierName, Endpoint } from '../capture/captured-message.ts';
import { InputError } from '../capture/input-error.ts';
import { writePcap, type Frame } from '../capture/pcap-write.ts';
import { recogniseInput } from '../capture/recognise.ts';
import { wrapMessage } from '../capture/wrap.ts';
import type { FrameLayers } from '../render/dissection.ts';
import { endpointOf } from './endpoint.ts';
import { UsageError } from './usage-error.ts';

export interface WrapFlags {
  readonly source?: string;
  readonly destination?: string;
  readonly tcp?: true;
}

const DNS_PORT = 53;
/** The first port for temporary use (RFC 6335 6). */
const CLIENT_PORT = 49152;
/** What an IPv4 datagram carries: 65535 octets less the headers of IP and UDP. */
const LARGEST_DATAGRAM = 65507;

/** The frames that would carry the message. Throws UsageError where the addresses do not go together. */
export function framesAround(octets: Uint8Array, flags: WrapFlags, timeMs: number): Frame[] {
  const { source, destination } = endsOf(octets, flags);
  const transport: CarrierName = flags.tcp || octets.length > LARGEST_DATAGRAM ? 'tcp' : 'udp';
  try {
    return wrapMessage(octets, { source, destination, transport, link: 'ethernet', timeMs });
  } catch (error) {
    if (error instanceof InputError) throw new UsageError(error.message);
    throw error;
  }
}

export function builtLayers(octets: Uint8Array, flags: WrapFlags): FrameLayers | undefined {
  const frames = framesAround(octets, flags, 0);
  const { source, destination } = endsOf(octets, flags);
  try {
    const ports = [source.port, destination.port];
    const { messages } = recogniseInput(writePcap(frames), { from: 'pcap', ports });
    const found = messages.find(({ layers }) => layers.length > 0);
    return found && { layers: found.layers, frame: found.frames[0]!.octets, isBuilt: true };
  } catch (error) {
    if (error instanceof InputError) throw new UsageError(`no layers can be built: ${error.message}`);
    throw error;
  }
}

/** A query goes to port 53, a response comes from there; addresses that nobody has (RFC 5737, RFC 3849) stand in. */
function endsOf(octets: Uint8Array, flags: WrapFlags): { source: Endpoint; destination: Endpoint } {
  const isResponse = ((octets[2] ?? 0) & 0x80) !== 0;
  const [sourcePort, destinationPort] = isResponse ? [DNS_PORT, CLIENT_PORT] : [CLIENT_PORT, DNS_PORT];
  const given = [flags.source, flags.destination].filter((text) => text !== undefined);
  const isIpv6 = given.some((text) => endpointOf(text, 0).address.includes(':'));
  const client = isIpv6 ? '2001:db8::1' : '192.0.2.1';
  const server = isIpv6 ? '2001:db8::53' : '192.0.2.53';
  return {
    source: endpointOf(flags.source ?? `[${isResponse ? server : client}]`, sourcePort),
    destination: endpointOf(flags.destination ?? `[${isResponse ? client : server}]`, destinationPort),
  };
}
