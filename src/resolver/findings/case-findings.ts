/**
 * Whether servers repeat the letters of a question (RFC 1035 2.3.3). A reply over UDP with other letters may be forged;
 * the same question over TCP, which nobody can forge from afar, tells.
 */

import { peekQuestion } from '../../message/decode.ts';
import type { Hop } from '../events.ts';
import type { Detected } from './hop-findings.ts';

export class CaseWatch {
  /** By address: the hop at which a reply over UDP came in other letters. */
  readonly #suspected = new Map<string, Hop>();

  observe(hop: Hop): Detected[] {
    const { address, name } = hop.server;
    if (hop.rejected.some(({ reason }) => reason === 'wrong-case')) this.#suspected.set(address, hop);
    const before = this.#suspected.get(address);
    const sent = peekQuestion(hop.query)?.name;
    const repeated = hop.reply && peekQuestion(hop.reply)?.name;
    if (!repeated || sent === undefined) return [];
    this.#suspected.delete(address);
    if (repeated !== sent || (before && hop.transport === 'udp')) {
      const message = `${name} at ${address} changes the letters of the question`;
      return [{ code: 'CASE_NOT_KEPT', hop: before?.id ?? hop.id, message }];
    }
    if (!before) return [];
    const message = `1 datagram was not the reply of ${address}: wrong-case, while over TCP it keeps all letters`;
    return [{ code: 'REPLY_REJECTED', hop: before.id, message }];
  }
}
