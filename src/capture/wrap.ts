/**
 * A message as it would travel: one UDP datagram, or the whole TCP connection around it.
 */

import { tcpConversation } from './tcp-conversation.ts';
import type { Frame } from './pcap-write.ts';
import { wrapDatagram, type Wrapping } from './wrap-packet.ts';

/** The frames of one message: a datagram, or a whole TCP connection around it. */
export function wrapMessage(octets: Uint8Array, wrapping: Wrapping): Frame[] {
  const { transport, timeMs = 0, source, destination } = wrapping;
  if (transport === 'udp') return [wrapDatagram(octets, { ...wrapping, timeMs })];
  // A response comes from the side that was called.
  const isResponse = octets.length > 2 && (octets[2]! & 0x80) !== 0;
  const [client, server] = isResponse ? [destination, source] : [source, destination];
  const isSwapped = isResponse && wrapping.macs;
  const macs = isSwapped ? { source: isSwapped.destination, destination: isSwapped.source } : wrapping.macs;
  const from = isResponse ? ('server' as const) : ('client' as const);
  const ends = {
    source: client,
    destination: server,
    transport,
    link: wrapping.link,
    ...(macs ? { macs } : {}),
  };
  return tcpConversation(ends, [{ from, octets, timeMs }]);
}
