import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { realComputer } from '../../src/system/real-computer.ts';

const folder = mkdtempSync(join(tmpdir(), 'rootwalk-computer-'));
afterAll(() => rmSync(folder, { recursive: true }));
const computer = realComputer({ RES_OPTIONS: 'ndots:2' });

describe('the real computer', () => {
  it('reads files, and says why it cannot', async () => {
    const path = join(folder, 'hosts');
    writeFileSync(path, '10.0.0.1 a\0b\r\n');
    expect(await computer.readFile(path)).toEqual({ text: '10.0.0.1 a\0b\r\n' });
    expect(await computer.readFile(join(folder, 'none'))).toEqual({ missing: true });
    expect(await computer.readFile(join(path, 'below'))).toEqual({ missing: true });
    expect(await computer.readFile(folder)).toEqual({ unreadable: `${folder} is not a regular file` });
  });

  it('does not wait for pipes and devices, or read files without end', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    for (const path of [pipe, '/dev/zero', '/dev/tty0'].filter((each) => existsSync(each))) {
      const unreadable = `${path} is not a regular file`;
      expect(await computer.readFile(path)).toEqual({ unreadable, blocks: true });
    }
    expect(await computer.readFile('/dev/null')).toEqual({ text: '' });
    const large = join(folder, 'large');
    writeFileSync(large, '');
    truncateSync(large, 64 * 1024 * 1024 + 1);
    expect(await computer.readFile(large)).toEqual({ unreadable: `${large} is larger than 64 MiB` });
    // Files of the kernel say that they are empty, and are not.
    if (existsSync('/proc/self/status')) {
      const text = expect.stringMatching(/^Name:/);
      expect(await computer.readFile('/proc/self/status')).toMatchObject({ text });
    }
  });

  it('reads links and runs commands without a shell', async () => {
    const link = join(folder, 'link');
    symlinkSync('../run/x.conf', link);
    expect(await computer.linkTarget(link)).toBe('../run/x.conf');
    expect(await computer.linkTarget(folder)).toBeUndefined();
    expect(await computer.run(['printf', '%s', '$(id) "x"'])).toEqual({ text: '$(id) "x"' });
    expect(await computer.run(['rootwalk-no-such'])).toEqual({
      unreadable: 'rootwalk-no-such cannot be run (ENOENT)',
    });
  });

  // All of these are settled without asking any name server.
  it.each([
    ['192.0.2.1', 4, ['192.0.2.1']],
    ['127.1', 4, ['127.0.0.1']],
    ['2001:DB8::1', 6, ['2001:db8::1']],
    ['::1.2.3.4', 6, ['::102:304']],
  ] as const)('%s in family %i is %j', async (name, family, addresses) => {
    expect(await computer.lookup(name, family)).toEqual({ addresses, error: null });
  });

  it.each([
    ['192.0.2.1', 6, 'no address of this family'],
    ['127.1', 6, 'no address of this family'],
    [`${'x'.repeat(64)}.`.repeat(40), 4, /^the system cannot look this up/],
  ] as const)('%s in family %i is an error in words', async (name, family, error) => {
    const answer = await computer.lookup(name, family);
    expect(answer.addresses).toEqual([]);
    expect(answer.error).toMatch(error);
  });

  it('knows which sources are installed, as far as that can be seen', async () => {
    expect(await computer.hasSource('files')).toBe(true);
    expect(await computer.hasSource('dns')).toBe(true);
    expect(await computer.hasSource('rootwalk_no_such')).not.toBe(true);
  });

  it('answers a reverse question that makes no sense with words', async () => {
    const { names, error } = await computer.reverse('not an address');
    expect(names).toEqual([]);
    expect(error).toMatch(/^the (lookup failed|system cannot)/);
  });

  it('knows its host name and environment', () => {
    expect([computer.hostname, computer.environment]).toEqual([hostname(), { RES_OPTIONS: 'ndots:2' }]);
  });
});
