import { describe, expect, it } from 'vitest';
import { startNetwork } from '../../src/lab/network.ts';
import { loadWorld, type World } from '../../src/lab/world.ts';
import { encodeQuery } from '../../src/message/query-message.ts';
import { realChance, realClock } from '../../src/transport/real-machine.ts';
import { socketExchange } from '../../src/transport/socket-exchange.ts';

const internet = await loadWorld('fixtures/worlds', 'internet');

describe('the resolvers of a lab computer', () => {
  it('are as many as its world says, each with its own answers and faults', async () => {
    const resolvers = [
      { address: '192.0.2.53' },
      { address: '192.0.2.54', faults: [{ kind: 'rcode', rcode: 5 } as const] },
      { address: '192.0.2.55' },
    ];
    const world: World = { ...internet, computer: { ...internet.computer, resolvers } };
    const network = startNetwork(world, async (query, { address }) => ({
      ...query,
      header: { ...query.header, qr: true, rcode: address === '192.0.2.55' ? 3 : 0 },
    }));
    const exchange = socketExchange({ clock: realClock, chance: realChance, route: network.route });
    const rcodeOf = async (address: string): Promise<unknown> => {
      const options = { id: 1, recursionDesired: true, edns: undefined };
      const query = encodeQuery({ name: 'x.', type: 1, class: 1 }, options);
      const server = { address, port: 53 };
      const result = await exchange({ server, transport: 'udp', query, timeoutMs: 5000 });
      return result.kind === 'reply' ? result.message.header.rcode : result.kind;
    };
    try {
      const addresses = ['192.0.2.53', '192.0.2.54', '192.0.2.55', '192.0.2.56'];
      expect(await Promise.all(addresses.map(rcodeOf))).toEqual([0, 5, 3, 'unreachable']);
    } finally {
      await network.close();
    }
  });
});
