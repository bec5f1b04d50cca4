/** Walks with the built program over real servers: every story ends as it should, for the right reason. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openInternet } from './internet.ts';
import type { Namespace } from './namespace.ts';
import { cannotRunHere } from './requirements.ts';
import { recordSet, traceJson, type HopJson, type TraceJson } from './rootwalk.ts';
import { ALIASES, FAILING, NEGATIVE, PLAIN, REVERSE, TROUBLED, type Story } from './stories.ts';

describe.skipIf(cannotRunHere('walk'))('a walk over real servers', () => {
  let internet: Namespace;
  beforeAll(async () => {
    internet = await openInternet();
  });
  afterAll(() => internet?.close());

  test.each([...PLAIN, ...NEGATIVE, ...ALIASES, ...REVERSE, ...TROUBLED, ...FAILING])(
    '$story: $args',
    async (story) => {
      const { status, document, elapsedMs } = await traceJson(internet, story.args);
      expect({ exit: status, ...summary(document) }).toMatchObject(expected(story));
      expect(elapsedMs).toBeLessThan(story.withinMs ?? 15_000);
    },
  );

  test.each([
    ['-4', /^[\d.]+$/],
    ['-6', /:/],
  ])('%s keeps to its family', async (option, family) => {
    const { status, document } = await traceJson(internet, ['www.example.com', option]);
    expect(status).toBe(0);
    for (const hop of document.hops) expect(hop.server.address).toMatch(family);
  });

  test('-4 finds no way to a zone with IPv6 servers only', async () => {
    const { status, document } = await traceJson(internet, ['www.sixonly.org', '-4']);
    expect(document.status).toBe('failure');
    expect([5, 6]).toContain(status);
  });

  test('big text arrives whole, over TCP after the truncated reply', async () => {
    const { document } = await traceJson(internet, ['big.example.com', 'TXT']);
    const last = document.hops.slice(-2).map(({ transport, outcome }) => ({ transport, outcome }));
    expect(last).toEqual([
      { transport: 'udp', outcome: 'truncated' },
      { transport: 'tcp', outcome: 'answer' },
    ]);
    expect(document.answers[0]?.data.match(/"part \d\d of 20: [^"]{230}"/g)).toHaveLength(20);
  });

  test('each address says where it came from', async () => {
    const { document } = await traceJson(internet, ['www.nested.org']);
    const zone = (name: string): HopJson => replied(document).find((hop) => hop.zone === name)!;
    expect(zone('.').server.source).toBe('hints');
    expect(zone('org.').server.source).toBe('glue');
    expect(zone('nested.org.').server).toMatchObject({
      name: 'ns.orphan.com.',
      address: '185.49.141.38',
      source: 'lookup',
    });
  });

  test('the sub-walk for a name server hangs below the referral that needs it', async () => {
    const { document } = await traceJson(internet, ['www.orphan.com']);
    const subWalk = document.hops.filter((hop) => hop.purpose === 'nameserver-address');
    expect(subWalk.map((hop) => hop.question.name)).toContain('ns1.harbour.net.');
    const referral = document.hops.find(
      (hop) => hop.zone === 'com.' && hop.parent === null && hop.outcome === 'referral',
    );
    for (const hop of subWalk) expect(hop.parent).toBe(referral?.id);
  });

  test('a server that refused is not asked again', async () => {
    const { document } = await traceJson(internet, ['www.barred.org', '--no-system']);
    expect(document.hops.filter((hop) => hop.outcome === 'refused')).toHaveLength(1);
  });

  test('answers keep the records of the aliases, in order', async () => {
    const { document } = await traceJson(internet, ['www.oldport.org']);
    expect(document.answers.map(({ name, type, data }) => `${name} ${type} ${data}`)).toEqual([
      'oldport.org. DNAME harbour.net.',
      'www.oldport.org. CNAME www.harbour.net.',
      'www.harbour.net. A 185.49.140.80',
    ]);
  });

  test('the hosts file against the DNS', async () => {
    const { status, document } = await traceJson(internet, ['intranet.example.com']);
    expect(status).toBe(0);
    expect(document.addresses).toEqual(['84.16.67.90']);
    expect(document.system).toMatchObject({ source: 'hosts', addresses: ['10.9.8.7'] });
    expect(document.comparison?.verdict).toBe('differs');
    expect(document.comparison?.findings[0]).toMatchObject({ code: 'HOSTS_FILE' });
    expect(document.comparison?.findings[0]?.message).toContain('/etc/hosts:4');
  });

  test('the system agrees where nothing stands in its way', async () => {
    const { document } = await traceJson(internet, ['www.example.com']);
    expect(document.system?.source).toBe('dns');
    expect(recordSet(document.answers)).toEqual([
      'www.example.com. A 84.16.67.80',
      'www.example.com. A 84.16.67.81',
    ]);
    expect(document.system?.addresses.toSorted()).toEqual(['84.16.67.80', '84.16.67.81']);
    expect(document.comparison).toMatchObject({ verdict: 'same', findings: [] });
  });
});

function summary(document: TraceJson): object {
  const { status, reason, rcode, aliases, hops } = document;
  return {
    status,
    reason,
    rcode,
    aliases,
    data: dataAsked(document),
    zones: zonesOnPath(document),
    outcomes: hops.map((hop) => hop.outcome),
  };
}

/** What a story leaves open may be anything. */
function expected({ exit, status, reason, aliases, zones, data, outcomes = [] }: Story): object {
  return {
    exit,
    status,
    reason,
    rcode: RCODES[status],
    ...(aliases ? { aliases } : {}),
    ...(zones ? { zones } : {}),
    ...(data ? { data: data.toSorted() } : {}),
    outcomes: expect.arrayContaining([...outcomes]),
  };
}

const RCODES = { answer: 'NOERROR', nodata: 'NOERROR', nxdomain: 'NXDOMAIN', failure: 'SERVFAIL' } as const;

function dataAsked({ answers, question }: TraceJson): string[] {
  return answers
    .filter(({ type }) => type === question.type)
    .map(({ data }) => data)
    .toSorted();
}

/** Out of reach or silent, a server tells nothing of the path. */
function replied(document: TraceJson): HopJson[] {
  return document.hops.filter((hop) => hop.reply !== null);
}

function zonesOnPath(document: TraceJson): string[] {
  const zones = replied(document)
    .filter((hop) => hop.parent === null && hop.purpose === 'answer')
    .map((hop) => hop.zone);
  return zones.filter((zone, i) => zone !== zones[i - 1]);
}
