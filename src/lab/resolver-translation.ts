/**
 * A resolver that makes IPv6 addresses of IPv4 ones (DNS64, RFC 6147), and shows its prefix to whoever asks for
 * ipv4only.arpa (RFC 7050, RFC 8880 7.1).
 */

import { CLASS_IN } from '../message/codes.ts';
import { printIpv6, scanIpv4, scanIpv6 } from '../message/kinds/addresses.ts';
import { recordsOf, rcodeOf, type ResourceRecord } from '../message/message.ts';
import { sameName } from '../message/name.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import type { Layer } from './resolver-habit.ts';
import { resolverReply } from './resolver-reply.ts';
import { WorldError } from './world-error.ts';

const IPV4ONLY = 'ipv4only.arpa.';
const WELL_KNOWN = ['192.0.0.170', '192.0.0.171'];
const WELL_KNOWN_TTL_SECONDS = 86_400;

export const translates: Layer<'translates'> = ({ prefix }, next) => {
  const octets = scanIpv6(prefix);
  if (!octets) throw new WorldError(`"${prefix}" is no prefix such as 2001:db8:64::`);
  /** RFC 6052 2.2: behind a prefix of 96 bits stand the four octets of the IPv4 address. */
  const translated = (ipv4: string): string =>
    printIpv6(Uint8Array.from([...octets.subarray(0, 12), ...scanIpv4(ipv4)!]));
  return async (query) => {
    const [question] = query.questions;
    if (question?.type !== AAAA.code) return next(query);
    const record = (name: string, address: string, ttl: number): ResourceRecord => ({
      name,
      type: AAAA.code,
      class: CLASS_IN,
      ttl,
      rdata: { address },
    });
    if (sameName(question.name, IPV4ONLY)) {
      const answers = WELL_KNOWN.map((ipv4) =>
        record(question.name, translated(ipv4), WELL_KNOWN_TTL_SECONDS),
      );
      return resolverReply(query, { answers });
    }
    const reply = await next(query);
    // RFC 6147 5.1.1, 5.1.2: a name that does not exist, or has addresses of its own, is left alone.
    if (rcodeOf(reply) !== 0 || recordsOf(reply.answers, AAAA).length > 0) return reply;
    const ipv4 = await next({ ...query, questions: [{ ...question, type: A.code }] });
    if (recordsOf(ipv4.answers, A).length === 0) return reply;
    const answers = ipv4.answers.flatMap((each): ResourceRecord[] => {
      const [address] = recordsOf([each], A);
      return [address ? record(each.name, translated(address.rdata.address), each.ttl) : each];
    });
    return resolverReply(query, { answers });
  };
};
