/** ZONEMD (RFC 8976 2.2): The digest of the whole zone. */

import { zoneDigest } from '../kinds/hexadecimal.ts';
import { u32, u8 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const ZONEMD = recordType({
  mnemonic: 'ZONEMD',
  code: 63,
  rfc: 'RFC 8976 2.2',
  meaning: 'The digest of the whole zone.',
  example: {
    text: '2018031500 1 1 febe3d4ce2ec2ffa4ba99d46cd69d6d29711e55217057bee7eb1a7b641a47ba7fed2dd5b97ae499fafa4f22c6bd647de',
    hex: '7848b78c0101febe3d4ce2ec2ffa4ba99d46cd69d6d29711e55217057bee7eb1a7b641a47ba7fed2dd5b97ae499fafa4f22c6bd647de',
  },
  fields: [
    field('serial', u32, 'the serial of the zone that the digest is of'),
    field('scheme', u8, 'how the zone is put together: 1 SIMPLE'),
    field('hashAlgorithm', u8, '1 is SHA-384, 2 is SHA-512'),
    field('digest', zoneDigest, 'the digest'),
  ],
});
