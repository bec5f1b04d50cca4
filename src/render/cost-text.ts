/**
 * What a walk cost, in words: queries, octets, time, and where the time went, which is the longest chain of waiting.
 */

import { typeName } from '../message/codes.ts';
import { printable } from '../message/printable-text.ts';
import type { Cost, Hop } from '../resolver/events.ts';
import { ttlLeft, type Trace } from './trace.ts';
import { pathCost, type PathCost, type Stretch } from '../resolver/critical-path.ts';

export function costLines(hops: readonly Hop[], cost: Cost): string[] {
  const spent = pathCost(hops, cost);
  const chain = chainOf(hops, spent);
  return [
    totals(hops, cost, spent),
    ...(chain.length === 0 ? [] : [`longest chain of waiting: ${chain.map(({ text }) => text).join(' → ')}`]),
    ...lostLine(hops, spent),
  ];
}

/** What the walk waited for, one after the other. */
export interface Waiting {
  readonly chain: readonly WaitingLink[];
  /** `1.2 s of it lost to 1 silent server`; empty where none was. */
  readonly lost: string;
}

/** `com. (2 queries) 64 ms` */
export interface WaitingLink {
  readonly text: string;
  readonly ms: number;
}

export function waitingOf(hops: readonly Hop[], cost: Cost): Waiting {
  const spent = pathCost(hops, cost);
  return { chain: chainOf(hops, spent), lost: lostLine(hops, spent).join('') };
}

/** Both walks side by side, and what the second still had to ask. */
export function warmLines({ hops, cost, warm }: Trace): string[] {
  if (!warm) return [];
  const first = hops.filter(({ purpose }) => purpose !== 'survey').length;
  const cold = `cold ${queries(first)} ${milliseconds(pathCost(hops, cost).answerMs)}`;
  const { ending, askedAgain } = warm;
  const ttl = ttlLeft(ending);
  const left = ttl === null ? '' : `, TTL ${ttl} s left`;
  const what = ending.status === 'failure' ? 'failed again' : 'answered';
  const rest =
    warm.hops.length === 0
      ? `: ${what} from memory${left}`
      : ` ${milliseconds(warm.cost.elapsedMs)}: ${what}${left}`;
  const lines = warm.hops.map(({ id, zone, question }) => {
    const why = askedAgain.find(({ hop }) => hop === id)?.why ?? '';
    return `   asked again: ${zone} for ${question.name} ${typeName(question.type)}: ${printable(why)}`;
  });
  return [`${cold}; warm ${queries(warm.hops.length)}${rest}`, ...new Set(lines)];
}

function queries(number: number): string {
  return count(number, 'query', 'queries');
}

export function milliseconds(ms: number): string {
  if (ms >= 999.5) return `${Number((ms / 1000).toFixed(1))} s`;
  return ms >= 9.95 ? `${ms.toFixed(0)} ms` : `${ms.toFixed(1)} ms`;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function totals(hops: readonly Hop[], cost: Cost, { byPurpose }: PathCost): string {
  const parts = [
    count(new Set(hops.map(({ zone }) => zone)).size, 'zone'),
    count(cost.queries, 'query', 'queries'),
    ...aside(byPurpose['nameserver-address'], 'for servers without glue'),
    ...aside(byPurpose.survey, 'for the survey'),
    `${cost.bytesSent} octets sent`,
    `${cost.bytesReceived} received`,
    milliseconds(cost.elapsedMs),
  ];
  return parts.join(', ');
}

function aside(queries: number | undefined, purpose: string): string[] {
  return queries === undefined ? [] : [`${queries} of them ${purpose}`];
}

/** Neighbours on the path with the same errand are one link of the chain. */
function chainOf(hops: readonly Hop[], { criticalPath }: PathCost): WaitingLink[] {
  const byId = new Map(hops.map((hop) => [hop.id, hop]));
  const links: { readonly what: string; readonly stretches: Stretch[] }[] = [];
  for (const stretch of criticalPath) {
    const what = errandOf(byId.get(stretch.hop)!);
    if (links.at(-1)?.what === what) links.at(-1)!.stretches.push(stretch);
    else links.push({ what, stretches: [stretch] });
  }
  return links.map(({ what, stretches }) => {
    const queries = stretches.length > 1 ? ` (${stretches.length} queries)` : '';
    const ms = stretches.reduce((sum, each) => sum + each.ms, 0);
    return { text: `${what}${queries} ${milliseconds(ms)}`, ms };
  });
}

/** The zone on the main path; else the server that is searched for, in both families at once. */
function errandOf({ purpose, zone, question }: Hop): string {
  return purpose === 'answer' ? zone : question.name;
}

function lostLine(hops: readonly Hop[], { criticalPath, lostMs }: PathCost): string[] {
  const ids = new Set(criticalPath.filter(({ endedBy }) => endedBy === 'patience').map(({ hop }) => hop));
  if (ids.size === 0) return [];
  const servers = new Set(hops.filter(({ id }) => ids.has(id)).map(({ server }) => server.address));
  return [`${milliseconds(lostMs)} of it lost to ${count(servers.size, 'silent server')}`];
}
