/** BRID (RFC 9886 5.2): What a drone broadcasts to identify itself. */

import { base64Octets } from '../kinds/base64.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const BRID = recordType({
  mnemonic: 'BRID',
  code: 68,
  rfc: 'RFC 9886 5.2',
  meaning: 'What a drone broadcasts to identify itself.',
  example: {
    text: 'owAAAYIEUQEgAQA//gAKBRMIJGmaS8ay',
    hex: 'a3000001820451012001003ffe000a05130824699a4bc6b2',
  },
  fields: [field('data', base64Octets, 'a CBOR map: type of the aircraft, identifiers, authentication')],
});
