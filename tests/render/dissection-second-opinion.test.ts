import { describe, expect, test } from 'vitest';
import { decode } from '../../src/message/decode.ts';
import { dissect } from '../../src/message/dissect.ts';
import { encode } from '../../src/message/encode.ts';
import { scanRecord } from '../../src/message/record-text.ts';
import type { SecondOpinion } from '../../src/render/dissection.ts';
import { secondOpinion } from '../../src/render/second-opinion.ts';
import { RESPONSE, SAMPLES } from './dissection-samples.ts';

const opinion = (octets: Uint8Array): SecondOpinion => secondOpinion(octets, dissect(octets).message);
const ofAnswers = (...lines: string[]): SecondOpinion =>
  opinion(encode({ ...RESPONSE, answers: lines.map((line) => scanRecord(line)) }));

describe('dns-packet', () => {
  test('agrees on an ordinary message', () => {
    expect(opinion(SAMPLES['response']!)).toEqual({
      decoder: 'dns-packet',
      verdict: 'agrees',
      message: '',
      differences: [],
    });
  });

  test('agrees on the data of many types', () => {
    expect(
      ofAnswers(
        'a. 1 IN MX 10 mail.a.',
        'a. 1 IN TXT "x" "y"',
        'a. 1 IN SRV 1 2 3 b.',
        'a. 1 IN CAA 0 issue "ca.example"',
        'a. 1 IN TYPE65280 \\# 2 0102',
        'a. 1 IN SOA a. b. 1 2 3 4 5',
      ),
    ).toMatchObject({ verdict: 'agrees' });
  });

  test('reads a dot inside a label as the end of it', () => {
    const { verdict, differences } = ofAnswers('a\\.b.example. 1 IN A 192.0.2.1');
    expect(verdict).toBe('differs');
    expect(differences).toContainEqual({
      what: 'answer 1 name',
      ours: 'a\\.b.example.',
      theirs: 'a.b.example.',
    });
  });

  test('takes the highest bit of a class for the cache flush of multicast', () => {
    const { differences } = ofAnswers('a. 1 CLASS32769 A 192.0.2.1');
    expect(differences).toContainEqual({ what: 'answer 1 class', ours: 'CLASS32769', theirs: 'IN' });
  });

  test('does not see what stands behind the end', () => {
    const { differences } = opinion(Uint8Array.from([...SAMPLES['response']!, 1, 2, 3]));
    const { length } = SAMPLES['response']!;
    expect(differences).toEqual([{ what: 'octets read', ours: String(length + 3), theirs: String(length) }]);
  });

  test('reads the data of an A record past the end of the message', () => {
    const { verdict, differences } = opinion(SAMPLES['truncated']!);
    expect(verdict).toBe('differs');
    expect(differences).toContainEqual({ what: 'additional records', ours: '1', theirs: '2' });
  });

  test.each(['short-header', 'pointer-loop'])('refuses what is broken, in words: %s', (name) => {
    const { verdict, message } = opinion(SAMPLES[name]!);
    expect(['refuses', 'crashes']).toContain(verdict);
    expect(message).not.toBe('');
  });

  test('says so where we read nothing at all and it does', () => {
    expect(decode(SAMPLES['response']!).header.id).toBe(4660);
    expect(secondOpinion(SAMPLES['response']!, undefined)).toMatchObject({ verdict: 'differs' });
  });
});
