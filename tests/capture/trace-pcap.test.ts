import { describe, expect, it } from 'vitest';
import { recogniseInput } from '../../src/capture/recognise.ts';
import type { CapturedMessage } from '../../src/capture/captured-message.ts';
import { tracePcap } from '../../src/render/trace-pcap.ts';
import { traceOf, type Trace } from '../../src/render/trace.ts';
import { printHex } from '../../src/message/hex.ts';
import type { Hop } from '../../src/resolver/events.ts';
import { query } from './frames.ts';
import { ROOT_ADDRESS, serving, walkIn } from '../support/small-internet.ts';

const walked = await walkIn({ [ROOT_ADDRESS]: serving({ '.': 'www A 192.0.2.80\n' }) }, 'www');
const trace = traceOf(walked.events);
const [walkedHop] = trace.hops;

function traceWith(...changes: readonly Partial<Hop>[]): Trace {
  return { ...trace, hops: changes.map((change, i) => ({ ...walkedHop!, id: i + 1, ...change })) };
}

function said({ messages }: { messages: readonly CapturedMessage[] }): string[] {
  return messages.map(({ octets, source, destination, transport }) => {
    const end = ({ address, port }: { address: string; port: number }): string => `${address}#${port}`;
    return `${transport} ${end(source!)} > ${end(destination!)} ${printHex(octets)}`;
  });
}

describe('a trace as a capture', () => {
  it('has the query and the reply of every hop, with the address of the server and the times', () => {
    const { messages, problems } = recogniseInput(tracePcap(trace));
    expect(problems).toEqual([]);
    expect(messages.map(({ octets }) => printHex(octets))).toEqual(
      trace.hops.flatMap(({ query, reply }) => [printHex(query), printHex(reply!)]),
    );
    const [first, second] = messages;
    expect(first!.destination).toEqual({ address: ROOT_ADDRESS, port: 53 });
    expect(second!.source).toEqual({ address: ROOT_ADDRESS, port: 53 });
    expect(first!.source).toEqual({ address: '203.0.113.254', port: 49_153 });
    expect(first!.timeMs).toBeCloseTo(trace.at + trace.hops[0]!.startMs, 2);
    expect(second!.timeMs! - first!.timeMs!).toBeCloseTo(trace.hops[0]!.rttMs!, 2);
  });

  it('has rejected datagrams between the two, from whom they came', () => {
    const other = query('evil.example.');
    const { reply, query: asked } = walkedHop!;
    const rejected = [
      { reason: 'wrong-source', octets: other, from: '198.51.100.66#5300' },
      { reason: 'wrong-id', octets: other, from: 'nonsense' },
    ] as const;
    const client = '203.0.113.254#49153';
    expect(said(recogniseInput(tracePcap(traceWith({ rejected }))))).toEqual([
      `udp ${client} > ${ROOT_ADDRESS}#53 ${printHex(asked)}`,
      `udp 198.51.100.66#5300 > ${client} ${printHex(other)}`,
      `udp ${ROOT_ADDRESS}#53 > ${client} ${printHex(other)}`,
      `udp ${ROOT_ADDRESS}#53 > ${client} ${printHex(reply!)}`,
    ]);
  });

  it.each([
    ['tcp', 5300, 5300],
    ['tls', 853, 53],
    ['https', 443, 53],
  ] as const)('has a whole connection for %s', (transport, port, shown) => {
    const server = { ...walkedHop!.server, address: '2001:db8::7', port };
    const { messages } = recogniseInput(tracePcap(traceWith({ transport, server })), { ports: [shown] });
    expect(messages.map(({ source, transport }) => [transport, source])).toEqual([
      ['tcp', { address: '2001:db8:ffff::fe', port: 49_153 }],
      ['tcp', { address: '2001:db8::7', port: shown }],
    ]);
    expect(messages[1]!.layers[1]!.checks).toMatchObject([{ verdict: 'right' }]);
  });

  it('has a query without a reply where there was none', () => {
    const silent = { outcome: 'timeout', reply: null, rttMs: null, rcode: null } as const;
    const hops = [silent, { ...silent, transport: 'tcp' }] as const;
    expect(recogniseInput(tracePcap(traceWith(...hops))).messages).toHaveLength(2);
  });

  it('has no message, but the attempt, where a TCP server was not reached', () => {
    const refused = { outcome: 'unreachable', reply: null, rttMs: null, transport: 'tcp' } as const;
    const octets = tracePcap(traceWith(refused));
    expect(octets.length).toBe(24 + 16 + 20 + 24);
    expect(() => recogniseInput(octets)).toThrow(/no DNS message in this capture of 1 packet/);
  });

  it('gives every hop a port, and a client that is no server', () => {
    const server = { ...walkedHop!.server, address: '203.0.113.254' };
    const { messages } = recogniseInput(tracePcap(traceWith({ server }, { server })));
    const clients = messages
      .filter(({ destination }) => destination!.port === 53)
      .map(({ source }) => source);
    expect(clients).toEqual([
      { address: '203.0.113.253', port: 49_153 },
      { address: '203.0.113.253', port: 49_154 },
    ]);
  });
});
