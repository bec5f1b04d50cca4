/**
 * All that is shown of the services of a name: what was found, what it comes to, and what it took.
 */

import type { Cost } from '../../resolver/events.ts';
import type { Looked } from '../../services/known.ts';
import type { FoundServices } from '../../services/read-services.ts';
import type { Service } from '../../services/service.ts';
import type { ServicesSummary } from '../../services/summary.ts';

export interface ServicesRun {
  /** When it began, in milliseconds since 1970. */
  readonly at: number;
  readonly found: FoundServices;
  readonly summary: ServicesSummary;
  /** Each question once, in the order of the answers. */
  readonly lookups: readonly Looked[];
  readonly cost: Cost;
}

/** What is not in DNS and may say otherwise; null where there is nothing of the kind. */
export function elsewhereOf({ elsewhere }: Service, name: string): string | null {
  return elsewhere === undefined ? null : elsewhere.replace('{name}', name.slice(0, -1));
}
