/**
 * The fields of a service binding, as SVCB and HTTPS have them (RFC 9460 2.2).
 */

import { domainName } from '../kinds/domain-name.ts';
import { u16 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { serviceParameters } from '../kinds/service-parameters.ts';

export const SERVICE_BINDING_FIELDS = [
  field('priority', u16, '0 makes an alias; else lower is tried first'),
  field(
    'target',
    domainName,
    'the host of the service, or what is aliased; the root means the owner, or: not offered',
  ),
  field('parameters', serviceParameters, 'how to reach the service, in ascending order of the keys'),
] as const;
