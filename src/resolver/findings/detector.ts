/**
 * Watches the events of a walk and says what they show to be wrong: each finding once, where it is first seen.
 */

import { isBelow, lowerCased } from '../../message/name.ts';
import type { Ending, Finding, Hop, WalkEvent } from '../events.ts';
import { FINDINGS } from './catalogue.ts';
import { childFindings, referralFindings, referralOf, type ReferralSeen } from './delegation-findings.ts';
import { CaseWatch } from './case-findings.ts';
import { EdnsWatch } from './edns-findings.ts';
import { hopFindings, type Detected } from './hop-findings.ts';
import { surveyFindings } from './survey-findings.ts';

/** More aliases than this are followed, but are worth a word. */
const MANY_ALIASES = 8;

export class Detector {
  readonly #referrals = new Map<string, ReferralSeen>();
  readonly #edns = new EdnsWatch();
  readonly #letters = new CaseWatch();
  readonly #denied = new Map<string, Hop>();
  readonly #said = new Set<string>();

  /** The findings that an event gives rise to. */
  observe(event: WalkEvent): Finding[] {
    if (event.type === 'hop') return this.#fresh(this.#ofHop(event.hop));
    if (event.type === 'survey') return this.#fresh(surveyFindings(event));
    return event.type === 'end' ? this.#fresh(endingFindings(event.ending)) : [];
  }

  #ofHop(hop: Hop): Detected[] {
    const found = [...hopFindings(hop), ...this.#edns.observe(hop), ...this.#letters.observe(hop)];
    found.push(...this.#denials(hop));
    const before = this.#referrals.get(lowerCased(hop.zone));
    if (before) found.push(...childFindings(hop, before));
    const referral = referralOf(hop);
    if (referral) {
      this.#referrals.set(lowerCased(referral.zone), referral);
      found.push(...referralFindings(referral));
    }
    return found;
  }

  /** A name that was denied, and one below it that is there (only a minimising walk asks for both). */
  #denials(hop: Hop): Detected[] {
    const { name } = hop.question;
    if (hop.outcome === 'nxdomain') this.#denied.set(lowerCased(name), hop);
    if (hop.outcome !== 'answer' && hop.outcome !== 'nodata') return [];
    const above = [...this.#denied.values()].find((denied) => isBelow(name, denied.question.name));
    if (!above) return [];
    const message = `${above.server.name} denies ${above.question.name}, but there is ${name}`;
    return [{ code: 'NXDOMAIN_ABOVE_DATA', hop: above.id, message }];
  }

  #fresh(detected: readonly Detected[]): Finding[] {
    return detected.flatMap(({ code, hop, message, about = message, ...less }) => {
      const key = `${code} ${about}`;
      if (this.#said.has(key)) return [];
      this.#said.add(key);
      const { rfc, severity } = { ...FINDINGS[code], ...less };
      return [{ code, severity, rfc, hop, message }];
    });
  }
}

function endingFindings({ reason, message, aliases }: Ending): Detected[] {
  const found: Detected[] = [];
  if (reason === 'loop')
    found.push({ code: aliases.length > 0 ? 'CNAME_LOOP' : 'DELEGATION_CYCLE', hop: null, message });
  if (reason === 'limit') found.push({ code: 'LIMIT_REACHED', hop: null, message });
  if (aliases.length > MANY_ALIASES && reason !== 'limit') {
    found.push({
      code: 'CHAIN_TOO_LONG',
      hop: null,
      message: `${aliases.length} aliases lead to the answer`,
    });
  }
  return found;
}
