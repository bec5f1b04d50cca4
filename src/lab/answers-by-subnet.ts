/**
 * A server that answers each asker by where they are (RFC 7871 7.2): the records for the network that the query names,
 * in the place of those that everybody else gets.
 */

import { optionOf } from '../message/edns.ts';
import { clientSubnet, type ClientSubnet } from '../message/kinds/client-subnet.ts';
import type { Message, Question, ResourceRecord } from '../message/message.ts';
import { sameName } from '../message/name.ts';
import { CLIENT_SUBNET } from '../message/options/client-subnet.ts';
import { scanRecord } from '../message/record-text.ts';
import { CNAME } from '../message/records/cname.ts';
import { Tokens } from '../message/tokens.ts';

export interface Tailoring {
  readonly subnets: Readonly<Record<string, readonly string[]>>;
  readonly scope: number;
}

export function answeredBySubnet(reply: Message, query: Message, { subnets, scope }: Tailoring): Message {
  const asked = optionOf(query.edns, CLIENT_SUBNET)?.subnet;
  const [question] = query.questions;
  if (!asked || !question || !reply.edns || reply.answers.length === 0) return reply;
  const network = Object.keys(subnets).find((text) => isSameNetwork(asked, scanSubnet(text)));
  const own = network === undefined ? [] : recordsFor(question, subnets[network]!);
  const answers = own.length > 0 ? own : reply.answers;
  if (scope === 0) return { ...reply, answers };
  const option = { code: CLIENT_SUBNET.code, values: { subnet: { ...asked, scopePrefixLength: scope } } };
  return { ...reply, answers, edns: { ...reply.edns, options: [...reply.edns.options, option] } };
}

function scanSubnet(text: string): ClientSubnet {
  return clientSubnet.scan(Tokens.of(text));
}

function isSameNetwork(left: ClientSubnet, right: ClientSubnet): boolean {
  return left.address === right.address && left.sourcePrefixLength === right.sourcePrefixLength;
}

function recordsFor({ name, type }: Question, texts: readonly string[]): ResourceRecord[] {
  return texts
    .map((text) => scanRecord(text))
    .filter((record) => sameName(record.name, name) && (record.type === type || record.type === CNAME.code));
}
