/** SIG (RFC 2535 4.1): A signature; between two hosts (RFC 2931) still, over records replaced by RRSIG. */

import { SIGNATURE_FIELDS } from './signature-fields.ts';
import { recordType } from './record-type.ts';

export const SIG = recordType({
  mnemonic: 'SIG',
  code: 24,
  rfc: 'RFC 2535 4.1',
  meaning: 'A signature; between two hosts (RFC 2931) still, over records replaced by RRSIG.',
  example: {
    text: 'A 13 3 3600 20260301000000 20260101000000 2642 example.com. oJB1W6WNGv+ldvQ3WDG0MQkg5IEhjRip8WTrPYGv07h108dUKGMeDPKijVCHX3DDKdfb+v6o',
    hex: '00010d0300000e1069a381806955b9000a52076578616d706c6503636f6d00a090755ba58d1affa576f4375831b4310920e481218d18a9f164eb3d81afd3b875d3c75428631e0cf2a28d50875f70c329d7dbfafea8',
  },
  fields: SIGNATURE_FIELDS,
});
