/**
 * Faults of records: lengths that do not fit the data (RFC 1035 3.2.1), and the rules of the OPT record (RFC 6891 6.1.1).
 */

import { TYPE_OPT } from '../edns.ts';
import type { Break } from './break.ts';
import { placesOf, recordOctets, withEntry } from './octet-edits.ts';

const TYPE_A = 1;
const ADDRESS = [192, 0, 2, 1];
/** What stands between the owner and the end of an OPT record that says nothing but 1232. */
const OPT_BEHIND_OWNER = [0, TYPE_OPT, 0x04, 0xd0, 0, 0, 0, 0, 0, 0];
const OPT = [0, ...OPT_BEHIND_OWNER];

export const RECORD_BREAKS: readonly Break[] = [
  {
    name: 'truncated-rdata',
    does: 'adds an A record and ends the message in the middle of its data',
    problem: 'truncated',
    apply: (octets) => withAddress(octets).slice(0, -2),
  },
  {
    name: 'bad-rdlength',
    does: 'lets the last record say that it has 65535 octets of data',
    problem: 'truncated',
    apply: (octets) => {
      const whole = hasRecord(octets) ? octets.slice() : withAddress(octets);
      const { nameEnd } = placesOf(whole).at(-1)!;
      whole.fill(0xff, nameEnd + 8, nameEnd + 10);
      return whole;
    },
  },
  {
    name: 'rdata-overrun',
    does: 'adds an A record with only three octets of data, and a sound one behind it',
    problem: 'rdata-overrun',
    apply: (octets) => withAddress(withAddress(octets, ADDRESS.slice(0, 3))),
  },
  {
    name: 'rdata-trailing',
    does: 'adds an A record with five octets of data',
    problem: 'rdata-trailing',
    apply: (octets) => withAddress(octets, [...ADDRESS, 0]),
  },
  {
    name: 'two-opts',
    does: 'adds OPT records until there are two',
    problem: 'two-opts',
    apply: (octets) => {
      const once = hasOpt(octets) ? octets : withEntry(octets, 'additionals', OPT);
      return withEntry(once, 'additionals', OPT);
    },
  },
  {
    name: 'opt-not-root',
    does: 'adds an OPT record that is owned by x. instead of the root',
    problem: 'opt-not-root',
    apply: (octets) => withEntry(octets, 'additionals', [1, 0x78, 0, ...OPT_BEHIND_OWNER]),
  },
  {
    name: 'opt-misplaced',
    does: 'puts an OPT record at the end of the answer section',
    problem: 'opt-misplaced',
    apply: (octets) => withEntry(octets, 'answers', OPT),
  },
];

function withAddress(octets: Uint8Array, rdata: readonly number[] = ADDRESS): Uint8Array {
  return withEntry(octets, 'additionals', recordOctets([0], TYPE_A, rdata));
}

function hasRecord(octets: Uint8Array): boolean {
  return placesOf(octets).some(({ section }) => section !== 'questions');
}

function hasOpt(octets: Uint8Array): boolean {
  return placesOf(octets).some(
    ({ section, nameEnd }) =>
      section === 'additionals' && octets[nameEnd] === 0 && octets[nameEnd + 1] === TYPE_OPT,
  );
}
