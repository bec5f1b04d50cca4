/**
 * What the exchanges with one server show of its EDNS (RFC 6891): that it cannot read it, that something on the way
 * keeps it off or takes it out, that replies are larger than was allowed.
 */

import { decode } from '../../message/decode.ts';
import type { Edns } from '../../message/edns.ts';
import type { Hop } from '../events.ts';
import type { Detected } from './hop-findings.ts';

const PLAIN_OCTETS = 512;
/** One lost query says nothing; a second one with EDNS, and a reply to the first without, says enough. */
const SILENT_QUERIES = 2;
const USABLE: readonly string[] = ['answer', 'alias', 'referral', 'nodata', 'nxdomain'];

/** How one address took queries with EDNS and without. Hops end in any order, so all of it is kept. */
interface Experience {
  unread: number;
  silent: number;
  spoken: number;
  /** The first hop that got its reply without EDNS. */
  plain: Hop | undefined;
}

export class EdnsWatch {
  readonly #experiences = new Map<string, Experience>();

  observe(hop: Hop): Detected[] {
    const { edns } = decode(hop.query);
    const experience = this.#experienceOf(hop.server.address);
    note(experience, hop, edns);
    return [...broken(experience), ...ofReply(hop, edns)];
  }

  #experienceOf(address: string): Experience {
    const known = this.#experiences.get(address) ?? { unread: 0, silent: 0, spoken: 0, plain: undefined };
    this.#experiences.set(address, known);
    return known;
  }
}

function note(experience: Experience, hop: Hop, edns: Edns | undefined): void {
  const { outcome, message } = hop;
  if (edns && outcome === 'timeout' && hop.rejected.length === 0) experience.silent++;
  if (edns && (outcome === 'formerr' || outcome === 'notimp')) experience.unread++;
  if (message?.edns) experience.spoken++;
  if (!edns && message && outcome !== 'formerr') experience.plain ??= hop;
}

function broken({ unread, silent, spoken, plain }: Experience): Detected[] {
  if (!plain || (unread === 0 && (silent < SILENT_QUERIES || spoken > 0))) return [];
  const { name, address } = plain.server;
  const how = unread > 0 ? '' : ': nothing comes back to a query that has it';
  const message = `${name} at ${address} answers only without EDNS${how}`;
  return [{ code: 'EDNS_BROKEN', hop: plain.id, message }];
}

function ofReply(
  { id, server, message, reply, outcome, transport }: Hop,
  edns: Edns | undefined,
): Detected[] {
  if (!message || !reply) return [];
  const who = `${server.name} at ${server.address}`;
  const found: Detected[] = [];
  if (edns && !message.edns && USABLE.includes(outcome)) {
    const text = `${who} replies without an OPT record to a query that has one`;
    found.push({ code: 'EDNS_STRIPPED', hop: id, message: text });
  }
  const allowed = Math.max(PLAIN_OCTETS, edns?.udpPayloadSize ?? PLAIN_OCTETS);
  if (transport === 'udp' && reply.length > allowed) {
    const text = `${who} sent ${reply.length} octets over UDP, where ${allowed} were allowed`;
    found.push({ code: 'REPLY_TOO_LARGE', hop: id, message: text });
  }
  return found;
}
