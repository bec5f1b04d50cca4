/**
 * What can be wrong with a message, in words: a row for each code of `wire-error.ts`, for `dissect`, `explain` and
 * whoever else shows a problem.
 */

import type { WireErrorCode } from '../wire-error.ts';

/** What the decoder stumbles over, and what a header says that contradicts the rest. */
export type ProblemCode = WireErrorCode | ContradictionCode;
export type ContradictionCode = 'response-bit' | 'zero-questions' | 'two-questions';

export interface ProblemMeaning {
  readonly code: ProblemCode;
  /** A few words. */
  readonly title: string;
  /** What is wrong, in plain sentences. */
  readonly means: string;
  /** The rule that is broken. */
  readonly rfc: string;
}

type Row = Omit<ProblemMeaning, 'code'>;

/** A code without a row does not compile. */
const ROWS: Readonly<Record<ProblemCode, Row>> = {
  truncated: {
    title: 'the message ends early',
    means: 'The octets end where a field, a name or a whole record should still follow.',
    rfc: 'RFC 1035 4.1',
  },
  'forward-pointer': {
    title: 'a pointer that points forward',
    means:
      'A compression pointer may only lead to a name that stands earlier in the message; this one leads ahead.',
    rfc: 'RFC 1035 4.1.4',
  },
  'pointer-loop': {
    title: 'a pointer into its own name',
    means: 'A compression pointer leads back into the name that it is part of: reading it would never end.',
    rfc: 'RFC 1035 4.1.4',
  },
  'too-many-pointers': {
    title: 'a chain of too many pointers',
    means:
      'A name of 255 octets has at most 127 labels, and more pointers than that serve only to waste time.',
    rfc: 'RFC 1035 4.1.4',
  },
  'reserved-label-type': {
    title: 'a label of a reserved kind',
    means:
      'The two top bits of a length octet are 00 for a label and 11 for a pointer; 01 and 10 mean nothing.',
    rfc: 'RFC 6891 5',
  },
  'label-too-long': {
    title: 'a label of more than 63 octets',
    means: 'The length of a label has six bits: one label has at most 63 octets.',
    rfc: 'RFC 1035 2.3.4',
  },
  'name-too-long': {
    title: 'a name of more than 255 octets',
    means: 'All labels with their length octets, the root’s too, take at most 255 octets.',
    rfc: 'RFC 1035 2.3.4',
  },
  'rdata-overrun': {
    title: 'the data of a record end early',
    means: 'RDLENGTH says that the record ends here, but its fields need more octets.',
    rfc: 'RFC 1035 4.1.3',
  },
  'rdata-trailing': {
    title: 'octets left over in a record',
    means: 'RDLENGTH says that the record goes on, but its fields are already complete.',
    rfc: 'RFC 1035 4.1.3',
  },
  'bad-value': {
    title: 'a value that may not be',
    means: 'A field has a value, or a length, that its type or option does not allow.',
    rfc: 'RFC 1035 3.3',
  },
  'two-opts': {
    title: 'a second OPT record',
    means: 'A message has at most one OPT record; a server answers FORMERR to more.',
    rfc: 'RFC 6891 6.1.1',
  },
  'opt-not-root': {
    title: 'an OPT record with a name',
    means: 'The owner of an OPT record is always the root, one zero octet.',
    rfc: 'RFC 6891 6.1.2',
  },
  'opt-misplaced': {
    title: 'an OPT record in the wrong section',
    means: 'An OPT record belongs in the additional section and nowhere else.',
    rfc: 'RFC 6891 6.1.1',
  },
  'trailing-garbage': {
    title: 'octets after the end of the message',
    means: 'The counts of the header are used up, and still octets follow.',
    rfc: 'RFC 1035 4.1',
  },
  'message-too-long': {
    title: 'a message of more than 65535 octets',
    means: 'Over TCP a message has its length in 16 bits in front, and no datagram is longer either.',
    rfc: 'RFC 1035 4.2.2',
  },
  'response-bit': {
    title: 'a query that answers, or a response that says nothing',
    means:
      'The QR bit says query where there are records or a response code, or response where there is nothing of one.',
    rfc: 'RFC 1035 4.1.1',
  },
  'zero-questions': {
    title: 'no question',
    means: 'A query asks nothing, or a response to one does not say what it answers.',
    rfc: 'RFC 9619 4',
  },
  'two-questions': {
    title: 'more than one question',
    means: 'A message with opcode QUERY asks more than one question; no server answers such a thing.',
    rfc: 'RFC 9619 4',
  },
};

/** In the order in which explanations list them. */
export const PROBLEMS: readonly ProblemMeaning[] = Object.entries(ROWS).map(([code, row]) => ({
  code: code as ProblemCode,
  ...row,
}));

export function problemOf(code: ProblemCode): ProblemMeaning {
  return { code, ...ROWS[code] };
}
