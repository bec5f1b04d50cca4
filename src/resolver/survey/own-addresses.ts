/**
 * The addresses of a zone's servers as the zones that these names are in have them: what glue is held against, and the
 * only way to servers that came without glue. One look-up at a time; a zone that nobody answers for is not asked twice.
 */

import type { Question } from '../../message/message.ts';
import { isAtOrBelow, lowerCased, type Name } from '../../message/name.ts';
import { A } from '../../message/records/a.ts';
import { AAAA } from '../../message/records/aaaa.ts';
import { addressesOf, type Delegation } from '../delegation.ts';
import { resolve } from '../resolve.ts';
import type { Run } from '../run.ts';
import type { Pace } from './pace.ts';
import type { SurveyedServer } from './survey.ts';

/** By lower-cased server name. */
export interface FoundAddresses {
  readonly addresses: ReadonlyMap<Name, readonly string[]>;
  /** Why a server has no own addresses here, as a sentence. */
  readonly obstacles: ReadonlyMap<Name, string>;
}

export class OwnAddresses {
  readonly #run: Run;
  readonly #pace: Pace;
  readonly #question: Question;
  readonly #signal: AbortSignal;
  /** What this survey knows already: several zones may have the same servers. */
  readonly #known = new Map<Name, readonly string[] | string>();
  readonly #deadZones = new Set<Name>();

  constructor(run: Run, pace: Pace, question: Question, signal: AbortSignal) {
    this.#run = run;
    this.#pace = pace;
    this.#question = question;
    this.#signal = signal;
  }

  /** `isHeard`: some server of the zone answers, so that names inside the zone can be found. */
  async of(
    servers: readonly SurveyedServer[],
    delegation: Delegation,
    isHeard: boolean,
  ): Promise<FoundAddresses> {
    const addresses = new Map<Name, readonly string[]>();
    const obstacles = new Map<Name, string>();
    let lookups = 0;
    for (const server of servers) {
      // The hints are what a walk starts from; nobody above says otherwise.
      if (delegation.from === 'hints' && server.addresses.length > 0) continue;
      const key = lowerCased(server.name);
      const found =
        this.#known.get(key) ??
        this.#obstacle(server, delegation, isHeard, lookups) ??
        (await this.#lookUp(server.name, delegation.hop));
      lookups++;
      if (typeof found === 'string') obstacles.set(key, found);
      else addresses.set(key, found);
    }
    return { addresses, obstacles };
  }

  #nothing(): string {
    const [family, other] = this.#run.families;
    return `its own zone has no ${other === undefined ? `IPv${family} ` : ''}address for it`;
  }

  #obstacle(
    { name }: SurveyedServer,
    { zone }: Delegation,
    isHeard: boolean,
    lookups: number,
  ): string | undefined {
    if (this.#pace.limit !== undefined) return this.#pace.limit;
    const { surveyLookups } = this.#run.limits;
    if (lookups >= surveyLookups) return `no more than ${surveyLookups} servers of one zone are looked up`;
    if (!isHeard && isAtOrBelow(name, zone))
      return `it lies in ${zone} itself, and no server of ${zone} answers`;
    const cut = this.#run.delegations.closest(name)?.zone;
    return cut !== undefined && this.#deadZones.has(lowerCased(cut))
      ? `no server of ${cut} answers`
      : undefined;
  }

  async #lookUp(name: Name, parent: number | null): Promise<readonly string[] | string> {
    const found: string[] = [];
    const search = { purpose: 'survey', parent, trail: [name], signal: this.#signal } as const;
    let obstacle: string | undefined;
    for (const type of [A, AAAA]) {
      if (!this.#run.families.includes(type === A ? 4 : 6)) continue;
      const question = { name, type: type.code, class: this.#question.class };
      const ending = await resolve(this.#run, { ...search, question });
      found.push(...addressesOf(ending.answers).filter(this.#run.mayAsk));
      if (ending.status === 'answer' || ending.status === 'nodata') continue;
      obstacle =
        this.#pace.limit ??
        (ending.status === 'nxdomain' ? 'the name does not exist' : ending.message.replace(/\.$/, ''));
      if (ending.reason === 'no-reply') this.#deadZones.add(lowerCased(ending.zone));
      // A name that cannot be found for one type cannot be found for another.
      break;
    }
    const result = found.length > 0 ? found : (obstacle ?? this.#nothing());
    this.#known.set(lowerCased(name), result);
    return result;
  }
}
