import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/message/message.ts';
import type { Survey } from '../../src/resolver/events.ts';
import type { FakeServer } from '../support/fake-network.ts';
import { ROOT_ADDRESS, serving, walkIn, type Walked } from '../support/small-internet.ts';

const ONE = '192.0.2.10';
const TWO = '198.51.100.10';
const zone = (serial: number, more = ''): FakeServer =>
  serving({ test: `@ NS ns1\n@ NS ns2\nns1 A ${ONE}\nns2 A ${TWO}\nwww A 192.0.2.80\n${more}` }, {}, serial);
const root = serving({
  '.': `test NS ns1.test.\ntest NS ns2.test.\nns1.test. A ${ONE}\nns2.test. A ${TWO}\n`,
});
const world = { [ROOT_ADDRESS]: root, [ONE]: zone(1), [TWO]: zone(1) };
const surveyed = (servers: Record<string, FakeServer> = {}): Promise<Walked> =>
  walkIn({ ...world, ...servers }, 'www.test', 'A', { survey: true });
const rowsOf = ({ events }: Walked, zoneName: string): Record<string, unknown>[] =>
  events.flatMap((event) =>
    event.type === 'survey' && event.zone === zoneName ? event.rows.map((row) => ({ ...row })) : [],
  );
const codes = ({ events }: Walked): Set<string> =>
  new Set(events.flatMap((event) => (event.type === 'finding' ? [event.finding.code] : [])));

const withoutEdns = ({ header, questions, answers, authorities, additionals }: Message): Message => ({
  header,
  questions,
  answers,
  authorities,
  additionals,
});
const surveyOf = ({ events }: Walked, zoneName: string): Survey =>
  events.find((event) => event.type === 'survey' && event.zone === zoneName) as unknown as Survey;
const messages = ({ events }: Walked, code: string): string[] =>
  events.flatMap((event) =>
    event.type === 'finding' && event.finding.code === code ? [event.finding.message] : [],
  );

