/**
 * The EDNS options of a lab server: its name where a query asks for it (NSID, RFC 5001), and cookies in the format of
 * RFC 9018 4. What a server with faults does instead stands in `faults`.
 */

import { createHmac } from 'node:crypto';
import { RCODE } from '../message/codes.ts';
import { optionOf, type EdnsOption } from '../message/edns.ts';
import type { Message } from '../message/message.ts';
import { COOKIE } from '../message/options/cookie.ts';
import { NSID } from '../message/options/nsid.ts';
import { faultOf, type Fault } from './faults.ts';

export interface OwnEdns {
  /** What the server calls itself. */
  readonly identity: string;
  /** What it makes its cookies with. */
  readonly secret: Uint8Array;
  readonly faults: readonly Fault[];
}

export interface Arrival {
  readonly transport: 'udp' | 'tcp';
  /** The client's address. */
  readonly from: string;
}

const VERSION_AND_RESERVED = [1, 0, 0, 0];
/** RFC 9018 4.3: a cookie of an hour ago is still good. */
const COOKIE_SECONDS = 3600;

/** The reply with the options that the query calls for; BADCOOKIE where the server insists on a cookie of its own. */
export function withOwnOptions(
  reply: Message,
  query: Message,
  { transport, from }: Arrival,
  own: OwnEdns,
  nowSeconds: number,
): Message {
  if (!reply.edns || !query.edns) return reply;
  const cookie = optionOf(query.edns, COOKIE);
  const options: EdnsOption[] = [...reply.edns.options];
  if (optionOf(query.edns, NSID))
    options.push({ code: NSID.code, values: { identifier: new TextEncoder().encode(own.identity) } });
  if (!cookie) return { ...reply, edns: { ...reply.edns, options } };
  const { client, server } = cookie;
  const isKnown = isOwn(server, client, from, own, nowSeconds);
  if (!(isKnown && faultOf(own.faults, 'loses-cookie'))) {
    const values = { client, server: serverCookie(client, from, own, nowSeconds) };
    options.push({ code: COOKIE.code, values });
  }
  const edns = { ...reply.edns, options };
  if (isKnown || transport === 'tcp' || !faultOf(own.faults, 'wants-cookie')) return { ...reply, edns };
  const { header, questions } = reply;
  return {
    header: { ...header, aa: false, rcode: RCODE.BADCOOKIE & 0xf },
    questions,
    answers: [],
    authorities: [],
    additionals: [],
    edns: { ...edns, extendedRcode: RCODE.BADCOOKIE >> 4 },
  };
}

function serverCookie(client: Uint8Array, from: string, { secret }: OwnEdns, seconds: number): Uint8Array {
  const head = new Uint8Array(8);
  head.set(VERSION_AND_RESERVED);
  new DataView(head.buffer).setUint32(4, seconds);
  const hash = createHmac('sha256', secret).update(client).update(head).update(from).digest();
  return Uint8Array.from([...head, ...hash.subarray(0, 8)]);
}

function isOwn(
  server: Uint8Array,
  client: Uint8Array,
  from: string,
  own: OwnEdns,
  nowSeconds: number,
): boolean {
  if (server.length !== 16) return false;
  const seconds = new DataView(server.buffer, server.byteOffset).getUint32(4);
  if (Math.abs(nowSeconds - seconds) > COOKIE_SECONDS) return false;
  const expected = serverCookie(client, from, own, seconds);
  return expected.every((octet, i) => octet === server[i]);
}
