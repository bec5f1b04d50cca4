/** The package as it is installed: from the tarball into an empty folder, every command, and what it takes on the disk. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandTree, allCommands } from '../../src/cli/command-tree.ts';
import { programFor } from '../../src/cli/program.ts';

const LARGEST_MEBIBYTES = 25;
const canInstall = spawnSync('npm', ['view', 'commander', 'version'], { timeout: 30_000 }).status === 0;
if (!canInstall) console.warn('SKIPPED the installed package: the npm registry cannot be reached');

const program = programFor({ signal: new AbortController().signal, status: 0, complain: () => {} });
const commands = allCommands(commandTree(program)).map(({ path }) => path);

describe.skipIf(!canInstall)('installed from the tarball', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rootwalk-installed-'));
  const bin = join(folder, 'bin', 'rootwalk');
  const rootwalk = (...words: readonly string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, [bin, ...words], {
      encoding: 'utf8',
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1' },
    });

  beforeAll(() => {
    execFileSync('npm', ['run', 'build'], { stdio: 'ignore' });
    const stdout = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      encoding: 'utf8',
    });
    const [{ filename }] = JSON.parse(stdout) as [{ readonly filename: string }];
    execFileSync('npm', ['install', '--global', '--prefix', folder, '--omit=dev', join(folder, filename)], {
      stdio: 'ignore',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(commands)('rootwalk %s --help', (path) => {
    const { status, stdout, stderr } = rootwalk(...path.split(' ').filter(Boolean), '--help');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`Usage: rootwalk ${path}`.trimEnd());
  });

  test('walks in the lab', () => {
    expect(rootwalk('trace', 'www.example.com', '--lab', '-f', 'short')).toEqual(
      expect.objectContaining({ status: 0, stdout: '192.0.2.80\n192.0.2.81\n' }),
    );
    expect(rootwalk('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test(`takes less than ${LARGEST_MEBIBYTES} MiB`, () => {
    const [kibibytes] = execFileSync('du', ['-sk', join(folder, 'lib')], { encoding: 'utf8' }).split('\t');
    console.log(`the installed tree takes ${(Number(kibibytes) / 1024).toFixed(1)} MiB (du -sk)`);
    expect(Number(kibibytes) / 1024).toBeLessThan(LARGEST_MEBIBYTES);
  });
});
