/** EXPIRE (RFC 7314): how long the answering server may still serve the zone. */

import { seconds } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { optional } from '../kinds/optional.ts';
import { optionType } from './option-type.ts';

export const EXPIRE = optionType({
  mnemonic: 'EXPIRE',
  aliases: ['edns-expire'],
  code: 9,
  rfc: 'RFC 7314 2',
  meaning: 'Seconds until the answering server must stop serving the zone; empty in a query.',
  example: { text: '604800', hex: '00093a80' },
  fields: [field('expireSeconds', optional(seconds), 'seconds left; nothing in a query')],
});
