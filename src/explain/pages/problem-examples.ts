/**
 * A short message for each problem: `dissect` finds the problem in it.
 */

import type { ProblemCode } from '../../message/registry/problems.ts';

interface Example {
  readonly text: string;
  readonly hex: string;
}

/** A response with so many questions, answers and additional records. */
const header = (questions: number, answers: number, additionals: number): string =>
  `00018000000${questions}000${answers}0000000${additionals}`;
const TYPE_A_IN = '00010001';
const OPT = '0000290200000000000000';

const EXAMPLES: Readonly<Partial<Record<ProblemCode, Example>>> = {
  truncated: { text: 'one question is announced, and its name does not end', hex: `${header(1, 0, 0)}0377` },
  'forward-pointer': {
    text: 'the name at octet 12 goes on at octet 20',
    hex: `${header(1, 0, 0)}c014${TYPE_A_IN}00`,
  },
  'pointer-loop': {
    text: 'the name at octet 12, after the label a, goes on at octet 12',
    hex: `${header(1, 0, 0)}0161c00c${TYPE_A_IN}`,
  },
  'reserved-label-type': { text: 'a length octet 0x40', hex: `${header(1, 0, 0)}4000${TYPE_A_IN}` },
  'rdata-overrun': {
    text: 'an A record with two octets of data, in front of another record',
    hex: `${header(0, 2, 0)}00${TYPE_A_IN}000000000002c00000${TYPE_A_IN}000000000004c0000201`,
  },
  'rdata-trailing': {
    text: 'an A record with five octets of data',
    hex: `${header(0, 1, 0)}00${TYPE_A_IN}000000000005c000020100`,
  },
  'two-opts': { text: 'two OPT records', hex: `${header(0, 0, 2)}${OPT}${OPT}` },
  'opt-not-root': { text: 'an OPT record whose owner is a.', hex: `${header(0, 0, 1)}0161${OPT}` },
  'opt-misplaced': { text: 'an OPT record in the answer section', hex: `${header(0, 1, 0)}${OPT}` },
  'trailing-garbage': { text: 'nothing is announced, and two octets follow', hex: `${header(0, 0, 0)}beef` },
};

export function problemExample(code: ProblemCode): { readonly example?: Example } {
  const example = EXAMPLES[code] ?? longer[code];
  return example ? { example } : {};
}

/** Names of many labels, built from what they repeat. */
const longer: Readonly<Partial<Record<ProblemCode, Example>>> = {
  'name-too-long': {
    text: 'a name of 128 labels of one octet: 257 octets',
    hex: `${header(1, 0, 0)}${'0161'.repeat(128)}00${TYPE_A_IN}`,
  },
  'bad-value': {
    text: 'an OPT record with a cookie whose server part has one octet',
    hex: `${header(0, 0, 1)}000029020000000000000d000a0009010203040506070801`,
  },
};
