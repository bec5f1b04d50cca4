/**
 * `trace --all` over real servers sees what a walk along one path cannot: glue that is no longer right, a server that
 * does not have the zone, another that has an old version. `dig +trace`, run beside it, has not a word about any.
 */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openInternet } from './internet.ts';
import type { Namespace } from './namespace.ts';
import { cannotRunHere } from './requirements.ts';
import { rootwalk } from './rootwalk.ts';

const NAME = 'www.pier.com';
const CODES = ['GLUE_MISMATCH', 'LAME_DELEGATION', 'SERIAL_DRIFT'];
/** Which server dig asks is chance, so one run shows nothing. */
const DIGS = 12;

interface SurveyedTrace {
  readonly status: string;
  readonly hops: readonly { readonly id: number; readonly purpose: string; readonly startMs: number }[];
  readonly findings: readonly {
    readonly code: string;
    readonly hop: number | null;
    readonly message: string;
  }[];
  readonly survey: readonly {
    readonly zone: string;
    readonly hops: readonly number[];
    readonly rows: readonly {
      readonly server: string;
      readonly address: string;
      readonly status: string;
      readonly serial: number | null;
      readonly glue: string | null;
      readonly hops: readonly number[];
    }[];
  }[];
}

describe.skipIf(cannotRunHere('survey'))('a survey of real servers', () => {
  let internet: Namespace;
  beforeAll(async () => {
    internet = await openInternet();
  });
  afterAll(() => internet?.close());

  const surveyed = async (...args: string[]): Promise<SurveyedTrace> => {
    const { stdout } = await rootwalk(internet, 'trace', ...args, '--all', '--format', 'json');
    return JSON.parse(stdout) as SurveyedTrace;
  };
  const codesOf = ({ findings }: SurveyedTrace): string[] => findings.map(({ code }) => code);

  test('finds stale glue, a lame server and an old version', async () => {
    const document = await surveyed(NAME);
    expect(document.status).toBe('answer');
    expect(codesOf(document)).toEqual(expect.arrayContaining(CODES));
    const pier = document.survey.find(({ zone }) => zone === 'pier.com.')!;
    const seen = pier.rows.map(({ server, address, status, serial, glue }) => [
      server,
      address,
      status,
      serial,
      glue,
    ]);
    expect(seen).toEqual([
      ['ns1.pier.com.', '84.16.67.41', 'agrees', 2026112501, 'same'],
      ['ns2.pier.com.', '62.4.17.202', 'lame', null, 'stale'],
      ['ns2.pier.com.', '84.16.67.42', 'differs', 2025010101, 'missing'],
    ]);
    for (const { code, hop } of document.findings.filter((finding) => CODES.includes(finding.code))) {
      expect([code, document.hops.some(({ id }) => id === hop)]).toEqual([code, true]);
    }
  });

  test('dig +trace says nothing of them, however often it is asked', async () => {
    for (let run = 0; run < DIGS; run++) {
      const { status, stdout, stderr } = await internet.run('dig', ['+trace', '+nodnssec', NAME]);
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^www\.pier\.com\.\s+3600\s+IN\s+A\s+84\.16\.67\.95$/m);
      const about = stdout.split('\n').filter((line) => /pier|62\.4\.17\.202|84\.16\.67\.4[12]/.test(line));
      // Nine of thirteen root servers are out of reach here, and dig does complain about that.
      const ordinary = /^\S+\s+\d+\s+IN\s+(NS|A)\s|^;; Received |^; <<>> DiG |failed: network unreachable\.$/;
      expect(about.filter((line) => !ordinary.test(line))).toEqual([]);
      expect(stdout).not.toMatch(/BAD|lame|serial|glue|mismatch|2025010101/i);
    }
  });

  test('finds none of them where all is well, in a survey of the same length', async () => {
    const document = await surveyed('www.example.com');
    expect(codesOf(document).filter((code) => CODES.includes(code))).toEqual([]);
    expect(document.survey.map(({ zone }) => zone)).toEqual(['.', 'com.', 'example.com.']);
    const example = document.survey.at(-1)!;
    expect(example.rows.map(({ status, glue }) => [status, glue])).toEqual([
      ['agrees', 'same'],
      ['agrees', 'same'],
      ['agrees', 'same'],
    ]);
  });

  test.each([
    ['nothing.example.com', 'nxdomain', 'example.com.'],
    ['mail.example.com AAAA', 'nodata', 'example.com.'],
    ['www.barred.org', 'failure', 'barred.org.'],
  ])('surveys the path to %s, which ends in %s', async (words, status, zone) => {
    const document = await surveyed(...words.split(' '));
    expect(document.status).toBe(status);
    expect(document.survey.at(-1)!.zone).toBe(zone);
    expect(document.survey.at(-1)!.rows.length).toBeGreaterThan(0);
  });

  test('speaks of all 26 root servers, and does not wait for those without a route', async () => {
    const { document, elapsedMs } = await timed(() => surveyed('www.example.com', '--no-system'));
    const { rows } = document.survey[0]!;
    expect(rows).toHaveLength(26);
    expect(rows.filter(({ status }) => status === 'agrees')).toHaveLength(8);
    expect(rows.filter(({ status }) => status === 'unreachable')).toHaveLength(18);
    expect(elapsedMs).toBeLessThan(5000);
  });

  test('a silent server does not make it take forever', async () => {
    const { document, elapsedMs } = await timed(() => surveyed('www.silence.com', '--no-system'));
    expect(document.survey.at(-1)!.rows.map(({ status }) => status)).toEqual(['silent', 'silent', 'silent']);
    expect(elapsedMs).toBeLessThan(15_000);
  });

  test('a closed port is not waited for twice', async () => {
    const document = await surveyed('www.shut.net', '--no-system');
    expect(document.survey.at(-1)!.rows.map(({ status }) => status)).toEqual(['unreachable', 'agrees']);
  });

  test('--fail-on hears of what only the survey sees', async () => {
    const words = ['trace', NAME, '--no-system', '--format', 'short', '--fail-on', CODES.join()];
    const [alone, all] = [await rootwalk(internet, ...words), await rootwalk(internet, ...words, '--all')];
    expect(all.status).toBe(8);
    for (const code of CODES) expect(all.stderr).toContain(`expected no finding ${code}, seen: `);
    // The walk alone may meet the lame server on its way, but can know of no other version.
    expect(alone.stderr).not.toContain('SERIAL_DRIFT');
  });

  test('prints it in 100 columns, with what it found under the zone', async () => {
    const { stdout } = await rootwalk(internet, 'trace', NAME, '--all', '--no-system');
    const blocks = stdout.slice(stdout.indexOf('All servers of'));
    expect(blocks.split('\n').filter((line) => line.length > 100)).toEqual([]);
    expect(blocks).toMatch(
      /^All servers of pier\.com\.\n {3}3 addresses of 2 servers: 1 agrees, 1 differs, 1 is lame;/m,
    );
    expect(stdout.match(/SERIAL_DRIFT/g)).toHaveLength(1);
    expect(stdout.match(/LAME_DELEGATION/g)).toHaveLength(1);
  });
});

async function timed(
  work: () => Promise<SurveyedTrace>,
): Promise<{ readonly document: SurveyedTrace; readonly elapsedMs: number }> {
  const startedMs = performance.now();
  const document = await work();
  return { document, elapsedMs: performance.now() - startedMs };
}
