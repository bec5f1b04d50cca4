/**
 * Going from name to name: one of the names and addresses in a pane of text is chosen, and Enter walks for it. Pure.
 */

import { typeName } from '../../message/codes.ts';
import { computerLines } from '../computer/computer-lines.ts';
import { isShowingFields } from '../detail/bytes/byte-choice.ts';
import { readingLines } from '../detail/reading-lines.ts';
import { clamp, layoutOf, type Area } from '../drawing/layout.ts';
import { span, type Line } from '../drawing/styled-line.ts';
import { displayWidth } from '../drawing/text-width.ts';
import { asking } from '../asking.ts';
import { chosenEntry, isMatrixOpen, type ExplorerState } from '../state.ts';
import type { WalkState } from '../walk/walk-state.ts';
import { knownNames } from './known-names.ts';
import { linksIn, type Link, type LinkQuestion, type Piece } from './links.ts';

/** The panes that have links in them. */
export type LinkPane = 'computer' | 'message';

/** Which link: of what stood there when it was chosen. */
export interface LinkChoice {
  readonly pane: LinkPane;
  readonly place: number;
  readonly question: LinkQuestion;
}

/** The link that Enter follows, or null; none where something else has come to stand in its place. */
export function chosenLink(state: ExplorerState): Link | null {
  const { link } = state;
  if (!link || state.page) return null;
  const found = paneOf(state, link.pane).links[link.place];
  return found && isSame(found.question, link.question) ? found : null;
}

/** To the next link or the one before, round the end; the first time, to the first or last one in sight. */
export function steppedToLink(state: ExplorerState, step: 1 | -1): ExplorerState {
  const pane = state.focus === 'computer' ? 'computer' : 'message';
  const { links } = paneOf(state, pane);
  if (links.length === 0) return { ...state, link: null, notice: NOTHING_HERE };
  const isChosen = state.link?.pane === pane && chosenLink(state) !== null;
  const place = isChosen
    ? (state.link.place + step + links.length) % links.length
    : firstSeen(state, pane, links, step);
  return choosingLink(state, pane, place);
}

const NOTHING_HERE = { text: 'No name or address here to go to.', tone: 'warning' } as const;

/** The link of that number chosen and in sight, and the keys in its pane. */
export function choosingLink(state: ExplorerState, pane: LinkPane, place: number): ExplorerState {
  const link = paneOf(state, pane).links[place];
  if (!link) return state;
  const pinned = pane === 'message' ? { chosen: chosenEntry(state)?.hop.id ?? state.chosen } : {};
  const choice = { pane, place, question: link.question };
  return revealed({ ...state, ...pinned, focus: pane, link: choice }, pane, link);
}

/** The link in that column and row of the pane, or null. */
export function linkAt(state: ExplorerState, pane: LinkPane, column: number, row: number): number | null {
  const { lines, links } = paneOf(state, pane);
  const line = row + firstLine(state, pane, lines.length);
  const text = lines[line]?.map((each) => each.text).join('');
  if (text === undefined) return null;
  const columnOf = (place: number): number => displayWidth(text.slice(0, place));
  const isThere = (piece: Piece): boolean =>
    piece.line === line && columnOf(piece.from) <= column && column < columnOf(piece.to);
  const place = links.findIndex(({ pieces }) => pieces.some(isThere));
  return place === -1 ? null : place;
}

/** True where Enter has nothing to open, so that it begins to choose among the links. */
export function isOnText(state: ExplorerState): boolean {
  if (state.focus === 'computer') return (state.walk.comparison?.findings.length ?? 0) === 0;
  return state.focus === 'message' && state.expanded && hasLines(state);
}

/** Walks for what is chosen. */
export function followedLink(state: ExplorerState, { question }: Link): ExplorerState {
  // What is asked for is read as if it was typed, and a name from a message may look like a URL.
  const name = question.name.replaceAll('://', '\\058//');
  return asking({ ...state, link: null }, name, question.type);
}

/** `ns1.example.net. A`, `192.0.2.53` */
export function linkWords({ name, type }: LinkQuestion): string {
  return type === '' ? name : `${name} ${type}`;
}

