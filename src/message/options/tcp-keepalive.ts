/** KEEPALIVE (RFC 7828): how long an idle TCP connection stays open. */

import { u16 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { optional } from '../kinds/optional.ts';
import { optionType } from './option-type.ts';

export const TCP_KEEPALIVE = optionType({
  mnemonic: 'KEEPALIVE',
  aliases: ['TCP-KEEPALIVE', 'edns-tcp-keepalive'],
  code: 11,
  rfc: 'RFC 7828 3.1',
  meaning: 'How long the server keeps an idle TCP connection open; empty in a query.',
  example: { text: '100', hex: '0064' },
  fields: [field('timeout', optional(u16), 'tenths of a second; nothing in a query')],
});
