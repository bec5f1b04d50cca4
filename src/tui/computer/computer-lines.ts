/**
 * What this computer says to the same question: the verdict on both answers, the causes of a difference, the answer
 * with the voices behind it, and what was noticed on the walk.
 */

import { rcodeName } from '../../message/codes.ts';
import { printRdata, printRecord } from '../../message/record-text.ts';
import type { SystemAnswer } from '../../system/system-answer.ts';
import { causeBlocks } from './cause-blocks.ts';
import type { ExplorerState } from '../state.ts';
import {
  EMPTY_LINE,
  hanging,
  labelled,
  lineOf,
  picking,
  type Line,
  type Tone,
} from '../drawing/styled-line.ts';
import { printMilliseconds } from '../drawing/units.ts';
import type { ResolverVoice } from '../../render/compare.ts';
import { VERDICTS, verdictLines } from './verdict-lines.ts';
import { voiceLines } from './voice-lines.ts';

export interface ComputerView {
  readonly lines: readonly Line[];
  /** Where the causes stand among the lines; `headTo` and `to` are the lines after the sentence and after all of it. */
  readonly blocks: readonly { readonly from: number; readonly headTo: number; readonly to: number }[];
}

export function computerLines(state: ExplorerState, columns: number): readonly Line[] {
  return computerView(state, columns).lines;
}

export function computerView(state: ExplorerState, columns: number): ComputerView {
  const { system, comparison, findings } = state.walk;
  if (!state.shown) return { lines: [], blocks: [] };
  const lines = verdictLines(state, columns);
  const blocks = causeBlocks(state, columns).map(({ head, opened }, place) => {
    const from = lines.length;
    lines.push(...[...head, ...opened].map((line) => picking(line, place)));
    return { from, headTo: from + head.length, to: lines.length };
  });
  if (comparison) lines.push(EMPTY_LINE);
  if (system) lines.push(...answerLines(system, columns), ...voiceLines(system, columns));
  lines.push(...resolverLines(state.walk.resolvers, columns), ...awaitedLines(state));
  const noticed = findings.flatMap(({ severity, code, message, rfc }) =>
    hanging('• ', `${severity} ${code}: ${message} (${rfc})`, columns, 'warning'),
  );
  if (noticed.length > 0) lines.push(EMPTY_LINE, lineOf('noticed on the walk', 'accent'), ...noticed);
  return { lines, blocks };
}

/** The resolvers that were asked beside this computer, each with its verdict and why. */
function resolverLines(voices: readonly ResolverVoice[], columns: number): Line[] {
  return voices.flatMap(({ typed, answer, comparison }) => {
    const { text, tone } = VERDICTS[comparison.verdict];
    const data = answer.answers.map(printRdata).join(', ');
    const said =
      answer.outcome === 'reply'
        ? data || (answer.rcode === null ? '' : rcodeName(answer.rcode))
        : answer.detail;
    return [
      EMPTY_LINE,
      lineOf(`@${typed}`, 'accent'),
      ...hanging('  ', text, columns, tone),
      ...hanging('  ', said, columns),
      ...comparison.findings.flatMap(({ severity, code, message }) =>
        hanging('• ', `${severity === 'info' ? '' : `${severity} `}${code}: ${message}`, columns),
      ),
    ];
  });
}

/** Those that have not all said what they say yet: they are compared together. */
function awaitedLines({ shown, heardOf, phase, walk }: ExplorerState): Line[] {
  const isHeard = shown?.serial === heardOf && phase !== 'cancelled' && walk.ending?.reason !== 'interrupted';
  if (!shown || !isHeard || walk.resolvers.length > 0) return [];
  return shown.wishes.resolvers.flatMap((typed) => [
    EMPTY_LINE,
    lineOf(`@${typed}`, 'accent'),
    lineOf('  asking …', 'dim'),
  ]);
}

function answerLines(system: SystemAnswer, columns: number): Line[] {
  const list = (label: string, texts: readonly string[], tone: Tone = 'plain'): Line[] =>
    texts.flatMap((text, i) => labelled(i === 0 ? label : '', text, columns, tone));
  // What the voices below tell by themselves is not said twice.
  const order = system.sourceAnswers?.length ? [] : system.sources;
  const heard = new Set((system.servers ?? []).map(({ server }) => server));
  const unheard = system.nameServers.filter((address) => !heard.has(`${address}#53`));
  const notes = (system.notes ?? []).filter((note) => system.error?.includes(note) !== true);
  const stub =
    system.server === null || heard.has(system.server)
      ? []
      : [`${system.server}${system.rcode === null ? '' : ` ${rcodeName(system.rcode)}`}`];
  return [
    ...list('source', [`${system.source}, ${printMilliseconds(system.elapsedMs)}`]),
    ...list('error', system.error === null ? [] : [system.error], 'bad'),
    ...list('address', system.addresses, 'strong'),
    ...list('name', system.names, 'strong'),
    // What the file says and what name servers say are two things.
    ...list(system.addresses.length > 0 ? 'in DNS' : 'record', system.records.map(printRecord)),
    ...list('asked', stub),
    ...list('tried', system.tried),
    ...list(
      'evidence',
      system.evidence.flatMap(({ file, line, text }) => [`${file}:${line}`, `  ${text.trim()}`]),
    ),
    ...list('order', order.length > 0 ? [order.join(' ')] : []),
    ...list('servers', unheard),
    ...list('note', notes, 'warning'),
  ];
}
