/** AMTRELAY (RFC 8777 4.2): A relay for multicast over networks that know none. */

import { multicastRelay } from '../kinds/gateway.ts';
import { u8 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const AMTRELAY = recordType({
  mnemonic: 'AMTRELAY',
  code: 260,
  rfc: 'RFC 8777 4.2',
  meaning: 'A relay for multicast over networks that know none.',
  example: { text: '10 0 1 203.0.113.15', hex: '0a01cb00710f' },
  fields: [
    field('precedence', u8, 'lower is tried first'),
    field('relay', multicastRelay, 'whether discovery is optional, the type of the relay, the relay'),
  ],
});
