/**
 * What the name servers say of each name of the search list, as the C library's resolver takes it: for each
 * name the first of the listed servers that knows, and the first name that has a record of the wanted type.
 */

import { RCODE } from '../message/codes.ts';
import { rcodeOf, type Message, type Question } from '../message/message.ts';
import { sameName, type Name } from '../message/name.ts';
import type { AnswerFacts } from './attribution.ts';
import { hasAnswer, type Voice } from './server-voices.ts';
import { SETTLED } from './stub-query.ts';
import type { SearchStep } from './system-answer.ts';

export interface SearchResult {
  /** The reply that answers; else the one about the name that was asked for, or the last that came. */
  readonly reply: { readonly message: Message; readonly server: string } | undefined;
  /** The name that has an answer; undefined where none has. */
  readonly answeredAs: Name | undefined;
  readonly steps: readonly SearchStep[];
}

export function searchThrough(
  question: Question,
  names: readonly Name[],
  voices: readonly Voice[],
): SearchResult {
  const listed = voices.filter(({ answer }) => answer.role === 'listed');
  const steps: SearchStep[] = [];
  let own: SearchResult['reply'];
  let last: SearchResult['reply'];
  let answeredAs: Name | undefined;
  for (const name of names) {
    const reply = answeredAs === undefined ? settledReply(name, listed) : undefined;
    const outcome = answeredAs === undefined ? outcomeOf(reply?.message, question) : 'not asked';
    steps.push({ name, outcome, server: reply?.server ?? null });
    if (!reply) continue;
    last = reply;
    if (outcome === 'answer') answeredAs = name;
    else if (sameName(name, question.name)) own = reply;
  }
  return { reply: answeredAs === undefined ? (own ?? last) : last, answeredAs, steps };
}

/** A server that fails or refuses does not speak for the next; where all do, the last that replied counts. */
function settledReply(name: Name, voices: readonly Voice[]): SearchResult['reply'] {
  const replies = voices.flatMap(({ answer, said }) => {
    const message = said.find((each) => each.name === name)?.message;
    return message ? [{ message, server: answer.server }] : [];
  });
  return replies.find(({ message }) => SETTLED.has(rcodeOf(message))) ?? replies.at(-1);
}

function outcomeOf(message: Message | undefined, question: Question): SearchStep['outcome'] {
  if (!message) return 'silence';
  if (hasAnswer(message, question)) return 'answer';
  const rcode = rcodeOf(message);
  if (rcode === RCODE.NXDOMAIN) return 'no such name';
  return rcode === RCODE.NOERROR ? 'no data' : 'failure';
}

/** What the name servers say of the question, for finding the source of an answer. */
export function nameServersSay({ reply, answeredAs }: SearchResult): AnswerFacts['nameServers'] {
  if (answeredAs !== undefined) return 'answer';
  return reply && SETTLED.has(rcodeOf(reply.message)) ? 'denial' : 'silence';
}
