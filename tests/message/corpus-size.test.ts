import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { decode } from '../../src/message/decode.ts';
import { encode } from '../../src/message/encode.ts';
import { scanHex } from '../../src/message/hex.ts';
import { WireError } from '../../src/message/wire-error.ts';

const FILES = ['wire', 'wire-synth'].map((name) => `../shared/corpora/${name}.jsonl`);
const isThere = FILES.every((file) => existsSync(file));
if (!isThere) console.warn(`SKIPPED: the sizes of the corpus, because ${FILES.join(' or ')} is absent`);

it.skipIf(!isThere)('encodes at least 99 of 100 valid messages no longer than they came', () => {
  const messages = FILES.flatMap((file) => readFileSync(file, 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as { hex: string; verdict: string })
    .filter(({ verdict }) => verdict === 'valid')
    .map(({ hex }) => scanHex(hex)!);
  const growth = messages.flatMap((octets) => {
    try {
      return [encode(decode(octets)).length - octets.length];
    } catch (error) {
      // What others call valid and we do not stands in corpus.test.ts, with reasons.
      if (error instanceof WireError) return [];
      throw error;
    }
  });
  expect(growth.length).toBeGreaterThan(messages.length * 0.99);
  expect(growth.filter((octets) => octets > 0).length / growth.length).toBeLessThanOrEqual(0.01);
});
