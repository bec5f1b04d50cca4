/** Services looked up by walks, in virtual time, among servers that are slow, silent or hostile. */

import { describe, expect, it } from 'vitest';
import { findServices } from '../../src/lookup/find-services.ts';
import { RCODE } from '../../src/message/codes.ts';
import { decode } from '../../src/message/decode.ts';
import { encode } from '../../src/message/encode.ts';
import { MX } from '../../src/message/records/mx.ts';
import { servicesDocument } from '../../src/render/services/services-document.ts';
import { servicesCsv } from '../../src/render/services/services-csv.ts';
import type { ServicesRun } from '../../src/render/services/services-run.ts';
import { servicesText } from '../../src/render/services/services-text.ts';
import { plain } from '../../src/render/style.ts';
import type { WalkOptions } from '../../src/resolver/walk.ts';
import type { ServicesWish } from '../../src/services/read-services.ts';
import { SERVICES } from '../../src/services/table.ts';
import { jsonText } from '../../src/render/json-text.ts';
import { faultsOf } from '../support/closed-schema.ts';
import { FakeNetwork, type FakeServer } from '../support/fake-network.ts';
import { HINTS, ROOT_ADDRESS, serving } from '../support/small-internet.ts';

const SHOP_ADDRESS = '192.0.2.21';
const ROOT = serving({ '.': 'shop.test. NS ns.shop.test.\nns.shop.test. A 192.0.2.21' });
const WISH: ServicesWish = {
  name: 'shop.test.',
  services: SERVICES,
  policies: ['spf', 'dmarc', 'mta-sts', 'tls-rpt', 'caa', 'sshfp'],
  dkimSelectors: [],
};

interface Sought {
  readonly run: ServicesRun;
  readonly network: FakeNetwork;
  readonly text: string;
}

async function seek(
  shop: FakeServer,
  wish: Partial<ServicesWish> = {},
  options: WalkOptions = {},
): Promise<Sought> {
  const network = new FakeNetwork({ [ROOT_ADDRESS]: ROOT, [SHOP_ADDRESS]: shop });
  const place = {
    ports: network,
    hints: HINTS,
    habits: {},
    patience: {},
    computer: undefined,
    close: async (): Promise<void> => {},
  };
  const run = await findServices({ ...WISH, ...wish }, place, { hints: HINTS, ...options });
  expect(faultsOf('services', JSON.parse(jsonText(servicesDocument(run))))).toEqual([]);
  return { run, network, text: servicesText(run, plain, { width: 100, services: 'found' }) };
}

const zone = (text: string): FakeServer => serving({ 'shop.test.': `ns A 192.0.2.21\n${text}` });
const byName = ({ run }: Sought, name: string): ServicesRun['found']['services'][number] =>
  run.found.services.find(({ service }) => service.name === name)!;

describe('the walks', () => {
  it('share what they learn: the root is asked for the way once', async () => {
    const sought = await seek(zone('@ A 192.0.2.1\n@ MX 10 mail\nmail A 192.0.2.25'));
    expect(sought.run.summary.status).toBe('answer');
    const toRoot = sought.network.asked
      .filter(({ server }) => server.address === ROOT_ADDRESS)
      .map(({ query }) => decode(query).questions[0]!.name);
    expect(toRoot.filter((name) => name.endsWith('shop.test.'))).toEqual(['shop.test.']);
    expect(sought.run.cost.queries).toBe(sought.network.asked.length);
  });

  it('go several at once, and not all', async () => {
    const inner = zone('@ A 192.0.2.1');
    let now = 0;
    let most = 0;
    const network = new FakeNetwork({ [ROOT_ADDRESS]: ROOT, [SHOP_ADDRESS]: inner });
    const exchange: typeof network.exchange = async (request) => {
      most = Math.max(most, ++now);
      try {
        return await network.exchange(request);
      } finally {
        now--;
      }
    };
    const { clock, chance, wallClock } = network;
    const ports = { clock, chance, wallClock, exchange };
    const place = {
      ports,
      hints: HINTS,
      habits: {},
      patience: {},
      computer: undefined,
      close: async () => {},
    };
    await findServices(WISH, place, { hints: HINTS });
    expect(most).toBe(8);
  });

  it('stop when they are told to', async () => {
    const stop = new AbortController();
    const shop = zone('@ A 192.0.2.1');
    const stopping: FakeServer = {
      reply: (query, request) => {
        if (query.questions[0]!.type === MX.code) stop.abort();
        return shop.reply(query, request);
      },
    };
    const { run } = await seek(stopping, {}, { signal: stop.signal });
    expect(run.lookups.some(({ message }) => message === 'not asked: stopped before')).toBe(true);
  });

  it('do not ask sixty questions of servers that are silent', async () => {
    const sought = await seek({ reply: () => 'silence' });
    expect(sought.run.summary).toMatchObject({ status: 'failure', reason: 'no-reply' });
    expect(new Set(sought.run.found.services.map(({ status }) => status))).toEqual(new Set(['unknown']));
    expect(sought.run.lookups).toHaveLength(2);
    expect(sought.text).toContain('Unknown, since nobody answered: https,');
  });

  it('are not waited for without end: what is silent is unknown, the rest is told', async () => {
    const shop = zone('@ A 192.0.2.1');
    const halfSilent: FakeServer = {
      reply: (query, request) =>
        query.questions[0]!.name.startsWith('_') ? 'silence' : shop.reply(query, request),
    };
    const patient = { zoneBudgetMs: 25_000, rounds: 20, lastPatienceMs: 20_000, longestPatienceMs: 20_000 };
    for (const limits of [{}, patient]) {
      const sought = await seek(halfSilent, {}, { limits });
      expect(byName(sought, 'https').status).toBe('offered');
      expect(byName(sought, 'xmpp-client')).toMatchObject({ status: 'unknown', endpoints: [] });
      // The walks that are under way at 60 s are left.
      expect(sought.run.cost.elapsedMs).toBeLessThanOrEqual(60_000 + 30_000);
      const isLimited = sought.run.lookups.some(({ message }) => message === 'not asked: 60 s are over');
      expect(isLimited).toBe(limits === patient);
    }
  });

  it('say which services are unknown where one type fails', async () => {
    const shop = zone('@ A 192.0.2.1');
    const failing: FakeServer = {
      reply: (query, request) => {
        const reply = shop.reply(query, request);
        if (query.questions[0]!.type !== MX.code || typeof reply === 'string' || !('header' in reply))
          return reply;
        return { ...reply, header: { ...reply.header, rcode: RCODE.SERVFAIL }, answers: [] };
      },
    };
    const sought = await seek(failing);
    expect(byName(sought, 'smtp')).toMatchObject({ status: 'unknown', endpoints: [] });
    expect(byName(sought, 'https').status).toBe('offered');
    expect(sought.text).toMatch(/^ +smtp +unknown\s+MX of shop\.test\.: /m);
  });
});

