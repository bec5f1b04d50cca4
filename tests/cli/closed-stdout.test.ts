/** `rootwalk … | head`: a reader that has seen enough ends any command, soon and without a word. */

import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'rootwalk-'));
const capture = join(folder, 'walk.pcap');
const saved = join(folder, 'walk.json');
const list = join(folder, 'list.yaml');
writeFileSync(list, '- www.example.com\n');

const COMMANDS: readonly string[] = [
  'trace www.example.com --lab',
  'trace www.example.com --lab -f json',
  'trace www.example.com --lab -f ndjson',
  'trace www.example.com --lab -f html',
  'trace www.example.com --lab -f pcap',
  'explore www.example.com --lab',
  'explore --keys',
  'compare www.example.com --lab -f json',
  'query www.example.com --lab -f json',
  'services example.com --lab -f json',
  `check ${list} --lab -f json`,
  `open ${saved}`,
  `diff ${saved} ${saved} -f json`,
  'explain',
  'explain -f json',
  `dissect ${capture}`,
  `dissect ${capture} -f html`,
  'build www.example.com -f json',
  'build www.example.com -f raw',
  'lab list',
  'lab show',
  'schema',
  'schema trace',
  'config --print',
  'completion zsh',
  'help',
  'trace --help',
];

beforeAll(async () => {
  await Promise.all([
    run('trace', 'www.example.com', '--lab', '-f', 'pcap', '-o', capture),
    run('trace', 'www.example.com', '--lab', '-f', 'json', '-o', saved),
  ]);
});

/** Runs it with an stdout that is closed before the program can have begun. */
function runUnread(
  words: readonly string[],
): Promise<{ readonly status: number | null; readonly stderr: string }> {
  const child = spawn(process.execPath, ['dist/rootwalk.js', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve) => void child.on('close', (status) => resolve({ status, stderr })));
}

describe.concurrent('without a reader', () => {
  it.each(COMMANDS)('%s', async (line) => {
    expect(await runUnread(line.split(' '))).toEqual({ status: 0, stderr: '' });
  });
});

describe.skipIf(process.platform === 'win32').concurrent('a reader that leaves', () => {
  /** Those that print more than a pipe holds, so that the reader is gone before the end. */
  it.each(['trace www.example.com --lab -f html', 'explain -f markdown', 'schema trace'])(
    '%s | head -n 1',
    async (line) => {
      const command = `"$0" dist/rootwalk.js ${line} | head -n 1; echo "\${PIPESTATUS[@]}"`;
      const { stdout, stderr } = await promisify(execFile)('bash', ['-c', command, process.execPath]);
      expect(stderr).toBe('');
      expect(stdout).toMatch(/^[^\n]+\n0 0\n$/);
    },
  );

  it.each([
    ['trace nowhere.example.com --lab -f short', 3],
    ['trace www..example --lab', 2],
    ['trace www.example.com --lab -f short --expect A=192.0.2.1', 8],
  ])('of what is wrong: the status still tells (%s)', async (line, status) => {
    const command = `{ "$0" dist/rootwalk.js ${line} 2>&3 >"$1" 3>&-; echo $? >"$1.status"; } 3>&1 | :; cat "$1.status"`;
    const file = join(mkdtempSync(join(folder, 'status-')), 'stdout');
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', command, process.execPath, file]);
    expect([stdout, stderr]).toEqual([`${status}\n`, '']);
  });
});
