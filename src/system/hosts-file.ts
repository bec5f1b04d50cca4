/**
 * The hosts file (hosts(5)) with the rules of the GNU C library: which lines count, which of them answer a
 * question of one family, and which name an address has. Names are matched as they were typed: no search
 * list, no final dot.
 */

import { printIpv4, printIpv6, scanIpv4, scanIpv6 } from '../message/kinds/addresses.ts';
import { C_SPACE, excerptOf, linesOf } from './file-lines.ts';
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

export function parseHosts(file: string): HostsLine[] {
  const lines: HostsLine[] = [];
  for (const { number, text } of linesOf(file)) {
    // A number sign starts a comment wherever it stands, in the middle of a word too.
    const comment = text.indexOf('#');
    const [first, ...names] = (comment < 0 ? text : text.slice(0, comment)).split(SPACES).filter(Boolean);
    const address = first === undefined ? undefined : addressOf(first);
    if (address) lines.push({ number, text, names, ...address });
  }
  return lines;
}

/** The addresses of a name in one family. Names compare without regard to ASCII case. */
export function hostsAddresses(
  lines: readonly HostsLine[],
  name: string,
  family: 4 | 6,
  match: HostsMatch,
): HostsHit[] {
  const hits: HostsHit[] = [];
  for (const line of lines) {
    const address = addressFor(line, family);
    if (address === undefined || !line.names.some((candidate) => sameHostName(candidate, name))) continue;
    hits.push({ line, address });
    if (match === 'first line') break;
  }
  return hits;
}

/** The line that names an address: the first with it, even where that line has no name at all. */
export function hostsLineOf(lines: readonly HostsLine[], address: string): HostsLine | undefined {
  const wanted = addressOf(address);
  return wanted && lines.find((line) => addressFor(line, wanted.family) === wanted.address);
}

export function evidenceOf(line: HostsLine, file: string): Evidence {
  return { file, line: line.number, text: excerptOf(line.text) };
}

const SPACES = new RegExp(`[${C_SPACE}]+`);

function addressOf(text: string): { family: 4 | 6; address: string } | undefined {
  const ipv4 = scanIpv4(text);
  if (ipv4) return { family: 4, address: printIpv4(ipv4) };
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
