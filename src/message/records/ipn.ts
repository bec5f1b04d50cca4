/** IPN (draft-johnson-dns-ipn-cla-07): The number of a node of the Bundle Protocol. */

import { field } from '../kinds/kind.ts';
import { nodeNumber } from '../kinds/node-number.ts';
import { recordType } from './record-type.ts';

export const IPN = recordType({
  mnemonic: 'IPN',
  code: 264,
  rfc: 'draft-johnson-dns-ipn-cla-07',
  meaning: 'The number of a node of the Bundle Protocol.',
  example: { text: '4294967397', hex: '0000000100000065' },
  fields: [field('node', nodeNumber, 'the number of the node')],
});
