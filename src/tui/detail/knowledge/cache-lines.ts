/**
 * What the walk has cached so far, the newest first: whose records of which type, for how much longer, how credible
 * (RFC 2181 5.4.1), from which hop; and what is known not to be (RFC 2308).
 */

import { typeName } from '../../../message/codes.ts';
import { printable } from '../../../message/printable-text.ts';
import { printRdata } from '../../../message/record-text.ts';
import {
  secondsLeft,
  type CacheEntry,
  type Credibility,
  type Knowledge,
} from '../../../resolver/knowledge/knowledge.ts';
import { LONGEST_TTL_SECONDS } from '../../../resolver/memory.ts';
import { cutLine, hanging, lineOf, span, type Line } from '../../drawing/styled-line.ts';
import { displayWidth, padEnd, padStart } from '../../drawing/text-width.ts';
import { counted } from '../../drawing/units.ts';
import type { HopNumbers } from './hop-numbers.ts';

export function cacheLines({ cache, nowMs }: Knowledge, numbers: HopNumbers, columns: number): Line[] {
  const entries = [...cache.values()].toReversed();
  if (entries.length === 0) return [lineOf('cache: nothing yet', 'accent')];
  const rows = entries.map((entry) => ({ entry, ...wordsOf(entry), hop: hopText(entry, numbers) }));
  const widest = (width: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((most, row) => Math.max(most, width(row)), 0);
  const titleColumns = Math.min(
    widest(({ titleWidth }) => titleWidth),
    Math.floor(columns * 0.4),
  );
  const hopColumns = widest(({ hop }) => hop.length);
  const count = counted(entries.length, 'entry', 'entries');
  return [
    ...hanging('', `cache: ${count}, the newest first${cappedText(entries)}`, columns, 'accent'),
    ...rows.map(({ entry, title, data, hop }) => {
      const left = secondsLeft(entry, nowMs);
      const tone = left === 0 ? 'dim' : 'plain';
      const facts = [
        padStart(ttlText(left), TTL_COLUMNS),
        padEnd(kindText(entry), KIND_COLUMNS),
        padEnd(hop, hopColumns),
      ];
      const line = [
        span(`  ${padEnd(title, titleColumns)}  `, tone),
        span(`${facts.join('  ')}  `, 'dim'),
        span(data, tone),
      ];
      return cutLine(line, columns);
    }),
  ];
}

const TTL_COLUMNS = 8;
const KIND_COLUMNS = 8;

interface Words {
  readonly title: string;
  readonly titleWidth: number;
  readonly data: string;
}

/** An entry says the same at every moment, but for the seconds that are left. */
const known = new WeakMap<CacheEntry, Words>();

function wordsOf(entry: CacheEntry): Words {
  const found = known.get(entry);
  if (found) return found;
  const title = printable(`${entry.owner} ${typeName(entry.type)}`);
  const words = { title, titleWidth: displayWidth(title), data: dataText(entry) };
  known.set(entry, words);
  return words;
}

/** Whoever compares with the reply should not wonder. */
function cappedText(entries: readonly CacheEntry[]): string {
  const isCapped = entries.some(
    (entry) =>
      entry.kind === 'rrset' &&
      entry.keptSeconds === LONGEST_TTL_SECONDS &&
      entry.ttlSeconds > LONGEST_TTL_SECONDS,
  );
  return isCapped ? '; a day at most (RFC 2181 8)' : '';
}

function hopText({ hop }: CacheEntry, numbers: HopNumbers): string {
  return hop === null ? 'before' : `hop ${numbers.of(hop)}`;
}

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
  if (entry.kind !== 'rrset') return `${DENIALS[entry.kind]}${soaText(entry.soa)}`;
  const { length } = entry.records;
  const shown = entry.records.slice(0, MOST_SHOWN).map(printRdata).join(', ');
  return length > MOST_SHOWN ? `${length} records: ${shown}, …` : shown;
}

const DENIALS = { nxdomain: 'no such name', nodata: 'no such type at the name' } as const;

/** More do not fit into a line. */
const MOST_SHOWN = 20;

function soaText(soa: { readonly name: string } | null): string {
  return soa ? `, says the SOA record of ${soa.name}` : '';
}
