/** PADDING (RFC 7830): octets that hide how long an encrypted message is. */

import { field } from '../kinds/kind.ts';
import { padding } from '../kinds/padding.ts';
import { optionType } from './option-type.ts';

export const PADDING = optionType({
  mnemonic: 'PADDING',
  code: 12,
  rfc: 'RFC 7830 3',
  meaning: 'Octets that hide how long an encrypted message is.',
  example: { text: '4*00', hex: '00000000' },
  fields: [field('octets', padding, 'zeros')],
});
