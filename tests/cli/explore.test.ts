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

describe('explore NAME [TYPE] @SERVER', () => {
  it.each([
    [
      ['a.test', '@192.0.2.1', '--lab'],
      /^rootwalk: a trace asks no other resolvers, such as @192\.0\.2\.1: rootwalk compare /,
    ],
    [
      ['a.test', 'MX', 'extra', '--lab'],
      /^rootwalk: "extra" is one word too many: rootwalk explore NAME \[TYPE\] \[@SERVER …\]\n/,
    ],
    [['@192.0.2.1', '--lab'], /^rootwalk: the explorer needs a terminal, or give a name/],
  ])('where there is no terminal, %j is answered in one line', async (words, error) => {
    for (const command of [['explore'], []]) {
      const { stderr, status } = await run(...command, ...words);
      expect(stderr).toMatch(error);
      expect([stderr.split('\n').length, status]).toEqual([2, 2]);
    }
  });

  it('still traces without servers', async () => {
    const { stdout, status } = await run('explore', 'www.example.com', 'A', '--lab', '-f', 'short');
    expect([stdout.includes('192.0.2.'), status]).toEqual([true, 0]);
  });
});
