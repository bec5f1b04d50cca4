/**
 * Response codes (IANA "DNS RCODEs", RFC 6895 2.3): four bits in the header, eight more in the OPT record, sixteen in
 * TSIG and TKEY records.
 */

import { registered, type RegisteredCode } from './registered-code.ts';

export const RCODES: readonly RegisteredCode[] = [
  registered(
    0,
    'NOERROR',
    'RFC 1035 4.1.1',
    'No error. Without an answer it means that the name has no such record.',
  ),
  registered(1, 'FORMERR', 'RFC 1035 4.1.1', 'The server could not make sense of the query.'),
  registered(
    2,
    'SERVFAIL',
    'RFC 1035 4.1.1',
    'The server failed; a resolver says so too when DNSSEC says bogus.',
  ),
  registered(
    3,
    'NXDOMAIN',
    'RFC 1035 4.1.1',
    'The name does not exist, with any type, nor does anything below it.',
  ),
  registered(4, 'NOTIMP', 'RFC 1035 4.1.1', 'The server does not do this kind of query.'),
  registered(5, 'REFUSED', 'RFC 1035 4.1.1', 'The server will not answer, as a matter of policy.'),
  registered(
    6,
    'YXDOMAIN',
    'RFC 2136 2.2',
    'A name exists that should not (update); a DNAME made too long a name.',
  ),
  registered(7, 'YXRRSET', 'RFC 2136 2.2', 'A record set exists that should not.'),
  registered(8, 'NXRRSET', 'RFC 2136 2.2', 'A record set that should exist does not.'),
  registered(
    9,
    'NOTAUTH',
    'RFC 2136 2.2',
    'The server is not authoritative for the zone; for TSIG: not authorised.',
  ),
  registered(10, 'NOTZONE', 'RFC 2136 2.2', 'A name in the update lies outside the zone.'),
  registered(11, 'DSOTYPENI', 'RFC 8490 10.2', 'The server does not know this kind of stateful operation.'),
  registered(16, 'BADVERS', 'RFC 6891 9', 'The server does not speak this version of EDNS.'),
  registered(16, 'BADSIG', 'RFC 8945 5.2.2', 'The signature of the transaction (TSIG) is wrong.'),
  registered(17, 'BADKEY', 'RFC 8945 5.2.1', 'The key of the transaction is not known.'),
  registered(
    18,
    'BADTIME',
    'RFC 8945 5.2.3',
    'The time of the signature is too far from the time of the server.',
  ),
  registered(19, 'BADMODE', 'RFC 2930 2.6', 'The server does not support this mode of TKEY.'),
  registered(20, 'BADNAME', 'RFC 2930 2.6', 'There is a key of this name already.'),
  registered(21, 'BADALG', 'RFC 2930 2.6', 'The server does not support the algorithm.'),
  registered(22, 'BADTRUNC', 'RFC 8945 5.2.4', 'The signature of the transaction was cut too short.'),
  registered(
    23,
    'BADCOOKIE',
    'RFC 7873 8',
    'The cookie of the server is missing or wrong; ask again with the one given.',
  ),
];
