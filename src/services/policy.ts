/**
 * Records that lead to no service but say how one is to be used: who may send mail for a name, which keys count, which
 * authorities may issue certificates.
 */

import type { ResourceRecord } from '../message/message.ts';
import type { Name } from '../message/name.ts';
import { TXT } from '../message/records/txt.ts';
import { found, isUnknown, type Looked, type Reading } from './known.ts';
import type { NoteCode } from './notes.ts';
import { joinedText } from './text.ts';

export const POLICIES = {
  spf: { title: 'who may send mail for the name (SPF)', rfc: 'RFC 7208' },
  dmarc: { title: 'what to do with mail that is not as announced (DMARC)', rfc: 'RFC 7489' },
  dkim: { title: 'a key that signs mail (DKIM)', rfc: 'RFC 6376' },
  'mta-sts': { title: 'mail over TLS only (MTA-STS)', rfc: 'RFC 8461' },
  'tls-rpt': { title: 'where to report failures of TLS (TLSRPT)', rfc: 'RFC 8460' },
  caa: { title: 'which authorities may issue certificates (CAA)', rfc: 'RFC 8659' },
  sshfp: { title: 'the keys of the SSH server (SSHFP)', rfc: 'RFC 4255' },
} as const;
export type PolicyName = keyof typeof POLICIES;

export interface Policy {
  readonly name: PolicyName;
  /** Where it stands, or would stand. */
  readonly owner: Name;
  readonly status: 'found' | 'none' | 'unknown';
  readonly records: readonly ResourceRecord[];
  /** What it comes to, in a few words; empty where the record says it all. */
  readonly says: string;
}

/** Nothing there, or nobody said. */
export function withoutRecord(name: PolicyName, looked: Looked): Policy {
  const unknown = isUnknown(looked);
  return {
    name,
    owner: looked.question.name,
    status: unknown ? 'unknown' : 'none',
    records: [],
    says: unknown ? looked.message : '',
  };
}

/** A record of which there may be one only, told from other text by how it begins. */
interface Expected {
  readonly policy: PolicyName;
  readonly begins: RegExp;
  readonly twice: NoteCode;
}

/** The texts at a name that are such a policy; where there are several, that is noted. */
export function textPolicies(reading: Reading, looked: Looked, expected: Expected): PolicyText[] {
  const texts = found(looked, TXT)
    .map((record) => ({ record, text: joinedText(record.rdata.strings) }))
    .filter(({ text }) => expected.begins.test(text));
  if (texts.length > 1)
    reading.note(
      expected.twice,
      expected.policy,
      `${looked.question.name} has ${texts.length} ${expected.policy.toUpperCase()} records where only one may be: none of them counts`,
    );
  return texts;
}

export interface PolicyText {
  readonly record: ResourceRecord;
  readonly text: string;
}

/** The tags of `v=…; p=…;` by name, in lower case; of two with one name the first counts. */
export function tagsOf(text: string): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const part of text.split(';')) {
    const equals = part.indexOf('=');
    if (equals < 0) continue;
    const tag = part.slice(0, equals).trim().toLowerCase();
    if (!tags.has(tag)) tags.set(tag, part.slice(equals + 1).trim());
  }
  return tags;
}