describe('a survey', () => {
  it('asks every server of every zone on the path', async () => {
    const walked = await surveyed();
    expect(rowsOf(walked, '.').map(({ address, status }) => [address, status])).toEqual([
      [ROOT_ADDRESS, 'agrees'],
    ]);
    expect(rowsOf(walked, 'test.')).toMatchObject([
      {
        server: 'ns1.test.',
        address: ONE,
        status: 'agrees',
        serial: 1,
        nameServers: ['ns1.test.', 'ns2.test.'],
        answer: ['192.0.2.80'],
      },
      { server: 'ns2.test.', address: TWO, status: 'agrees', serial: 1, answer: ['192.0.2.80'] },
    ]);
    expect(codes(walked)).toEqual(new Set());
    expect(walked.events.at(-1)!.type).toBe('end');
    expect(new Set(walked.hops.map(({ purpose }) => purpose))).toEqual(new Set(['answer', 'survey']));
  });

  it('says how far it is, of the addresses that are known by then', async () => {
    // The zone names a third server, which the parent does not know.
    const more = `@ NS ns3\nns3 A 192.0.2.30\n`;
    const three = { [ONE]: zone(1, more), [TWO]: zone(1, more), '192.0.2.30': zone(1, more) };
    const { events } = await walkIn({ ...world, ...three }, 'www.test', 'A', { survey: true });
    const told = events.flatMap((event) =>
      event.type === 'query' ? [{ purpose: event.hop.purpose, surveyed: event.surveyed }] : [],
    );
    expect(
      told.filter(({ purpose, surveyed: far }) => (purpose === 'survey') !== (far !== undefined)),
    ).toEqual([]);
    const far = told.flatMap(({ surveyed: each }) => (each ? [each] : []));
    expect(far[0]).toEqual({ done: 0, known: 3 });
    expect(far.at(-1)).toEqual({ done: 3, known: 4 });
    expect(far.map(({ done }) => done)).toEqual(far.map(({ done }) => done).toSorted((a, b) => a - b));
    // Address for address where nothing new is named.
    const plain = (await surveyed()).events.flatMap((event) =>
      event.type === 'query' && event.surveyed ? [event.surveyed] : [],
    );
    expect(new Set(plain.map(({ known }) => known))).toEqual(new Set([3]));
    expect(plain[0]).toEqual({ done: 0, known: 3 });
    expect(plain.at(-1)!.done).toBe(3);
  });

  it('finds servers with different versions', async () => {
    const walked = await surveyed({ [TWO]: zone(2) });
    expect(codes(walked)).toEqual(new Set(['SERIAL_DRIFT']));
    expect(rowsOf(walked, 'test.').map(({ serial }) => serial)).toEqual([1, 2]);
  });

  it('finds servers with different answers', async () => {
    expect(codes(await surveyed({ [TWO]: zone(1, 'www A 192.0.2.81\n') }))).toEqual(
      new Set(['ANSWER_DRIFT']),
    );
  });

  it.each<[string, FakeServer, string]>([
    ['lame', serving({ '.': 'x A 192.0.2.1\n' }), 'failed'],
    ['silent', { reply: () => 'silence' }, 'silent'],
    [
      'refusing',
      { reply: (query) => ({ ...query, header: { ...query.header, qr: true, rcode: 5 } }) },
      'refused',
    ],
    ['unreachable', { reply: () => 'no-route' }, 'unreachable'],
  ])('tells that a server is %s', async (_, server, status) => {
    const rows = rowsOf(await surveyed({ [TWO]: server }), 'test.');
    expect(rows.map((row) => row['status'])).toEqual(['agrees', status]);
  });

  it('finds glue that the zone itself does not know', async () => {
    const moved = serving({
      test: `@ NS ns1\n@ NS ns2\nns1 A ${ONE}\nns2 A 203.0.113.10\nwww A 192.0.2.80\n`,
    });
    const walked = await surveyed({ [ONE]: moved, [TWO]: moved, '203.0.113.10': moved });
    expect(codes(walked)).toEqual(new Set(['GLUE_MISMATCH']));
    // The zone's own NS reply shows it as well as the survey: it is said once.
    expect(messages(walked, 'GLUE_MISMATCH')).toHaveLength(1);
    expect(rowsOf(walked, 'test.').map(({ address, source }) => [address, source])).toEqual([
      [ONE, 'glue'],
      [TWO, 'glue'],
      ['203.0.113.10', 'lookup'],
    ]);
  });

  it('asks as well whom only the zone itself names', async () => {
    const three = '203.0.113.10';
    const more = zone(1, `@ NS ns3\nns3 A ${three}\n`);
    const walked = await surveyed({ [ONE]: more, [TWO]: more, [three]: more });
    expect(
      rowsOf(walked, 'test.').map(({ address, status, namedBy, source }) => [
        address,
        status,
        namedBy,
        source,
      ]),
    ).toEqual([
      [ONE, 'agrees', 'both', 'glue'],
      [TWO, 'agrees', 'both', 'glue'],
      [three, 'agrees', 'child', 'lookup'],
    ]);
    expect(messages(walked, 'NS_MISMATCH')).toEqual(['test.: only the zone itself names ns3.test.']);
    expect(surveyOf(walked, 'test.')).toMatchObject({
      parentServers: ['ns1.test.', 'ns2.test.'],
      childServers: ['ns1.test.', 'ns2.test.', 'ns3.test.'],
    });
  });

  it('says which server only the parent names, once', async () => {
    const fewer = serving({ test: `@ NS ns1\nns1 A ${ONE}\nwww A 192.0.2.80\n` });
    const walked = await surveyed({ [ONE]: fewer, [TWO]: fewer });
    expect(messages(walked, 'NS_MISMATCH')).toEqual(['test.: only the parent names ns2.test.']);
    expect(rowsOf(walked, 'test.').map(({ namedBy, asParent }) => [namedBy, asParent])).toEqual([
      ['both', false],
      ['parent', false],
    ]);
  });

  it('finds an address that the parent lacks, in either family', async () => {
    const six = '2001:db8::10';
    const both = zone(1, `ns2 AAAA ${six}\n`);
    const walked = await surveyed({ [ONE]: both, [TWO]: both, [six]: both });
    expect(rowsOf(walked, 'test.').map(({ address, family, glue }) => [address, family, glue])).toEqual([
      [ONE, 4, 'same'],
      [TWO, 4, 'same'],
      [six, 6, 'missing'],
    ]);
    expect(messages(walked, 'GLUE_MISSING')).toEqual([
      `the parent does not give ${six} for ns2.test., its own zone does`,
    ]);
    const found = walked.events.flatMap((event) =>
      event.type === 'finding' ? [event.finding.severity] : [],
    );
    expect(found).toEqual(['warning']);
  });

  it('takes the addresses that a server adds for its fellows as the courtesy that they are', async () => {
    const other = '203.0.113.30';
    const zones = {
      test: `@ NS ns.other.\nwww A 192.0.2.80\n`,
      other: `@ NS ns\nns A ${other}\n`,
    };
    const delegations = `test NS ns.other.\nother NS ns.other.\nns.other. A ${other}\n`;
    const walked = await surveyed({
      [ROOT_ADDRESS]: serving({ '.': delegations }),
      [other]: serving(zones),
    });
    const dropped = walked.hops.filter(
      ({ purpose, zone: asked, dropped: records }) =>
        purpose === 'survey' && asked === 'test.' && records.length > 0,
    );
    expect(dropped).toHaveLength(1);
    expect(codes(walked)).not.toContain('OUT_OF_BAILIWICK');
  });

  it('counts what a look-up needs in its turn as part of the survey', async () => {
    const [two, three, four] = ['203.0.113.40', '203.0.113.50', '203.0.113.60'];
    const delegations = [
      `test NS ns1.test.\nns1.test. A ${ONE}`,
      `other NS ns.other.\nns.other. A ${four}`,
      `third NS ns.third.\nns.third. A ${three}\n`,
    ].join('\n');
    const child = serving({ test: `@ NS ns1\n@ NS ns.deep.other.\nns1 A ${ONE}\nwww A 192.0.2.80\n` });
    const walked = await surveyed({
      [ROOT_ADDRESS]: serving({ '.': delegations }),
      [ONE]: child,
      [two]: child,
      // No glue: whoever wants ns.deep.other. has to look up ns.third. first.
      [four]: serving({ other: `@ NS ns\nns A ${four}\ndeep NS ns.third.\n` }),
      [three]: serving({
        third: `@ NS ns\nns A ${three}\n`,
        'deep.other': `@ NS ns.third.\nns A ${two}\n`,
      }),
    });
    expect(rowsOf(walked, 'test.').map(({ address, status }) => [address, status])).toEqual([
      [ONE, 'agrees'],
      [two, 'agrees'],
    ]);
    expect(walked.hops.map(({ question }) => question.name)).toContain('ns.third.');
    expect(new Set(walked.hops.map(({ purpose }) => purpose))).toEqual(new Set(['answer', 'survey']));
  });

  it.each([
    ['www.test', 'MX', 'nodata'],
    ['nothing.test', 'A', 'nxdomain'],
  ])('surveys the path to %s %s, which ends in %s', async (name, type, outcome) => {
    const walked = await walkIn(world, name, type, { survey: true });
    expect(walked.ending.status).toBe(outcome);
    expect(rowsOf(walked, 'test.').map(({ status, answer }) => [status, answer])).toEqual([
      ['agrees', [outcome]],
      ['agrees', [outcome]],
    ]);
  });

  it('surveys the path of a walk that fails', async () => {
    const refusing: FakeServer = {
      reply: (query) => ({ ...query, header: { ...query.header, qr: true, rcode: 5 } }),
    };
    const walked = await surveyed({ [ONE]: refusing, [TWO]: refusing });
    expect(walked.ending.reason).toBe('refused');
    expect(rowsOf(walked, 'test.').map(({ status }) => status)).toEqual(['refused', 'refused']);
  });

  it('asks the zone that answers, also where an alias leads back to it', async () => {
    const circle = { [ONE]: zone(1, 'a CNAME b.other.\n'), [TWO]: zone(1, 'a CNAME b.other.\n') };
    const other = '203.0.113.20';
    const both = serving({
      '.': `test NS ns1.test.\ntest NS ns2.test.\nns1.test. A ${ONE}\nns2.test. A ${TWO}\nother NS ns.other.\nns.other. A ${other}\n`,
    });
    const aliases = serving({ other: `@ NS ns\nns A ${other}\nb CNAME www.test.\n` });
    const servers = { [ROOT_ADDRESS]: both, ...circle, [other]: aliases };
    const walked = await walkIn(servers, 'a.test', 'A', { survey: true });
    expect(rowsOf(walked, 'test.').map(({ answer }) => answer)).toEqual([['192.0.2.80'], ['192.0.2.80']]);
    expect(rowsOf(walked, 'other.').map(({ answer }) => answer)).toEqual([null]);
  });

  it('reads a server that does not know EDNS', async () => {
    const honest = zone(1);
    const old: FakeServer = {
      reply: (query, request) =>
        query.edns
          ? { ...withoutEdns(query), header: { ...query.header, qr: true, rcode: 1 } }
          : honest.reply(query, request),
    };
    const walked = await surveyed({ [TWO]: old });
    expect(rowsOf(walked, 'test.').map(({ status }) => status)).toEqual(['agrees', 'agrees']);
    expect(codes(walked)).toEqual(new Set(['EDNS_BROKEN']));
  });

  it('gives every exchange to the zone that it was made for', async () => {
    const walked = await surveyed();
    const all = walked.events.flatMap((event) => (event.type === 'survey' ? event.hops : []));
    const made = walked.hops.filter(({ purpose }) => purpose === 'survey').map(({ id }) => id);
    expect(all).toEqual(made.toSorted((a, b) => a - b));
  });

  it('speaks of the addresses that are left when a limit is reached', async () => {
    const walked = await walkIn(world, 'www.test', 'A', { survey: true, limits: { surveyQueries: 4 } });
    const rows = walked.events.flatMap((event) => (event.type === 'survey' ? event.rows : []));
    expect(rows.map(({ status }) => status)).toEqual(['agrees', 'agrees', 'not-asked']);
    expect(surveyOf(walked, 'test.').limit).toContain('the limit of 4 queries for one survey');
    expect(walked.hops.filter(({ purpose }) => purpose === 'survey')).toHaveLength(4);
    expect(walked.ending.status).toBe('answer');
  });
});

