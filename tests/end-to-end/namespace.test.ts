/** The suite cleans up after itself, and after a run of it that could not. */

import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Namespace } from './namespace.ts';
import { cannotRunHere } from './requirements.ts';

const namespaces = (): string[] =>
  execFileSync('ip', ['netns', 'list'], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.split(' ')[0]!);

describe.skipIf(cannotRunHere('namespace'))('a namespace', () => {
  test('goes with all its processes and files', async () => {
    const namespace = new Namespace({});
    try {
      expect(namespaces()).toContain(namespace.name);
      const exit = once(namespace.start('sleep', ['600']), 'exit');
      namespace.close();
      expect(await exit).toEqual([null, 'SIGKILL']);
      expect(namespaces()).not.toContain(namespace.name);
      expect([namespace.folder, `/etc/netns/${namespace.name}`].filter(existsSync)).toEqual([]);
    } finally {
      namespace.close();
    }
  });

  test('of a run that crashed is removed by the next', () => {
    const { pid } = spawnSync('true');
    const stale = `rootwalk-e2e-${pid}-0`;
    execFileSync('ip', ['netns', 'add', stale]);
    mkdirSync(`/etc/netns/${stale}`, { recursive: true });
    new Namespace({}).close();
    expect(namespaces()).not.toContain(stale);
    expect(existsSync(`/etc/netns/${stale}`)).toBe(false);
  });

  test('has its own files in place of those of /etc, and no way out', async () => {
    const namespace = new Namespace({ 'resolv.conf': 'nameserver 127.0.0.53\n' });
    try {
      expect((await namespace.run('cat', ['/etc/resolv.conf'])).stdout).toBe('nameserver 127.0.0.53\n');
      expect((await namespace.run('ip', ['route', 'show', 'default'])).stdout).toBe('');
    } finally {
      namespace.close();
    }
  });
});
