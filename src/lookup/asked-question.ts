/**
 * A question as a program writes it: texts where messages have numbers.
 */

import { CLASS_IN, classCode, typeCode } from '../message/codes.ts';
import type { Question } from '../message/message.ts';
import { scanName } from '../message/name.ts';

/**
 * `{ name: 'www.example.com', type: 'AAAA' }`, or the name alone. `name` is zone-file text (RFC 1035 5.1), with or without
 * the final dot; `type` is a mnemonic, `TYPE65280` or a number, A by default; `class` likewise, IN by default.
 */
export type AskedQuestion =
  | string
  | { readonly name: string; readonly type?: string | number; readonly class?: string | number };

/** Throws NameError for what is no name, RangeError for what is no type or class. */
export function questionOf(asked: AskedQuestion): Question {
  const {
    name,
    type = 'A',
    class: questionClass = CLASS_IN,
  } = typeof asked === 'string' ? { name: asked } : asked;
  return {
    name: scanName(name),
    type: codeOf(type, typeCode, 'type'),
    class: codeOf(questionClass, classCode, 'class'),
  };
}

function codeOf(value: string | number, scan: (text: string) => number | undefined, what: string): number {
  const code = typeof value === 'number' ? value : scan(value);
  if (code !== undefined && Number.isInteger(code) && code >= 0 && code <= 0xffff) return code;
  throw new RangeError(`"${value}" is no ${what}`);
}
