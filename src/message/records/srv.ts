/** SRV (RFC 2782): The host and port of a service. */

import { lowerCasedName } from '../kinds/domain-name.ts';
import { u16 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { CLASS_INTERNET } from './record-classes.ts';
import { recordType } from './record-type.ts';

export const SRV = recordType({
  mnemonic: 'SRV',
  code: 33,
  rfc: 'RFC 2782',
  meaning: 'The host and port of a service.',
  example: { text: '10 60 5060 sip.example.com.', hex: '000a003c13c403736970076578616d706c6503636f6d00' },
  classes: [CLASS_INTERNET],
  fields: [
    field('priority', u16, 'lower is tried first'),
    field('weight', u16, 'share of the load among servers of one priority'),
    field('port', u16, 'the port of the service on the target'),
    field('target', lowerCasedName, 'the host of the service; the root means: not offered'),
  ],
});
