/** ZONEVERSION (RFC 9660): which version of the zone the answer is from. */

import { field } from '../kinds/kind.ts';
import { zoneVersion } from '../kinds/zone-version.ts';
import { optionType } from './option-type.ts';

export const ZONE_VERSION = optionType({
  mnemonic: 'ZONEVERSION',
  aliases: ['zone version'],
  code: 19,
  rfc: 'RFC 9660 2',
  meaning: 'The version of the zone that the answer is from; empty in a query.',
  example: { text: '2 SOA-SERIAL 2024010101', hex: '020078a3f175' },
  fields: [field('zoneVersion', zoneVersion, 'labels of the zone, kind of version, version')],
});
