import { describe, expect, it } from 'vitest';
import { KEY_TABLE } from '../../src/tui/keys/key-table.ts';
import { run, start, type Finished } from '../support/program.ts';

/** Runs with these packages out of reach: whatever loads one of them fails. */
function runWithout(packages: RegExp, ...words: string[]): Promise<Finished> {
  const hook = `import { registerHooks } from 'node:module';
    registerHooks({ resolve: (name, context, next) => {
      if (${packages}.test(name)) throw new Error('loaded ' + name);
      return next(name, context);
    } });`;
  const url = `data:text/javascript,${encodeURIComponent(hook)}`;
  return start(words, { NODE_OPTIONS: `--import=${url}` }).finished;
}

describe('explore --keys', () => {
  it('lists every key, one a line, where there is no terminal', async () => {
    const { stdout, stderr, status } = await run('explore', '--keys');
    expect([stderr, status]).toEqual(['', 0]);
    const lines = stdout.split('\n');
    const missing = KEY_TABLE.filter(
      ({ label, does }) => !lines.some((line) => line.startsWith(`  ${label} `) && line.endsWith(` ${does}`)),
    );
    expect(missing).toEqual([]);
  });

  it('loads neither React nor Ink', async () => {
    expect(await runWithout(/^(react|ink)(\/|$)/, 'explore', '--keys')).toMatchObject({ status: 0 });
    const { stderr, status } = await runWithout(/^commander$/, 'explore', '--keys');
    expect([stderr.includes('loaded commander'), status]).toEqual([true, 1]);
  });
});
