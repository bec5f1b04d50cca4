/** DHU (RFC 6975): which digests of DS records the sender can check. */

import { listOfU8 } from '../kinds/code-list.ts';
import { field } from '../kinds/kind.ts';
import { digestTypeName } from '../registry/digest-types.ts';
import { optionType } from './option-type.ts';

export const DIGESTS_UNDERSTOOD = optionType({
  mnemonic: 'DHU',
  aliases: ['DS hash understood'],
  code: 6,
  rfc: 'RFC 6975 3',
  meaning: 'The digest types of DS records that the sender can check.',
  example: { text: '1 2 4', hex: '010204' },
  fields: [field('digestTypes', listOfU8(digestTypeName), 'numbers of digest types')],
});
