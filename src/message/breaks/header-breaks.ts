/**
 * Faults of the message as a whole: counts that lie, octets too many or too few, and headers that contradict what stands
 * behind them.
 */

import { dissect } from '../dissect.ts';
import { encode } from '../encode.ts';
import type { Break } from './break.ts';
import { countOf, padded, placesOf, withCount, withEntry } from './octet-edits.ts';

const GARBAGE = [0xde, 0xad, 0xbe, 0xef];
const QUESTION_OF_ROOT = [0, 0, 1, 0, 1];

export const HEADER_BREAKS: readonly Break[] = [
  {
    name: 'truncated',
    does: 'leaves the last octet out',
    problem: 'truncated',
    apply: (octets) => octets.slice(0, -1),
  },
  {
    name: 'short-header',
    does: 'leaves only the first eleven octets',
    problem: 'truncated',
    apply: (octets) => octets.slice(0, 11),
  },
  {
    name: 'count-lies',
    does: 'counts one record more in the additional section than there is',
    problem: 'truncated',
    apply: (octets) => withCount(octets, 'additionals', countOf(octets, 'additionals') + 1),
  },
  {
    name: 'trailing-garbage',
    does: 'puts four octets behind the end of the message',
    problem: 'trailing-garbage',
    apply: (octets) => Uint8Array.from([...octets, ...GARBAGE]),
  },
  {
    name: 'response-bit',
    does: 'turns the QR bit around: a query says that it is a response, a response that it is a query',
    problem: 'response-bit',
    apply: (octets) => {
      const turned = padded(octets);
      turned[2]! ^= 0x80;
      return turned;
    },
  },
  {
    name: 'zero-questions',
    does: 'leaves the question out',
    problem: 'zero-questions',
    apply: (octets) => {
      const { message } = dissect(octets);
      return message && encode({ ...message, questions: [] });
    },
  },
  {
    name: 'two-questions',
    does: 'asks a second question: the first one again',
    problem: 'two-questions',
    apply: (octets) => {
      const first = placesOf(octets).find(({ section }) => section === 'questions');
      if (first) return withEntry(octets, 'questions', [...octets.subarray(first.start, first.end)]);
      return withEntry(withEntry(octets, 'questions', QUESTION_OF_ROOT), 'questions', QUESTION_OF_ROOT);
    },
  },
];
