/** For every name that has or lacks an answer, the walk finds what Unbound finds, as dig prints it. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openInternet } from './internet.ts';
import type { Namespace } from './namespace.ts';
import { cannotRunHere } from './requirements.ts';
import { recordSet, traceJson } from './rootwalk.ts';
import { RESOLVER } from './servers.ts';
import { ALIASES, NEGATIVE, PLAIN, REVERSE, TROUBLED } from './stories.ts';

describe.skipIf(cannotRunHere('agree-with-dig'))('the walk and a recursive resolver agree', () => {
  let internet: Namespace;
  beforeAll(async () => {
    internet = await openInternet();
  });
  afterAll(() => internet?.close());

  test.each([...PLAIN, ...NEGATIVE, ...ALIASES, ...REVERSE, ...TROUBLED])(
    '$story: $args',
    async ({ args }) => {
      const { document } = await traceJson(internet, [...args, '--no-system']);
      const walked = { rcode: document.rcode, answers: recordSet(document.answers) };
      expect(walked).toEqual(await dig(internet, document.question.name, document.question.type));
    },
  );
});

interface Dug {
  readonly rcode: string;
  readonly answers: readonly string[];
}

async function dig(internet: Namespace, name: string, type: string): Promise<Dug> {
  const { stdout } = await internet.run('dig', [
    `@${RESOLVER}`,
    '-q',
    name,
    '-t',
    type,
    '+noall',
    '+comments',
    '+answer',
  ]);
  const rcode = /, status: (\w+),/.exec(stdout)?.[1] ?? stdout;
  const records = stdout.matchAll(/^([^;\s]\S*)\s+\d+\s+IN\s+(\S+)\s+(.*)$/gm);
  return { rcode, answers: recordSet([...records].map((match) => record(match[1]!, match[2]!, match[3]!))) };
}

/** dig prints the octets of RFC 3597 5 in capitals; both are allowed. */
function record(name: string, type: string, data: string): { name: string; type: string; data: string } {
  return { name, type, data: data.startsWith('\\#') ? data.toLowerCase() : data };
}
