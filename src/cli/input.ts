/**
 * The input of `dissect`: a file, stdin, or the octets themselves as a word on the command line; and what JSON holds that
 * this program itself has printed.
 */

import { stat } from 'node:fs/promises';
import type { CapturedMessage } from '../capture/captured-message.ts';
import { bareMessage } from '../capture/captured-message.ts';
import { InputError } from '../capture/input-error.ts';
import type { Input, Kind } from '../capture/input.ts';
import { recogniseInput } from '../capture/recognise.ts';
import { MessageJsonError, octetsFromJson } from '../message/message-from-json.ts';
import { WireError } from '../message/wire-error.ts';
import { readWhole } from './read-whole.ts';
import { UsageError } from './usage-error.ts';

/** A capture of an hour of a busy resolver. */
const LARGEST_MEBIBYTES = 1024;

/** The messages of an input. Throws UsageError where it holds none. */
export async function inputOf(
  word: string | undefined,
  from: Kind | undefined,
  signal: AbortSignal,
): Promise<Input> {
  const { octets, name } = await octetsOf(word, signal);
  try {
    const input = recogniseInput(octets, from ? { from } : {});
    return input.text === undefined ? input : { ...input, messages: messagesOfJson(input.text) };
  } catch (error) {
    if (!(error instanceof InputError || error instanceof MessageJsonError)) throw error;
    throw new UsageError(name === undefined ? error.message : `${name}: ${error.message}`);
  }
}

/** A file as text, or stdin for `-`. Throws UsageError. */
export async function textInput(path: string, signal: AbortSignal): Promise<string> {
  return new TextDecoder().decode(await readWhole(path, LARGEST_MEBIBYTES, signal));
}

interface Source {
  readonly octets: Uint8Array;
  /** For complaints; undefined for the word itself, which everybody can see. */
  readonly name?: string;
}

async function octetsOf(word: string | undefined, signal: AbortSignal): Promise<Source> {
  if (word === undefined || word === '-') {
    if (word === undefined && process.stdin.isTTY) {
      throw new UsageError(
        'there is no input: give a file, the octets as hex or base64, or pipe something in',
      );
    }
    return { octets: await readWhole('-', LARGEST_MEBIBYTES, signal), name: 'stdin' };
  }
  if (await isFile(word)) return { octets: await readWhole(word, LARGEST_MEBIBYTES, signal), name: word };
  const octets = new TextEncoder().encode(word);
  // Octets can look like a path, but hardly the other way round.
  if (looksLikePath(word) && !isOctetsAsText(octets)) throw new UsageError(`there is no file ${word}`);
  return { octets };
}

async function isFile(path: string): Promise<boolean> {
  if (path.length > 4096 || path.includes('\0')) return false;
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

function looksLikePath(word: string): boolean {
  return /^[.~/]|\.[a-z0-9]{1,6}$/i.test(word) || !/^[\s0-9a-fx+/=_:,;-]*$/i.test(word);
}

/** Binary octets are no word that anybody types. */
function isOctetsAsText(octets: Uint8Array): boolean {
  try {
    return !recogniseInput(octets).kind.startsWith('raw');
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** One message, a list of them, one a line, or the hops of a saved trace. */
function messagesOfJson(text: string): CapturedMessage[] {
  const documents = parseJson(text);
  const many = documents.length > 1;
  return documents.flatMap((document, i) => {
    const hops = hopsOf(document);
    if (hops) return hops;
    try {
      return [bareMessage(octetsFromJson(document), many ? `message ${i + 1}` : '')];
    } catch (error) {
      if (error instanceof WireError)
        throw new InputError(`the JSON cannot be written as a message: ${error.message}`);
      throw error;
    }
  });
}

function parseJson(text: string): unknown[] {
  try {
    const whole = JSON.parse(text) as unknown;
    return Array.isArray(whole) ? whole : [whole];
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    if (lines.length < 2 || !(error instanceof SyntaxError)) throw notJson(error);
    try {
      return lines.map((line) => JSON.parse(line) as unknown);
    } catch {
      throw notJson(error);
    }
  }
}

function notJson(error: unknown): InputError {
  return new InputError(`this is no JSON: ${error instanceof Error ? error.message : String(error)}`);
}

/** The queries and replies of a trace document, in order. */
function hopsOf(document: unknown): CapturedMessage[] | undefined {
  const { schema, hops } = (document ?? {}) as { schema?: unknown; hops?: unknown };
  if (typeof schema !== 'string' || !schema.startsWith('rootwalk/trace/') || !Array.isArray(hops))
    return undefined;
  return (hops as { id?: unknown; query?: unknown; reply?: unknown }[]).flatMap(({ id, query, reply }) =>
    [
      { octets: query, what: 'query' },
      { octets: reply, what: 'reply' },
    ].flatMap(({ octets, what }) =>
      typeof octets === 'string'
        ? [bareMessage(new Uint8Array(Buffer.from(octets, 'base64')), `hop ${String(id)} ${what}`)]
        : [],
    ),
  );
}
