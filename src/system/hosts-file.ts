/**
 * The hosts file (hosts(5)) with the rules of the GNU C library: which lines count, which of them answer a
 * question of one family, and which name an address has. Names are matched as they were typed: no search
 * list, no final dot.
 */

import { printIpv4, printIpv6, scanIpv4, scanIpv6 } from '../message/kinds/addresses.ts';
import { C_SPACE, excerptOf, linesHolding } from './file-lines.ts';
import type { Evidence } from './system-answer.ts';

/**
 * A line that counts; lines with no valid address in front (a scope id makes one invalid too) are left out.
 */
export interface HostsLine {
  readonly number: number;
  readonly text: string;
  readonly family: 4 | 6;
  /** In canonical text (RFC 5952). */
  readonly address: string;
  /** The canonical name first, then the aliases; may be empty. */
  readonly names: readonly string[];
}

/**
 * What host.conf says of a name on several lines: `multi on` takes every line, else the first one alone
 * answers.
 */
export type HostsMatch = 'first line' | 'every line';

export interface HostsHit {
  readonly line: HostsLine;
  readonly address: string;
}

/**
 * The lines with a name among theirs, in order. A hosts file may have hundreds of thousands of lines (block
 * lists do), so the name is looked for in the text, and only the lines that have it are read.
 */
export function* hostsLinesNaming(file: string, name: string): Generator<HostsLine> {
  if (name === '') return;
  for (const { number, text } of linesHolding(file, wordOf(name))) {
    const line = scanHostsLine(number, text);
    if (line?.names.some((candidate) => sameHostName(candidate, name))) yield line;
  }
}

/**
 * The addresses of a name in one family, or in either; then a line has the address that is written there and
 * no other. Names compare without regard to ASCII case.
 */
export function hostsAddresses(
  file: string,
  name: string,
  family: 4 | 6 | 'any',
  match: HostsMatch,
): HostsHit[] {
  const hits: HostsHit[] = [];
  for (const line of hostsLinesNaming(file, name)) {
    const address = family === 'any' ? line.address : addressFor(line, family);
    if (address === undefined) continue;
    hits.push({ line, address });
    if (match === 'first line') break;
  }
  return hits;
}

/** The line that names an address: the first with it, even where that line has no name at all. */
export function hostsLineOf(file: string, address: string): HostsLine | undefined {
  const wanted = addressOf(address);
  if (!wanted) return undefined;
  for (const { number, text } of linesHolding(file, endOf(wanted.address))) {
    const line = scanHostsLine(number, text);
    if (line && addressFor(line, wanted.family) === wanted.address) return line;
  }
  return undefined;
}

export function evidenceOf(line: HostsLine, file: string): Evidence {
  return { file, line: line.number, text: excerptOf(line.text) };
}

/** The line as the C library reads it; undefined for one that does not count. */
function scanHostsLine(number: number, text: string): HostsLine | undefined {
  // A number sign starts a comment wherever it stands, in the middle of a word too.
  const comment = text.indexOf('#');
  const [first, ...names] = (comment < 0 ? text : text.slice(0, comment)).split(SPACES).filter(Boolean);
  const address = first === undefined ? undefined : addressOf(first);
  return address && { number, text, names, ...address };
}

/** What can stand behind a word: space, a comment, a NUL octet, or the end of the line. */
const END = `(?=[${C_SPACE}#\\0]|$)`;

/** A name as a word, for a search without regard to case: without the `u` flag only ASCII folds to ASCII. */
function wordOf(name: string): RegExp {
  const literal = name.replace(
    /[^\w]/g,
    (other) => `\\u${other.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new RegExp(`(?<=[${C_SPACE}])${literal}${END}`, 'gim');
}

/**
 * How the text of an address can end: an IPv6 address has many spellings, and one of them may stand for an
 * IPv4 address.
 */
function endOf(address: string): RegExp {
  const octets = (scanIpv4(address) ?? scanIpv6(address))!.slice(-4);
  const group = ((octets[2]! << 8) | octets[3]!).toString(16);
  const dotted = `${address.includes(':') ? ':' : ''}${octets.join('\\.')}`;
  const endings = [dotted, `:0{0,3}${group}`, ...(group === '0' ? ['::'] : [])];
  return new RegExp(`(?:${endings.join('|')})${END}`, 'gim');
}

const SPACES = new RegExp(`[${C_SPACE}]+`);

function addressOf(text: string): { family: 4 | 6; address: string } | undefined {
  const ipv4 = scanIpv4(text);
  // As inet_pton: no leading zeros, which once meant octal numbers.
  if (ipv4) return printIpv4(ipv4) === text ? { family: 4, address: text } : undefined;
  const ipv6 = scanIpv6(text);
  return ipv6 && { family: 6, address: printIpv6(ipv6) };
}

/**
 * The address that a line gives in a family. An IPv4 question also takes mapped addresses and `::1` as their
 * IPv4 counterparts; an IPv6 question takes IPv6 lines alone.
 */
function addressFor({ family, address }: HostsLine, wanted: 4 | 6): string | undefined {
  if (family === wanted) return address;
  if (wanted === 6) return undefined;
  if (address === '::1') return '127.0.0.1';
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice('::ffff:'.length) : undefined;
}

/** Only ASCII letters fold: `toLowerCase` would make an ASCII letter of the Kelvin sign. */
function sameHostName(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (folded(a.charCodeAt(i)) !== folded(b.charCodeAt(i))) return false;
  return true;
}

const folded = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code);
