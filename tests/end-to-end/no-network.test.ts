/** Without a network, and with one that swallows everything: the program says so, soon, and names the lab. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { etcFiles } from './internet.ts';
import { Namespace } from './namespace.ts';
import { cannotRunHere } from './requirements.ts';
import { rootwalk } from './rootwalk.ts';
import { startSilent } from './servers.ts';

const WITHIN_MS = 3000;

/** One line, and it names the way on. */
const NOBODY_ANSWERED = { status: 6, stderr: expect.stringMatching(/^[^\n]*--lab[^\n]*\n$/) };

describe.skipIf(cannotRunHere('no-network'))('without a network', () => {
  let empty: Namespace;
  beforeAll(() => {
    empty = new Namespace({ ...etcFiles(), 'resolv.conf': 'nameserver 185.49.141.38\n' });
  });
  afterAll(() => empty?.close());

  test.each([
    ['text', ['www.example.com']],
    ['JSON', ['www.example.com', '--format', 'json']],
    ['a reverse name', ['-x', '203.119.86.77']],
    ['without the system', ['www.example.com', '--no-system']],
  ])('%s: one line that names the lab', async (_case, args) => {
    const finished = await rootwalk(empty, 'trace', ...args);
    expect(finished).toMatchObject(NOBODY_ANSWERED);
    expect(finished.elapsedMs).toBeLessThan(WITHIN_MS);
  });

  test('the lab needs no network', async () => {
    const { status, stdout, stderr } = await rootwalk(empty, 'trace', 'www.example.com', '--lab');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('www.example.com');
  });
});

describe.skipIf(cannotRunHere('a network that swallows everything'))(
  'with a network that swallows everything',
  () => {
    let blackHole: Namespace;
    beforeAll(async () => {
      blackHole = new Namespace({ ...etcFiles(), 'resolv.conf': 'nameserver 185.49.141.38\n' });
      try {
        blackHole.configure(['route add local 0.0.0.0/0 dev lo', 'route add local ::/0 dev lo']);
        // A socket on :: hears IPv4 too.
        await startSilent(blackHole, ['::']);
      } catch (error) {
        blackHole.close();
        throw error;
      }
    });
    afterAll(() => blackHole?.close());

    test.each([
      ['with the system', ['www.example.com']],
      ['without the system', ['www.example.com', '--no-system']],
    ])('%s: gives up soon and names the lab', async (_case, args) => {
      const finished = await rootwalk(blackHole, 'trace', ...args);
      expect(finished).toMatchObject(NOBODY_ANSWERED);
      expect(finished.elapsedMs).toBeLessThan(WITHIN_MS);
    });

    test('the document says that every try timed out', async () => {
      const { status, stdout } = await rootwalk(
        blackHole,
        'trace',
        'www.example.com',
        '--format',
        'json',
        '--no-system',
      );
      const document = JSON.parse(stdout) as { reason: string; hops: { outcome: string }[] };
      expect({ status, reason: document.reason }).toEqual({ status: 6, reason: 'no-reply' });
      expect(new Set(document.hops.map((hop) => hop.outcome))).toEqual(new Set(['timeout']));
    });
  },
);
