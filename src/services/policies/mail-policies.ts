/**
 * What else TXT records say of the mail of a name: DMARC (RFC 7489), DKIM keys (RFC 6376), MTA-STS (RFC 8461) and TLSRPT
 * (RFC 8460).
 */

import { labelsOf, nameOf, type Name } from '../../message/name.ts';
import { TXT } from '../../message/records/txt.ts';
import { hostAddresses } from '../endpoint.ts';
import { below, found, isUnknown, type Reading } from '../known.ts';
import { tagsOf, textPolicies, withoutRecord, type Policy } from '../policy.ts';
import { joinedText } from '../text.ts';

/** As many names as a tree walk asks; the top-level domain is left in peace. */
const MOST_ANCESTORS = 8;

/**
 * At the name, else at the closest name above that has one, down to two labels: kept simple, where RFC 7489 3.2 wants the
 * list of public suffixes to tell which that is.
 */
export function readDmarc(reading: Reading, name: Name): Policy {
  const labels = labelsOf(name);
  const ancestors = labels.slice(0, Math.max(1, labels.length - 1)).map((_, at) => nameOf(labels.slice(at)));
  for (const domain of ancestors.slice(0, MOST_ANCESTORS)) {
    const looked = reading.look(below('_dmarc', domain), TXT);
    const expected = { policy: 'dmarc', begins: /^v=DMARC1\s*(?:;|$)/, twice: 'DMARC_TWICE' } as const;
    const texts = textPolicies(reading, looked, expected);
    const [first] = texts;
    if (!first) {
      if (isUnknown(looked) || domain === ancestors.at(-1)) return withoutRecord('dmarc', looked);
      continue;
    }
    const policy = dmarcPolicy(reading, name, domain, first.text);
    const says = texts.length > 1 ? 'none counts: there are several' : policy;
    const records = texts.map(({ record }) => record);
    return { name: 'dmarc', owner: looked.question.name, status: 'found', records, says };
  }
  return withoutRecord('dmarc', reading.look(below('_dmarc', name), TXT));
}

function dmarcPolicy(reading: Reading, name: Name, domain: Name, text: string): string {
  const tags = tagsOf(text);
  // RFC 7489 6.3: `sp` is for the names below.
  const policy = (domain === name ? undefined : tags.get('sp')) ?? tags.get('p');
  const from = domain === name ? '' : `, from ${domain}`;
  const word = policy?.toLowerCase();
  if (word === 'none') {
    reading.note('DMARC_MONITORS', 'dmarc', `the DMARC policy for ${name} is none: it only asks for reports`);
    return `policy none: only watched${from}`;
  }
  if (word === 'quarantine' || word === 'reject') return `policy ${word}${from}`;
  reading.note(
    'DMARC_WITHOUT_POLICY',
    'dmarc',
    `the DMARC record of ${domain} has no policy: p is none of none, quarantine, reject`,
  );
  return `no policy${from}`;
}

export function readDkim(reading: Reading, name: Name, selector: string): Policy {
  const owner = below(`${selector}._domainkey`, name);
  const looked = reading.look(owner, TXT);
  const keys = found(looked, TXT).filter(({ rdata }) => tagsOf(joinedText(rdata.strings)).has('p'));
  const [first] = keys;
  if (!first) return withoutRecord('dkim', looked);
  const tags = tagsOf(joinedText(first.rdata.strings));
  const isRevoked = tags.get('p') === '';
  if (isRevoked) reading.note('DKIM_REVOKED', 'dkim', `the key at ${owner} is revoked: its p is empty`);
  const says = isRevoked ? 'revoked' : `key type ${tags.get('k') ?? 'rsa'}`;
  return { name: 'dkim', owner, status: 'found', records: keys, says };
}

/** RFC 8461 3.3: where the policy itself would be; it is not fetched. */
export function readStrictTransport(reading: Reading, name: Name): Policy {
  const looked = reading.look(below('_mta-sts', name), TXT);
  const expected = { policy: 'mta-sts', begins: /^v=STSv1\s*;/, twice: 'MTA_STS_TWICE' } as const;
  const texts = textPolicies(reading, looked, expected);
  if (texts.length === 0) return withoutRecord('mta-sts', looked);
  const host = below('mta-sts', name);
  const { state } = hostAddresses(reading, host, 'mta-sts');
  if (state === 'no-address')
    reading.note(
      'MTA_STS_WITHOUT_HOST',
      'mta-sts',
      `${name} announces a policy for mail over TLS, but ${host}, where it should be, has no address`,
    );
  return {
    name: 'mta-sts',
    owner: looked.question.name,
    status: 'found',
    records: texts.map(({ record }) => record),
    says: `the policy is at https://${host.slice(0, -1)}/.well-known/mta-sts.txt (not fetched)`,
  };
}

export function readTlsReporting(reading: Reading, name: Name): Policy {
  const looked = reading.look(below('_smtp._tls', name), TXT);
  const expected = { policy: 'tls-rpt', begins: /^v=TLSRPTv1\s*;/, twice: 'TLS_RPT_TWICE' } as const;
  const texts = textPolicies(reading, looked, expected);
  if (texts.length === 0) return withoutRecord('tls-rpt', looked);
  const records = texts.map(({ record }) => record);
  return { name: 'tls-rpt', owner: looked.question.name, status: 'found', records, says: '' };
}
