/** A (RFC 1034 3.6): The address of a host in Chaosnet: a name and sixteen bits. */

import { chaosAddress } from '../kinds/chaos-address.ts';
import { domainName } from '../kinds/domain-name.ts';
import { field } from '../kinds/kind.ts';
import { CLASS_CHAOS } from './record-classes.ts';
import { recordType } from './record-type.ts';

export const CHAOS_A = recordType({
  mnemonic: 'A',
  code: 1,
  rfc: 'RFC 1034 3.6',
  meaning: 'The address of a host in Chaosnet: a name and sixteen bits.',
  example: { text: 'ch.example. 3150', hex: '026368076578616d706c65000668' },
  classes: [CLASS_CHAOS],
  fields: [
    field('domain', domainName, 'the part of the network'),
    field('address', chaosAddress, 'the address in it, in octal'),
  ],
});
