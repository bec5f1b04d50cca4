import { describe, expect, it } from 'vitest';
import { seededChance } from '../../src/lab/seeded-chance.ts';
import { withOwnOptions, type OwnEdns } from '../../src/lab/server-edns.ts';
import { decode } from '../../src/message/decode.ts';
import { optionOf } from '../../src/message/edns.ts';
import type { Message } from '../../src/message/message.ts';
import { CLIENT_SUBNET } from '../../src/message/options/client-subnet.ts';
import { COOKIE } from '../../src/message/options/cookie.ts';
import { NSID } from '../../src/message/options/nsid.ts';
import { Cookies } from '../../src/resolver/cookies.ts';
import type { WalkOptions } from '../../src/resolver/walk.ts';
import type { FakeServer } from '../support/fake-network.ts';
import { ROOT_ADDRESS, serving, walkIn, type Walked } from '../support/small-internet.ts';

const honest = serving({ '.': 'www.test A 192.0.2.1\n' });
const codes = ({ events }: Walked): string[] =>
  events.flatMap((event) => (event.type === 'finding' ? [event.finding.code] : []));
const outcomes = ({ hops }: Walked): string[] => hops.map(({ outcome }) => outcome);

/** The honest server with cookies, and a change to what it then says. */
function cookieServer(
  faults: OwnEdns['faults'],
  change: (reply: Message, query: Message) => Message = (reply) => reply,
): FakeServer {
  const own = { identity: 'ns', secret: Uint8Array.of(1, 2, 3), faults };
  return {
    reply: (query, request) => {
      const reply = honest.reply(query, request);
      if (typeof reply === 'string' || reply instanceof Uint8Array) return reply;
      const arrival = { transport: request.transport === 'tcp' ? 'tcp' : 'udp', from: '192.0.2.9' } as const;
      return change(withOwnOptions(reply, query, arrival, own, 1_800_000_000), query);
    },
  };
}

const ask = (server: FakeServer, options: WalkOptions): Promise<Walked> =>
  walkIn({ [ROOT_ADDRESS]: server }, 'www.test', 'A', options);

describe('what queries carry', () => {
  it('is an OPT record of 1232 octets without options', async () => {
    const { network } = await ask(honest, {});
    expect(decode(network.asked[0]!.query).edns).toMatchObject({
      udpPayloadSize: 1232,
      version: 0,
      dnssecOk: false,
      options: [],
    });
  });

  it('is what was wished for', async () => {
    const subnet = { family: 1, sourcePrefixLength: 24, scopePrefixLength: 0, address: '198.51.100.0' };
    const wishes = { udpPayloadSize: 4096, dnssecOk: true, nsid: true, subnet };
    const { network } = await ask(honest, wishes);
    const { edns } = decode(network.asked[0]!.query);
    expect(edns).toMatchObject({ udpPayloadSize: 4096, dnssecOk: true });
    expect(optionOf(edns, NSID)).toEqual({ identifier: new Uint8Array(0) });
    expect(optionOf(edns, CLIENT_SUBNET)).toEqual({ subnet });
  });

  it('after a silence is no more than survives without fragments', async () => {
    const large: FakeServer = {
      reply: (query, request) =>
        query.edns && query.edns.udpPayloadSize > 1232 ? 'silence' : honest.reply(query, request),
    };
    const { ending, hops } = await ask(large, { udpPayloadSize: 4096 });
    expect(ending.status).toBe('answer');
    const inOrder = hops.toSorted((a, b) => a.id - b.id);
    expect(inOrder.map(({ query }) => decode(query).edns?.udpPayloadSize)).toEqual([4096, 1232]);
  });
});

