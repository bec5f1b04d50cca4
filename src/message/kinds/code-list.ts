/**
 * Numbers of one registry one after the other, up to the end of the data: the algorithms that a resolver knows, the
 * keys that it trusts.
 */

import type { Reader } from '../reader.ts';
import { scanInteger, u16, u8 } from './integers.ts';
import type { Kind } from './kind.ts';

/** Numbers of 8 bits; `nameOf` says in the spans what each of them is called. */
export const listOfU8 = (nameOf: (code: number) => string | undefined): Kind<readonly number[]> =>
  listOf(u8, 0xff, nameOf);

/** The same of 16 bits. */
export const listOfU16 = (nameOf: (code: number) => string | undefined): Kind<readonly number[]> =>
  listOf(u16, 0xffff, nameOf);

function listOf(
  item: Kind<number>,
  maximum: number,
  nameOf: (code: number) => string | undefined,
): Kind<readonly number[]> {
  return {
    title: `${item.title}s`,
    read: (reader) => {
      const codes: number[] = [];
      while (reader.remaining > 0) codes.push(readItem(reader, item, nameOf));
      return codes;
    },
    write: (writer, codes) => {
      for (const code of codes) item.write(writer, code);
    },
    print: (codes) => codes.join(' '),
    scan: (tokens) => {
      const codes: number[] = [];
      while (!tokens.done) codes.push(scanInteger(tokens, maximum));
      return codes;
    },
  };
}

function readItem(reader: Reader, item: Kind<number>, nameOf: (code: number) => string | undefined): number {
  const at = reader.offset;
  const code = item.read(reader);
  const value = `${code} ${nameOf(code) ?? ''}`.trimEnd();
  reader.recorder?.leaf('number', at, reader.offset, { value, means: 'one of the list' });
  return code;
}
