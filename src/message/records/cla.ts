/** CLA (draft-johnson-dns-ipn-cla-07): How a node of the Bundle Protocol is reached. */

import { characterStrings } from '../kinds/character-string.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const CLA = recordType({
  mnemonic: 'CLA',
  code: 263,
  rfc: 'draft-johnson-dns-ipn-cla-07',
  meaning: 'How a node of the Bundle Protocol is reached.',
  example: { text: '"TCP-v4-v7"', hex: '095443502d76342d7637' },
  fields: [field('strings', characterStrings, 'convergence layer adapters, each with its versions')],
});
