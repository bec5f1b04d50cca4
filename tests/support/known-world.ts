/**
 * A small Internet with an alias into another zone and servers without glue, walks in it, and what is known after each
 * event of one.
 */

import { expect } from 'vitest';
import { sameName, scanName } from '../../src/message/name.ts';
import type { Hop, WalkEvent } from '../../src/resolver/events.ts';
import { afterEvent } from '../../src/resolver/knowledge/after-event.ts';
import { NOTHING_KNOWN, type Knowledge } from '../../src/resolver/knowledge/knowledge.ts';
import { serverListOf, type ListedAddress } from '../../src/resolver/knowledge/server-list.ts';
import { walk, type WalkOptions } from '../../src/resolver/walk.ts';
import type { FakeNetwork } from './fake-network.ts';
import { HINTS, ROOT_ADDRESS, serving } from './small-internet.ts';

export const LEAF = '192.0.2.10';
export const OTHER = '192.0.2.20';
export const FAR = '192.0.2.30';
export const WORLD = {
  [ROOT_ADDRESS]: serving({
    '.': `test NS ns.test.\nns.test. A ${LEAF}\nexample NS ns.example.\nns.example. A ${OTHER}\n`,
  }),
  [LEAF]: serving({
    test: [
      `@ NS ns\nns A ${LEAF}\nwww 100 A 192.0.2.80\nalso 50 CNAME www\naway 50 CNAME www.example.`,
      'far NS ns.host.example.\nlost NS ns.gone.example.\n',
    ].join('\n'),
  }),
  [FAR]: serving({ 'far.test': '@ NS ns.host.example.\nwww A 192.0.2.90\n' }),
  [OTHER]: serving({ example: `@ NS ns\nns A ${OTHER}\nwww 70 A 192.0.2.81\nns.host 500 A ${FAR}\n` }),
};

export async function ask(
  network: FakeNetwork,
  name: string,
  options: WalkOptions = {},
  type = 1,
): Promise<WalkEvent[]> {
  const events: WalkEvent[] = [];
  const question = { name: scanName(name), type, class: 1 };
  for await (const event of walk(question, network, { hints: HINTS, ...options })) events.push(event);
  return events;
}

/** The knowledge after each event. */
export function moments(events: readonly WalkEvent[]): Knowledge[] {
  let knowledge = NOTHING_KNOWN;
  return events.map((event) => (knowledge = afterEvent(knowledge, event)));
}

export function listOf(knowledge: Knowledge, place = knowledge.current!): ListedAddress[] {
  return serverListOf(knowledge, knowledge.searches[place]!).flatMap(({ addresses }) => addresses);
}

/** After each hop, its server stands in the list of its search with what it said; while it is asked, as asked. */
export function expectAskedAsTold(events: readonly WalkEvent[]): void {
  const all = moments(events);
  const asked = new Map<number, Hop>();
  for (const [i, event] of events.entries()) {
    if (event.type !== 'query' && event.type !== 'hop') continue;
    const { id, server, zone } = event.hop;
    const knowledge = all[i]!;
    const outcome = event.type === 'hop' ? event.hop.outcome : null;
    if (event.type === 'hop') asked.set(id, event.hop);
    const place = knowledge.searches.findIndex(({ tries }) => tries.some(({ hop }) => hop === id));
    // Where the search has turned to the next zone, what comes late stands in no list.
    if (place === -1) expect(event.type).toBe('hop');
    else {
      const search = knowledge.searches[place]!;
      const known = serverListOf(knowledge, search).find(({ name }) => sameName(name, server.name));
      const { address, source } = server;
      expect(known?.addresses).toContainEqual(expect.objectContaining({ address, source }));
      const listed = listOf(knowledge, place).filter((each) => each.address === address);
      const isAskedAgain = outcome === 'timeout' && listed.every(({ asked: now }) => now!.outcome === null);
      // Two servers may share an address.
      expect(listed.length).toBeGreaterThan(0);
      if (!isAskedAgain) for (const each of listed) expect(each.asked).toMatchObject({ hop: id, outcome });
      expect(knowledge.cuts.get(search.cut!)?.zone).toBe(zone);
    }
  }
  expect(asked.size).toBeGreaterThan(0);
}