/** The lines of the pane with the chosen link standing out. */
export function withChosenLink(
  state: ExplorerState,
  pane: LinkPane,
  lines: readonly Line[],
): readonly Line[] {
  const link = state.link?.pane === pane ? chosenLink(state) : null;
  if (!link) return lines;
  return link.pieces.reduce<readonly Line[]>(
    (all, piece) => all.with(piece.line, withChosenPiece(all[piece.line]!, piece)),
    lines,
  );
}

function withChosenPiece(line: Line, { from, to }: Piece): Line {
  let start = 0;
  return line.flatMap((each) => {
    const [first, last] = [clamp(from - start, 0, each.text.length), clamp(to - start, 0, each.text.length)];
    start += each.text.length;
    if (first === last) return [each];
    const parts = [
      { ...each, text: each.text.slice(0, first) },
      span(each.text.slice(first, last), 'chosen'),
      { ...each, text: each.text.slice(last) },
    ];
    return parts.filter(({ text }) => text !== '');
  });
}

interface PaneLinks {
  readonly lines: readonly Line[];
  readonly links: readonly Link[];
}

/** A state is asked several times for one frame, and a long message takes longer to read than frames may. */
const kept = new WeakMap<ExplorerState, Partial<Record<LinkPane, PaneLinks>>>();
const keptOfLines = new WeakMap<
  readonly Line[],
  PaneLinks & { readonly of: WalkState; readonly columns: number }
>();

function paneOf(state: ExplorerState, pane: LinkPane): PaneLinks {
  const known = kept.get(state);
  if (known?.[pane]) return known[pane];
  const made = readPane(state, pane);
  kept.set(state, { ...known, [pane]: made });
  return made;
}

function readPane(state: ExplorerState, pane: LinkPane): PaneLinks {
  const { walk } = state;
  const { columns } = areaOf(state, pane);
  const lines = textOf(state, pane, columns);
  const known = keptOfLines.get(lines);
  if (known?.of === walk && known.columns === columns) return known;
  const aliasType = walk.question ? typeName(walk.question.type) : 'A';
  const links = linksIn(lines, columns, knownNames(walk), aliasType);
  const made = { lines, links, of: walk, columns };
  keptOfLines.set(lines, made);
  return made;
}

/** What scrolls in the pane; the octets and the rows of a survey have keys of their own. */
function textOf(state: ExplorerState, pane: LinkPane, columns: number): readonly Line[] {
  if (pane === 'computer') return computerLines(state, columns);
  return hasLines(state) ? readingLines(state, columns) : [];
}

function hasLines(state: ExplorerState): boolean {
  return !isMatrixOpen(state) && !isShowingFields(state);
}

function areaOf(state: ExplorerState, pane: LinkPane): Area {
  return layoutOf(state)[pane];
}

function firstSeen(state: ExplorerState, pane: LinkPane, links: readonly Link[], step: 1 | -1): number {
  const { rows } = areaOf(state, pane);
  const from = firstLine(state, pane, paneOf(state, pane).lines.length);
  const lineOf = ({ pieces }: Link): number => pieces[0]!.line;
  if (step === -1) {
    const last = links.findLastIndex((link) => lineOf(link) < from + rows);
    return last === -1 ? links.length - 1 : last;
  }
  return Math.max(
    0,
    links.findIndex((link) => lineOf(link) >= from),
  );
}

/** The first line that is on the screen. */
function firstLine(state: ExplorerState, pane: LinkPane, count: number): number {
  return clamp(state.scroll[pane], 0, Math.max(0, count - areaOf(state, pane).rows));
}

function revealed(state: ExplorerState, pane: LinkPane, { pieces }: Link): ExplorerState {
  const { rows } = areaOf(state, pane);
  const from = firstLine(state, pane, paneOf(state, pane).lines.length);
  const [first, end] = [pieces[0]!.line, pieces.at(-1)!.line];
  const scrolled = clamp(from, Math.min(end - rows + 1, first), first);
  return { ...state, scroll: { ...state.scroll, [pane]: Math.max(0, scrolled) } };
}

function isSame(one: LinkQuestion, other: LinkQuestion): boolean {
  return one.name === other.name && one.type === other.type;
}
