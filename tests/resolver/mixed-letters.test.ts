import { describe, expect, it } from 'vitest';
import { decode } from '../../src/message/decode.ts';
import { encode } from '../../src/message/encode.ts';
import { printRecord } from '../../src/message/record-text.ts';
import { mixedLetters } from '../../src/resolver/mixed-letters.ts';
import { seededChance } from '../../src/lab/seeded-chance.ts';
import type { FakeServer } from '../support/fake-network.ts';
import { ROOT_ADDRESS, serving, walkIn } from '../support/small-internet.ts';

const root = serving({ '.': 'www.test A 192.0.2.1\nalias.test CNAME www.test.\n' });

describe('mixedLetters', () => {
  it('changes letters only, and not always the same', () => {
    const name = 'www.a\\.b\\027c-1.example.com.';
    const mixed = mixedLetters(name, seededChance(1));
    expect(mixed).not.toBe(name);
    expect(mixed.toLowerCase()).toBe(name);
    expect(mixedLetters(name, seededChance(2))).not.toBe(mixed);
  });
});

describe('a walk with mixed letters', () => {
  it('asks in mixed letters and answers in those of the question', async () => {
    const { network, ending } = await walkIn({ [ROOT_ADDRESS]: root }, 'alias.test', 'A', { mixCase: true });
    const [question] = decode(network.asked[0]!.query).questions;
    expect(question!.name).not.toBe('alias.test.');
    expect(question!.name.toLowerCase()).toBe('alias.test.');
    expect(ending.answers.map(printRecord)).toEqual([
      'alias.test. 300 IN CNAME www.test.',
      'www.test. 300 IN A 192.0.2.1',
    ]);
  });

  it('goes on without where a server changes the letters, and says so', async () => {
    const lowering: FakeServer = {
      reply: (query, request) => {
        const reply = root.reply(query, request);
        if (typeof reply === 'string' || reply instanceof Uint8Array) return reply;
        return encode({
          ...reply,
          questions: reply.questions.map((each) => ({ ...each, name: each.name.toLowerCase() })),
        });
      },
    };
    const { hops, ending, events } = await walkIn({ [ROOT_ADDRESS]: lowering }, 'www.test', 'A', {
      mixCase: true,
    });
    expect(ending.status).toBe('answer');
    expect(hops).toHaveLength(2);
    expect(hops[0]!.rejected.map(({ reason }) => reason)).toEqual(['wrong-case']);
    expect(events.flatMap((event) => (event.type === 'finding' ? [event.finding.code] : []))).toEqual([
      'CASE_NOT_KEPT',
    ]);
  });

  it('gives the letters up where a server changes them and has no TCP, but not before it was patient', async () => {
    const lowering: FakeServer = {
      reply: (query, request) => {
        if (request.transport === 'tcp') return 'no-route';
        const reply = root.reply(query, request);
        if (typeof reply === 'string' || reply instanceof Uint8Array) return reply;
        const questions = reply.questions.map((each) => ({ ...each, name: each.name.toLowerCase() }));
        return encode({ ...reply, questions });
      },
    };
    const { hops, ending, elapsedMs } = await walkIn({ [ROOT_ADDRESS]: lowering }, 'www.test', 'A', {
      mixCase: true,
    });
    expect(ending.status).toBe('answer');
    expect(hops.map(({ transport, outcome }) => [transport, outcome])).toEqual([
      ['udp', 'timeout'],
      ['tcp', 'unreachable'],
      ['udp', 'timeout'],
      ['udp', 'answer'],
    ]);
    expect(elapsedMs).toBeLessThan(1500);
  });
});
