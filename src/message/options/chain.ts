/** CHAIN (RFC 7901): all that is needed to check the answer, in one go. */

import { domainName } from '../kinds/domain-name.ts';
import { field } from '../kinds/kind.ts';
import { optionType } from './option-type.ts';

export const CHAIN = optionType({
  mnemonic: 'CHAIN',
  code: 13,
  rfc: 'RFC 7901 4',
  meaning: 'Asks for all records from a trusted zone down that checking the answer takes.',
  example: { text: 'example.com.', hex: '076578616d706c6503636f6d00' },
  fields: [field('closestTrustPoint', domainName, 'the lowest zone that the client has already checked')],
});
