/** SVCB (RFC 9460 2.2): Where a service is and how to reach it. */

import { SERVICE_BINDING_FIELDS } from './service-binding-fields.ts';
import { recordType } from './record-type.ts';

export const SVCB = recordType({
  mnemonic: 'SVCB',
  code: 64,
  rfc: 'RFC 9460 2.2',
  meaning: 'Where a service is and how to reach it.',
  example: {
    text: '1 svc.example.net. alpn="h2,h3" port="8443" ipv4hint="192.0.2.1" ipv6hint="2001:db8::1"',
    hex: '000103737663076578616d706c65036e657400000100060268320268330003000220fb00040004c00002010006001020010db8000000000000000000000001',
  },
  fields: SERVICE_BINDING_FIELDS,
});
