/** DNAME (RFC 6672): Every name below the owner is an alias of the same name below the target. */

import { lowerCasedName } from '../kinds/domain-name.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const DNAME = recordType({
  mnemonic: 'DNAME',
  code: 39,
  rfc: 'RFC 6672',
  meaning: 'Every name below the owner is an alias of the same name below the target.',
  example: { text: 'ns1.example.com.', hex: '036e7331076578616d706c6503636f6d00' },
  fields: [field('target', lowerCasedName, 'what the ending of the name is replaced with')],
});
