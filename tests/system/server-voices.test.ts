import { describe, expect, it } from 'vitest';
import { decode } from '../../src/message/decode.ts';
import { EXTENDED_ERROR } from '../../src/message/options/extended-error.ts';
import { NSID } from '../../src/message/options/nsid.ts';
import type { Message } from '../../src/message/message.ts';
import type { NameServer } from '../../src/system/name-servers.ts';
import { askAll, type VoicesOptions } from '../../src/system/server-voices.ts';
import type { ServerAnswer } from '../../src/system/system-answer.ts';
import type { Exchange, ExchangeRequest } from '../../src/transport/exchange.ts';
import { pretendExchange, type Reply } from './pretend-computer.ts';

const QUESTION = { name: 'www.test.', type: 1, class: 1 };
const ANSWER: Reply = { answers: ['www.test. 60 IN A 192.0.2.80'] };
const listed = (address: string): NameServer => ({
  address,
  port: 53,
  role: 'listed',
  from: null,
  isLocal: false,
  program: null,
});

async function ask(
  reply: (query: Message, request: ExchangeRequest) => Reply | undefined,
  more: Partial<VoicesOptions> = {},
): Promise<{ answer: ServerAnswer; queries: Message[] }> {
  const exchange = pretendExchange(reply);
  const [voice] = await askAll(QUESTION, [QUESTION.name], [listed('192.0.2.1')], {
    ...options(exchange),
    ...more,
  });
  return { answer: voice!.answer, queries: exchange.requests.map(({ query }) => decode(query)) };
}

function options(exchange: Exchange): VoicesOptions {
  return {
    exchange,
    randomId: () => 7,
    nowMs: () => 0,
    transport: 'udp',
    deadlineMs: 2000,
    enough: Promise.resolve(),
    patienceMs: 1000,
    identity: 'nsid',
  };
}

describe('what a name server says', () => {
  it('is kept with its flags, records, errors and identity', async () => {
    const { answer, queries } = await ask(() => ({
      ...ANSWER,
      options: [
        { code: NSID.code, values: { identifier: new TextEncoder().encode('ns1.test') } },
        { code: EXTENDED_ERROR.code, values: { infoCode: 3, extraText: 'stale' } },
        { code: EXTENDED_ERROR.code, values: { infoCode: 22, extraText: '' } },
      ],
    }));
    expect(answer).toMatchObject({
      server: '192.0.2.1#53',
      outcome: 'reply',
      rcode: 0,
      flags: ['qr', 'rd', 'ra', 'ad'],
      extendedErrors: [
        { code: 3, text: 'stale' },
        { code: 22, text: '' },
      ],
      identity: { nsid: 'ns1.test', version: null, id: null },
      unchecked: null,
      queries: 1,
    });
    expect(answer.answers.map(({ ttl }) => ttl)).toEqual([60]);
    // AD in the query asks to be told whether the data is authentic.
    expect(queries[0]?.header).toMatchObject({ rd: true, ad: true, cd: false });
  });

  it('shows an identity that is no text in hexadecimal', async () => {
    const values = { identifier: new Uint8Array([0x1b, 0x5b]) };
    expect(
      (await ask(() => ({ ...ANSWER, options: [{ code: NSID.code, values }] }))).answer.identity.nsid,
    ).toBe('0x1b5b');
  });

  it('is asked again without validation where it failed', async () => {
    const { answer, queries } = await ask(({ header }) => (header.cd ? ANSWER : { rcode: 2 }));
    expect(answer).toMatchObject({ rcode: 2, queries: 2, unchecked: { rcode: 0, answers: [{ ttl: 60 }] } });
    expect(queries.map(({ header }) => header.cd)).toEqual([false, true]);
    expect((await ask(() => ({ rcode: 5 }))).queries).toHaveLength(1);
  });

  it('includes who it is in class CH only where that is asked for', async () => {
    const names: Readonly<Record<string, string>> = { 'version.bind.': 'BIND 9', 'id.server.': 'ns1' };
    const reply = ({ questions: [question] }: Message): Reply => {
      const text = names[question!.name];
      if (text === undefined) return ANSWER;
      return question!.class === 3 ? { answers: [`${question!.name} 0 CH TXT "${text}"`] } : { rcode: 5 };
    };
    const { answer, queries } = await ask(reply, { identity: 'chaos' });
    expect(answer.identity).toEqual({ nsid: null, version: 'BIND 9', id: 'ns1' });
    expect([answer.queries, queries.length]).toEqual([3, 3]);
    const refused = await ask((query) => (query.questions[0]!.class === 3 ? { rcode: 5 } : ANSWER), {
      identity: 'chaos',
    });
    expect(refused.answer.identity).toEqual({ nsid: null, version: null, id: null });
  });
});

describe('a silent server', () => {
  it('is asked twice over UDP and once over TCP', async () => {
    const { answer } = await ask(() => undefined);
    expect(answer).toMatchObject({ outcome: 'silence', rcode: null, queries: 2 });
    expect((await ask(() => undefined, { transport: 'tcp' })).answer.queries).toBe(1);
  });

  it('is not waited for once all else is done and patience is at an end', async () => {
    const { exchange, aborted } = silentAt('192.0.2.1');
    const lookup = Promise.withResolvers<void>();
    const servers = ['192.0.2.1', '192.0.2.2'].map(listed);
    const voices = askAll(QUESTION, [QUESTION.name], servers, {
      ...options(exchange),
      enough: lookup.promise,
      patienceMs: 0,
    });
    expect(await Promise.race([voices, Promise.resolve('still waiting')])).toBe('still waiting');
    lookup.resolve();
    const said = await voices;
    expect(said.map(({ answer }) => answer.outcome)).toEqual(['silence', 'reply']);
    expect(aborted).toEqual(['192.0.2.1']);
  });

  it('is waited for as long as nobody has answered', async () => {
    const { exchange, aborted, release } = silentAt('192.0.2.1', '192.0.2.2');
    const servers = ['192.0.2.1', '192.0.2.2'].map(listed);
    const voices = askAll(QUESTION, [QUESTION.name], servers, { ...options(exchange), patienceMs: 0 });
    release('192.0.2.1');
    release('192.0.2.2');
    const said = await voices;
    expect(said.map(({ answer }) => answer.outcome)).toEqual(['silence', 'silence']);
    expect(aborted).toEqual([]);
  });
});

/** Servers that are silent until the exchange is ended from outside or `release` says that time is over. */
function silentAt(...silent: readonly string[]): {
  exchange: Exchange;
  aborted: string[];
  release: (address: string) => void;
} {
  const answering = pretendExchange(() => ANSWER);
  const nobody = pretendExchange(() => undefined);
  const aborted: string[] = [];
  const gates = new Map(silent.map((address) => [address, Promise.withResolvers<void>()]));
  const exchange: Exchange = async (request) => {
    const { address } = request.server;
    const gate = gates.get(address);
    if (!gate) return answering(request);
    const abort = (): void => {
      aborted.push(address);
      gate.resolve();
    };
    if (request.signal?.aborted) abort();
    request.signal?.addEventListener('abort', abort, { once: true });
    await gate.promise;
    return nobody(request);
  };
  return { exchange, aborted, release: (address) => gates.get(address)?.resolve() };
}
