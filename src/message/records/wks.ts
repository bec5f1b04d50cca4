/** WKS (RFC 1035 3.4.2): The well-known services of a host; nobody relies on it (RFC 1123 2.2). */

import { ipv4Address } from '../kinds/addresses.ts';
import { field } from '../kinds/kind.ts';
import { serviceMap } from '../kinds/service-map.ts';
import { CLASS_INTERNET } from './record-classes.ts';
import { recordType } from './record-type.ts';

export const WKS = recordType({
  mnemonic: 'WKS',
  code: 11,
  rfc: 'RFC 1035 3.4.2',
  meaning: 'The well-known services of a host; nobody relies on it (RFC 1123 2.2).',
  example: { text: '192.0.2.1 tcp ftp smtp domain', hex: 'c00002010600000440000004' },
  classes: [CLASS_INTERNET],
  fields: [
    field('address', ipv4Address, 'the address of the host'),
    field('services', serviceMap, 'the protocol, and its ports that are served'),
  ],
});
