/**
 * Types without a layout (IANA "Resource Record (RR) TYPEs", RFC 6895 3.1): those that are only asked for, those that
 * only stand in lists of types, and those that were registered without a description.
 */

import { registered, type RegisteredCode } from './registered-code.ts';

export const QUESTION_TYPES: readonly RegisteredCode[] = [
  registered(34, 'ATMA', '', 'ATM addresses, as the ATM Forum described them.'),
  registered(41, 'OPT', 'RFC 6891 6.1', 'Not data of a name but more about the message: EDNS.'),
  registered(100, 'UINFO', '', 'Registered for users at one time; nothing is written about it.'),
  registered(101, 'UID', '', 'Registered for user numbers at one time; nothing is written about it.'),
  registered(102, 'GID', '', 'Registered for group numbers at one time; nothing is written about it.'),
  registered(103, 'UNSPEC', '', 'Registered for anything at all at one time; nothing is written about it.'),
  registered(
    128,
    'NXNAME',
    'RFC 9824',
    'Stands in the NSEC record of a compact proof: the name does not exist.',
  ),
  registered(251, 'IXFR', 'RFC 1995', 'Asks for what has changed in a zone since a serial number.'),
  registered(252, 'AXFR', 'RFC 5936', 'Asks for a whole zone.'),
  registered(253, 'MAILB', 'RFC 1035 3.2.3', 'Asks for MB, MG and MR records; of no use today.'),
  registered(254, 'MAILA', 'RFC 1035 3.2.3', 'Asks for MD and MF records; of no use today.'),
  registered(
    255,
    'ANY',
    'RFC 8482',
    'Asks for all types at once; servers may answer with as little as they like.',
  ),
];
