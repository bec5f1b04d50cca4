/**
 * The search list over our own stub query: the names in turn, until one has a record of the wanted type, as
 * the C library's resolver does it.
 */

import { RCODE, TYPE_ANY } from '../message/codes.ts';
import { rcodeOf, type Message, type Question } from '../message/message.ts';
import { sameName, type Name } from '../message/name.ts';
import type { AnswerFacts } from './attribution.ts';
import { askNameServers, type StubDependencies, type StubReply } from './stub-query.ts';

export interface SearchResult {
  /** The reply that answers; else the one about the name that was asked for, or the last that came. */
  readonly reply: StubReply | undefined;
  /** The name that has an answer; undefined where none has. */
  readonly answeredAs: Name | undefined;
}

export async function searchNameServers(
  question: Question,
  names: readonly Name[],
  servers: readonly string[],
  deadlineMs: number,
  deps: StubDependencies,
): Promise<SearchResult> {
  let own: StubReply | undefined;
  let last: StubReply | undefined;
  for (const name of names) {
    const reply = await askNameServers({ ...question, name }, servers, deadlineMs, deps);
    // Where nobody answers for one name, nobody will for the next.
    if (!reply) break;
    if (hasAnswer(reply.message, question)) return { reply, answeredAs: name };
    if (sameName(name, question.name)) own = reply;
    last = reply;
  }
  return { reply: own ?? last, answeredAs: undefined };
}

export function hasAnswer({ answers }: Message, { type, class: wanted }: Question): boolean {
  return answers.some((record) => record.class === wanted && (record.type === type || type === TYPE_ANY));
}

/** What the name servers say of the question, for finding the source of an answer. */
export function nameServersSay({ reply, answeredAs }: SearchResult): AnswerFacts['nameServers'] {
  if (answeredAs !== undefined) return 'answer';
  const rcode = reply && rcodeOf(reply.message);
  return rcode === RCODE.NOERROR || rcode === RCODE.NXDOMAIN ? 'denial' : 'silence';
}
