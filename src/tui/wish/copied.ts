/**
 * What is copied: of the chosen hop the command that asks the same again, of an open tab what it shows, of this computer's
 * pane the chosen cause, of the chosen field its octets. And the answer, wherever one is.
 */

import { typeName } from '../../message/codes.ts';
import { printRdata } from '../../message/record-text.ts';
import { fieldChoice, isOnFields, shownFields } from '../detail/bytes/byte-choice.ts';
import { readingLines } from '../detail/reading-lines.ts';
import { layoutOf } from '../drawing/layout.ts';
import type { Line } from '../drawing/styled-line.ts';
import { pageText } from '../page/page.ts';
import { chosenEntry, type ExplorerState } from '../state.ts';
import type { HopEntry } from '../walk/walk-state.ts';
import { wishing } from './wish.ts';

export function copied(state: ExplorerState): ExplorerState {
  const { text, what } = copyOf(state);
  if (text === '') return { ...state, notice: { text: 'There is nothing to copy yet.', tone: 'warning' } };
  return wishing(state, { kind: 'copy', text, what });
}

/** The data of the answer, a record a line. */
export function copiedAnswer(state: ExplorerState): ExplorerState {
  const { ending, question } = state.walk;
  const records = ending?.answers.filter(({ type }) => type === question?.type) ?? [];
  if (records.length === 0)
    return { ...state, notice: { text: 'There is no answer to copy.', tone: 'warning' } };
  return wishing(state, { kind: 'copy', text: records.map(printRdata).join('\n'), what: 'the answer' });
}

interface Copy {
  readonly text: string;
  readonly what: string;
}

function copyOf(state: ExplorerState): Copy {
  const layout = layoutOf(state);
  if (state.page)
    return { text: textOf(pageText(state, state.page.about, layout.page).lines), what: 'this page' };
  const entry = chosenEntry(state);
  if (state.focus === 'computer') return { text: causeText(state), what: 'what this computer says' };
  if (isOnFields(state)) return { text: fieldHex(state), what: 'the octets of the field' };
  if (state.focus === 'message')
    return { text: textOf(readingLines(state, layout.message.columns)), what: 'this tab' };
  return { text: entry ? queryCommand(entry) : '', what: 'the command that asks this again' };
}

function causeText({ walk: { comparison, system }, causes }: ExplorerState): string {
  const cause = comparison?.findings[causes.chosen];
  if (cause) return [`${cause.code}: ${cause.message}`, ...(cause.evidence ?? [])].join('\n');
  return system
    ? [...system.addresses, ...system.names, ...(system.error ? [system.error] : [])].join('\n')
    : '';
}

function fieldHex(state: ExplorerState): string {
  const fields = shownFields(state);
  const field = fields?.list[fieldChoice(state).field];
  return fields && field ? hexOf(fields.octets.subarray(field.span.start, field.span.end)) : '';
}

function hexOf(octets: Uint8Array): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join(' ');
}

/** Names are quoted for a shell: they can hold anything. */
function queryCommand({ hop }: HopEntry): string {
  const { name, type } = hop.question;
  const word = /^[A-Za-z0-9._-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
  const port = hop.server.port === 53 ? '' : `#${hop.server.port}`;
  const tcp = hop.transport === 'tcp' ? ' --tcp' : '';
  return `rootwalk query ${word} ${typeName(type)} @${hop.server.address}${port} --no-recurse${tcp}`;
}

function textOf(lines: readonly Line[]): string {
  return lines
    .map((line) =>
      line
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
    )
    .join('\n');
}
