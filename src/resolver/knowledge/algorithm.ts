/**
 * The resolver's algorithm, line by line in the words of RFC 1034 5.3.3, and which line a reply leads to.
 */

import type { Outcome } from '../events.ts';

export const ALGORITHM = [
  {
    line: '1',
    text: 'See if the answer is in local information, and if so return it to the client.',
  },
  { line: '2', text: 'Find the best servers to ask.' },
  { line: '3', text: 'Send them queries until one returns a response.' },
  {
    line: '4a',
    text: 'if the response answers the question or contains a name error, cache the data as well as returning it back to the client.',
  },
  {
    line: '4b',
    text: 'if the response contains a better delegation to other servers, cache the delegation information, and go to step 2.',
  },
  {
    line: '4c',
    text: 'if the response shows a CNAME and that is not the answer itself, cache the CNAME, change the SNAME to the canonical name in the CNAME RR and go to step 1.',
  },
  {
    line: '4d',
    text: 'if the response shows a servers failure or other bizarre contents, delete the server from the SLIST and go back to step 3.',
  },
] as const;

export type AlgorithmLine = (typeof ALGORITHM)[number]['line'];

/** What a reply means to the algorithm; without a response, and for the rest of one over TCP, the queries go on. */
export const LINE_OF_OUTCOME: Readonly<Record<Outcome, AlgorithmLine>> = {
  referral: '4b',
  answer: '4a',
  alias: '4c',
  nodata: '4a',
  nxdomain: '4a',
  refused: '4d',
  servfail: '4d',
  formerr: '4d',
  notimp: '4d',
  lame: '4d',
  malformed: '4d',
  useless: '4d',
  truncated: '3',
  timeout: '3',
  unreachable: '3',
};
