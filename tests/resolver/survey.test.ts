import { describe, expect, it } from 'vitest';
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
    expect(rowsOf(walked, 'test.').map(({ address, source }) => [address, source])).toEqual([
      [ONE, 'glue'],
      [TWO, 'glue'],
      ['203.0.113.10', 'lookup'],
    ]);
  });

  it('is polite: no more than four questions at once', async () => {
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
});
