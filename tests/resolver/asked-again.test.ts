import { describe, expect, it } from 'vitest';
import { scanName } from '../../src/message/name.ts';
import { askedAgain } from '../../src/resolver/asked-again.ts';
import type { Hop } from '../../src/resolver/events.ts';
import { Memory } from '../../src/resolver/memory.ts';
import { walk } from '../../src/resolver/walk.ts';
import { FakeNetwork, type FakeServer } from '../support/fake-network.ts';
import { HINTS, ROOT_ADDRESS, serving } from '../support/small-internet.ts';

const LEAF = '192.0.2.10';
const zone = serving({
  test: '@ NS ns\nns A 192.0.2.10\nwww 100 A 192.0.2.80\nnow 0 A 192.0.2.81\nsoon 2 A 192.0.2.82\n',
});
const withoutSoa: FakeServer = {
  reply: (query, request) => {
    const reply = zone.reply(query, request);
    return typeof reply === 'object' && 'authorities' in reply ? { ...reply, authorities: [] } : reply;
  },
};

/** Two walks with one memory, and why the second asked: `zone: reason`. */
async function twice(name: string, leaf: FakeServer, cutTtl = 300, type = 1, pauseMs = 0): Promise<string[]> {
  const root = serving({ '.': `test ${cutTtl} NS ns.test.\nns.test. A ${LEAF}\n` });
  const network = new FakeNetwork({ [ROOT_ADDRESS]: root, [LEAF]: leaf });
  const memory = new Memory();
  const question = { name: scanName(name), type, class: 1 };
  const once = async (): Promise<Hop[]> => {
    const hops: Hop[] = [];
    for await (const event of walk(question, network, { hints: HINTS, memory })) {
      if (event.type === 'hop') hops.push(event.hop);
    }
    return hops;
  };
  const first = await once();
  if (pauseMs > 0) await network.clock.sleep(pauseMs);
  const second = await once();
  return askedAgain(second, first).map(
    ({ hop, why }) => `${second.find(({ id }) => id === hop)!.zone} ${why}`,
  );
}

describe('why a second walk asks again', () => {
  it('does not, where everything may be kept', async () => {
    expect(await twice('www.test', zone)).toEqual([]);
  });

  it.each([
    [
      'an answer with TTL 0',
      'now.test',
      zone,
      300,
      1,
      ['test. the answer has TTL 0: it may be used, but not kept'],
    ],
    [
      'a referral with TTL 0',
      'now.test',
      zone,
      0,
      1,
      [
        '. the referral has TTL 0: it may be used, but not kept',
        'test. the answer has TTL 0: it may be used, but not kept',
      ],
    ],
    [
      'a denial without SOA',
      'nobody.test',
      withoutSoa,
      300,
      1,
      [expect.stringMatching(/^test\. .*SOA record/)],
    ],
    ['ANY', 'www.test', zone, 300, 255, [expect.stringContaining('ANY')]],
  ] as const)('%s', async (_, name, leaf, cutTtl, type, reasons) => {
    expect(await twice(name, leaf, cutTtl, type)).toEqual(reasons);
  });

  it('a TTL that is over', async () => {
    expect(await twice('soon.test', zone, 300, 1, 2000)).toEqual([
      'test. the TTL of the answer, 2 s, was over',
    ]);
  });

  it('a failure, which is not remembered', async () => {
    const again = await twice('www.test', serving({}));
    expect(new Set(again)).toEqual(
      new Set(['test. the first walk got no usable reply here, so there is nothing to remember']),
    );
  });
});
