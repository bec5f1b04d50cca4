/**
 * Which authorities may issue certificates for a name (CAA, RFC 8659), which certificate a server must have (TLSA, RFC 6698),
 * and which keys its SSH server has (SSHFP, RFC 4255).
 */

import { parentOf, ROOT, type Name } from '../../message/name.ts';
import { CAA } from '../../message/records/caa.ts';
import { SSHFP } from '../../message/records/sshfp.ts';
import { TLSA } from '../../message/records/tlsa.ts';
import type { Endpoint } from '../endpoint.ts';
import { below, found, isUnknown, type Reading } from '../known.ts';
import { withoutRecord, type Policy } from '../policy.ts';

/** RFC 8659 3: the records of the name, else of the closest name above that has any. */
export function readCertificateAuthorities(reading: Reading, name: Name): Policy {
  for (let domain = name; domain !== ROOT; domain = parentOf(domain)) {
    const looked = reading.look(domain, CAA);
    const records = found(looked, CAA);
    if (records.length > 0) {
      const says = domain === name ? '' : `from ${domain}`;
      return { name: 'caa', owner: domain, status: 'found', records, says };
    }
    // What is above does not count unless there is nothing here.
    if (isUnknown(looked)) return withoutRecord('caa', looked);
  }
  return withoutRecord('caa', reading.look(name, CAA));
}

export function readHostKeys(reading: Reading, name: Name): Policy {
  const looked = reading.look(name, SSHFP);
  const records = found(looked, SSHFP);
  if (records.length === 0) return withoutRecord('sshfp', looked);
  return { name: 'sshfp', owner: name, status: 'found', records, says: '' };
}

/** The same endpoints with their TLSA records, at `_port._protocol` of the host (RFC 7672 3.2.2, RFC 7673 4.1). */
export function withCertificates(
  reading: Reading,
  endpoints: readonly Endpoint[],
  service: string,
): Endpoint[] {
  return endpoints.map((endpoint) => {
    const { state, host, port, protocols } = endpoint;
    if (state !== 'usable') return endpoint;
    const records = protocols.flatMap((protocol) =>
      found(reading.look(below(`_${port}._${protocol}`, host), TLSA), TLSA),
    );
    if (records.length > 0)
      reading.note(
        'TLSA_NOT_VALIDATED',
        service,
        `TLSA records count only where DNSSEC vouches for them, and that is not checked here`,
      );
    return { ...endpoint, tlsa: records };
  });
}
