/** AVC (IANA: AVC/avc-completed-template): What an application is, for networks that treat applications differently. */

import { characterStrings } from '../kinds/character-string.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const AVC = recordType({
  mnemonic: 'AVC',
  code: 258,
  rfc: 'IANA: AVC/avc-completed-template',
  meaning: 'What an application is, for networks that treat applications differently.',
  example: {
    text: '"app-name:WOLFGANG|app-class:OAM"',
    hex: '1f6170702d6e616d653a574f4c4647414e477c6170702d636c6173733a4f414d',
  },
  fields: [field('strings', characterStrings, 'one character string or more')],
});
