/**
 * What a person may type where a NAME stands: a domain name, an internationalised one, an address (its reverse name is
 * meant), or a URL (its host is meant); and where a TYPE stands.
 */

import { domainToASCII } from 'node:url';
import { CLASS_IN, TYPE_ANY, typeCode, typeMnemonics, typeName } from '../message/codes.ts';
import { TYPE_OPT } from '../message/edns.ts';
import type { Target } from '../lookup/trace-run.ts';
import { NameError, scanName, type Name } from '../message/name.ts';
import { reverseName } from '../message/reverse-name.ts';
import { nearest, UsageError } from './usage-error.ts';

/** Throws UsageError where the texts are no name or no type. */
export function targetOf(nameText: string, typeText: string | undefined): Target {
  const host = hostOf(nameText.trim());
  const reverse = reverseName(host);
  const name = reverse ?? absoluteName(host);
  const type = typeText === undefined ? (reverse ? 'PTR' : 'A') : typeText;
  return { question: { name, type: typeOf(type), class: CLASS_IN }, typed: reverse ?? asciiLabels(host) };
}

/** The same for a walk, which no type leads to that is agreed upon with one server. Throws UsageError. */
export function walkTargetOf(nameText: string, typeText: string | undefined): Target {
  const server = [nameText, typeText].find((word) => word?.startsWith('@'));
  if (server !== undefined)
    throw new UsageError(
      `a walk finds its servers itself: rootwalk query and rootwalk compare take ${server}`,
    );
  const target = targetOf(nameText, typeText);
  const { type } = target.question;
  if (type === TYPE_OPT || (type >= FIRST_QTYPE && type < TYPE_ANY))
    throw new UsageError(
      `${typeName(type)} is nothing to walk for: rootwalk query ${nameText} ${typeName(type)} @SERVER asks one server`,
    );
  return target;
}

/** RFC 6895 3.1: from here on there are no records, but what is asked of a server: AXFR, IXFR, TKEY … ANY does not mind. */
const FIRST_QTYPE = 249;

function typeOf(text: string): number {
  const code = typeCode(text);
  if (code !== undefined) return code;
  const near = nearest(text, typeMnemonics());
  throw new UsageError(
    `"${text}" is no record type${near ? `; did you mean ${near}?` : ': try A, AAAA, MX … or TYPE65280'}`,
  );
}

/** The host of a URL, with or without its scheme, the address inside brackets; any other text as it is. */
function hostOf(text: string): string {
  const url = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(text);
  const host = url ? url[1]! : (hostBeforePath(text) ?? text);
  return host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
}

/** What stands before a port or a path. */
const HOST_AND_MORE = /^(\[[^\]]*\]|[^\\:/?#]+)(?::\d{0,5}(?=$|[/?#])|(?=[/?#]))(.*)$/;

/**
 * No host name has a colon or a slash in it, but domain names may (RFC 2317 4): those of the reverse tree, those with the
 * final dot that only a name has, and those with a backslash are taken as names. Throws UsageError for a prefix.
 */
function hostBeforePath(text: string): string | undefined {
  if (text.endsWith('.') || /\.arpa$/i.test(text)) return undefined;
  const prefix = /^([^/]+)\/\d{1,3}$/.exec(text)?.[1];
  if (prefix !== undefined && reverseName(prefix) !== undefined)
    throw new UsageError(`"${text}" is many addresses: give one of them, such as ${prefix}`);
  const [, host, more = ''] = HOST_AND_MORE.exec(text) ?? [];
  return more.includes('\\') ? undefined : host;
}

function absoluteName(text: string): Name {
  try {
    return scanName(asciiLabels(text));
  } catch (error) {
    if (error instanceof NameError) throw new UsageError(error.message);
    throw error;
  }
}

/** Internationalised labels as `xn--…` (RFC 5890, UTS 46); all others, `_tcp` and escapes included, stay as they are. */
function asciiLabels(text: string): string {
  if (isAscii(text)) return text;
  // UTS 46: these stand for the full stop as well.
  const labels = text.split(/[.\u3002\uFF0E\uFF61]/u);
  return labels.map((label) => (isAscii(label) ? label : asciiLabel(label, text))).join('.');
}

function asciiLabel(label: string, text: string): string {
  const ascii = domainToASCII(label);
  if (ascii === '')
    throw new UsageError(`"${text}" is no domain name: "${label}" cannot be an internationalised label`);
  return ascii;
}

function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- all of ASCII is meant
  return /^[\u0000-\u007F]*$/.test(text);
}
