/** What npm would publish: only what runs. */

import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

interface Packed {
  readonly files: readonly { readonly path: string; readonly size: number }[];
  readonly unpackedSize: number;
}

test('the package has what runs, and nothing else', () => {
  const stdout = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
  });
  const [packed] = JSON.parse(stdout) as [Packed];
  const paths = packed.files.map(({ path }) => path);
  const isExpected = (path: string): boolean =>
    /^dist\/(rootwalk|program|index|message)\.js$|^dist\/query\.cjs$|^dist\/chunks\/[\w-]+\.js$|^dist\/types\/.*\.d\.ts$|^dist\/schemas\/\w+\.json$/.test(
      path,
    ) ||
    /^fixtures\/worlds\/[\w-]+\/(world\.json|expected\.txt|root\.hints|[\w./-]+\.zone|computer\/[\w./-]+)$/.test(
      path,
    ) ||
    ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'docs/rootwalk.1', 'dist/LICENSES.txt'].includes(
      path,
    );
  expect(paths.filter((path) => !isExpected(path))).toEqual([]);
  for (const wanted of [
    'dist/rootwalk.js',
    'dist/program.js',
    'dist/query.cjs',
    'dist/schemas/trace.json',
    'fixtures/worlds/internet/world.json',
    'docs/rootwalk.1',
  ])
    expect(paths).toContain(wanted);
  expect(packed.unpackedSize).toBeLessThan(12_000_000);
});
