/**
 * SPF (RFC 7208): the one TXT record that says who may send mail for a name, and how many questions it costs whoever
 * checks it: more than ten is an error (4.6.4). Counted as it is written, along `include` and `redirect`.
 */

import { lowerCased, NameError, scanName, type Name } from '../../message/name.ts';
import { TXT } from '../../message/records/txt.ts';
import { found, isUnknown, type Reading } from '../known.ts';
import { textPolicies, withoutRecord, type Policy } from '../policy.ts';
import { joinedText } from '../text.ts';

/** RFC 7208 4.5: the version, then a space or the end. */
const BEGINS = /^v=spf1(?: |$)/i;
const MOST_LOOKUPS = 10;

export function readSenderPolicy(reading: Reading, name: Name): Policy {
  const looked = reading.look(name, TXT);
  const texts = textPolicies(reading, looked, { policy: 'spf', begins: BEGINS, twice: 'SPF_TWICE' });
  const [first] = texts;
  if (!first) return withoutRecord('spf', looked);
  const records = texts.map(({ record }) => record);
  if (texts.length > 1)
    return { name: 'spf', owner: name, status: 'found', records, says: 'none counts: there are several' };
  const { lookups, isWhole } = countLookups(reading, name, first.text);
  if (lookups > MOST_LOOKUPS)
    reading.note(
      'SPF_LOOKUPS',
      'spf',
      `the SPF record of ${name} costs ${isWhole ? '' : 'at least '}${lookups} lookups, and ${MOST_LOOKUPS} are allowed: whoever checks it gives up`,
    );
  if (/(?:^| )\+?all(?: |$)/i.test(first.text))
    reading.note('SPF_PASSES_ALL', 'spf', `the SPF record of ${name} lets everybody send: it ends with +all`);
  const says = `${isWhole ? '' : 'at least '}${lookups} of at most ${MOST_LOOKUPS} lookups`;
  return { name: 'spf', owner: name, status: 'found', records, says };
}

interface Count {
  readonly lookups: number;
  /** False where a macro, a failure or a limit hides some. */
  readonly isWhole: boolean;
}

/** Further than this nobody who checks would count either. */
const MOST_COUNTED = 3 * MOST_LOOKUPS;

/** Along all records that are included, each as often as it is: whoever checks asks each time. */
function countLookups(reading: Reading, name: Name, text: string): Count {
  const open: { readonly owner: Name; readonly text: string; readonly path: readonly Name[] }[] = [
    { owner: name, text, path: [lowerCased(name)] },
  ];
  let lookups = 0;
  let isWhole = true;
  for (let next = open.shift(); next; next = open.shift()) {
    for (const { mechanism, domain } of costlyTerms(next.text)) {
      lookups++;
      if (lookups > MOST_COUNTED) return { lookups, isWhole: false };
      if (mechanism !== 'include' && mechanism !== 'redirect') continue;
      const target = domain.includes('%') ? undefined : nameFrom(domain);
      if (target === undefined) {
        isWhole = false;
        continue;
      }
      const key = lowerCased(target);
      if (next.path.includes(key)) {
        reading.note('SPF_LOOP', 'spf', `the SPF record of ${next.owner} leads back to ${target}`);
        continue;
      }
      const looked = reading.look(target, TXT);
      const included = found(looked, TXT)
        .map(({ rdata }) => joinedText(rdata.strings))
        .filter((each) => BEGINS.test(each));
      if (isUnknown(looked)) isWhole = false;
      else if (included.length === 0)
        reading.note(
          'SPF_INCLUDES_NONE',
          'spf',
          `the SPF record of ${next.owner} leads to ${target}, which has none`,
        );
      for (const each of included) open.push({ owner: target, text: each, path: [...next.path, key] });
    }
  }
  return { lookups, isWhole };
}

interface Term {
  readonly mechanism: string;
  readonly domain: string;
}

/** RFC 7208 4.6.4: the terms that make whoever checks ask; `ip4`, `ip6`, `all` and `exp` do not. */
function costlyTerms(text: string): Term[] {
  const terms = text.split(' ').slice(1);
  const redirects = !terms.some((term) => /^[-+~?]?all$/i.test(term));
  return terms.flatMap((term): Term[] => {
    const parts = /^[-+~?]?(include|a|mx|ptr|exists)(?:[:/](.*))?$/i.exec(term);
    if (parts) return [{ mechanism: parts[1]!.toLowerCase(), domain: parts[2] ?? '' }];
    // RFC 7208 6.1: beside `all` it does not count.
    const redirect = redirects ? /^redirect=(.+)$/i.exec(term) : null;
    return redirect ? [{ mechanism: 'redirect', domain: redirect[1]! }] : [];
  });
}

function nameFrom(text: string): Name | undefined {
  try {
    return scanName(text);
  } catch (error) {
    if (error instanceof NameError) return undefined;
    throw error;
  }
}
