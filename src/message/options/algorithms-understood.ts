/** DAU (RFC 6975): which DNSSEC algorithms the sender can check. */

import { listOfU8 } from '../kinds/code-list.ts';
import { field } from '../kinds/kind.ts';
import { dnssecAlgorithmName } from '../registry/dnssec-algorithms.ts';
import { optionType } from './option-type.ts';

export const ALGORITHMS_UNDERSTOOD = optionType({
  mnemonic: 'DAU',
  aliases: ['DNSSEC algorithm understood'],
  code: 5,
  rfc: 'RFC 6975 3',
  meaning: 'The DNSSEC algorithms that the sender can check.',
  example: { text: '8 13 15', hex: '080d0f' },
  fields: [field('algorithms', listOfU8(dnssecAlgorithmName), 'numbers of DNSSEC algorithms')],
});