describe('a survey is quick', () => {
  const families = (six: FakeServer): Promise<Walked> => {
    const number = Array.from({ length: 13 }, (_, i) => i + 1);
    const hints = number.map((i) => ({
      name: `r${i}.root.example.`,
      addresses: [`198.51.100.${i}`, `2001:db8::${i}`].map((address) => ({
        address,
        source: 'hints' as const,
      })),
    }));
    const names = number.map((i) => `@ NS r${i}.root.example.\n`).join('');
    const four = serving({ '.': `${names}www A 192.0.2.80\n` });
    const at = (address: string): FakeServer => (address.includes(':') ? six : four);
    return walkIn(at, 'www', 'A', { survey: true, hints });
  };

  it('where a family has no route: each address says so at once', async () => {
    const walked = await families({ reply: () => 'no-route' });
    const rows = rowsOf(walked, '.');
    expect(rows.filter(({ family }) => family === 6).map(({ status }) => status)).toEqual(
      Array.from({ length: 13 }, () => 'unreachable'),
    );
    expect(walked.elapsedMs).toBeLessThan(1000);
  });

  it('where a family is silent: four are waited for, the rest is not asked and says so', async () => {
    const walked = await families({ reply: () => 'silence' });
    const rows = rowsOf(walked, '.');
    expect(rows).toHaveLength(26);
    const six = rows.filter(({ family }) => family === 6);
    expect(six.filter(({ status }) => status === 'silent').length).toBeLessThanOrEqual(7);
    expect(six.filter(({ status }) => status === 'not-asked').length).toBeGreaterThanOrEqual(6);
    expect(six.at(-1)!['note']).toContain('nothing answers over IPv6');
    expect(rows.filter(({ status }) => status === 'agrees')).toHaveLength(13);
    expect(walked.elapsedMs).toBeLessThan(5000);
  });

  it('where a port is closed: the second try hears of it', async () => {
    const closed: FakeServer = {
      reply: (_, { listenTo }) => (listenTo === 'server' ? 'no-route' : 'silence'),
    };
    const rows = rowsOf(await surveyed({ [TWO]: closed }), 'test.');
    expect(rows.map(({ status }) => status)).toEqual(['agrees', 'unreachable']);
  });

  it('where a server is silent: it is asked twice', async () => {
    const walked = await surveyed({ [TWO]: { reply: () => 'silence' } });
    const tries = walked.hops.filter(({ purpose, server }) => purpose === 'survey' && server.address === TWO);
    expect(
      tries.filter(({ zone: asked, question }) => asked === 'test.' && question.type === 6),
    ).toHaveLength(2);
  });
});

