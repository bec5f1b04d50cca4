/**
 * Classes (IANA "DNS CLASSes", RFC 6895 3.2): parallel name spaces, of which one is in use.
 */

import { registered, type RegisteredCode } from './registered-code.ts';

export const CLASSES: readonly RegisteredCode[] = [
  registered(1, 'IN', 'RFC 1035 3.2.4', 'The Internet.'),
  registered(
    3,
    'CH',
    'RFC 1035 3.2.4',
    'Chaosnet; servers tell their version and name there (version.bind).',
  ),
  registered(4, 'HS', 'RFC 1035 3.2.4', 'Hesiod: user accounts and groups in DNS.'),
  registered(254, 'NONE', 'RFC 2136 2.4', 'In an update: the record must not exist, or is to be deleted.'),
  registered(255, 'ANY', 'RFC 1035 3.2.5', 'Any class, in questions and updates; written * in old texts.'),
];
