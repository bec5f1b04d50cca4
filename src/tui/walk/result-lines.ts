/**
 * How the walk ended, in a word and a symbol; the answer with its aliases; what it cost.
 */

import { A } from '../../message/records/a.ts';
import { AAAA } from '../../message/records/aaaa.ts';
import { CNAME } from '../../message/records/cname.ts';
import { DNAME } from '../../message/records/dname.ts';
import { typeName } from '../../message/codes.ts';
import { printRdata } from '../../message/record-text.ts';
import type { ResourceRecord } from '../../message/message.ts';
import type { Cost, Ending } from '../../resolver/events.ts';
import { printServer } from './hop-words.ts';
import { newsWords } from '../time/news-words.ts';
import { isWalking, type ExplorerState } from '../state.ts';
import { cutLine, hanging, span, type Line, type Tone } from '../drawing/styled-line.ts';
import { positionText } from '../time/timeline.ts';
import { counted, printMilliseconds } from '../drawing/units.ts';
import { waitingChain } from '../../render/cost-text.ts';
import { isFinished, type HopEntry, type WalkState } from './walk-state.ts';

/** The state of the walk for the title: a symbol, a word, and a tone that says the same. */
export function statusOf(state: ExplorerState): { readonly text: string; readonly tone: Tone } {
  const { ending } = state.walk;
  if (ending && ending.reason !== 'interrupted') return ENDINGS[ending.status](ending);
  if (ending || state.phase === 'cancelled') return { text: '× cancelled', tone: 'warning' };
  return isWalking(state) ? { text: '… walking', tone: 'accent' } : { text: 'ready', tone: 'dim' };
}

const ENDINGS: Readonly<Record<Ending['status'], (ending: Ending) => { text: string; tone: Tone }>> = {
  answer: () => ({ text: '✓ answer', tone: 'good' }),
  nodata: () => ({ text: '∅ nodata', tone: 'warning' }),
  nxdomain: () => ({ text: '✗ nxdomain', tone: 'warning' }),
  failure: ({ reason }) => ({ text: `! failure${reason === null ? '' : `: ${reason}`}`, tone: 'bad' }),
};

export function resultLines(state: ExplorerState, columns: number, rows: number): Line[] {
  if (!state.shown) return [];
  const { text, tone } = statusOf(state);
  const lead = `${text}  `;
  const lines = hanging(lead, outcomeText(state), columns, 'strong');
  const cost = costLines(state, columns, rows - lines.length);
  const [first, ...more] = lines.slice(0, rows - cost.length);
  const head: Line = [span(lead, tone), ...first!.slice(1)];
  const shown = [head, ...more];
  if (lines.length > shown.length) shown[shown.length - 1] = [...shown.at(-1)!, span(' …')];
  return [...shown, ...cost];
}

function outcomeText(state: ExplorerState): string {
  const { walk, phase } = state;
  const { ending } = walk;
  if (!ending)
    return phase === 'walking' ? askingText([...walk.hops, ...walk.surveyHops].map(({ hop }) => hop)) : '';
  if (ending.status !== 'answer')
    return [ending.message, ...viaTexts(ending), ...withoutNetwork(state)].join(' ');
  return [
    ending.answers
      .filter((record) => !isAlias(record, walk.question?.type))
      .map(dataText)
      .join(', '),
    ...viaTexts(ending),
  ].join(' ');
}

/** Where nobody at all replies, it is the network that is missing. */
function withoutNetwork({ walk, shown }: ExplorerState): string[] {
  const isHeard = walk.hops.some(({ hop }) => isFinished(hop) && hop.reply !== null);
  const isAlone = walk.ending?.reason === 'no-reply' && !isHeard && shown?.place === null;
  return isAlone ? ['l shows the worlds of the lab, which need no network.'] : [];
}

function askingText(hops: readonly ExplorerState['walk']['hops'][number]['hop'][]): string {
  const hop = hops.findLast((candidate) => !isFinished(candidate));
  const surveyed = hops.filter((each) => each.purpose === 'survey' && isFinished(each)).length;
  const doing =
    hop?.purpose === 'survey' ? `survey, ${counted(surveyed, 'exchange')} so far: asking` : 'asking';
  return hop
    ? `${doing} ${hop.server.name} ${printServer(hop)} for ${hop.question.name} ${typeName(hop.question.type)}`
    : '';
}

function viaTexts({ aliases }: Ending): string[] {
  return aliases.length > 0 ? [`via ${aliases.join(' → ')}`] : [];
}

function isAlias({ type }: ResourceRecord, asked: number | undefined): boolean {
  return type !== asked && (type === CNAME.code || type === DNAME.code);
}

function dataText(record: ResourceRecord): string {
  const isAddress = record.type === A.code || record.type === AAAA.code;
  return isAddress ? printRdata(record) : `${typeName(record.type)} ${printRdata(record)}`;
}

/** That the screen shows the past, before all else: it explains what is not there. */
function momentSpans({ timeline }: ExplorerState): Line {
  const { position, told, isPlaying } = timeline;
  if (position === null) return [];
  return [
    span(`${positionText(timeline)}${isPlaying ? ', playing' : ''}, > returns to now`, 'accent'),
    span(`  ${newsWords(told[position - 1]!)}  `),
  ];
}

/** What it took, on as many lines as there are: the totals, then what was waited for. */
function costLines(state: ExplorerState, columns: number, rows: number): Line[] {
  const { walk } = state;
  const totals = totalsText(walk);
  const chain = chainOf(walk);
  const moment = momentSpans(state);
  if (rows > 1 && chain !== '') {
    return [
      cutLine([...moment, span(totals, 'dim')], columns),
      cutLine([span(`waited for ${chain}`, 'dim')], columns),
    ];
  }
  const both = chain === '' ? totals : `${totals}: ${chain}`;
  return [cutLine([...moment, span(both, 'dim')], columns)];
}

function totalsText({ hops, surveyHops, ending, cost }: WalkState): string {
  const all = [...hops, ...surveyHops];
  const zones = counted(new Set(all.map(({ hop }) => hop.zone.toLowerCase())).size, 'zone');
  const facts = cost ? costFacts(cost) : [counted(all.length, 'query', 'queries')];
  const negative = ending?.negativeTtl;
  const kept = negative === null || negative === undefined ? [] : [`may be kept for ${negative} s`];
  return [...(all.length === 0 ? [] : [zones]), ...facts, ...kept].join(', ');
}

/** The longest chain of waiting, once the walk is over: `. 20 ms → com. 21 ms → example.com. 35 ms`. */
function chainOf(walk: WalkState): string {
  const { hops, surveyHops, cost, ending } = walk;
  if (!cost || !ending || ending.reason === 'interrupted') return '';
  const known = keptChains.get(walk.hops);
  if (known !== undefined) return known;
  const finished = [...hops, ...surveyHops].map(({ hop }) => hop).filter(isFinished);
  const chain = waitingChain(finished, cost);
  keptChains.set(walk.hops, chain);
  return chain;
}

const keptChains = new WeakMap<readonly HopEntry[], string>();

function costFacts({ queries, bytesSent, bytesReceived, elapsedMs }: Cost): string[] {
  return [
    counted(queries, 'query', 'queries'),
    `${bytesSent} octets sent`,
    `${bytesReceived} received`,
    printMilliseconds(elapsedMs),
  ];
}
