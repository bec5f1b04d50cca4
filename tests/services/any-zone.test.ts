/** Whatever stands in a zone: readings end, statuses hold together, and what is printed is as described. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { servicesDocument } from '../../src/render/services/services-document.ts';
import { servicesMarkdown } from '../../src/render/services/services-markdown.ts';
import { servicesText } from '../../src/render/services/services-text.ts';
import { plain } from '../../src/render/style.ts';
import { summaryOf } from '../../src/services/summary.ts';
import { faultsOf } from '../support/closed-schema.ts';
import { ask, ZONE } from './zone-oracle.ts';

const NAMES = ['@', 'a', 'b', 'c', '.', '192.0.2.1.', 'x.elsewhere.test.'];
const OWNERS = [
  '@',
  'a',
  'b',
  '_imaps._tcp',
  '_sip._udp',
  '_sips._tcp',
  '_dns',
  '_ftp._tcp',
  '_dmarc',
  '_mta-sts',
];
const SPF = [
  'include:a.shop.test',
  'include:shop.test',
  'redirect=b.shop.test',
  'mx',
  'a:%{d}',
  '+all',
  '-all',
  'x=',
];

const name = fc.constantFrom(...NAMES);
const number = fc.integer({ min: 0, max: 3 });
const data = fc.oneof(
  fc.constantFrom('A 192.0.2.1', 'AAAA 2001:db8::1', 'CAA 0 issue ";"', 'TXT ""'),
  fc.tuple(number, name).map(([preference, host]) => `MX ${preference} ${host}`),
  fc.tuple(number, number, name).map(([priority, port, host]) => `SRV ${priority} 0 ${port} ${host}`),
  fc.tuple(number, name).map(([priority, host]) => `HTTPS ${priority} ${host}`),
  fc.tuple(number, name).map(([priority, host]) => `SVCB ${priority} ${host}`),
  name.map((host) => `CNAME ${host}`),
  name.map((host) => `NS ${host}`),
  fc
    .tuple(
      number,
      fc.constantFrom('s', 'a', 'u'),
      fc.constantFrom('SIP+D2U', 'SIPS+D2T', 'RELAY:turn.udp'),
      name,
    )
    .map(([order, flag, service, next]) => `NAPTR ${order} 0 "${flag}" "${service}" "" ${next}`),
  fc.array(fc.constantFrom(...SPF), { maxLength: 6 }).map((terms) => `TXT "v=spf1 ${terms.join(' ')}"`),
  fc.constantFrom(
    'TXT "v=DMARC1; p=none"',
    'TXT "v=DMARC1"',
    'TXT "v=STSv1; id=1"',
    'URI 1 1 "ftp://a.shop.test:99999/"',
  ),
);
const line = fc.tuple(fc.constantFrom(...OWNERS), data).map(([owner, rdata]) => `${owner} ${rdata}`);
const zone = fc.array(line, { maxLength: 25 }).map((lines) => lines.join('\n'));
const silent = fc.array(
  fc.tuple(
    fc.constantFrom('A', 'AAAA', 'MX', 'NS', 'SRV', 'TXT', 'HTTPS', 'CAA'),
    fc.constantFrom('', 'a.', 'b.', '_dmarc.'),
  ),
  { maxLength: 3 },
);

it('a reading ends, and says of each service one thing only', () => {
  fc.assert(
    fc.property(zone, silent, (text, quiet) => {
      const asked = ask(
        text,
        {},
        quiet.map(([type, below]) => `${type} ${below}${ZONE}`),
      );
      const { found, lookups } = asked;
      for (const { status, endpoints, declined, unknown } of found.services) {
        const usable = endpoints.some(({ state }) => state === 'usable');
        expect(status === 'offered').toBe(usable);
        if (status === 'none') expect([endpoints, declined, unknown]).toEqual([[], [], []]);
        if (status === 'unknown') expect(unknown).not.toEqual([]);
        if (status === 'broken') expect(endpoints).not.toEqual([]);
        if (status === 'declined') expect(declined).not.toEqual([]);
        // Nobody goes to the addresses of the name where a record says where to go, or that there is nothing.
        const byRecord = endpoints.some(({ how }) => how === 'record') || declined.length > 0;
        if (byRecord) expect(endpoints.filter(({ how }) => how !== 'record')).toEqual([]);
      }
      const cost = { queries: 0, bytesSent: 0, bytesReceived: 0, elapsedMs: 0 };
      const run = { at: 0, found, lookups, cost, summary: summaryOf(found, lookups) };
      expect(faultsOf('services', JSON.parse(JSON.stringify(servicesDocument(run))))).toEqual([]);
      expect(servicesMarkdown(run)).toContain('# Services of');
      for (const services of ['found', 'all'] as const)
        expect(servicesText(run, plain, { width: 80, services })).toContain(`Services of ${ZONE}`);
    }),
    { numRuns: 300 },
  );
});