describe('a survey is polite', () => {
  it('no more than four questions at once', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `ns${i}`);
    const text = `${names.map((name, i) => `@ NS ${name}\n${name} A 203.0.113.${i}\n`).join('')}www A 192.0.2.80\n`;
    const many = serving({ test: text });
    const servers = Object.fromEntries(names.map((_, i) => [`203.0.113.${i}`, many]));
    const glue = serving({
      '.': names.map((name, i) => `test NS ${name}.test.\n${name}.test. A 203.0.113.${i}\n`).join(''),
    });
    const walked = await surveyed({ ...servers, [ROOT_ADDRESS]: glue });
    expect(rowsOf(walked, 'test.')).toHaveLength(12);
    let underWay = 0;
    let most = 0;
    for (const event of walked.events) {
      if (event.type === 'query' && event.hop.purpose === 'survey') most = Math.max(most, ++underWay);
      if (event.type === 'hop' && event.hop.purpose === 'survey') underWay--;
    }
    expect(most).toBe(4);
  });

  it('one question at a time to one address, with a pause, also where two servers share it', async () => {
    const shared = serving({
      '.': `test NS ns1.test.\ntest NS ns2.test.\nns1.test. A ${ONE}\nns2.test. A ${ONE}\n`,
    });
    const same = serving({ test: `@ NS ns1\n@ NS ns2\nns1 A ${ONE}\nns2 A ${ONE}\nwww A 192.0.2.80\n` });
    const walked = await surveyed({ [ROOT_ADDRESS]: shared, [ONE]: same });
    expect(rowsOf(walked, 'test.').map(({ server, status }) => [server, status])).toEqual([
      ['ns1.test.', 'agrees'],
      ['ns2.test.', 'agrees'],
    ]);
    const about = walked.hops.filter(
      ({ purpose, server, zone: asked, question }) =>
        purpose === 'survey' &&
        server.address === ONE &&
        asked === 'test.' &&
        question.name !== 'ns1.test.' &&
        question.name !== 'ns2.test.',
    );
    expect(about).toHaveLength(3);
    for (const [i, { startMs }] of about.entries()) {
      if (i > 0) expect(startMs - (about[i - 1]!.startMs + about[i - 1]!.rttMs!)).toBeGreaterThanOrEqual(20);
    }
    const underWay = new Set<string>();
    for (const event of walked.events) {
      if (event.type !== 'query' && event.type !== 'hop') continue;
      const { address } = event.hop.server;
      if (event.type === 'hop') underWay.delete(address);
      else {
        expect(underWay.has(address)).toBe(false);
        underWay.add(address);
      }
    }
  });

  it('no weapon: of a hundred servers that a zone names elsewhere, sixteen are looked up', async () => {
    const names = Array.from({ length: 100 }, (_, i) => `@ NS ns${i}.victim.\n`).join('');
    const victim = '203.0.113.70';
    const attacker = serving({ test: `${names}www A 192.0.2.80\n` });
    const walked = await surveyed({
      [ROOT_ADDRESS]: serving({
        '.': `test NS ns.test.\nns.test. A ${ONE}\nvictim NS ns.victim.\nns.victim. A ${victim}\n`,
      }),
      [ONE]: attacker,
      [victim]: serving({ victim: `@ NS ns\nns A ${victim}\n` }),
    });
    const asked = walked.hops.filter(({ server }) => server.address === victim);
    expect(new Set(asked.map(({ question }) => question.name)).size).toBeLessThanOrEqual(16);
    const { withoutAddress } = surveyOf(walked, 'test.');
    expect(withoutAddress).toHaveLength(100);
    expect(withoutAddress.at(-1)!.why).toBe('no more than 16 servers of one zone are looked up');
  });

  it('bounded: of a zone with a thousand addresses, those beyond the limit are named', async () => {
    const addresses = Array.from({ length: 1000 }, (_, i) => `203.0.${i >> 8}.${i & 255}`);
    const glue = addresses.map((address) => `ns.test. A ${address}\n`).join('');
    const walked = await walkIn(
      (address) =>
        address === ROOT_ADDRESS
          ? serving({ '.': `test NS ns.test.\n${glue}` })
          : { reply: (query) => ({ ...query, header: { ...query.header, qr: true, rcode: 5 } }) },
      'www.test',
      'A',
      { survey: true },
    );
    const rows = rowsOf(walked, 'test.');
    expect(rows).toHaveLength(1000);
    const made = walked.hops.filter(({ purpose }) => purpose === 'survey').length;
    expect(made).toBe(600);
    expect(rows.filter(({ status }) => status === 'not-asked').length).toBeGreaterThanOrEqual(400);
  });
});
