/** N3U (RFC 6975): which hashes of NSEC3 the sender can compute. */

import { listOfU8 } from '../kinds/code-list.ts';
import { field } from '../kinds/kind.ts';
import { nsec3HashName } from '../registry/digest-types.ts';
import { optionType } from './option-type.ts';

export const NSEC3_HASHES_UNDERSTOOD = optionType({
  mnemonic: 'N3U',
  aliases: ['NSEC3 hash understood'],
  code: 7,
  rfc: 'RFC 6975 3',
  meaning: 'The hashes of NSEC3 that the sender can compute.',
  example: { text: '1', hex: '01' },
  fields: [field('hashes', listOfU8(nsec3HashName), 'numbers of NSEC3 hashes')],
});
