/** UL, the update lease (RFC 9664): how long records that an UPDATE adds shall live. */

import { seconds } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { optional } from '../kinds/optional.ts';
import { optionType } from './option-type.ts';

export const UPDATE_LEASE = optionType({
  mnemonic: 'UL',
  aliases: ['update lease'],
  code: 2,
  rfc: 'RFC 9664 4',
  meaning: 'How long the records that an update adds are to be kept.',
  example: { text: '3600 86400', hex: '00000e1000015180' },
  fields: [
    field('leaseSeconds', seconds, 'seconds that the records live without a refresh'),
    field('keyLeaseSeconds', optional(seconds), 'the same for the KEY record that owns the name'),
  ],
});
