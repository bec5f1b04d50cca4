/** HTTPS (RFC 9460 9): Where an HTTPS service is and how to reach it. */

import { SERVICE_BINDING_FIELDS } from './service-binding-fields.ts';
import { recordType } from './record-type.ts';

export const HTTPS = recordType({
  mnemonic: 'HTTPS',
  code: 65,
  rfc: 'RFC 9460 9',
  meaning: 'Where an HTTPS service is and how to reach it.',
  example: {
    text: '16 foo.example.org. mandatory="alpn,ipv4hint" alpn="h2,h3-19" ipv4hint="192.0.2.1"',
    hex: '001003666f6f076578616d706c65036f7267000000000400010004000100090268320568332d313900040004c0000201',
  },
  fields: SERVICE_BINDING_FIELDS,
});
