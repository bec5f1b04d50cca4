/** NID (RFC 6742 2.1): A node identifier of the Identifier-Locator Network Protocol. */

import { identifier64 } from '../kinds/hex-groups.ts';
import { u16 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const NID = recordType({
  mnemonic: 'NID',
  code: 104,
  rfc: 'RFC 6742 2.1',
  meaning: 'A node identifier of the Identifier-Locator Network Protocol.',
  example: { text: '10 0014:4fff:ff20:ee64', hex: '000a00144fffff20ee64' },
  fields: [
    field('preference', u16, 'lower is tried first'),
    field('nodeId', identifier64, 'which node this is, wherever it is'),
  ],
});