describe('hostile answers', () => {
  it('thousands of MX records cost no thousands of questions and lines', async () => {
    // As many as a message holds.
    const records = Array.from({ length: 3000 }, (_, i) => `@ MX ${i} m${i}`).join('\n');
    const sought = await seek(zone(`@ A 192.0.2.1\n${records}\nm0 A 192.0.2.25`), {
      services: SERVICES.filter(({ name }) => name === 'smtp'),
      policies: [],
    });
    const { endpoints } = byName(sought, 'smtp');
    expect(endpoints).toHaveLength(3000);
    expect(endpoints.filter(({ state }) => state === 'not-followed')).toHaveLength(2984);
    expect(sought.run.lookups.length).toBeLessThan(40);
    expect(sought.text).toContain('2984 more');
    expect(sought.text.split('\n').length).toBeLessThan(70);
  });

  it('text and targets that would steer a terminal do not', async () => {
    const evil = String.raw`\027[2J\027]0;owned\007\226\128\174`;
    const sought = await seek(
      zone(`@ A 192.0.2.1
@ TXT "v=spf1 include:${evil}.test -all"
_dmarc TXT "v=DMARC1; p=${evil}"
_mta-sts TXT "v=STSv1; id=${evil}"
@ MX 10 ${evil.replaceAll(';', String.raw`\;`)}.shop.test.
@ HTTPS 1 . alpn="${evil.replaceAll(';', '')}"
@ CAA 0 issue "${evil}"
_ftp._tcp URI 1 1 "ftp://files.shop.test/${evil}"
files A 192.0.2.5
@ NAPTR 1 1 "s" "SIP+D2U" "" ${evil.replaceAll(';', String.raw`\;`)}.shop.test.`),
    );
    const outputs = [sought.text, servicesCsv(sought.run), jsonText(servicesDocument(sought.run), 2)];
    for (const text of outputs) {
      // oxlint-disable-next-line no-control-regex -- that is what is looked for
      expect(text).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202e]/);
    }
    expect(byName(sought, 'https').status).toBe('offered');
    expect(byName(sought, 'ftp').endpoints[0]!.host).toBe('files.shop.test.');
  });

  it('aliases that go round in every way end', async () => {
    const sought = await seek(zone('www CNAME a\na CNAME www'), { name: 'www.shop.test.' });
    expect(sought.run.summary.status).toBe('nodata');
    expect(sought.run.found.notes).toMatchObject([{ code: 'ALIAS_LOOP' }]);
    const https = await seek(
      zone(
        `@ A 192.0.2.1\n${Array.from({ length: 30 }, (_, i) => `${i === 0 ? '@' : `h${i}`} HTTPS 0 h${i + 1}`).join('\n')}`,
      ),
      { services: SERVICES.filter(({ name }) => name === 'https'), policies: [] },
    );
    expect(https.run.found.notes.map(({ code }) => code)).toEqual(['HTTPS_ALIAS_LOOP']);
    expect(https.run.lookups.length).toBeLessThan(20);
  });

  it('a reply that is no message is a failure like any other', async () => {
    const shop = zone('@ A 192.0.2.1');
    const broken: FakeServer = {
      reply: (query, request) => {
        const reply = shop.reply(query, request);
        if (query.questions[0]!.type !== MX.code || typeof reply === 'string' || !('header' in reply))
          return reply;
        return encode({ ...reply, answers: [] }).subarray(0, 20);
      },
    };
    expect(byName(await seek(broken), 'smtp').status).toBe('unknown');
  });
});
