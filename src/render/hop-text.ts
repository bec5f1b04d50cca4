/**
 * The hops of a walk for people: a block each, sub-walks indented under what made them necessary.
 */

import { typeName } from '../message/codes.ts';
import { printRecord } from '../message/record-text.ts';
import { printable } from '../message/printable-text.ts';
import type { Hop } from '../resolver/events.ts';
import { count } from './cost-text.ts';
import type { Detail } from './detail.ts';
import { findingLines } from './finding-lines.ts';
import { digLines } from './like-dig-text.ts';
import { ednsWords } from './reply-edns.ts';
import type { Style } from './style.ts';
import type { Trace } from './trace.ts';
import { outcomeTone, replyWords, subWalkWords, zoneWords } from './walk-words.ts';

const INDENT = '    ';
const MOST_NAMES = 4;

/** The hops of a survey are left out: what they found has a block of its own. */
export function hopBlocks(trace: Trace, style: Style, detail: Detail): string[] {
  const hops = trace.hops.filter(({ purpose }) => purpose !== 'survey');
  const { findings } = trace;
  const depths = new Map<number, number>();
  const blocks: string[] = [];
  let heading = '';
  for (let at = 0; at < hops.length; at++) {
    const hop = hops[at]!;
    const depth = hop.parent === null ? 0 : (depths.get(hop.parent) ?? 0) + 1;
    depths.set(hop.id, depth);
    const same = detail === 'all' ? 1 : runOfUnreachable(hops, at);
    const about = hop.parent === null ? '' : subWalkWords(hop);
    const lines =
      same > 1 ? unreachableLines(hops.slice(at, at + same), style) : hopLines(hop, style, detail);
    const ids = hops.slice(at, at + same).map(({ id }) => id);
    lines.push(
      ...findingLines(
        findings.filter((finding) => finding.hop !== null && ids.includes(finding.hop)),
        style,
        detail,
      ),
    );
    lines.push(...digLines(trace.likeDig, ids, style));
    if (about !== heading && about !== '') lines.unshift(style.dim(about));
    heading = about;
    blocks.push(lines.map((line) => INDENT.repeat(depth) + line).join('\n'));
    at += same - 1;
  }
  return blocks;
}

function hopLines(hop: Hop, style: Style, detail: Detail): string[] {
  const { server, question } = hop;
  const where = `${style.name(server.name)} at ${server.address} ${style.dim(`(${server.source})`)}`;
  const asked = `${question.name} ${typeName(question.type)}`;
  const lines = [
    style.bold(`${hop.id}  ${zoneWords(hop.zone)}`),
    `   asked    ${where} over ${hop.transport.toUpperCase()} for ${asked}`,
    ...(detail === 'all' && hop.why !== '' ? [`   because  ${style.dim(printable(hop.why))}`] : []),
    `   reply    ${replyText(hop, style)}`,
    `   verdict  ${style[outcomeTone(hop.outcome)](hop.outcome)}: ${printable(hop.verdict)}`,
  ];
  if (hop.message) lines.push(...ednsWords(hop.message).map((words) => `   edns     ${words}`));
  for (const reason of new Set(hop.rejected.map((each) => each.reason))) {
    const alike = hop.rejected.filter((each) => each.reason === reason);
    const from = [...new Set(alike.map((each) => each.from))].slice(0, MOST_NAMES).join(', ');
    lines.push(
      `   ${style.warn('ignored')}  ${count(alike.length, 'datagram')} from ${printable(from)}: ${reason}`,
    );
  }
  for (const { record, reason } of hop.dropped) {
    lines.push(`   ${style.warn('dropped')}  ${printRecord(record)} (${reason})`);
  }
  if (hop.next) lines.push(`   next     ${style.name(hop.next.zone)} at ${someNames(hop.next.nameServers)}`);
  return lines;
}

function replyText(hop: Hop, style: Style): string {
  return hop.reply === null ? style.dim('none') : replyWords(hop);
}

/** Without a network, every root server is unreachable: one line says it better than twenty-six. */
function runOfUnreachable(hops: readonly Hop[], from: number): number {
  const first = hops[from]!;
  let count = 1;
  while (
    first.outcome === 'unreachable' &&
    hops[from + count]?.outcome === 'unreachable' &&
    hops[from + count]?.zone === first.zone &&
    hops[from + count]?.verdict === first.verdict
  ) {
    count++;
  }
  return count;
}

function unreachableLines(hops: readonly Hop[], style: Style): string[] {
  const [first] = hops;
  return [
    style.bold(`${first!.id}–${hops.at(-1)!.id}  ${zoneWords(first!.zone)}`),
    `   asked    ${hops.length} addresses, ${first!.server.address} to ${hops.at(-1)!.server.address}`,
    `   verdict  ${style.bad('unreachable')}: ${printable(first!.verdict)}`,
  ];
}

function someNames(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
