/** WALLET (IANA: WALLET/wallet-completed-template): The address of a wallet for a cryptocurrency. */

import { characterStrings } from '../kinds/character-string.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const WALLET = recordType({
  mnemonic: 'WALLET',
  code: 262,
  rfc: 'IANA: WALLET/wallet-completed-template',
  meaning: 'The address of a wallet for a cryptocurrency.',
  example: {
    text: '"BTC" "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"',
    hex: '034254432231426f6174534c5248744b4e6e676b645845656f625237366235334c455474707954',
  },
  fields: [field('strings', characterStrings, 'the abbreviation of the currency, then the address')],
});
