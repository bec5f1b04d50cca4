/**
 * A trace as a pcap file, or as a pcapng file that says at each packet which hop it belongs to: every query and reply as it travelled, and the datagrams that were not believed.
 * What the trace does not know is filled in: the client's address and ports, and the packets that TCP needs
 * around a message.
 */

import type { Endpoint } from '../capture/captured-message.ts';
import { writePcap, writePcapng, type Frame } from '../capture/pcap-write.ts';
import { tcpConversation, type Turn } from '../capture/tcp-conversation.ts';
import { wrapDatagram, type Wrapping } from '../capture/wrap-packet.ts';
import { scanIpv4, scanIpv6 } from '../message/kinds/addresses.ts';
import { printable } from '../message/printable-text.ts';
import type { Hop } from '../resolver/events.ts';
import type { Trace } from './trace.ts';

export function tracePcap(trace: Trace): Uint8Array {
  return writePcap(framesOfTrace(trace));
}

export function tracePcapng(trace: Trace): Uint8Array {
  return writePcapng(framesOfTrace(trace));
}

function framesOfTrace(trace: Trace): Frame[] {
  const servers = new Set(trace.hops.map(({ server }) => server.address));
  const clients = {
    ipv4: CLIENTS.ipv4.find((address) => !servers.has(address))!,
    ipv6: CLIENTS.ipv6.find((address) => !servers.has(address))!,
  };
  const frames = trace.hops.flatMap((hop) => {
    const comment = printable(
      `hop ${hop.id}, ${hop.server.name} for ${hop.zone}: ${hop.outcome}: ${hop.verdict}`,
    );
    return framesOf(hop, trace.at, clients).map((frame) => ({ ...frame, comment }));
  });
  return frames.toSorted((a, b) => a.timeMs - b.timeMs);
}

/**
 * Set aside for documentation (RFC 5737 3, RFC 3849 2). A server of the trace may have one of them, but not
 * all.
 */
const CLIENTS = {
  ipv4: Array.from({ length: 254 }, (_, i) => `203.0.113.${254 - i}`),
  ipv6: Array.from({ length: 254 }, (_, i) => `2001:db8:ffff::${(254 - i).toString(16)}`),
};
/** Ports that are free for all (RFC 6335 6): one for each hop, so that each is a conversation of its own. */
const FIRST_PORT = 49_152;
const PORTS = 16_384;
const DNS_PORT = 53;
const MICROSECOND = 0.001;

function framesOf(hop: Hop, at: number, clients: Readonly<Record<'ipv4' | 'ipv6', string>>): Frame[] {
  const server = endpointOf(hop.server.address, hop.server.port);
  if (!server) return [];
  const family = server.address.includes(':') ? 'ipv6' : 'ipv4';
  const client = { address: clients[family], port: FIRST_PORT + (hop.id % PORTS) };
  const startMs = at + hop.startMs;
  const replyMs = startMs + (hop.rttMs ?? 0);
  if (hop.transport === 'udp') return datagramsOf(hop, client, server, startMs, replyMs);
  const isEncrypted = hop.transport !== 'tcp';
  // What was said inside TLS is shown as it would have been said without: at the port where it can be read.
  const destination = isEncrypted ? { ...server, port: DNS_PORT } : server;
  const ends: Wrapping = { source: client, destination, transport: 'tcp', link: 'raw', timeMs: startMs };
  const turns: Turn[] = [{ from: 'client', octets: hop.query, timeMs: startMs }];
  if (hop.reply) turns.push({ from: 'server', octets: hop.reply, timeMs: replyMs });
  if (hop.outcome === 'unreachable') return tcpConversation(ends, turns, 'only-syn');
  return tcpConversation(ends, turns, hop.reply ? 'whole' : 'unfinished');
}

function datagramsOf(
  hop: Hop,
  client: Endpoint,
  server: Endpoint,
  startMs: number,
  replyMs: number,
): Frame[] {
  const send = (octets: Uint8Array, source: Endpoint, destination: Endpoint, timeMs: number): Frame =>
    wrapDatagram(octets, { source, destination, transport: 'udp', link: 'raw', timeMs });
  const frames = [send(hop.query, client, server, startMs)];
  for (const [i, { octets, from }] of hop.rejected.entries()) {
    const [, address = '', port = ''] = /^(.*)#(\d+)$/.exec(from) ?? [];
    const claimed = endpointOf(address, Number(port));
    const isSameFamily = claimed?.address.includes(':') === client.address.includes(':');
    // When it came is not known: after the query, and before the reply that was waited for.
    const timeMs = Math.min(startMs + (i + 1) * MICROSECOND, Math.max(replyMs, startMs));
    frames.push(send(octets, claimed && isSameFamily ? claimed : server, client, timeMs));
  }
  if (hop.reply) frames.push(send(hop.reply, server, client, replyMs));
  return frames;
}

/** Without the zone of a link-local address; undefined where it is no address. */
export function endpointOf(address: string, port: number): Endpoint | undefined {
  const bare = address.replace(/%.*$/, '');
  return (scanIpv4(bare) ?? scanIpv6(bare)) ? { address: bare, port } : undefined;
}
