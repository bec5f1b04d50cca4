/**
 * The services of a name for people: one table, what else its records say, and under each what is wrong with it.
 */

import { printRdata } from '../../message/record-text.ts';
import { printable } from '../../message/printable-text.ts';
import { ADDRESSES_OF } from '../../services/read-services.ts';
import type { Endpoint } from '../../services/endpoint.ts';
import type { Note } from '../../services/notes.ts';
import type { Policy } from '../../services/policy.ts';
import type { FoundService } from '../../services/read-services.ts';
import { count } from '../cost-text.ts';
import { wrapped } from '../dissection-wrap.ts';
import { findingParagraph } from '../finding-lines.ts';
import type { Paint, Style } from '../style.ts';
import { behindParts, leadText, portText } from './endpoint-cells.ts';
import { columnWidths, INDENT, rowLines, type ServiceRow } from './service-row.ts';
import { elsewhereOf, type ServicesRun } from './services-run.ts';

export interface ServicesShape {
  /** Columns that the text may take. */
  readonly width: number;
  /** `found`: services that records lead to, and the usual ones; `all`: also those that nothing leads to. */
  readonly services: 'found' | 'all';
}

const GAP = 2;

export function servicesText(run: ServicesRun, style: Style, shape: ServicesShape): string {
  const { found, cost, lookups } = run;
  const { name, services, policies, notes } = found;
  const isAllUnknown = services.every(({ status }) => status === 'unknown');
  const shown = services.filter(
    (each) => shape.services === 'all' || (isWorthShowing(each) && !isAllUnknown),
  );
  const parts = [
    [style.bold(`Services of ${name}`), ...summaryLines(run, style, shape)],
    tableLines(shown, notes, style, shape),
    isAllUnknown && services.length > 0 ? [] : policyLines(policies, notes, style, shape),
    restLines(run, shown, style, shape),
    [
      `${count(lookups.length, 'question')}, ${count(cost.queries, 'query', 'queries')}, ${cost.bytesSent} octets sent, ${cost.bytesReceived} received, ${cost.elapsedMs.toFixed(0)} ms`,
    ],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** Unusual services are told of only where a record leads to them, or nobody could say. */
function isWorthShowing({ service, status, endpoints }: FoundService): boolean {
  if (status === 'none') return false;
  return service.usual || status !== 'offered' || endpoints.some(({ how }) => how === 'record');
}

function summaryLines({ summary, found }: ServicesRun, style: Style, { width }: ServicesShape): string[] {
  const { aliases } = found.itself;
  return [
    ...(aliases.length > 0 ? [`   ${found.name} is an alias of ${aliases.join(' → ')}`] : []),
    ...(summary.status === 'answer'
      ? []
      : wrapped(printable(summary.message), width - INDENT).map((line) => `   ${style.bad(line)}`)),
  ];
}

function tableLines(
  services: readonly FoundService[],
  notes: readonly Note[],
  style: Style,
  { width }: ServicesShape,
): string[] {
  if (services.length === 0) return [];
  const blocks = services.map((each) => ({ name: each.service.name, rows: rowsOf(each, style) }));
  const head = { cells: HEAD, behind: ['addresses'], paint: style.dim };
  const widths = columnWidths([HEAD, ...blocks.flatMap(({ rows }) => rows.map(({ cells }) => cells))]);
  return [
    ...rowLines(head, widths, width),
    ...blocks.flatMap(({ name, rows }) => [
      ...rows.flatMap((row) => rowLines(row, widths, width)),
      ...noteLines(notes, name, style, width),
    ]),
  ];
}

const HEAD = ['service', 'port', 'by', 'host'] as const;

function rowsOf({ service, status, endpoints, declined, unknown }: FoundService, style: Style): ServiceRow[] {
  const skipped = endpoints.filter(({ state }) => state === 'not-followed').length;
  const words: [string, readonly string[], Paint][] = [
    ['not looked up', skipped > 0 ? [`${skipped} more`] : [], style.dim],
    ['not offered', declined, style.dim],
    // The hosts whose addresses are unknown say so themselves.
    ['unknown', unknown.filter((each) => !each.startsWith(ADDRESSES_OF)), style.warn],
    ['none', status === 'none' ? [''] : [], style.dim],
  ];
  const rows = [
    ...endpoints
      .filter(({ state }) => state !== 'not-followed')
      .map((endpoint): ServiceRow => ({
        cells: ['', portText(endpoint), leadText(endpoint), endpoint.host],
        behind: behindParts(endpoint),
        paint: statePaint(endpoint, style),
      })),
    ...words.flatMap(([word, texts, paint]) =>
      texts.map((text): ServiceRow => ({ cells: ['', '', word, ''], behind: [printable(text)], paint })),
    ),
  ];
  return rows.map((row, at) => (at === 0 ? { ...row, cells: [service.name, ...rest(row.cells)] } : row));
}

function statePaint({ state }: Endpoint, style: Style): Paint {
  if (state === 'usable') return (text) => text;
  return state === 'unknown' ? style.warn : style.bad;
}

function rest([, ...others]: ServiceRow['cells']): [string, string, string] {
  return others;
}

function noteLines(notes: readonly Note[], service: string, style: Style, width: number): string[] {
  return notes
    .filter((note) => note.service === service)
    .flatMap((note) =>
      findingParagraph({ ...note, hop: null }, style, width - INDENT).map(
        (line) => ' '.repeat(INDENT) + line,
      ),
    );
}

const MOST_RECORDS = 4;

function policyLines(
  policies: readonly Policy[],
  notes: readonly Note[],
  style: Style,
  { width, services }: ServicesShape,
): string[] {
  const shown = policies.filter(({ status }) => services === 'all' || status !== 'none');
  if (shown.length === 0) return [];
  const names = Math.max(...shown.map(({ name }) => name.length)) + GAP;
  const start = INDENT + names;
  const lines = shown.flatMap(({ name, owner, status, records, says }) => {
    const texts = records.slice(0, MOST_RECORDS).map(printRdata);
    const more = records.length - texts.length;
    const body = [
      status === 'found' ? owner : `${owner}  ${status}`,
      ...texts,
      ...(more > 0 ? [`and ${more} more`] : []),
      ...(says === '' ? [] : [`(${printable(says)})`]),
    ];
    // Where it fits, all on one line.
    const flat = body.join('  ');
    const parts =
      flat.length <= width - start ? [flat] : body.flatMap((part) => wrapped(part, width - start));
    return parts.map((part, at) => ' '.repeat(INDENT) + (at === 0 ? name : '').padEnd(names) + part);
  });
  return [
    style.bold('What else its records say'),
    ...lines,
    ...[...new Set(shown.map(({ name }) => name))].flatMap((name) => noteLines(notes, name, style, width)),
  ];
}

/** Names of the services that are not in the table, what its words mean, and where else clients look. */
function restLines(
  { found: { name, services }, summary }: ServicesRun,
  shown: readonly FoundService[],
  style: Style,
  { width }: ServicesShape,
): string[] {
  if (summary.status === 'nxdomain') return [];
  const hidden = services.filter((each) => !shown.includes(each));
  const named = (status: FoundService['status']): string =>
    hidden
      .filter((each) => each.status === status)
      .map(({ service }) => service.name)
      .join(', ');
  const hasConvention = shown.some(({ endpoints }) => endpoints.some(({ how }) => how === 'convention'));
  const sentences = [
    ...(hasConvention
      ? ['convention: no record leads there, only custom; whether anything answers is not known.']
      : []),
    ...(named('offered') === ''
      ? []
      : [
          `No record leads to ${named('offered')}; clients may try the addresses of ${name} (--all-services shows them).`,
        ]),
    ...(named('none') === '' ? [] : [`Nothing leads to ${named('none')}.`]),
    ...(named('unknown') === '' ? [] : [`Unknown, since nobody answered: ${named('unknown')}.`]),
    ...elsewhereLines(shown, name),
  ];
  return sentences.flatMap((sentence) => wrapped(sentence, width)).map((line) => style.dim(line));
}

function elsewhereLines(shown: readonly FoundService[], name: string): string[] {
  return shown.flatMap(({ service }) => {
    const url = elsewhereOf(service, name);
    return url === null ? [] : [`${service.name}: ${url} may say otherwise (not fetched).`];
  });
}
