/**
 * What must hold for any octets at all: dissecting never throws, its leaves tile the message and can be printed;
 * decoding throws only WireError; what decodes can be encoded, and reads the same again.
 */

import { decode } from '../../src/message/decode.ts';
import { dissect } from '../../src/message/dissect.ts';
import { encode } from '../../src/message/encode.ts';
import type { Message } from '../../src/message/message.ts';
import { printRecord } from '../../src/message/record-text.ts';
import type { Span } from '../../src/message/spans.ts';
import { WireError } from '../../src/message/wire-error.ts';
import { tilingFaults } from '../support/tiling.ts';

/** What is wrong, or undefined. */
export function faultOf(octets: Uint8Array): string | undefined {
  try {
    return faultOfDissection(octets) ?? faultOfDecoding(octets);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function faultOfDissection(octets: Uint8Array): string | undefined {
  const { spans, message } = dissect(octets);
  const [fault] = tilingFaults(octets.length, spans);
  if (fault !== undefined) return fault;
  spans.forEach(lookAt);
  if (message) printAll(message);
  return undefined;
}

/** Texts of spans are made when they are looked at, so look at all. */
function lookAt({ value, means, rfc, children }: Span): void {
  if (/[\u0000-\u001F\u007F-\u009F]/.test(value))
    throw new Error(`a span's value has a control character: ${JSON.stringify(value)}`);
  if (typeof means !== 'string' || typeof rfc !== 'string') throw new Error('a span without its texts');
  children.forEach(lookAt);
}

function printAll({ answers, authorities, additionals }: Message): string[] {
  const lines = [...answers, ...authorities, ...additionals].map(printRecord);
  const unsafe = lines.find((line) => /[^\u0020-\u007E]/.test(line));
  if (unsafe !== undefined) throw new Error(`a record is printed unescaped: ${JSON.stringify(unsafe)}`);
  return lines;
}

function faultOfDecoding(octets: Uint8Array): string | undefined {
  let message: Message;
  try {
    message = decode(octets);
  } catch (error) {
    if (error instanceof WireError) return undefined;
    throw error;
  }
  const again = decode(encode(message));
  const [first, second] = [message, again].map((each) => printAll(each).join('\n'));
  return first === second ? undefined : `reads otherwise after encoding:\n${first}\n---\n${second}`;
}
