/**
 * What the kinds of a hop mean, as sentences with their RFC: where an address is from, what an outcome says, why a record
 * or a datagram was not taken.
 */

import type { AddressSource, DropReason, Outcome, Purpose } from '../../resolver/events.ts';
import type { RejectionReason } from '../../transport/exchange.ts';

export const SOURCE_SENTENCES: Readonly<Record<AddressSource, string>> = {
  hints: 'Its address is one of the root hints, with which every walk begins (RFC 1034 5.3.2).',
  glue: 'Its address came beside the referral, as glue (RFC 1034 4.2.1).',
  lookup: 'Its address had to be looked up in a walk of its own: no referral had it (RFC 1034 5.3.3).',
  cache: 'Its address was known from an earlier step.',
  option: 'Its address was given on the command line.',
};

/** Nothing for the main path. */
export const PURPOSE_SENTENCES: Readonly<Record<Purpose, string>> = {
  answer: '',
  'nameserver-address': 'This is part of the search for the address of a name server.',
  priming: 'The root servers are asked who they are, as the hints may be old (RFC 9609).',
  dnssec: 'Keys or signatures are needed to validate the answer (RFC 4035 5).',
  survey: 'Every server of the zone is asked, to hold them against each other.',
};

export const OUTCOME_SENTENCES: Readonly<Record<Outcome, string>> = {
  referral:
    'A referral: this server does not have the name, but says whose servers are nearer to it (RFC 1034 4.3.2).',
  answer: 'An answer: the records that were asked for (RFC 1034 3.7).',
  alias: 'An alias: the name stands for another one, and the question goes on with that (RFC 1034 3.6.2).',
  nodata: 'No data: the name exists, but has no records of this type (RFC 2308 2.2).',
  nxdomain: 'No such name: neither this name exists nor any below it (RFC 8020 2).',
  refused: 'The server will not answer this; that says nothing about the name (RFC 1035 4.1.1).',
  servfail: 'The server could not answer; that says nothing about the name (RFC 1035 4.1.1).',
  formerr: 'The server says that it cannot read the query (RFC 1035 4.1.1).',
  notimp: 'The server says that it cannot do what was asked (RFC 1035 4.1.1).',
  lame: 'A lame server: the zone is delegated to it, but it does not serve the zone (RFC 9499 7).',
  truncated: 'The reply did not fit into a datagram; over TCP it will (RFC 2181 9).',
  timeout: 'Silence: the query or the reply was lost, or the server does not answer (RFC 1034 5.3.3).',
  unreachable: 'The network says that nothing can be brought there.',
  malformed: 'What came is a reply by its header, but cannot be read as a message (RFC 1035 4.1).',
  useless: 'The reply neither answers nor leads nearer to an answer (RFC 1034 5.3.3).',
};

export const DROP_SENTENCES: Readonly<Record<DropReason, string>> = {
  'out-of-bailiwick': 'its name is not in the zone that the server was asked about (RFC 5452 6)',
  unrelated: 'nothing that was asked or answered leads to it (RFC 2181 5.4.1)',
  'wrong-class': 'its class is not that of the question (RFC 1035 3.2.4)',
  'forbidden-address': 'no server on the Internet can have this address (RFC 6890)',
};

export const REJECTION_SENTENCES: Readonly<Record<RejectionReason, string>> = {
  'wrong-source': 'it did not come from where the query went',
  'too-short': 'it is too short for a header',
  'wrong-id': 'its ID is not that of the query',
  'not-a-response': 'it is no response',
  'wrong-opcode': 'its opcode is not that of the query',
  'wrong-question': 'its question is not ours',
  'wrong-case': 'its question does not have the letters that were sent',
  'wrong-cookie': 'its cookie is not ours',
  'no-cookie': 'it has no cookie, and this server is known to send one',
};
