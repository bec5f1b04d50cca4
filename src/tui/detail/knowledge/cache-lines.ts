/**
 * What the walk has cached so far, the newest first: whose records of which type, for how much longer, how credible
 * (RFC 2181 5.4.1), from which hop; and what is known not to be (RFC 2308).
 */

import { typeName } from '../../../message/codes.ts';
import { printRdata } from '../../../message/record-text.ts';
import { LONGEST_TTL_SECONDS } from '../../../resolver/memory.ts';
import {
  secondsLeft,
  type CacheEntry,
  type Credibility,
  type Knowledge,
} from '../../../resolver/knowledge/knowledge.ts';
import { cutLine, lineOf, span, type Line } from '../../drawing/styled-line.ts';
import { displayWidth, padEnd, padStart } from '../../drawing/text-width.ts';
import { counted } from '../../drawing/units.ts';
import type { HopNumbers } from './hop-numbers.ts';

export function cacheLines({ cache, nowMs }: Knowledge, numbers: HopNumbers, columns: number): Line[] {
  const entries = [...cache.values()].toReversed();
  if (entries.length === 0) return [lineOf('cache: nothing yet', 'accent')];
  const longest = entries.reduce(
    (most, { owner, type }) => Math.max(most, displayWidth(`${owner} ${typeName(type)}`)),
    0,
  );
  const width = Math.min(longest, Math.floor(columns * 0.4));
  return [
    lineOf(`cache: ${counted(entries.length, 'entry', 'entries')}, the newest first${cappedText(entries)}`, 'accent'),
    ...entries.map((entry) => entryLine(entry, nowMs, numbers, width, columns)),
  ];
}

/** Whoever compares with the reply should not wonder. */
function cappedText(entries: readonly CacheEntry[]): string {
  const isCapped = entries.some(
    ({ keptSeconds, ...entry }) =>
      keptSeconds === LONGEST_TTL_SECONDS && entry.kind === 'rrset' && entry.ttlSeconds > keptSeconds,
  );
  return isCapped ? '; kept for a day at most (RFC 2181 8)' : '';
}

function entryLine(
  entry: CacheEntry,
  nowMs: number,
  numbers: HopNumbers,
  width: number,
  columns: number,
): Line {
  const left = secondsLeft(entry, nowMs);
  const isOver = left === 0;
  const hop = entry.hop === null ? 'before' : `hop ${numbers.of(entry.hop)}`;
  const facts = [
    padStart(ttlText(left), TTL_COLUMNS),
    padEnd(kindText(entry), KIND_COLUMNS),
    padEnd(hop, HOP_COLUMNS),
  ];
  return cutLine(
    [
      span(`  ${padEnd(`${entry.owner} ${typeName(entry.type)}`, width)}  `, isOver ? 'dim' : 'plain'),
      span(`${facts.join('  ')}  `, 'dim'),
      span(dataText(entry), isOver ? 'dim' : 'plain'),
    ],
    columns,
  );
}

const TTL_COLUMNS = 8;
const KIND_COLUMNS = 8;
const HOP_COLUMNS = 6;

function ttlText(left: number | null): string {
  if (left === null) return '? s';
  return left === 0 ? 'over' : `${left} s`;
}

const CREDIBILITY_WORDS: Readonly<Record<Credibility, string>> = {
  answer: 'answer',
  hearsay: 'no AA',
  referral: 'referral',
  glue: 'glue',
};

function kindText(entry: CacheEntry): string {
  return entry.kind === 'rrset' ? CREDIBILITY_WORDS[entry.credibility] : 'denial';
}

function dataText(entry: CacheEntry): string {
  switch (entry.kind) {
    case 'rrset':
      return entry.records.map(printRdata).join(', ');
    case 'nxdomain':
      return `no such name${soaText(entry.soa)}`;
    case 'nodata':
      return `no such type at the name${soaText(entry.soa)}`;
  }
}

function soaText(soa: { readonly name: string } | null): string {
  return soa ? `, says the SOA record of ${soa.name}` : '';
}
