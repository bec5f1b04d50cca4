/**
 * The hops of a walk as a list that opens: what was asked of whom and what came of it is seen at once, the reasoning, the
 * message and its octets where a hop is opened; sub-walks stand under the hop that made them necessary.
 */

import { typeName } from '../../message/codes.ts';
import type { Question } from '../../message/message.ts';
import { sameName } from '../../message/name.ts';
import type { Hop } from '../../resolver/events.ts';
import { outcomeTone, subWalkWords, zoneWords } from '../walk-words.ts';
import { cut, type DrawingPlan, moreHtml, MOST_HOPS } from './drawing-plan.ts';
import { findingList } from './finding-list.ts';
import { hopInside, type AroundHops } from './hop-inside.ts';
import { htmlText } from './html-text.ts';

interface Drawing extends AroundHops {
  readonly plan: DrawingPlan;
  /** What the list is about: hops that ask just this need not say so. */
  readonly asked: Question | undefined;
  /** Starts the ids of the hops. */
  readonly prefix: string;
  readonly children: ReadonlyMap<number | null, readonly Hop[]>;
  /** What the bars are a part of: from the first query to the last reply. */
  readonly firstMs: number;
  readonly wholeMs: number;
}

export function pathHtml(all: readonly Hop[], around: AroundHops, plan: DrawingPlan, prefix: string): string {
  const { shown, more } = cut(all, MOST_HOPS, 'hops');
  const there = new Set(shown.map(({ id }) => id));
  const parentOf = ({ parent }: Hop): number | null => (parent !== null && there.has(parent) ? parent : null);
  const children = Map.groupBy(shown, parentOf);
  const firstMs = Math.min(...shown.map(({ startMs }) => startMs));
  const wholeMs = Math.max(...shown.map(({ startMs, elapsedMs }) => startMs + elapsedMs)) - firstMs;
  const asked = shown.find(({ parent }) => parent === null)?.question;
  const drawing = { ...around, plan, prefix, children, firstMs, wholeMs, asked };
  return `<ol class="hops">${listHtml(children.get(null) ?? [], drawing)}</ol>${moreHtml(more)}`;
}

function listHtml(hops: readonly Hop[], drawing: Drawing): string {
  return hops.map((hop) => hopHtml(hop, drawing)).join('\n');
}

function hopHtml(hop: Hop, drawing: Drawing): string {
  const { id, zone, server, outcome, verdict, transport, question } = hop;
  const tone = outcomeTone(outcome);
  const found = drawing.findings.filter((finding) => finding.hop === id);
  const carrier = transport === 'udp' ? '' : ` <span class="carrier">${transport.toUpperCase()}</span>`;
  const summary = `<span class="n">${id}</span><span class="who"><b class="zone">${htmlText(zoneWords(zone))}</b> <span class="server">${htmlText(server.name)}</span> <span class="address">${htmlText(server.address)}</span> <span class="from" title="where the address came from">${htmlText(server.source)}</span>${carrier}${askedHtml(hop, drawing.asked)}</span>
<span class="result"><span class="outcome ${tone}">${htmlText(outcome)}</span> <span class="says">${htmlText(verdict)}</span></span>
<span class="time">${barHtml(hop, drawing)}<span class="ms">${timeText(hop)}</span></span>`;
  const subWalks = Map.groupBy(drawing.children.get(id) ?? [], ({ question: { name } }) => name);
  const below = [...subWalks.values()].map(
    (hops) =>
      `<p class="why">${htmlText(subWalkWords(hops[0]!))}</p><ol class="hops">${listHtml(hops, drawing)}</ol>`,
  );
  return `<li class="hop ${tone}" id="${drawing.prefix}${id}"><details class="fold"><summary aria-label="${htmlText(`hop ${id}: ${question.name} ${typeName(question.type)} asked of ${server.name} at ${server.address}: ${outcome}`)}">${summary}</summary>
${hopInside(hop, drawing, drawing.prefix)}</details>${findingList(found)}${below.length === 0 ? '' : `<div class="below">${below.join('')}</div>`}</li>`;
}

/** Look-ups, aliases, and names that were told in part only ask for something else than the first. */
function askedHtml({ question }: Hop, asked: Question | undefined): string {
  if (asked && sameName(question.name, asked.name) && question.type === asked.type) return '';
  return ` <span class="asked">${htmlText(`for ${question.name} ${typeName(question.type)}`)}</span>`;
}

function timeText({ rttMs, elapsedMs }: Hop): string {
  return rttMs === null ? `no reply, ${elapsedMs.toFixed(0)} ms` : `${rttMs.toFixed(1)} ms`;
}

/** When it was, in the time of the whole list: attributes, since the page's policy allows no style of its own here. */
function barHtml({ startMs, elapsedMs, outcome }: Hop, { firstMs, wholeMs }: Drawing): string {
  const share = (ms: number): string => ((100 * ms) / (wholeMs || 1)).toFixed(2);
  const width = Math.max(Number(share(elapsedMs)), 0.8);
  const start = Math.min(Number(share(startMs - firstMs)), 100 - width);
  return `<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="${outcomeTone(outcome)}" x="${start.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="6"/></svg>`;
}
