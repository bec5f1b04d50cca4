/**
 * Fake servers over zone text: the root, `test.` and `example.` and whatever a test adds, for walks in virtual time.
 */

import { typeCode } from '../../src/message/codes.ts';
import type { Message } from '../../src/message/message.ts';
import { scanName } from '../../src/message/name.ts';
import type { Ending, Hop, WalkEvent, ZoneServer } from '../../src/resolver/events.ts';
import { walk, type WalkOptions } from '../../src/resolver/walk.ts';
import { answer } from '../../src/zone/answer.ts';
import { parseMasterFile } from '../../src/zone/master-file.ts';
import { makeZone } from '../../src/zone/zone.ts';
import { FakeNetwork, type FakeServer } from './fake-network.ts';

export const ROOT_ADDRESS = '198.51.100.1';
export const HINTS: readonly ZoneServer[] = [
  { name: 'a.root.example.', addresses: [{ address: ROOT_ADDRESS, source: 'hints' }] },
];

/** A server for zones given as text without SOA and NS records of their own; these are added. */
export function serving(
  zones: Readonly<Record<string, string>>,
  more: Partial<FakeServer> = {},
  serial = 1,
): FakeServer {
  const all = Object.entries(zones).map(([origin, text]) => {
    const apex = /^@\s.*\bNS\b/m.test(text) ? '' : '@ NS ns.invalid.\n';
    const soa = `@ SOA ns.invalid. admin.invalid. ${serial} 2 3 4 60\n`;
    return makeZone(
      scanName(origin),
      parseMasterFile(`$TTL 300\n${soa}${apex}${text}`, { origin: scanName(origin) }),
    );
  });
  return { reply: (query): Message => answer(all, query), ...more };
}

export interface Walked {
  readonly events: readonly WalkEvent[];
  readonly hops: readonly Hop[];
  readonly ending: Ending;
  readonly network: FakeNetwork;
  readonly elapsedMs: number;
}

export async function walkIn(
  servers: ConstructorParameters<typeof FakeNetwork>[0],
  name: string,
  type = 'A',
  options: WalkOptions = {},
): Promise<Walked> {
  const network = new FakeNetwork(servers);
  const events: WalkEvent[] = [];
  const question = { name: scanName(name), type: typeCode(type)!, class: 1 };
  for await (const event of walk(question, network, { hints: HINTS, ...options })) events.push(event);
  const end = events.find((event) => event.type === 'end')!;
  const hops = events.flatMap((event) => (event.type === 'hop' ? [event.hop] : []));
  return { events, hops, ending: end.ending, network, elapsedMs: end.cost.elapsedMs };
}
