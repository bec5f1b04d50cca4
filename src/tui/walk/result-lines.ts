/**
 * How the walk ended, in a word and a symbol; the answer with its aliases. What it cost is
 * cost-lines.ts's.
 */

import { A } from '../../message/records/a.ts';
import { AAAA } from '../../message/records/aaaa.ts';
import { CNAME } from '../../message/records/cname.ts';
import { DNAME } from '../../message/records/dname.ts';
import { typeName } from '../../message/codes.ts';
import { printRdata } from '../../message/record-text.ts';
import type { ResourceRecord } from '../../message/message.ts';
import type { Ending } from '../../resolver/events.ts';
import { isStarting, isWalking } from '../asking.ts';
import { printServer } from './hop-words.ts';
import { newsWords } from '../time/news-words.ts';
import type { ExplorerState } from '../state.ts';
import { hanging, span, type Line, type Tone } from '../drawing/styled-line.ts';
import { positionText } from '../time/timeline.ts';
import { counted } from '../drawing/units.ts';
import { costLines } from './cost-lines.ts';
import { isFinished, type WalkState } from './walk-state.ts';

/** The state of the walk for the title: a symbol, a word, and a tone that says the same. */
export function statusOf(state: ExplorerState): { readonly text: string; readonly tone: Tone } {
  const { ending } = state.walk;
  if (isStarting(state)) return { text: '… starting', tone: 'accent' };
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
  const cost = costLines(state, momentSpans(state), columns, rows - lines.length);
  const [first, ...more] = lines.slice(0, rows - cost.length);
  const head: Line = [span(lead, tone), ...first!.slice(1)];
  const shown = [head, ...more];
  if (lines.length > shown.length) shown[shown.length - 1] = [...shown.at(-1)!, span(' …')];
  return [...shown, ...cost];
}

function outcomeText(state: ExplorerState): string {
  const { walk, phase } = state;
  const { ending } = walk;
  if (!ending) return phase === 'walking' ? askingText(walk) : '';
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

function askingText(walk: WalkState): string {
  const hop = [...walk.hops, ...walk.surveyHops].findLast((each) => !isFinished(each.hop))?.hop;
  if (!hop) return '';
  const doing = hop.purpose === 'survey' ? `${surveyText(walk)}: asking` : 'asking';
  return `${doing} ${hop.server.name} ${printServer(hop)} for ${hop.question.name} ${typeName(hop.question.type)}`;
}

/** Zones may still name more servers: the total is what is known so far. */
function surveyText({ surveyed, surveyHops }: WalkState): string {
  if (surveyed) return `survey, ${surveyed.done} of ${counted(surveyed.known, 'address', 'addresses')}`;
  return `survey, ${counted(surveyHops.filter(({ hop }) => isFinished(hop)).length, 'exchange')} so far`;
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
