/** NSID (RFC 5001): which of several servers behind one address this one is. */

import { field } from '../kinds/kind.ts';
import { hexOctets } from '../kinds/octets.ts';
import { optionType } from './option-type.ts';

export const NSID = optionType({
  mnemonic: 'NSID',
  aliases: ['name server identifier'],
  code: 3,
  rfc: 'RFC 5001 2.3',
  meaning: 'Which of several servers behind one address this one is.',
  example: { text: '6e7331', hex: '6e7331' },
  fields: [field('identifier', hexOctets, 'chosen by the operator of the server')],
});
