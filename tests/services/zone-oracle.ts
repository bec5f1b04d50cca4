/**
 * Answers from zone text, without a walk: what a reading of services wants is looked up in a list of records, aliases
 * followed, until it wants nothing more. Names listed as silent have nobody who answers for them.
 */

import type { Question, ResourceRecord } from '../../src/message/message.ts';
import { isAtOrBelow, sameName, scanName, type Name } from '../../src/message/name.ts';
import { CNAME } from '../../src/message/records/cname.ts';
import { keyOf, type Looked } from '../../src/services/known.ts';
import {
  readServices,
  type FoundService,
  type FoundServices,
  type ServicesWish,
} from '../../src/services/read-services.ts';
import { POLICIES, type PolicyName } from '../../src/services/policy.ts';
import { SERVICES } from '../../src/services/table.ts';
import { typeName } from '../../src/message/codes.ts';
import { parseMasterFile } from '../../src/zone/master-file.ts';

export const ZONE = 'shop.test.';
const MOST_ROUNDS = 40;

export interface Asked {
  readonly found: FoundServices;
  readonly lookups: readonly Looked[];
  /** `MX mail.shop.test.`, each as often as it was wanted anew. */
  readonly questions: readonly string[];
}

export function ask(
  zoneText: string,
  wish: Partial<ServicesWish> = {},
  silent: readonly string[] = [],
): Asked {
  const records = parseMasterFile(`$TTL 300\n${zoneText}`, { origin: ZONE });
  const known = new Map<string, Looked>();
  const questions: string[] = [];
  const whole = {
    name: ZONE,
    services: SERVICES,
    policies: Object.keys(POLICIES) as PolicyName[],
    dkimSelectors: [],
    ...wish,
  };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { wanted, found } = readServices(whole, known);
    if (wanted.length === 0) return { found, lookups: [...known.values()], questions };
    for (const question of wanted) {
      questions.push(`${typeName(question.type)} ${question.name}`);
      known.set(keyOf(question), answerTo(question, records, silent));
    }
  }
  throw new Error('the reading never has enough');
}

export function serviceIn({ found }: Asked, name: string): FoundService {
  return found.services.find(({ service }) => service.name === name)!;
}

export function codesOf({ found }: Asked): string[] {
  return found.notes.map(({ code }) => code).toSorted();
}

/** Each endpoint as `25 mail.shop.test. 192.0.2.125`. */
export function placesOf(asked: Asked, name: string): string[] {
  return serviceIn(asked, name).endpoints.map(({ port, host, addresses }) =>
    [port, host, ...addresses].join(' '),
  );
}

function answerTo(question: Question, records: readonly ResourceRecord[], silent: readonly string[]): Looked {
  const aliases: Name[] = [];
  const answers: ResourceRecord[] = [];
  const looked = { question, reason: null, message: '', aliases, answers, zone: ZONE };
  for (let name = question.name; ;) {
    const { type } = question;
    if (silent.includes(`${typeName(type)} ${name}`))
      return { ...looked, status: 'failure', reason: 'no-reply', message: 'nobody answered' };
    const here = records.filter((record) => sameName(record.name, name));
    const own = here.filter((record) => record.type === type);
    if (own.length > 0) return { ...looked, status: 'answer', answers: [...answers, ...own] };
    const alias = here.find((record) => record.type === CNAME.code);
    if (!alias) {
      const exists = records.some((record) => isAtOrBelow(record.name, name));
      return { ...looked, status: exists ? 'nodata' : 'nxdomain', message: `${name} has no such record` };
    }
    answers.push(alias);
    name = scanName(alias.rdata['target'] as string);
    if (aliases.includes(name))
      return { ...looked, status: 'failure', reason: 'loop', message: 'the aliases go round' };
    aliases.push(name);
  }
}
