/**
 * The ways in which a lab server may misbehave, by name. A world gives each server any number of them. Those that
 * change a reply are applied here; those that keep one from coming are the server's own matter.
 */

import { answeredBySubnet } from './answers-by-subnet.ts';
import { RCODE } from '../message/codes.ts';
import type { Message, ResourceRecord } from '../message/message.ts';
import { scanRecord } from '../message/record-text.ts';
import { NS } from '../message/records/ns.ts';
import { SOA } from '../message/records/soa.ts';

export type Fault =
  /** Never replies. */
  | { readonly kind: 'silent' }
  /** Replies after that long. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Loses that many of a hundred datagrams, on the way here and on the way back; TCP is not touched. */
  | { readonly kind: 'loss'; readonly percent: number }
  /** Sends so many forgeries, each wrong in one thing, before its reply. */
  | { readonly kind: 'forgeries'; readonly count: number }
  /** Cuts the last octets off its replies. */
  | { readonly kind: 'malformed' }
  /** Listens on UDP only. */
  | { readonly kind: 'no-tcp' }
  /** Does not know EDNS: FORMERR to every query with an OPT record. */
  | { readonly kind: 'no-edns' }
  /** Replies to no query with EDNS over UDP, as some firewalls see to. */
  | { readonly kind: 'drops-edns' }
  /** Replies without the OPT record, as if something on the way took it out. */
  | { readonly kind: 'strips-edns' }
  /** Sends over UDP what is larger than the query allows. */
  | { readonly kind: 'oversize' }
  /** Answers over UDP only to who sends its cookie back: BADCOOKIE to others. */
  | { readonly kind: 'wants-cookie' }
  /** Knows cookies, but leaves its own out of the reply to who has one. */
  | { readonly kind: 'loses-cookie' }
  /** Sends another client's cookie back before its own reply, as a forger does who cannot see ours. */
  | { readonly kind: 'forged-cookie' }
  /** Replies with that response code, whatever is asked. */
  | { readonly kind: 'rcode'; readonly rcode: number }
  /** Refers to that zone, whatever is asked, as a server does that does not have the zone. */
  | { readonly kind: 'refers'; readonly zone: string; readonly server: string }
  /** Answers as a resolver does: without authority, with recursion. */
  | { readonly kind: 'recursive' }
  /** Denies names that exist but have no records of their own. */
  | { readonly kind: 'denies-empty' }
  /** Leaves the SOA record out of negative answers. */
  | { readonly kind: 'no-soa' }
  /** Leaves the addresses out of referrals. */
  | { readonly kind: 'no-glue' }
  /** Adds a record to every answer, as zone-file text. */
  | {
      readonly kind: 'adds';
      readonly section: 'answers' | 'authorities' | 'additionals';
      readonly record: string;
    }
  /** Repeats the question in lower case. */
  | { readonly kind: 'lower-case' }
  /**
   * Has answers of their own for askers in some networks (RFC 7871), as zone-file text, and says how many bits decide;
   * with a scope of 0 it keeps that to itself.
   */
  | {
      readonly kind: 'answers-by-subnet';
      readonly subnets: Readonly<Record<string, readonly string[]>>;
      readonly scope: number;
    };

export function faultOf<K extends Fault['kind']>(
  faults: readonly Fault[],
  kind: K,
): Extract<Fault, { kind: K }> | undefined {
  return faults.find((fault): fault is Extract<Fault, { kind: K }> => fault.kind === kind);
}

/** The reply that a server with these faults gives in place of an honest one. */
export function misrepresented(reply: Message, query: Message, faults: readonly Fault[]): Message {
  return faults.reduce((message, fault) => withFault(message, query, fault), reply);
}

function withFault(reply: Message, query: Message, fault: Fault): Message {
  switch (fault.kind) {
    case 'no-edns':
      return query.edns ? emptied(reply, RCODE.FORMERR) : reply;
    case 'rcode':
      return emptied(reply, fault.rcode);
    case 'refers': {
      const record = scanRecord(`${fault.zone} 3600 IN NS ${fault.server}`);
      return { ...emptied(reply, RCODE.NOERROR), authorities: [record] };
    }
    case 'recursive':
      return { ...reply, header: { ...reply.header, aa: false, ra: true } };
    case 'denies-empty':
      return isNodata(reply) ? { ...reply, header: { ...reply.header, rcode: RCODE.NXDOMAIN } } : reply;
    case 'no-soa':
      return { ...reply, authorities: without(reply.authorities, SOA.code) };
    case 'no-glue':
      return isReferral(reply) ? { ...reply, additionals: [] } : reply;
    case 'adds':
      return isReferral(reply)
        ? reply
        : { ...reply, [fault.section]: [...reply[fault.section], scanRecord(fault.record)] };
    case 'lower-case':
      return {
        ...reply,
        questions: reply.questions.map((each) => ({ ...each, name: each.name.toLowerCase() })),
      };
    case 'answers-by-subnet':
      return answeredBySubnet(reply, query, fault);
    default:
      return reply;
  }
}

/** The question back with a response code and nothing else, not even EDNS. */
function emptied({ header, questions }: Message, rcode: number): Message {
  return {
    header: { ...header, aa: false, rcode },
    questions,
    answers: [],
    authorities: [],
    additionals: [],
  };
}

function isNodata({ header, answers }: Message): boolean {
  return header.aa && answers.length === 0 && header.rcode === RCODE.NOERROR;
}

function isReferral({ header, answers, authorities }: Message): boolean {
  return !header.aa && answers.length === 0 && authorities.some(({ type }) => type === NS.code);
}

function without(records: readonly ResourceRecord[], type: number): ResourceRecord[] {
  return records.filter((record) => record.type !== type);
}
