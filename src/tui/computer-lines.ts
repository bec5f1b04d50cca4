/**
 * What this computer says to the same question, the verdict on both answers and its causes, and what was
 * noticed on the walk.
 */

import { rcodeName } from '../message/codes.ts';
import { printRecord } from '../message/record-text.ts';
import type { Comparison, Verdict } from '../compare/comparison.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import type { ExplorerState } from './state.ts';
import { EMPTY_LINE, hanging, labelled, lineOf, type Line, type Tone } from './styled-line.ts';
import { printMilliseconds } from './units.ts';

export function computerLines(state: ExplorerState, columns: number): Line[] {
  const { system, comparison, findings } = state.walk;
  if (!state.shown) return [];
  const noticed = findings.flatMap(({ severity, code, message, rfc }) =>
    hanging('• ', `${severity} ${code}: ${message} (${rfc})`, columns, 'warning'),
  );
  return [
    ...verdictLines(comparison, state, columns),
    ...(system ? answerLines(system, columns) : []),
    ...(noticed.length > 0 ? [EMPTY_LINE, lineOf('noticed on the walk', 'accent'), ...noticed] : []),
  ];
}

const VERDICTS: Readonly<Record<Verdict, { readonly text: string; readonly tone: Tone }>> = {
  same: { text: '= same answer as the walk', tone: 'good' },
  differs: { text: '≠ differs from the walk', tone: 'warning' },
  'one-sided': { text: '≠ one-sided: only one of the two has an answer', tone: 'warning' },
  unavailable: { text: '? unavailable: nothing to compare', tone: 'dim' },
};

function verdictLines(comparison: Comparison | null, state: ExplorerState, columns: number): Line[] {
  if (!comparison) return hanging('', waitingText(state), columns, 'dim');
  const { text, tone } = VERDICTS[comparison.verdict];
  return [
    ...hanging('', text, columns, tone),
    ...comparison.findings.flatMap(({ code, severity, message, rfc }) =>
      hanging(
        '• ',
        `${severity} ${code}: ${message}${rfc === '' ? '' : ` (${rfc})`}`,
        columns,
        TONES[severity],
      ),
    ),
    EMPTY_LINE,
  ];
}

const TONES = { info: 'plain', warning: 'warning', error: 'bad' } as const;

function waitingText({ walk, phase }: ExplorerState): string {
  if (phase === 'cancelled')
    return walk.system ? 'not compared: the walk was cancelled' : 'the walk was cancelled';
  return walk.system ? 'compared when the walk is over' : 'asking this computer …';
}

function answerLines(system: SystemAnswer, columns: number): Line[] {
  const list = (label: string, texts: readonly string[], tone: Tone = 'plain'): Line[] =>
    texts.flatMap((text, i) => labelled(i === 0 ? label : '', text, columns, tone));
  const stub =
    system.server === null
      ? []
      : [`${system.server}${system.rcode === null ? '' : ` ${rcodeName(system.rcode)}`}`];
  return [
    ...list('source', [`${system.source}, ${printMilliseconds(system.elapsedMs)}`]),
    ...list('error', system.error === null ? [] : [system.error], 'bad'),
    ...list('address', system.addresses, 'strong'),
    ...list('name', system.names, 'strong'),
    ...list('record', system.records.map(printRecord)),
    ...list('asked', stub),
    ...list('tried', system.tried),
    ...list(
      'evidence',
      system.evidence.flatMap(({ file, line, text }) => [`${file}:${line}`, `  ${text.trim()}`]),
    ),
    ...list('order', system.sources.length > 0 ? [system.sources.join(' ')] : []),
    ...list('servers', system.nameServers),
  ];
}
