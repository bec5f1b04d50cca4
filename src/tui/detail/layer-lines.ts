/**
 * The five layers around the query and the reply of a hop, as `dissect --layers` shows them. The frames are built: a
 * socket hands over messages only.
 */

import { builtAround } from '../../capture/built-around.ts';
import type { CarrierName, Endpoint } from '../../capture/captured-message.ts';
import type { Check, Layer } from '../../capture/layer.ts';
import { columnsFor, linesOfRow } from '../../render/dissection-row-lines.ts';
import { rowsOf } from '../../render/dissection-rows.ts';
import { plain } from '../../render/style.ts';
import { endpointOf } from '../../render/trace-pcap.ts';
import type { Hop, HopStart } from '../../resolver/events.ts';
import { cutLine, EMPTY_LINE, hanging, lineOf, type Line } from '../drawing/styled-line.ts';
import { isFinished, type HopEntry } from '../walk/walk-state.ts';

export function layerLines({ hop }: HopEntry, columns: number): Line[] {
  const reply = isFinished(hop) ? hop.reply : null;
  return [
    ...hanging('', aboutText(hop), columns, 'dim'),
    ...messageLayers('query', hop, hop.query, columns),
    ...(reply ? messageLayers('reply', hop, reply, columns) : []),
  ];
}

/** Set aside for documentation (RFC 5737 3, RFC 3849 2); the port is free for all (RFC 6335 6). */
const CLIENTS = { ipv4: '203.0.113.254', ipv6: '2001:db8:ffff::fe' };
const CLIENT_PORT = 49_152;
const SERVER_PORT = 53;
/** The length in front of a message over TCP has 16 bits (RFC 1035 4.2.2). */
const LONGEST_MESSAGE = 0xffff;
const LONGEST_DATAGRAM = LONGEST_MESSAGE - 20 - 8;

function aboutText({ transport }: HopStart): string {
  const inside = isEncrypted(transport)
    ? ` It travelled inside ${transport.toUpperCase()}; this is how it would without.`
    : '';
  return `Built around the messages, with a made-up address for this computer.${inside} Offsets count from the first octet of the frame.`;
}

function isEncrypted(transport: HopStart['transport']): boolean {
  return transport !== 'udp' && transport !== 'tcp';
}

function messageLayers(
  name: 'query' | 'reply',
  hop: HopStart | Hop,
  octets: Uint8Array,
  columns: number,
): Line[] {
  const title = [EMPTY_LINE, lineOf(`around the ${name} (${octets.length} octets)`, 'strong')];
  if (octets.length === 0 || octets.length > LONGEST_MESSAGE)
    return [...title, ...hanging('  ', 'No frame can carry a message of that length.', columns, 'bad')];
  const server = serverOf(hop);
  const family = server.address.includes(':') ? 'ipv6' : 'ipv4';
  const client = { address: CLIENTS[family], port: CLIENT_PORT };
  const [source, destination] = name === 'query' ? [client, server] : [server, client];
  const transport: CarrierName = hop.transport === 'udp' && octets.length <= LONGEST_DATAGRAM ? 'udp' : 'tcp';
  const { layers, frames } = builtAround(octets, { source, destination, transport });
  const [frame] = frames;
  return [...title, ...layers.flatMap((layer) => linesOfLayer(layer, frame?.octets ?? NOT_AGAIN, columns))];
}

/** A saved trace may have anything for an address. */
function serverOf({ server, transport }: HopStart): Endpoint {
  const port = isEncrypted(transport) ? SERVER_PORT : server.port;
  return endpointOf(server.address, port) ?? { address: '192.0.2.53', port };
}

function linesOfLayer(
  { name, protocol, means, spans, checks }: Layer,
  frame: Uint8Array,
  columns: number,
): Line[] {
  const widths = columnsFor(columns, frame.length);
  // The octets of the application layer are the message, which has tabs of its own.
  const octets = name === 'application' ? NOT_AGAIN : frame;
  const rows = rowsOf(spans, octets).flatMap((row) =>
    linesOfRow(means.startsWith(row.means) ? { ...row, means: '' } : row, plain, widths),
  );
  return [
    lineOf(`${name}: ${protocol}`, 'accent'),
    ...hanging('  ', means, columns, 'dim'),
    // Words are not wrapped further than `dissect --layers` does.
    ...rows.map((row) => cutLine(lineOf(row), columns)),
    ...checks.flatMap((check) => checkLines(check, columns)),
  ];
}

const NOT_AGAIN = new Uint8Array();

function checkLines({ label, verdict, message }: Check, columns: number): Line[] {
  const tone = verdict === 'right' ? 'good' : verdict === 'wrong' ? 'bad' : 'warning';
  const text = `${label}: ${message.startsWith(verdict) ? '' : `${verdict}, `}${message}`;
  return hanging('  ', text, columns, tone);
}
