/** SINK (draft-eastlake-kitchen-sink-02): Anything that no other type is for; never adopted. */

import { base64Octets } from '../kinds/base64.ts';
import { u8 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const SINK = recordType({
  mnemonic: 'SINK',
  code: 40,
  rfc: 'draft-eastlake-kitchen-sink-02',
  meaning: 'Anything that no other type is for; never adopted.',
  example: { text: '64 1 VGVzdA==', hex: '400154657374' },
  fields: [
    field('coding', u8, 'how the data are coded'),
    field('subcoding', u8, 'in more detail'),
    field('data', base64Octets, 'the data'),
  ],
});
