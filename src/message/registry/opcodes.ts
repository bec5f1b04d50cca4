/**
 * Opcodes (IANA "DNS OpCodes", RFC 6895 2.2): what a message asks the server to do.
 */

import { registered, type RegisteredCode } from './registered-code.ts';

export const OPCODES: readonly RegisteredCode[] = [
  registered(0, 'QUERY', 'RFC 1035 4.1.1', 'A question: which records a name has.'),
  registered(1, 'IQUERY', 'RFC 3425 3', 'The inverse: which name has this record; obsolete.'),
  registered(2, 'STATUS', 'RFC 1035 4.1.1', 'Asks how the server is; never defined further.'),
  registered(4, 'NOTIFY', 'RFC 1996 3', 'A primary tells its secondaries that a zone has changed.'),
  registered(5, 'UPDATE', 'RFC 2136 2', 'Adds and deletes records of a zone, under conditions.'),
  registered(6, 'DSO', 'RFC 8490 5.4', 'Stateful operations on a lasting connection: keep-alive, push.'),
];
