/**
 * A comparison for people: one column for the servers of the zone, one for each voice, and under them why they differ.
 */

import { className, CLASS_IN, typeName } from '../message/codes.ts';
import { printable } from '../message/printable-text.ts';
import type { Cause, Comparison } from '../compare/comparison.ts';
import { causeLines } from './cause-lines.ts';
import type { Compared, Voice } from './compare.ts';
import type { Detail } from './detail.ts';
import type { Paint, Style } from './style.ts';

interface Shape {
  /** Columns that the text may take. */
  readonly width: number;
  readonly causes: Detail;
}

const LABELS = ['answer', 'TTL', 'from', 'time', 'verdict'] as const;
const GAP = 2;
const LABEL_WIDTH = Math.max(...LABELS.map(({ length }) => length)) + GAP;

export function compareText(compared: Compared, style: Style, shape: Shape): string {
  const { question, voices } = compared;
  const title = `${question.name}${question.class === CLASS_IN ? '' : ` ${className(question.class)}`} ${typeName(question.type)}`;
  const parts = [
    style.bold(title),
    ...bandsOf([compared.servers, ...voices], shape.width).map((band) => table(band, style)),
    ...voices.flatMap((voice) => reasons(voice, style, shape)),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** As many columns side by side as fit; the servers' own column leads each band. */
function bandsOf([servers, ...others]: readonly Voice[], width: number): Voice[][] {
  const bands: Voice[][] = [];
  let band: Voice[] = [];
  for (const voice of others) {
    const wide = LABEL_WIDTH + [servers!, ...band, voice].reduce((sum, each) => sum + widthOf(each) + GAP, 0);
    if (band.length > 0 && wide > width) {
      bands.push([servers!, ...band]);
      band = [];
    }
    band.push(voice);
  }
  return [...bands, [servers!, ...band]];
}

function table(voices: readonly Voice[], style: Style): string {
  const widths = voices.map(widthOf);
  const head = row(
    '',
    voices.map(({ title }) => [title]),
    widths,
    () => style.bold,
  );
  const body = LABELS.flatMap((label) => {
    const cells = voices.map((voice) => cellOf(voice, label));
    if (cells.every((cell) => cell.length === 0)) return [];
    const paint = (place: number): Paint =>
      label === 'verdict' ? verdictPaint(voices[place]!, style) : plainPaint;
    return row(label, cells, widths, paint);
  });
  return [...head, ...body].join('\n');
}

const plainPaint: Paint = (text) => text;

function row(
  label: string,
  cells: readonly (readonly string[])[],
  widths: readonly number[],
  paint: (place: number) => Paint,
): string[] {
  const height = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => {
    const texts = cells.map((cell, place) => {
      const text = cell[line] ?? '';
      return paint(place)(text) + ' '.repeat(Math.max(0, widths[place]! + GAP - text.length));
    });
    return ((line === 0 ? label : '').padEnd(LABEL_WIDTH) + texts.join('')).trimEnd();
  });
}

const MOST_VALUES = 12;
const LONGEST_VALUE = 40;

function cellOf(voice: Voice, label: (typeof LABELS)[number]): string[] {
  switch (label) {
    case 'answer': {
      const shown = voice.values.slice(0, MOST_VALUES).map(clipped);
      const more = voice.values.length - shown.length;
      return shown.length === 0
        ? wrapped(voice.words)
        : [...shown, ...(more > 0 ? [`and ${more} more`] : [])];
    }
    case 'TTL':
      return voice.ttl === null ? [] : [`${voice.ttl} s`];
    case 'from':
      return voice.from === '' ? [] : [clipped(voice.from)];
    case 'time':
      return voice.elapsedMs === null ? [] : [`${voice.elapsedMs.toFixed(voice.elapsedMs < 10 ? 1 : 0)} ms`];
    case 'verdict':
      return voice.comparison ? [VERDICTS[voice.comparison.verdict]] : [];
  }
}

const VERDICTS: Readonly<Record<Comparison['verdict'], string>> = {
  same: 'same',
  differs: 'differs',
  'one-sided': 'one-sided',
  unavailable: 'not comparable',
};

function verdictPaint({ comparison }: Voice, style: Style): Paint {
  if (!comparison || comparison.verdict === 'same') return style.good;
  return comparison.verdict === 'unavailable' ? style.warn : style.bad;
}

function widthOf(voice: Voice): number {
  const texts = [[voice.title], ...LABELS.map((label) => cellOf(voice, label))].flat();
  return Math.max(...texts.map(({ length }) => length));
}

function clipped(value: string): string {
  const text = printable(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}

/** Words over several lines, none much longer than an address. */
function wrapped(words: string): string[] {
  const lines: string[] = [];
  for (const word of printable(words).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LONGEST_VALUE)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map(clipped);
}

function reasons({ title, comparison }: Voice, style: Style, { causes }: Shape): string[] {
  const findings: readonly Cause[] = comparison?.findings ?? [];
  if (findings.length === 0) return [];
  return [[style.bold(title), ...causeLines(findings, style, causes)].join('\n')];
}
