/** What a person gets wrong, in any command: one line that says what to do, status 2, and nothing on stdout. */

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'rootwalk-'));
const path = (name: string): string => join(folder, name);
mkdirSync(path('folder'));
writeFileSync(path('text'), 'hello\n');
writeFileSync(path('one-long-line'), `"${'x'.repeat(5000)}" A 192.0.2.1\n`);

describe('mistakes', () => {
  it.each([
    [['trace', 'example.com', 'AXFR', '--lab'], /rootwalk query example\.com AXFR @SERVER/],
    [['compare', 'example.com', 'TYPE41', '--lab'], /OPT is nothing to walk for/],
    [['explore', 'example.com', 'TKEY', '--lab'], /TKEY is nothing to walk for/],
    [
      ['trace', 'example.com', '@192.0.2.53', '--lab'],
      /rootwalk query and rootwalk compare take @192\.0\.2\.53$/,
    ],
    [['@192.0.2.53', 'example.com', '--lab'], /rootwalk query and rootwalk compare take @192/],
    [['trace', 'example.com', '--lab=nowhere'], /rootwalk lab list shows them all/],
    [['trace', 'example.com', '--nonsense'], /rootwalk trace --help shows the options/],
    [['trace', 'example.com', '--lab', '--fail-on', ''], /no finding ""/],
    [['trace', 'example.com', '--root-hints', path('folder')], /folder cannot be read: it is a folder/],
    [['trace', 'example.com', '--root-hints', path('nowhere')], /there is no such file or folder$/],
    [['trace', 'example.com', '--lab', '-o', ''], /-o wants the name of a file/],
    [['trace', 'example.com', '--lab', '-o', path('folder')], /folder cannot be written: it is a folder$/],
    [['trace', 'example.com', '--lab', '-o', path('text/x')], /a part of the path is no folder$/],
    [['compare', 'example.com', '--lab', '--rounds', '2'], /add --watch/],
    [['compare', 'example.com', '--lab', '@192.0.2.53:0'], /is no server/],
    [['query', 'example.com', '--lab', '@192.0.2.53#0'], /is no server/],
    [['query', 'example.com', '--lab', '@a.root-servers.net:0'], /is no server/],
    [['query', 'example.com', '--lab', '--no-edns', '--nsid'], /--no-edns and --nsid exclude each other/],
    [['query', 'example.com', '--lab', '--no-edns', '--bufsize', '512'], /--no-edns and --bufsize exclude/],
    [['dissect', '00', '--source', 'nonsense'], /add --layers/],
    [['build', '--zone-text', path('text')], /text: /],
    [['trace', 'example.com', '--root-hints', '/dev/zero'], /\/dev\/zero is too large: more than 16 MiB$/],
    [['open', '/dev/zero'], /\/dev\/zero is too large: more than 256 MiB$/],
    [['open', path('nowhere')], /cannot be read: there is no such file or folder$/],
    [['lab'], /rootwalk lab needs one of its commands: list, show, run$/],
    [['lab', 'nonsense'], /unknown command 'nonsense' \(rootwalk lab --help shows the commands\)/],
    [['help', 'nonsense'], /needs one of its commands: .*trace/],
    // No name server may be asked for these.
    [['lab', 'run', '--bind', '999.0.0.1:5300'], /no place to listen/],
    [['lab', 'run', '--bind', '1.2.3.4.5:5300'], /no place to listen/],
    [['lab', 'run', '--bind', '192.0.2.1:5300'], /this computer does not have the address$/],
  ])('%j', async (words, line) => {
    const { status, stdout, stderr } = await run(...words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^rootwalk: [^\n]+\n$/);
    expect(stderr.trimEnd()).toMatch(line);
  });

  it('quotes no more of a file than fits on a screen', async () => {
    const { status, stderr } = await run('build', '--zone-text', path('one-long-line'));
    expect(status).toBe(2);
    expect(stderr).toMatch(/^rootwalk: [^\n]+…\n$/);
    expect(stderr.length).toBeLessThan(700);
  });
});
