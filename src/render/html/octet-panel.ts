/**
 * A panel of a page: octets in a grid, and beside them the tree of the fields that they are. Fields carry where they start
 * and end, so that the script can light one from the other; without the script, pointers and problems are links.
 */

import { endOfName } from '../../message/breaks/octet-edits.ts';
import { printHex } from '../../message/hex.ts';
import type { Span } from '../../message/spans.ts';
import type { ShownProblem } from '../dissection.ts';
import { bitDrawing, hexOffset, jumpText, meaningOf } from '../dissection-rows.ts';
import { htmlText } from './html-text.ts';

export interface Panel {
  /** Starts the ids of its octets: there is no other with it on the page. */
  readonly id: string;
  readonly octets: Uint8Array;
  readonly groups: readonly Group[];
  readonly problems: readonly ShownProblem[];
}

interface Group {
  readonly title: string;
  readonly means: string;
  readonly spans: readonly Span[];
}

const OCTETS_IN_GROUP = 8;

export function panelHtml(panel: Panel): string {
  const roots = panel.groups.flatMap(({ spans }) => spans);
  const problems = panel.problems.toSorted((a, b) => a.offset - b.offset);
  const trees = panel.groups.map(({ title, means, spans }) => {
    const heading = title === '' ? '' : `<h3>${htmlText(title)}</h3><p class="means">${htmlText(means)}</p>`;
    return heading + spans.map((span) => fieldHtml(span, panel, problems, spans)).join('');
  });
  return `<div class="panel-frame"><div class="panel"><div class="hex" tabindex="0" role="group" aria-label="Octets; arrow keys move">${gridHtml(
    panel,
    roots,
  )}</div>
<div class="tree" aria-label="Fields">${trees.join('')}</div></div></div>`;
}

/** Sections of a message are told apart by colour; all that is unknown has none. */
const TINTS: Readonly<Record<string, string>> = {
  header: 'h',
  question: 'q',
  answer: 'a',
  authority: 'u',
  additional: 'd',
};

function gridHtml({ id, octets, problems, groups }: Panel, roots: readonly Span[]): string {
  const tints = Array.from({ length: octets.length }, () => '');
  for (const [i, { label, start, end }] of roots.entries()) {
    const tint = `${TINTS[label] ?? 'x'}${i % 2 === 0 ? '' : ' e'}`;
    tints.fill(tint, start, end);
  }
  const wrong = new Set(problems.map(({ offset }) => offset));
  const targets = new Set(groups.flatMap(({ spans }) => [...pointersOf(spans)]));
  let html = '';
  for (let at = 0; at < octets.length; at += OCTETS_IN_GROUP) {
    html += `<span class="g"><b>${hexOffset(at)}</b>`;
    for (let i = at; i < Math.min(at + OCTETS_IN_GROUP, octets.length); i++) {
      const classes = `${tints[i]!}${wrong.has(i) ? ' bad' : ''}`.trim();
      const anchor = wrong.has(i) || targets.has(i) ? ` id="${id}o${i}"` : '';
      html += `<i${anchor} class="${classes}">${printHex(octets.subarray(i, i + 1))}</i>`;
    }
    html += '</span>';
  }
  // A message that ends too early has its problem behind its last octet.
  for (const offset of wrong)
    if (offset >= octets.length) html += `<i id="${id}o${offset}" class="gone">end</i>`;
  return html;
}

function* pointersOf(spans: readonly Span[]): Generator<number> {
  for (const { pointsTo, children } of spans) {
    if (pointsTo !== undefined) yield pointsTo;
    yield* pointersOf(children);
  }
}

function fieldHtml(
  span: Span,
  panel: Panel,
  problems: readonly ShownProblem[],
  siblings: readonly Span[],
): string {
  const { children } = span;
  if (children.length === 0)
    return `<div class="row" tabindex="0" ${placeOf(span, panel)}>${textOf(span, panel)}</div>${problemsOf(span, problems, siblings, panel)}`;
  const inner = children.map((child) => fieldHtml(child, panel, problems, children)).join('');
  return `<details open><summary ${placeOf(span, panel)}>${textOf(span, panel)}</summary>${inner}</details>`;
}

function placeOf({ start, end, bits, pointsTo }: Span, { octets }: Panel): string {
  const place = `data-s="${start}" data-e="${end}"${bits ? ' data-b="1"' : ''}`;
  if (pointsTo === undefined) return place;
  return `${place} data-p="${pointsTo}" data-q="${endOfName(octets, pointsTo) ?? pointsTo + 1}"`;
}

function textOf(span: Span, { id, octets }: Panel): string {
  const { start, label, bits, pointsTo, rfc } = span;
  const place = bits
    ? `<code class="bits">${bitDrawing(span, octets)}</code>`
    : `<code class="at">${hexOffset(start)}</code>`;
  const jump = pointsTo === undefined ? undefined : htmlText(jumpText(start, pointsTo, octets));
  const value =
    jump === undefined ? htmlText(span.value) : `<a href="#${id}o${pointsTo}" tabindex="-1">${jump}</a>`;
  const means = `${htmlText(meaningOf(span))}${rfc === '' ? '' : ` <cite>${htmlText(rfc)}</cite>`}`;
  return `${place}<span class="f"><b>${htmlText(label)}</b> <span class="v">${value}</span><small>${means}</small></span>`;
}

/** The problems of the octets of a leaf; those behind the last octet belong to the last leaf. */
function problemsOf(
  span: Span,
  problems: readonly ShownProblem[],
  siblings: readonly Span[],
  { octets }: Panel,
): string {
  // Bits share their octets: the last of them speaks for all.
  if (span.bits && siblings.at(-1) !== span) return '';
  const end = span.end === octets.length ? Infinity : span.end;
  return problems
    .filter(({ offset }) => offset >= span.start && offset < end)
    .map(
      ({ code, severity, message }) =>
        `<p class="problem ${severity}"><code>${htmlText(code)}</code> ${htmlText(message)}</p>`,
    )
    .join('');
}
