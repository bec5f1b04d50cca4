/** HIP (RFC 8005 5): The identity of a host apart from its addresses, and where to meet it. */

import { domainNames } from '../kinds/domain-name.ts';
import { hostIdentity } from '../kinds/host-identity.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const HIP = recordType({
  mnemonic: 'HIP',
  code: 55,
  rfc: 'RFC 8005 5',
  meaning: 'The identity of a host apart from its addresses, and where to meet it.',
  example: {
    text: '2 200100107b1a74df365639cc39f1d578 AwEAAbdxyhNuSutc5EMzxTs9LBPCIkOFH8cIvM4p9+LrV4e19WzK00+CI6zBCQTdtWsuxKbWIy87UOoJTwkUs7lBu+Upr1gsNrut79ryra+bSRGQb1slImA8YVJyuIDsj7kwzG7jnERNqnWxZ48AWkskmdHaVDP4BcelrTI3rMXdXF5D rvs1.example.com. rvs2.example.com.',
    hex: '10020084200100107b1a74df365639cc39f1d57803010001b771ca136e4aeb5ce44333c53b3d2c13c22243851fc708bcce29f7e2eb5787b5f56ccad34f8223acc10904ddb56b2ec4a6d6232f3b50ea094f0914b3b941bbe529af582c36bbadefdaf2adaf9b4911906f5b2522603c615272b880ec8fb930cc6ee39c444daa75b1678f005a4b2499d1da5433f805c7a5ad3237acc5dd5c5e430472767331076578616d706c6503636f6d000472767332076578616d706c6503636f6d00',
  },
  fields: [
    field('identity', hostIdentity, 'the algorithm, the host identity tag and the public key'),
    field('rendezvousServers', domainNames, 'servers that know where the host is'),
  ],
});
