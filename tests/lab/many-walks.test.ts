import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it(
  'walks a thousand times in one process with flat memory, and ends by itself',
  { timeout: 60_000 },
  async () => {
    const words = ['--expose-gc', 'tests/lab/many-walks.ts', '1000'];
    const { stdout } = await promisify(execFile)(process.execPath, words, { timeout: 55_000 });
    const { endings, before, after } = JSON.parse(stdout) as {
      endings: object;
      before: number;
      after: number;
    };
    expect(endings).toEqual({ answer: 600, nxdomain: 200, failure: 200 });
    expect(after - before).toBeLessThan(2_000_000);
  },
);
