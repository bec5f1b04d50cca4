/**
 * Fitting a reply into the octets that the asker takes (RFC 1035 4.2.1, RFC 6891 6.2.5): what is only helpful
 * is left out by whole RRsets; what is needed and does not fit makes TC (RFC 2181 9, RFC 9471 3).
 */

import { encode } from '../message/encode.ts';
import type { Message, ResourceRecord } from '../message/message.ts';
import { isAtOrBelow, lowerCased } from '../message/name.ts';
import { NS } from '../message/records/ns.ts';
import { WireError } from '../message/wire-error.ts';

/** The message, or a smaller one that encodes to at most `maximumOctets`. */
export function truncate(message: Message, maximumOctets: number): Message {
  if (fits(message, maximumOctets)) return message;
  const rrsets = rrsetsOf(message.additionals);
  const required = rrsets.filter((rrset) => isRequiredGlue(rrset[0]!, message));
  const optional = rrsets.filter((rrset) => !required.includes(rrset));
  const keeping = (count: number): Message => ({
    ...message,
    additionals: [...required, ...optional.slice(0, count)].flat(),
  });
  if (!fits(keeping(0), maximumOctets)) return withoutRecords(message);
  // Each RRset more makes the message longer, so the most that fits is found by halving.
  let fitting = 0;
  let tooMany = optional.length;
  while (tooMany - fitting > 1) {
    const middle = (fitting + tooMany) >>> 1;
    if (fits(keeping(middle), maximumOctets)) fitting = middle;
    else tooMany = middle;
  }
  return keeping(fitting);
}

function fits(message: Message, maximumOctets: number): boolean {
  try {
    return encode(message).length <= maximumOctets;
  } catch (error) {
    if (error instanceof WireError && error.code === 'message-too-long') return false;
    throw error;
  }
}

/** The records by owner, type and class, in the order of their first. */
function rrsetsOf(records: readonly ResourceRecord[]): ResourceRecord[][] {
  const rrsets = new Map<string, ResourceRecord[]>();
  for (const record of records) {
    const key = `${lowerCased(record.name)} ${record.type} ${record.class}`;
    const rrset = rrsets.get(key);
    if (rrset) rrset.push(record);
    else rrsets.set(key, [record]);
  }
  return [...rrsets.values()];
}

/**
 * RFC 9471 3.1: without the addresses of servers inside the delegated zone nobody could go on from a
 * referral.
 */
function isRequiredGlue(record: ResourceRecord, { header, authorities }: Message): boolean {
  if (header.aa) return false;
  return authorities.some((referral) => referral.type === NS.code && isAtOrBelow(record.name, referral.name));
}

/** RFC 2181 9: with TC the reply is to be asked for again, so nothing in it counts. The OPT record stays. */
function withoutRecords(message: Message): Message {
  return {
    ...message,
    header: { ...message.header, tc: true },
    answers: [],
    authorities: [],
    additionals: [],
  };
}
