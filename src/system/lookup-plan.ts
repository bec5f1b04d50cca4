/**
 * What a question means to this computer: addresses for getaddrinfo, the name of an address for getnameinfo,
 * or records that only name servers can be asked for; and the names that these are asked for.
 */

import { CLASS_IN } from '../message/codes.ts';
import type { Question } from '../message/message.ts';
import { NameError, ROOT, scanName, type Name } from '../message/name.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import { PTR } from '../message/records/ptr.ts';
import { scanDottedAddress } from './dotted-address.ts';
import { hostsAddresses, hostsLineOf, type HostsHit, type HostsLine } from './hosts-file.ts';
import { plainTextOf } from './local-names.ts';
import type { LookupSettings } from './lookup-settings.ts';
import { addressOfReverseName } from './reverse-address.ts';
import { namesToTry } from './search-list.ts';

export type LookupPlan =
  | {
      readonly kind: 'addresses';
      readonly family: 4 | 6;
      /** The name as getaddrinfo takes it. */
      readonly spelt: string;
      /** The name reads as an address: nothing is looked up. */
      readonly isLiteral: boolean;
      readonly hits: readonly HostsHit[];
      /** The names that name servers are asked for in a lookup; empty where it does not get to them. */
      readonly searched: readonly Name[];
    }
  | { readonly kind: 'names'; readonly address: string; readonly line: HostsLine | undefined }
  | { readonly kind: 'records'; readonly problem: string | null };

/** `typed`: the name as it was typed; a final dot in it says that the name is complete. */
export function planOf(question: Question, settings: LookupSettings, typed: string): LookupPlan {
  const { type, class: questionClass, name } = question;
  if (questionClass !== CLASS_IN) return { kind: 'records', problem: null };
  if (type === A.code || type === AAAA.code) return addressPlan(question, settings, typed);
  const address = type === PTR.code ? addressOfReverseName(name) : undefined;
  if (address === undefined) return { kind: 'records', problem: null };
  return { kind: 'names', address, line: hostsLineOf(settings.hosts ?? '', address) };
}

/** What the name servers are asked for, as evidence even where the lookup does not get to them. */
export function namesForServers(question: Question, plan: LookupPlan): readonly Name[] {
  return plan.kind === 'addresses' && plan.searched.length > 0 ? plan.searched : [question.name];
}

/** A name as the C library gives it. */
export function nameFrom(text: string): Name[] {
  try {
    return [scanName(text).toLowerCase()];
  } catch (error) {
    if (error instanceof NameError) return [];
    throw error;
  }
}

function addressPlan({ name, type }: Question, settings: LookupSettings, typed: string): LookupPlan {
  const plain = plainTextOf(name);
  if (plain === undefined) {
    return { kind: 'records', problem: 'getaddrinfo cannot be asked for a name with these octets' };
  }
  const family = type === A.code ? 4 : 6;
  const spelt = plain !== ROOT && endsInDot(typed) ? `${plain}.` : plain;
  const isLiteral = scanDottedAddress(spelt) !== undefined;
  const hits = hostsAddresses(settings.hosts ?? '', spelt, family, settings.hostConf.match);
  const endsInHosts = hits.length > 0 && filesComeFirst(settings);
  const searched = isLiteral || endsInHosts ? [] : namesToTry(spelt, settings).names;
  return { kind: 'addresses', family, spelt, isLiteral, hits, searched };
}

/** True where a name in the hosts file is not looked for anywhere else. */
function filesComeFirst({ nsswitch }: LookupSettings): boolean {
  const first = nsswitch.sources.find(({ name }) => name === 'files' || name === 'dns' || name === 'resolve');
  return first?.name === 'files' && first.actions.success !== 'continue';
}

/** True where the typed text ends in a dot that is not an escaped one. */
const endsInDot = (typed: string): boolean => /(?:^|[^\\])(?:\\\\)*\.$/.test(typed);
