/** LP (RFC 6742 2.4): The name that has the locators of an ILNP network. */

import { domainName } from '../kinds/domain-name.ts';
import { u16 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const LP = recordType({
  mnemonic: 'LP',
  code: 107,
  rfc: 'RFC 6742 2.4',
  meaning: 'The name that has the locators of an ILNP network.',
  example: {
    text: '10 l64-subnet1.example.com.',
    hex: '000a0b6c36342d7375626e657431076578616d706c6503636f6d00',
  },
  fields: [
    field('preference', u16, 'lower is tried first'),
    field('name', domainName, 'the name with the L32 and L64 records'),
  ],
});
