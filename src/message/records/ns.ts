/** NS (RFC 1035 3.3.11): A name server that is authoritative for the zone. */

import { compressibleName } from '../kinds/domain-name.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const NS = recordType({
  mnemonic: 'NS',
  code: 2,
  rfc: 'RFC 1035 3.3.11',
  meaning: 'A name server that is authoritative for the zone.',
  example: { text: 'ns1.example.com.', hex: '036e7331076578616d706c6503636f6d00' },
  fields: [field('nameServer', compressibleName, 'the name of a host that serves the zone')],
});
