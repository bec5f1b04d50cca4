import { describe, expect, it } from 'vitest';
import { circumstancesOfServer } from '../../src/compare/compare-answers.ts';
import type { Walked } from '../../src/compare/circumstances.ts';
import { gatherProbes, type ProbePorts } from '../../src/compare/gather-probes.ts';
import type { ProbeResults } from '../../src/compare/probe-results.ts';
import { typeCode, typeName } from '../../src/message/codes.ts';
import type { Message } from '../../src/message/message.ts';
import { scanRecord } from '../../src/message/record-text.ts';
import { RESOLVER, walkedTo } from '../support/resolver-voice.ts';
import type { ServerAnswer } from '../../src/system/system-answer.ts';

const AUTHORITIES = [{ server: 'ns1.example.com.', address: '192.0.2.1' }];

interface Probed {
  readonly probes: ProbeResults;
  /** `name TYPE @server`, those with a subnet marked. */
  readonly asked: readonly string[];
}

/** What is asked where one server and the walk say that, and everybody replies with `reply`. */
async function probe(
  walked: Walked,
  server: Partial<ServerAnswer>,
  reply?: Message,
  type = 'A',
): Promise<Probed> {
  const asked: string[] = [];
  let nowMs = 0;
  const ports: ProbePorts = {
    ask: async (question, to, { subnet }) => {
      asked.push(
        `${question.name} ${typeName(question.type)} @${to}${subnet ? ` from ${subnet.address}` : ''}`,
      );
      return reply;
    },
    sleep: async (ms) => void (nowMs += ms),
    now: () => nowMs,
    randomLabel: () => 'nonsense',
  };
  const question = { name: 'www.example.com.', type: typeCode(type)!, class: 1 };
  const known = { ...walked, authorities: AUTHORITIES };
  const circumstances = circumstancesOfServer(question, known, { ...RESOLVER, ...server });
  return { probes: await gatherProbes(circumstances, ports), asked };
}

const replyWith = (...lines: string[]): Message => ({
  header: {
    id: 1,
    qr: true,
    opcode: 0,
    aa: false,
    tc: false,
    rd: true,
    ra: true,
    z: false,
    ad: false,
    cd: false,
    rcode: 0,
  },
  questions: [],
  answers: lines.map((line) => scanRecord(line)),
  authorities: [],
  additionals: [],
});
const answers = (...lines: string[]): Partial<ServerAnswer> => ({
  answers: lines.map((line) => scanRecord(line)),
});
const A_NOW = 'www.example.com. 300 IN A 192.0.2.80';
const A_OLD = 'www.example.com. 200 IN A 192.0.2.79';

describe('further questions', () => {
  it('are not asked where both agree, nobody replied, or the cause is plain', async () => {
    expect((await probe(walkedTo(A_NOW), answers(A_NOW))).asked).toEqual([]);
    expect(
      (await probe(walkedTo(A_NOW), { outcome: 'silence', rcode: null, detail: 'no reply' })).asked,
    ).toEqual([]);
    const unchecked = { rcode: 0, answers: [] };
    expect((await probe(walkedTo(A_NOW), { rcode: 2, unchecked })).asked).toEqual([]);
    expect((await probe(walkedTo(A_NOW), answers('www.example.com. 60 IN A 10.0.0.1'))).asked).toEqual([]);
  });

  it('look at the TTL again, at the authorities, and from other places where two answers differ', async () => {
    const { asked, probes } = await probe(
      walkedTo(A_NOW),
      answers(A_OLD),
      replyWith('www.example.com. 199 IN A 192.0.2.79'),
    );
    expect(asked).toContain('www.example.com. A @192.0.2.53#53');
    expect(asked).toContain('www.example.com. A @192.0.2.1#53');
    expect(asked.filter((each) => each.includes(' from ')).length).toBeGreaterThanOrEqual(3);
    expect(probes.later).toEqual({ firstTtl: 200, thenTtl: 199, afterMs: 1100 });
    expect(probes.authorities).toEqual([
      { server: 'ns1.example.com.', address: '192.0.2.1', said: ['192.0.2.79'] },
    ]);
    // Nobody sent a client subnet back: then it was not heeded.
    expect(probes.subnets!.every(({ said }) => said === null)).toBe(true);
  });

  it('ask for a sibling that nobody can have, never for a name below, where a denied name has an answer', async () => {
    const { asked, probes } = await probe(
      walkedTo(),
      answers(A_OLD),
      replyWith('nonsense.example.com. 60 IN A 192.0.2.79'),
    );
    expect(asked).toContain('nonsense.example.com. A @192.0.2.53#53');
    expect(asked.some((each) => each.startsWith('nonsense.www.'))).toBe(false);
    expect(probes.nonsense).toEqual({ name: 'nonsense.example.com.', said: ['192.0.2.79'] });
  });

  it('ask for the prefix of translation only where an IPv6 address is there that the zone does not have', async () => {
    const aaaa = answers('www.example.com. 60 IN AAAA 64:ff9b::c000:250');
    expect((await probe(walkedTo(), aaaa, undefined, 'AAAA')).asked).toContain(
      'ipv4only.arpa. AAAA @192.0.2.53#53',
    );
    expect((await probe(walkedTo(), answers(A_OLD))).asked.some((each) => each.startsWith('ipv4only'))).toBe(
      false,
    );
  });

  it('ask the zone for its version where a name is denied that it has', async () => {
    const soa = replyWith('example.com. 3600 IN SOA ns1.example.com. h.example.com. 8 1 2 3 300');
    const { asked, probes } = await probe(walkedTo(A_NOW), { rcode: 3 }, soa);
    expect(asked).toContain('example.com. SOA @192.0.2.1#53');
    expect(probes.soa).toEqual({ serial: 8, ttl: 3600, minimum: 300 });
  });
});
