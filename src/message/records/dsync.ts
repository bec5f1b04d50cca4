/** DSYNC (RFC 9859 2): Where the parent takes notifications that a child has changed. */

import { domainName } from '../kinds/domain-name.ts';
import { u16 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { syncScheme } from '../kinds/named-numbers.ts';
import { recordTypeNumber } from '../kinds/type-code.ts';
import { recordType } from './record-type.ts';

export const DSYNC = recordType({
  mnemonic: 'DSYNC',
  code: 66,
  rfc: 'RFC 9859 2',
  meaning: 'Where the parent takes notifications that a child has changed.',
  example: {
    text: 'CDS NOTIFY 5359 cds-scanner.example.net.',
    hex: '003b0114ef0b6364732d7363616e6e6572076578616d706c65036e657400',
  },
  fields: [
    field('notifiedType', recordTypeNumber, 'the type that the notification is about'),
    field('scheme', syncScheme, 'how to notify: 1 is a NOTIFY message'),
    field('port', u16, 'the port to notify at'),
    field('target', domainName, 'the host to notify'),
  ],
});
