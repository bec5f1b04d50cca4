/**
 * Pages, lists of topics and tables as Markdown: what the documentation is generated from, and `--format markdown`.
 */

import { drawing } from './drawing.ts';
import { GROUPS, titleOf, type Page } from './page.ts';
import { pagesOf } from './pages.ts';

/** `level` is that of the headings. */
export function pagesMarkdown(pages: readonly Page[], level: number): string {
  return pages.map((each) => pageMarkdown(each, level)).join('\n');
}

function pageMarkdown(page: Page, level: number): string {
  const { meaning, more, aliases, fields, parts, example, rfc, see } = page;
  const blocks = [
    `${'#'.repeat(level)} ${escaped(titleOf(page))}`,
    escaped(meaning),
    ...more.map(escaped),
    ...(aliases.length > 0 ? [`Also called: ${escaped(aliases.join(', '))}.`] : []),
    ...(rfc === '' ? [] : [`Defined in ${rfc}.`]),
    ...(fields.length > 0 ? [table(['field', 'layout', 'meaning'], fields.map(rowOf))] : []),
    ...(parts.length > 0 ? [codeBlock(drawing(parts))] : []),
    ...(example ? [codeBlock([`text  ${example.text}`.trimEnd(), `hex   ${example.hex}`.trimEnd()])] : []),
    ...(see.length > 0 ? [`See also: ${escaped(see.join(', '))}`] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function rowOf({ name, kind, meaning }: Page['fields'][number]): string[] {
  return [`\`${name}\``, kind, meaning];
}

export function topicsMarkdown(): string {
  const groups = GROUPS.map(({ id, title }) => `## ${title}\n\n${pagesTable(pagesOf(id))}`);
  return `# Topics\n\n${groups.join('\n')}`;
}

/** One row a page: number, name, meaning, RFC. */
export function pagesTable(pages: readonly Page[]): string {
  const isNumbered = pages.some(({ number }) => number !== undefined);
  const head = [...(isNumbered ? ['number'] : []), 'name', 'meaning', 'RFC'];
  const rows = pages.map(({ number, name, meaning, rfc }) => [
    ...(isNumbered ? [String(number ?? '')] : []),
    name,
    meaning,
    rfc,
  ]);
  return `${table(head, rows)}\n`;
}

/** Aligned, so that it can be read as it is. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows].map((cells) => cells.map(cell));
  const widths = head.map((_, column) => Math.max(3, ...all.map((cells) => cells[column]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text, column) => text.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(all[0]!), line(widths.map((width) => '-'.repeat(width))), ...all.slice(1).map(line)].join(
    '\n',
  );
}

function cell(text: string): string {
  return text.startsWith('`') ? text : escaped(text).replaceAll('|', '\\|');
}

function codeBlock(lines: readonly string[]): string {
  return ['```', ...lines, '```'].join('\n');
}

/** What Markdown would take for itself. */
function escaped(text: string): string {
  return text.replaceAll(/[\\*_<>[\]`]/g, '\\$&');
}
