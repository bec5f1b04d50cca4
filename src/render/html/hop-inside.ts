/**
 * What a hop shows where it is opened: why it was asked so, what came back and what of it was not believed, the message
 * section by section, and the octets.
 */

import type { LikeDig } from '../../compare/like-dig.ts';
import { className, typeName } from '../../message/codes.ts';
import { SECTIONS, type Message, type Section } from '../../message/message.ts';
import { printHex } from '../../message/hex.ts';
import { printRecord } from '../../message/record-text.ts';
import type { Finding, Hop } from '../../resolver/events.ts';
import { count } from '../cost-text.ts';
import { dissectMessage, NO_SOURCE } from '../dissection.ts';
import { ednsWords } from '../reply-edns.ts';
import { replyWords } from '../walk-words.ts';
import { cut, type DrawingPlan, moreHtml, MOST_NOTES } from './drawing-plan.ts';
import { htmlText } from './html-text.ts';
import { panelHtml } from './octet-panel.ts';
import { recordTable } from './record-table.ts';

/** What is known of the hops beside what they say themselves. */
export interface AroundHops {
  readonly hops: readonly Hop[];
  readonly findings: readonly Finding[];
  readonly likeDig?: LikeDig;
  /** Of a second walk: why each hop was needed. */
  readonly askedAgain?: ReadonlyMap<number, string>;
}

export function hopInside(
  hop: Hop,
  around: AroundHops & { readonly plan: DrawingPlan },
  prefix: string,
): string {
  const { shown, more } = cut(factsOf(hop, around), MOST_NOTES, 'lines');
  const facts = shown.map(([term, text]) => `<dt>${term}</dt><dd>${htmlText(text)}</dd>`);
  const { reply, query, message, id } = hop;
  return `<div class="inside"><dl>${facts.join('')}</dl>${moreHtml(more)}
${message ? sectionsHtml(message, around.plan) : ''}
${reply ? octetsHtml('The octets of the reply', reply, `${prefix}${id}r`, around.plan) : ''}${octetsHtml('The octets of the query', query, `${prefix}${id}q`, around.plan)}</div>`;
}

function factsOf(hop: Hop, { likeDig, askedAgain }: AroundHops): [term: string, text: string][] {
  const { server, question, transport, why, message, rejected, dropped, next, id, verdict } = hop;
  const dig = likeDig?.hops.filter((each) => each.hop === id).flatMap(({ notes }) => notes) ?? [];
  const again = askedAgain?.get(id) ?? '';
  return [
    [
      'asked',
      `${server.name} at ${server.address} port ${server.port} (${server.source}) over ${transport.toUpperCase()} for ${question.name} ${typeName(question.type)}`,
    ],
    ...row('because', why),
    ...row('again', again),
    ['reply', replyWords(hop) || 'none'],
    ['verdict', `${hop.outcome}: ${verdict}`],
    ...(message ? ednsWords(message) : []).flatMap((words) => row('edns', words)),
    ...rejected.map(({ reason, from }): [string, string] => [
      'ignored',
      `a datagram from ${from}: ${reason}`,
    ]),
    ...dropped.map(({ record, reason }): [string, string] => [
      'dropped',
      `${printRecord(record)} (${reason})`,
    ]),
    ...(next ? row('next', `${next.zone} at ${next.nameServers.slice(0, MOST_NOTES).join(', ')}`) : []),
    ...dig.map(({ text }): [string, string] => ['dig', text]),
  ];
}

function row(term: string, text: string): [string, string][] {
  return text === '' ? [] : [[term, text]];
}

function sectionsHtml(message: Message, { listed }: DrawingPlan): string {
  const questions = message.questions.map(
    ({ name, type, class: questionClass }) => `${name} ${className(questionClass)} ${typeName(type)}`,
  );
  const asked =
    questions.length === 0
      ? ''
      : `<h3>Question</h3><p class="question">${questions.slice(0, MOST_NOTES).map(htmlText).join('<br>')}</p>`;
  const sections = SECTIONS.filter((section) => message[section].length > 0).map((section) => {
    const records = message[section];
    const table = listed.has(message)
      ? recordTable(records)
      : '<p class="more">Not listed, since this page has much to show: the JSON document of the trace has them.</p>';
    return `<h3>${SECTION_TITLES[section]} <small>${count(records.length, 'record')}</small></h3>${table}`;
  });
  return asked + sections.join('');
}

const SECTION_TITLES: Readonly<Record<Section, string>> = {
  answers: 'Answer',
  authorities: 'Authority',
  additionals: 'Additional',
};

/** Of a message that is not drawn, so much is shown as it came. */
const OCTETS_AS_TEXT = 256;

function octetsHtml(title: string, octets: Uint8Array, id: string, { drawn }: DrawingPlan): string {
  const summary = `<summary>${title} <small>${count(octets.length, 'octet')}</small></summary>`;
  if (!drawn.has(octets)) {
    const first = octets.subarray(0, OCTETS_AS_TEXT);
    const part = first.length < octets.length ? `the first ${first.length} octets, ` : '';
    return `<details class="fold octets">${summary}<p class="more">Not drawn field by field, since this page has much to show: ${part}as they came. <code>rootwalk dissect</code> explains them.</p><pre>${printHex(first)}</pre></details>`;
  }
  const { spans, problems } = dissectMessage(octets, NO_SOURCE);
  const panel = panelHtml({ id, octets, groups: [{ title: '', means: '', spans }], problems });
  return `<details class="fold octets">${summary}${panel}</details>`;
}
