/**
 * The two sides of a comparison brought to one shape: what each says as a set of canonical texts, that there
 * is none, or that it could not say. Order and TTL are left out, names are lower-cased (RFC 4343).
 */

import { CLASS_IN, RCODE, rcodeName, TYPE_ANY, typeName } from '../message/codes.ts';
import { layoutFor } from '../message/encode.ts';
import { printIpv4, printIpv6, scanIpv4, scanIpv6 } from '../message/kinds/addresses.ts';
import { domainName } from '../message/kinds/domain-name.ts';
import { rcodeOf, type Message, type Question, type ResourceRecord } from '../message/message.ts';
import { lowerCased, type Name } from '../message/name.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import { PTR } from '../message/records/ptr.ts';
import type { Ending } from '../resolver/events.ts';
import type { ServerAnswer, SystemAnswer } from '../system/system-answer.ts';

export type Side =
  | { readonly kind: 'answer'; readonly values: readonly string[] }
  /** It says that there is no such name, or no such record at it; `words` is how it says so. */
  | { readonly kind: 'denial'; readonly words: string }
  /** A server was reached and failed or refused. */
  | { readonly kind: 'failure'; readonly words: string }
  /** Nothing is known: nobody answered, or the question could not be asked. */
  | { readonly kind: 'silence'; readonly words: string };

/** What the authoritative servers say. */
export function sideOfWalk(question: Question, ending: Ending): Side {
  const values = valuesOf(question, ending.answers);
  if (values.length > 0) return { kind: 'answer', values };
  if (ending.status === 'failure') return { kind: 'silence', words: ending.message };
  const isMissing = ending.status === 'nxdomain' || ending.rcode === RCODE.NXDOMAIN;
  return {
    kind: 'denial',
    words: isMissing ? 'no such name' : `no ${typeName(question.type)} record for this name`,
  };
}

/** What this computer says. */
export function sideOfSystem(question: Question, system: SystemAnswer): Side {
  const values = systemValues(question, system);
  if (values.length > 0) return { kind: 'answer', values };
  const rcode = system.rcode ?? RCODE.NOERROR;
  const words = system.error ?? (rcode === RCODE.NXDOMAIN ? 'no such name' : 'no such record');
  if (DENIAL.test(words)) return { kind: 'denial', words };
  const isFailure = rcode !== RCODE.NOERROR && rcode !== RCODE.NXDOMAIN && words.includes(rcodeName(rcode));
  return { kind: isFailure ? 'failure' : 'silence', words };
}

/** What one resolver says. */
export function sideOfServer(question: Question, server: ServerAnswer): Side {
  const { outcome, rcode, answers, detail } = server;
  if (outcome !== 'reply' || rcode === null) return { kind: 'silence', words: detail || 'no reply' };
  const values = valuesOf(question, answers);
  if (values.length > 0) return { kind: 'answer', values };
  if (rcode === RCODE.NXDOMAIN) return { kind: 'denial', words: 'no such name' };
  if (rcode === RCODE.NOERROR)
    return { kind: 'denial', words: `no ${typeName(question.type)} record for this name` };
  return { kind: 'failure', words: `it says ${rcodeName(rcode)}` };
}

/** The values of a reply that answer a question: empty for a denial, null where it says nothing of either. */
export function valuesSaid(question: Question, reply: Message | undefined): readonly string[] | null {
  const rcode = reply && rcodeOf(reply);
  if (!reply || (rcode !== RCODE.NOERROR && rcode !== RCODE.NXDOMAIN)) return null;
  return valuesOf(question, reply.answers);
}

export function sameValues(left: readonly string[], right: readonly string[]): boolean {
  const others = new Set(right);
  return new Set(left).size === others.size && left.every((value) => others.has(value));
}

/** How the system room begins its sentence where the answer is that there is none. */
const DENIAL =
  /^no (such (name|record)|IPv[46] address|\S+ record|address of this family)\b|ENOTFOUND|NXDOMAIN/;

function systemValues(question: Question, { addresses, names, records }: SystemAnswer): string[] {
  const { type, class: questionClass } = question;
  if (questionClass !== CLASS_IN) return valuesOf(question, records);
  if (type === A.code || type === AAAA.code) return unique(addresses.map(canonicalAddress));
  if (type !== PTR.code || names.length === 0) return valuesOf(question, records);
  // getnameinfo gives one name of several: where it is one of those in DNS, the whole set is what the
  // computer says.
  const targets = valuesOf(question, records);
  const known = unique(names.map(lowerCased));
  return known.every((name) => targets.includes(name)) ? targets : known;
}

/** The values of the records that answer the question; alias records answer only where they are asked for. */
function valuesOf({ type, class: questionClass }: Question, records: readonly ResourceRecord[]): string[] {
  const answering = records.filter(
    (record) => record.class === questionClass && (record.type === type || type === TYPE_ANY),
  );
  if (type !== TYPE_ANY) return unique(answering.map(canonicalRdata));
  return unique(answering.map((record) => `${typeName(record.type)} ${canonicalRdata(record)}`));
}

/** RDATA as zone-file text, the names in it lower-cased: upper and lower case mean the same there too. */
export function canonicalRdata(record: ResourceRecord): string {
  const layout = layoutFor(record);
  const names = layout.fields.filter(({ kind }) => kind === domainName || 'canonical' in kind);
  const lowered = names.map(({ name, kind }) => {
    const value = record.rdata[name];
    return [name, kind.canonical ? kind.canonical(value) : lowerCased(value as Name)] as const;
  });
  return layout.print({ ...record.rdata, ...Object.fromEntries(lowered) });
}

/** RFC 5952 text without a scope, which is no part of what DNS can say. */
function canonicalAddress(text: string): string {
  const address = text.replace(/%.*$/s, '');
  const ipv4 = scanIpv4(address);
  if (ipv4) return printIpv4(ipv4);
  const ipv6 = scanIpv6(address);
  return ipv6 ? printIpv6(ipv6) : address;
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];
