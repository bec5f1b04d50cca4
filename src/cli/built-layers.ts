/**
 * Layers around a message that came without any, from the addresses and ports of the command line.
 */

import { builtAround, usualPorts, wrappingFor } from '../capture/built-around.ts';
import { InputError } from '../capture/input-error.ts';
import type { Frame } from '../capture/pcap-write.ts';
import { wrapMessage } from '../capture/wrap.ts';
import type { Wrapping } from '../capture/wrap-packet.ts';
import type { FrameLayers } from '../render/dissection.ts';
import type { ServerAddress } from '../transport/exchange.ts';
import { scanEndpoint } from '../transport/endpoint.ts';
import { UsageError } from './usage-error.ts';

export interface WrapFlags {
  readonly source?: string;
  readonly destination?: string;
  readonly tcp?: true;
}

/** The frames that would carry the message. Throws UsageError where the addresses do not go together. */
export function framesAround(octets: Uint8Array, flags: WrapFlags, timeMs: number): Frame[] {
  return asUsage(() => wrapMessage(octets, { ...wrappingFor(octets, wantedOf(octets, flags)), timeMs }));
}

export function builtLayers(octets: Uint8Array, flags: WrapFlags): FrameLayers | undefined {
  const { layers, frames } = asUsage(() => builtAround(octets, wantedOf(octets, flags)));
  const [frame] = frames;
  return frame && layers.length > 0 ? { layers, frame: frame.octets, isBuilt: true } : undefined;
}

function wantedOf(octets: Uint8Array, { source, destination, tcp }: WrapFlags): Partial<Wrapping> {
  const [sourcePort, destinationPort] = usualPorts(octets);
  return {
    ...(source === undefined ? {} : { source: endpointOf(source, sourcePort) }),
    ...(destination === undefined ? {} : { destination: endpointOf(destination, destinationPort) }),
    ...(tcp ? { transport: 'tcp' } : {}),
  };
}

function asUsage<T>(build: () => T): T {
  try {
    return build();
  } catch (error) {
    if (error instanceof InputError) throw new UsageError(`no layers can be built: ${error.message}`);
    throw error;
  }
}

/** Throws UsageError. */
function endpointOf(text: string, defaultPort: number): ServerAddress {
  const endpoint = scanEndpoint(text, defaultPort);
  if (endpoint) return endpoint;
  throw new UsageError(`"${text}" is no ADDRESS#PORT, such as 192.0.2.1#53 or 2001:db8::1#53`);
}
