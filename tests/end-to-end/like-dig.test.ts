/**
 * What `--like-dig` says of dig, against dig itself: whichever servers chance sends dig to, they are among those foretold,
 * and each does what was foretold of it.
 */

import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { etcFiles, openInternet } from './internet.ts';
import type { Finished, Namespace } from './namespace.ts';
import { cannotRunHere } from './requirements.ts';
import { traceJson } from './rootwalk.ts';
import { RESOLVER } from './servers.ts';

/** Enough for chance to lead everywhere; what is checked holds for each run by itself. */
const RUNS = 8;

interface Foretold {
  readonly ending: string;
  readonly message: string;
  /** True where the walk goes on with an alias. */
  readonly isAlias: boolean;
  /** One entry a zone, from the root. */
  readonly asks: readonly (readonly Ask[])[];
}
interface Ask {
  readonly server: string;
  readonly address: string;
  readonly from: string;
  readonly does: string;
}

describe.skipIf(cannotRunHere('like-dig'))('what dig +trace would do is what dig does', () => {
  let internet: Namespace;
  beforeAll(async () => {
    const etc = etcFiles();
    // A server that knows nothing of harbour.net.
    const hosts = `${etc['hosts']}84.16.67.40 ns1.harbour.net\n`;
    internet = await openInternet({ ...etc, hosts });
  });
  afterAll(() => internet?.close());

  test.each([
    ['www.example.com', 'same'],
    ['www.same.example.com', 'same'],
    ['www.sixonly.org', 'same'],
    ['www.shut.net', 'same'],
    ['nothing.example.com', 'same'],
    ['shop.example.com', 'alias'],
    // The DNAME holds for the name of its own server too, and so this computer finds it where it is not.
    ['www.oldport.org', 'no-answer'],
    ['www.grudge.org', 'by-chance'],
    ['www.faulty.net', 'by-chance'],
    ['www.halflame.org', 'by-chance'],
    ['www.harbour.net', 'misdirected'],
  ])('%s: %s', async (name, ending) => {
    const foretold = await foretell(internet, name);
    expect(foretold.ending).toBe(ending);
    for (let run = 0; run < RUNS; run++) check(await dig(internet, name), foretold);
  });

  test.each(['www.barred.org', 'www.upward.net'])('%s: no address for any server', async (name) => {
    const foretold = await foretell(internet, name);
    expect(foretold).toMatchObject({
      ending: 'no-answer',
      message: expect.stringContaining('finds no server'),
    });
    const seen = await dig(internet, name);
    expect(seen.status).toBe(1);
    expect(seen.stdout).toContain("couldn't get address");
  });

  test('the line of the hosts file is named', async () => {
    const { asks } = await foretell(internet, 'www.harbour.net');
    const line = etcFiles()['hosts']!.split('\n').length;
    expect(asks[2]).toContainEqual({
      server: 'ns1.harbour.net.',
      address: '84.16.67.40',
      from: `/etc/hosts:${line}`,
      does: 'strange',
    });
  });

  test('without a resolver it does not start', async () => {
    const file = `/etc/netns/${internet.name}/resolv.conf`;
    try {
      writeFileSync(file, 'nameserver 127.0.0.99\n');
      expect(await foretell(internet, 'www.example.com')).toMatchObject({ ending: 'cannot-start' });
      const seen = await dig(internet, 'www.example.com');
      expect([seen.status, addressesIn(seen)]).toEqual([9, []]);
    } finally {
      writeFileSync(file, `nameserver ${RESOLVER}\n`);
    }
  });
});

async function foretell(internet: Namespace, name: string): Promise<Foretold> {
  const { document } = await traceJson(internet, [name, '--like-dig', '--all']);
  const { likeDig, hops } = document as typeof document & {
    likeDig: { ending: string; message: string; hops: { hop: number; asks: Ask[] }[] };
  };
  const byZone = new Map(
    likeDig.hops.map(({ hop, asks }) => [hops.find(({ id }) => id === hop)!.zone, asks]),
  );
  const last = hops.find(({ id }) => id === likeDig.hops.at(-1)?.hop);
  return { ...likeDig, isAlias: last?.outcome === 'alias', asks: [...byZone.values()] };
}

function dig(internet: Namespace, name: string): Promise<Finished> {
  return internet.run('dig', ['+trace', '+time=1', '-q', name]);
}

/** Where the replies of a run came from, the resolver's first. */
function addressesIn({ stdout }: Finished): string[] {
  return [...stdout.matchAll(/^;; Received \d+ bytes from (\S+)#53\((\S+)\)/gm)].map(
    ([, address, server]) => `${server}. ${address}`,
  );
}

function check(seen: Finished, { asks, isAlias }: Foretold): void {
  const [first, ...servers] = addressesIn(seen);
  expect(first).toBe(`${RESOLVER}. ${RESOLVER}`);
  for (const [place, server] of servers.entries()) {
    const ask = asks[place]?.find((each) => `${each.server} ${each.address}` === server);
    expect(ask?.does, `${server} in\n${seen.stdout}`).toMatch(/^(goes-on|untried|ends|strange)$/);
    // Where it goes from a server that the walk did not find, nobody has foretold.
    if (ask?.does === 'strange') return;
    if (ask?.does === 'ends') {
      expect([place, hasAnswer(seen), seen.status]).toEqual([servers.length - 1, false, 0]);
      return;
    }
  }
  expect(servers).toHaveLength(asks.length);
  expect(/\t(CNAME|DNAME)\t/.test(seen.stdout)).toBe(isAlias);
  expect(hasAnswer(seen) || /\tSOA\t/.test(seen.stdout)).toBe(!isAlias);
}

const hasAnswer = ({ stdout }: Finished): boolean => /^\S+\s+\d+\s+IN\s+A\s/m.test(stdout);
