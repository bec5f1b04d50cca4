/**
 * The keys of service parameters (IANA "Service Parameter Keys", RFC 9460 14.3) by number and name; how each is laid
 * out is the business of the SVCB record.
 */

import { registered, type RegisteredCode } from './registered-code.ts';

export const SVCB_KEYS: readonly RegisteredCode[] = [
  registered(0, 'mandatory', 'RFC 9460 8', 'The keys that a client must understand to use this record.'),
  registered(1, 'alpn', 'RFC 9460 7.1', 'The protocols that are spoken, as TLS names them (h2, h3).'),
  registered(2, 'no-default-alpn', 'RFC 9460 7.1', 'The usual protocol is not spoken.'),
  registered(3, 'port', 'RFC 9460 7.2', 'The port.'),
  registered(4, 'ipv4hint', 'RFC 9460 7.3', 'IPv4 addresses, to begin before the A records are there.'),
  registered(5, 'ech', 'RFC 9848 3', 'How to encrypt the first message of TLS.'),
  registered(6, 'ipv6hint', 'RFC 9460 7.3', 'IPv6 addresses, to begin before the AAAA records are there.'),
  registered(7, 'dohpath', 'RFC 9461 5', 'The path of DNS over HTTPS.'),
  registered(8, 'ohttp', 'RFC 9540 4', 'Oblivious HTTP is possible.'),
  registered(
    9,
    'tls-supported-groups',
    'draft-ietf-tls-key-share-prediction',
    'The groups for the key exchange of TLS.',
  ),
  registered(10, 'docpath', 'RFC 9953', 'The path of DNS over CoAP.'),
  registered(11, 'pvd', 'draft-ietf-intarea-proxy-config', 'The service describes its provisioning domain.'),
];
