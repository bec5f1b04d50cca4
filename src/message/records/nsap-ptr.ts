/** NSAP-PTR (RFC 1706 6): The host that has an OSI address; the owner is the address, reversed. */

import { domainName } from '../kinds/domain-name.ts';
import { field } from '../kinds/kind.ts';
import { CLASS_INTERNET } from './record-classes.ts';
import { recordType } from './record-type.ts';

export const NSAP_PTR = recordType({
  mnemonic: 'NSAP-PTR',
  code: 23,
  rfc: 'RFC 1706 6',
  meaning: 'The host that has an OSI address; the owner is the address, reversed.',
  example: { text: 'host.example.com.', hex: '04686f7374076578616d706c6503636f6d00' },
  classes: [CLASS_INTERNET],
  fields: [field('host', domainName, 'the name of the host')],
});
