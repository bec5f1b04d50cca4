/**
 * The parameters of SVCB and HTTPS records (RFC 9460 2.1, 2.2): each a key, a length and a value, in ascending order of
 * the keys. What each key's value is stands in `service-parameter-values.ts`.
 */

import { Reader } from '../reader.ts';
import { ScanError, type Token, type Tokens } from '../tokens.ts';
import { WireError } from '../wire-error.ts';
import { printQuoted } from './character-string.ts';
import { u16 } from './integers.ts';
import { field, partsOf, type Kind } from './kind.ts';
import { readPart } from './part.ts';
import { keyName, keyNumber } from './service-keys.ts';
import {
  configurations,
  groupList,
  ipv4Hints,
  ipv6Hints,
  keyList,
  noValue,
  octetsOf,
  opaqueValue,
  pathSegments,
  pathTemplate,
  port,
  protocols,
  textOf,
  type ParameterValue,
} from './service-parameter-values.ts';

export interface ServiceParameter {
  readonly key: number;
  /** As the key has it: numbers, addresses, octets; `true` for a key that stands alone. */
  readonly value: unknown;
}

const RFC = 'RFC 9460 2.2';
const MANDATORY = 0;
const ALPN = 1;
const NO_DEFAULT_ALPN = 2;

/** The forms of the registered keys (IANA "Service Parameter Keys"). */
const FORMS = new Map<number, ParameterValue<unknown>>([
  [MANDATORY, keyList],
  [ALPN, protocols],
  [NO_DEFAULT_ALPN, noValue],
  [3, port],
  [4, ipv4Hints],
  [5, configurations],
  [6, ipv6Hints],
  [7, pathTemplate],
  [8, noValue],
  [9, groupList],
  [10, pathSegments],
  [11, noValue],
]);

const KEY = field('key', { ...u16, print: keyName }, 'what the value means');
const LENGTH = field('length', u16, 'octets of the value');
const VALUE = { name: 'value', meaning: 'as the key says' };

export const serviceParameters: Kind<readonly ServiceParameter[]> = {
  title: 'service parameters',
  parts: [...partsOf([KEY, LENGTH]), VALUE],
  read: (reader) => {
    const start = reader.offset;
    const parameters: ServiceParameter[] = [];
    let last = -1;
    while (reader.offset < reader.end) {
      const parameter = readParameter(reader, last);
      last = parameter.key;
      parameters.push(parameter);
    }
    const fault = inconsistency(parameters);
    if (fault) throw new WireError('bad-value', start, fault);
    return parameters;
  },
  write: (writer, parameters) => {
    for (const { key, value } of parameters.toSorted((a, b) => a.key - b.key)) {
      writer.u16(key);
      writer.counted16(() => formOf(key).write(writer, value));
    }
  },
  print: (parameters) => parameters.map(printParameter).join(' '),
  scan: (tokens) => {
    const place = tokens.peek();
    const parameters: ServiceParameter[] = [];
    while (!tokens.done) parameters.push(scanParameter(tokens));
    const sorted = parameters.toSorted((a, b) => a.key - b.key);
    const twice = sorted.find(({ key }, i) => key === sorted[i + 1]?.key);
    const fault = twice ? `the key ${keyName(twice.key)} stands twice (RFC 9460 2.1)` : inconsistency(sorted);
    if (fault) throw new ScanError(fault, place);
    return sorted;
  },
};

function formOf(key: number): ParameterValue<unknown> {
  return FORMS.get(key) ?? opaqueValue;
}

function readParameter(reader: Reader, last: number): ServiceParameter {
  const { recorder, offset, end } = reader;
  recorder?.open('parameter', offset);
  const key = readPart(reader, KEY, RFC);
  if (key <= last)
    throw new WireError('bad-value', offset, `the keys are not in strictly ascending order (${RFC})`);
  const length = readPart(reader, LENGTH, RFC);
  if (length > reader.remaining) throw reader.truncated(length);
  reader.end = reader.offset + length;
  const form = formOf(key);
  if (length > 0) recorder?.open('value', reader.offset);
  const value = form.read(reader);
  if (reader.offset !== reader.end)
    throw new WireError('bad-value', reader.offset, `the value of ${keyName(key)} is too long`);
  if (length > 0)
    recorder?.close(reader.offset, { means: VALUE.meaning, rfc: RFC, print: () => printValue(form, value) });
  reader.end = end;
  const parameter = { key, value };
  const print = (): string => printParameter(parameter);
  recorder?.close(reader.offset, { means: 'one parameter', rfc: RFC, print });
  return parameter;
}

/** What parameters say of each other (RFC 9460 7.1.1, 8); undefined where all is well. */
function inconsistency(parameters: readonly ServiceParameter[]): string | undefined {
  const keys = new Set(parameters.map(({ key }) => key));
  if (keys.has(NO_DEFAULT_ALPN) && !keys.has(ALPN)) return 'no-default-alpn without alpn (RFC 9460 7.1.1)';
  const mandatory = parameters.find(({ key }) => key === MANDATORY)?.value as readonly number[] | undefined;
  const missing = mandatory?.find((key) => !keys.has(key));
  return missing === undefined ? undefined : `${keyName(missing)} is mandatory and missing (RFC 9460 8)`;
}

function printParameter({ key, value }: ServiceParameter): string {
  const text = printValue(formOf(key), value);
  return text === '' ? keyName(key) : `${keyName(key)}=${text}`;
}

/** In quotes and with zone-text escapes; empty where the key stands alone. */
function printValue(form: ParameterValue<unknown>, value: unknown): string {
  const text = form.print(value);
  return text === undefined ? '' : printQuoted(octetsOf(text));
}

function scanParameter(tokens: Tokens): ServiceParameter {
  const token = tokens.next('a service parameter');
  const name = /^[^=]*/.exec(token.text)![0];
  const key = token.quoted ? undefined : keyNumber(name);
  if (key === undefined) throw new ScanError(`"${name}" is no key of a service parameter`, token);
  const text = valueText(token, name, tokens);
  const form = formOf(key);
  // RFC 9460 2.1: with its number for a name, even a registered key has its value as octets.
  if (!name.startsWith('key')) return { key, value: form.scan(text, token) };
  const reader = new Reader(octetsOf(text ?? ''));
  try {
    const value = form.read(reader);
    if (reader.remaining === 0) return { key, value };
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw new ScanError(error.message, token);
  }
  throw new ScanError(`the value of ${name} is too long`, token);
}

/** What stands after the `=`, perhaps in quotes; undefined where there is none. */
function valueText(token: Token, name: string, tokens: Tokens): string | undefined {
  const next = tokens.peek();
  const end = token.column + token.text.length;
  const touching = next?.line === token.line && next.column === end;
  if (name.length === token.text.length) {
    if (touching) throw new ScanError(`"${token.text}" and a quote without an = between them`, token);
    return undefined;
  }
  if (!touching) return textOf(token.octets().subarray(name.length + 1));
  if (token.text.length > name.length + 1)
    throw new ScanError(`"${token.text}": a quote in the middle of a value`, token);
  const quoted = tokens.next('a value');
  const after = tokens.peek();
  // Two characters are the quotes.
  if (after?.line === quoted.line && after.column === quoted.column + quoted.text.length + 2)
    throw new ScanError(`"${after.text}" directly after a quote`, after);
  return textOf(quoted.octets());
}
