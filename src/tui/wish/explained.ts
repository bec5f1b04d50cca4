/**
 * What `e` explains: whatever is chosen, by the names of its pages in `rootwalk explain`.
 */

import { rcodeName, typeName } from '../../message/codes.ts';
import { fieldChoice, isOnFields, shownFields } from '../detail/bytes/byte-choice.ts';
import { chosenEntry, type ExplorerState } from '../state.ts';
import { isFinished, type HopEntry } from '../walk/walk-state.ts';
import { wishing } from './wish.ts';

export function explained(state: ExplorerState): ExplorerState {
  const topics = topicsOf(state);
  if (topics.length === 0)
    return { ...state, notice: { text: 'There is nothing to explain yet.', tone: 'warning' } };
  return wishing(state, { kind: 'explain', topics });
}

/** The most telling first; those without a page are passed over later. */
function topicsOf(state: ExplorerState): string[] {
  if (state.focus === 'computer') {
    const causes = state.walk.comparison?.findings ?? [];
    const chosen = causes[state.causes.chosen];
    return chosen ? [chosen.code] : causes.map(({ code }) => code);
  }
  const entry = chosenEntry(state);
  if (!entry) return [];
  return isOnFields(state) ? fieldTopics(state) : hopTopics(entry);
}

function hopTopics({ hop, findings }: HopEntry): string[] {
  const codes = findings.map(({ code }) => code);
  if (!isFinished(hop)) return [...codes, typeName(hop.question.type), hop.transport];
  const rcode = hop.rcode === null ? [] : [rcodeName(hop.rcode)];
  return [
    ...codes,
    WORDS[hop.outcome] ?? hop.outcome,
    ...rcode,
    `type ${typeName(hop.question.type)}`,
    hop.transport,
  ];
}

/** Outcomes whose pages have another name. */
const WORDS: Readonly<Record<string, string>> = {
  answer: 'authoritative',
  truncated: 'truncation',
  timeout: 'SERVER_SILENT',
  unreachable: 'SERVER_UNREACHABLE',
  malformed: 'REPLY_MALFORMED',
  useless: 'authoritative',
};

/** The field, then what it is part of. */
function fieldTopics(state: ExplorerState): string[] {
  const list = shownFields(state)?.list ?? [];
  return withParents(list, fieldChoice(state).field).flatMap(({ span: { label, value } }) => {
    const coded = CODED[label.replace(/^Q/, '')];
    const word = /^\d+ (\S+)$/.exec(value)?.[1];
    if (coded !== undefined && word !== undefined) return [`${coded} ${word}`];
    return LABELS[label] ?? [label];
  });
}

/** Fields whose value has a page of its own. */
const CODED: Readonly<Record<string, string>> = {
  TYPE: 'type',
  CLASS: 'class',
  OPCODE: 'opcode',
  RCODE: 'rcode',
};

/** Fields that are explained under another name. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  pointer: ['compression pointer'],
  QNAME: ['name'],
  answer: ['record'],
  authority: ['record'],
  additional: ['record'],
  RDATA: [],
  address: [],
};

function withParents<T extends { readonly depth: number }>(list: readonly T[], place: number): T[] {
  const found: T[] = [];
  for (let at = place; at >= 0; at--) {
    const field = list[at]!;
    if (found.length === 0 || field.depth < found.at(-1)!.depth) found.push(field);
  }
  return found;
}