describe('cookies', () => {
  it('are another for each server, the same for the same server, and the server’s is sent back', async () => {
    const cookies = new Cookies();
    const chance = seededChance(7);
    const clientFor = (address: string): unknown => cookies.optionFor(address, chance).values['client'];
    expect(clientFor('192.0.2.1')).toEqual(clientFor('192.0.2.1'));
    expect(clientFor('192.0.2.1')).not.toEqual(clientFor('192.0.2.2'));
    const walked = await ask(cookieServer([{ kind: 'wants-cookie' }]), { cookies: true });
    expect(outcomes(walked)).toEqual(['useless', 'answer']);
    expect(walked.hops[0]!.rcode).toBe(23);
    const sent = walked.hops.map(({ query }) => optionOf(decode(query).edns, COOKIE)!);
    expect(sent.map(({ server }) => server.length)).toEqual([0, 16]);
    expect(sent[0]!.client).toEqual(sent[1]!.client);
  });

  it('of somebody else are not believed, and never lead to asking without', async () => {
    const values = { client: new Uint8Array(8), server: new Uint8Array(8) };
    const somebodyElses = { code: COOKIE.code, values };
    const forge = (reply: Message): Message => ({
      ...reply,
      ...(reply.edns ? { edns: { ...reply.edns, options: [somebodyElses] } } : {}),
    });
    const forger = cookieServer([], forge);
    const server: FakeServer = {
      reply: (query, request) => (request.transport === 'tcp' ? honest : forger).reply(query, request),
    };
    const walked = await ask(server, { cookies: true });
    const believed = walked.hops.filter(({ reply }) => reply !== null);
    expect(believed.map(({ transport, outcome }) => [transport, outcome])).toEqual([['tcp', 'answer']]);
    expect(walked.hops.some(({ rejected }) => rejected[0]?.reason === 'wrong-cookie')).toBe(true);
  });

  it('that a server leaves out after it had one are asked for over TCP', async () => {
    const walked = await ask(cookieServer([{ kind: 'wants-cookie' }, { kind: 'loses-cookie' }]), {
      cookies: true,
    });
    expect(walked.hops.map(({ transport, outcome }) => [transport, outcome])).toEqual([
      ['udp', 'useless'],
      ['udp', 'timeout'],
      ['tcp', 'answer'],
    ]);
    expect(codes(walked)).toEqual(['COOKIE_LOST']);
  });

  it('that a server never accepts lead to TCP, not round and round', async () => {
    const stubborn = cookieServer([], (reply, query) => {
      const header = { ...reply.header, rcode: 7 };
      return {
        ...reply,
        header,
        questions: query.questions,
        answers: [],
        edns: { ...reply.edns!, extendedRcode: 1 },
      };
    });
    const overTcp: FakeServer = {
      reply: (query, request) => (request.transport === 'tcp' ? honest : stubborn).reply(query, request),
    };
    const walked = await ask(overTcp, { cookies: true });
    expect(walked.hops.map(({ transport, outcome }) => [transport, outcome])).toEqual([
      ['udp', 'useless'],
      ['udp', 'useless'],
      ['tcp', 'answer'],
    ]);
  });

  it('are not missed where a server knows none', async () => {
    const walked = await ask(honest, { cookies: true });
    expect(outcomes(walked)).toEqual(['answer']);
    expect(codes(walked)).toEqual([]);
  });
});

describe('a server', () => {
  const without = (reply: Message): Message => {
    const { edns: _, ...bare } = reply;
    return bare;
  };
  const emptied = (reply: Message, rcode: number): Message => ({
    ...without(reply),
    header: { ...reply.header, rcode: rcode & 15 },
    answers: [],
    ...(rcode > 15 ? { edns: { ...reply.edns!, extendedRcode: rcode >> 4 } } : {}),
  });

  it.each([
    ['FORMERR', 1],
    ['NOTIMP', 4],
    ['BADVERS', 16],
  ])('that answers %s to EDNS is asked without, and that is said', async (_, rcode) => {
    const server = cookieServer([], (reply, query) => (query.edns ? emptied(reply, rcode) : without(reply)));
    const walked = await ask(server, {});
    expect(walked.hops.map(({ query }) => decode(query).edns !== undefined)).toEqual([true, false]);
    expect(codes(walked)).toEqual(['EDNS_BROKEN']);
  });

  it('that is silent to EDNS is asked without in the end, and that is said', async () => {
    const server: FakeServer = {
      reply: (query, request) => (query.edns ? 'silence' : honest.reply(query, request)),
    };
    const walked = await ask(server, {});
    expect(walked.ending.status).toBe('answer');
    expect(codes(walked)).toEqual(['SERVER_SILENT', 'EDNS_BROKEN']);
  });

  it('whose OPT record is taken out is believed, and that is said', async () => {
    const walked = await ask(cookieServer([], without), {});
    expect(outcomes(walked)).toEqual(['answer']);
    expect(codes(walked)).toEqual(['EDNS_STRIPPED']);
  });

  it('that was silent once, by a loss, is not said to lack EDNS', async () => {
    let queries = 0;
    const server: FakeServer = {
      reply: (query, request) => (queries++ === 0 ? 'silence' : honest.reply(query, request)),
    };
    expect(codes(await ask(server, {}))).toEqual(['SERVER_SILENT']);
  });
});
