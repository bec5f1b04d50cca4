/**
 * What a look at the services of a name comes to, for an exit status and a program's first glance.
 */

import type { Ending } from '../resolver/events.ts';
import { isUnknown, type Looked } from './known.ts';
import type { FoundServices } from './read-services.ts';

export type ServicesSummary = Pick<Ending, 'status' | 'reason' | 'message'>;

/**
 * `answer`: a service is offered; `nodata`: the name exists and none is; `nxdomain`: it does not exist; `failure`: none is
 * known, and some could not be found out. Where policies alone were asked for, they stand in the place of services.
 */
export function summaryOf(
  { name, itself, services, policies }: FoundServices,
  lookups: readonly Looked[],
): ServicesSummary {
  const offered = services.filter(({ status }) => status === 'offered').length;
  const found = policies.filter(({ status }) => status === 'found').length;
  if (offered > 0)
    return { status: 'answer', reason: null, message: `${name} offers ${offered} of these services.` };
  if (services.length === 0 && found > 0)
    return { status: 'answer', reason: null, message: `${name} has ${found} of these records.` };
  if (itself.status === 'nxdomain' && itself.aliases.length === 0)
    return { status: 'nxdomain', reason: null, message: itself.message };
  const asked = services.length === 0 ? policies : services;
  const unknown = asked.filter(({ status }) => status === 'unknown').length;
  if (unknown === 0)
    return {
      status: 'nodata',
      reason: null,
      message: `${name} exists and has none of these${services.length === 0 ? '' : ' services'}.`,
    };
  const failed = lookups.filter(isUnknown);
  const { reason, message } = failed.find((looked) => looked.reason !== 'no-reply') ?? failed[0]!;
  return {
    status: 'failure',
    reason,
    message:
      unknown === asked.length
        ? `What ${name} offers is unknown: ${message}`
        : `${name} offers none of these services as far as is known; ${unknown} of them are unknown: ${message}`,
  };
}
