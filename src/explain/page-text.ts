/**
 * Pages and the list of topics as text for a terminal of 80 columns.
 */

import { drawing } from './drawing.ts';
import { GROUPS, titleOf, type Page } from './page.ts';
import { pagesOf } from './pages.ts';
import type { PageStyle } from './page-style.ts';
import { wrapped, wrappedHex } from './wrap.ts';

const WIDTH = 80;

/** Several pages with a blank line and a rule between them. */
export function pagesText(pages: readonly Page[], style: PageStyle): string {
  const rule = `\n${style.dim('-'.repeat(WIDTH))}\n\n`;
  return pages.map((each) => pageText(each, style)).join(rule);
}

function pageText(page: Page, style: PageStyle): string {
  const lines = [
    headLine(page, style),
    '',
    ...paragraph(page.meaning),
    ...page.more.flatMap((text) => ['', ...paragraph(text)]),
    ...(page.aliases.length > 0 ? ['', ...paragraph(`Also called: ${page.aliases.join(', ')}.`)] : []),
    ...section('Fields', fieldLines(page, style), style),
    ...section('On the wire', drawing(page.parts).map(indented), style),
    ...section('Example', exampleLines(page), style),
    ...(page.see.length > 0 ? ['', ...paragraph(`See also: ${page.see.join(', ')}`).map(style.dim)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** The title at the left, the RFC at the right. */
function headLine(page: Page, style: PageStyle): string {
  const title = titleOf(page);
  const gap = WIDTH - title.length - page.rfc.length;
  if (gap < 2) return `${style.bold(title)}\n  ${style.dim(page.rfc)}`;
  return `${style.bold(title)}${' '.repeat(gap)}${style.dim(page.rfc)}`.trimEnd();
}

function paragraph(text: string): string[] {
  return wrapped(text, WIDTH - 2).map((line) => `  ${line}`);
}

function section(title: string, lines: readonly string[], style: PageStyle): string[] {
  return lines.length === 0 ? [] : ['', `  ${style.bold(title)}`, ...lines];
}

const indented = (line: string): string => (line === '' ? '' : `    ${line}`);

function fieldLines({ fields }: Page, style: PageStyle): string[] {
  const column = Math.max(...fields.map(({ name }) => name.length), 0) + 2;
  return fields.flatMap(({ name, kind, meaning }) => {
    const [first, ...rest] = wrapped(`${kind}: ${meaning}`, WIDTH - 4 - column);
    const label = style.name(name) + ' '.repeat(column - name.length);
    return [`    ${label}${first}`, ...rest.map((line) => `    ${' '.repeat(column)}${line}`)];
  });
}

function exampleLines({ example }: Page): string[] {
  if (!example) return [];
  const [hexFirst, ...hexRest] = wrappedHex(example.hex, WIDTH - 10);
  const [textFirst, ...textRest] = wrapped(example.text, WIDTH - 10);
  const text = textFirst === undefined ? [] : [`    text  ${textFirst}`];
  const hex = hexFirst === undefined ? [] : [`    hex   ${hexFirst}`];
  const more = (line: string): string => `          ${line}`;
  return [...text, ...textRest.map(more), ...hex, ...hexRest.map(more)];
}

/** All topics by group, and how to ask for one. */
export function topicsText(style: PageStyle): string {
  const groups = GROUPS.map(({ id, title }) => {
    const lines = [...byKind(pagesOf(id))].flatMap(([kind, pages]) => kindLines(kind, pages));
    return [style.bold(title), ...lines].join('\n');
  });
  const hint =
    'rootwalk explain TOPIC tells about one: by name (MX, client subnet, glue) or number (TYPE15, port 53).';
  return `${groups.join('\n\n')}\n\n${wrapped(hint, WIDTH).join('\n')}\n`.replaceAll('\u00a0', ' ');
}

/** The kinds of a group, in order; most groups have no kinds. */
function byKind(pages: readonly Page[]): Map<string, readonly Page[]> {
  return Map.groupBy(pages, ({ kind }) => kind ?? '');
}

function kindLines(kind: string, pages: readonly Page[]): string[] {
  const names = [...new Set(pages.map(topicWord))].join(', ');
  if (kind === '') return wrapped(names, WIDTH - 2).map((line) => `  ${line}`);
  const [first, ...rest] = wrapped(`${unbroken(kind)}: ${names}`, WIDTH - 4);
  return [`  ${first}`, ...rest.map((line) => `    ${line}`)];
}

/** Ports and extended errors are known by their numbers as well. */
function topicWord({ group, name, number }: Page): string {
  const word =
    group === 'port' ? `${name} ${number}` : group === 'extended-error' ? `${number} ${name}` : name;
  return unbroken(word);
}

/** Lines are broken at spaces: these stay, until all is put together. */
function unbroken(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}
