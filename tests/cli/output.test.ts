/** Where output goes: what is there already is replaced whole, written to, or left as it was. */

import { execFile } from 'node:child_process';
import { createSocket } from 'node:dgram';
import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { run, start } from '../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'rootwalk-'));
const path = (name: string): string => join(folder, name);
const DATA = '192.0.2.80\n192.0.2.81\n';
const trace = ['trace', 'www.example.com', '--lab', '-f', 'short'];

describe('-o', () => {
  it('leaves a link a link, and who may read the file', async () => {
    writeFileSync(path('file'), 'old', { mode: 0o600 });
    symlinkSync('file', path('link'));
    expect(await run(...trace, '-o', path('link'))).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(lstatSync(path('link')).isSymbolicLink()).toBe(true);
    expect(readFileSync(path('file'), 'utf8')).toBe(DATA);
    expect(statSync(path('file')).mode & 0o777).toBe(0o600);
  });

  it('makes a file where a link leads nowhere yet', async () => {
    symlinkSync('later', path('early'));
    expect((await run(...trace, '-o', path('early'))).status).toBe(0);
    expect(readFileSync(path('early'), 'utf8')).toBe(DATA);
  });

  it.skipIf(process.platform === 'win32')(
    'writes to a pipe, and does not put a file in its place',
    async () => {
      const pipe = path('pipe');
      await promisify(execFile)('mkfifo', [pipe]);
      const reader = promisify(execFile)('cat', [pipe]);
      expect((await run('build', 'www.example.com', '--id', '1', '-f', 'raw', '-o', pipe)).status).toBe(0);
      expect((await reader).stdout).toContain('example');
      expect(lstatSync(pipe).isFIFO()).toBe(true);
    },
  );

  it('leaves the old file where a comparison is interrupted', async () => {
    writeFileSync(path('old'), 'old');
    writeFileSync(path('hints'), '. 60 NS silent.example.\nsilent.example. 60 A 127.0.0.1\n');
    const silent = createSocket('udp4');
    await new Promise<void>((bound) => silent.bind(0, '127.0.0.1', bound));
    const port = String(silent.address().port);
    const asked = new Promise((resolve) => silent.once('message', resolve));
    const words = ['--root-hints', path('hints'), '-p', port, '--no-system', '@127.0.0.1'];
    const running = start(['compare', 'example.com', ...words, '-o', path('old')]);
    await asked;
    running.kill('SIGINT');
    expect(await running.finished).toEqual({ status: 130, stdout: '', stderr: '' });
    silent.close();
    expect(readFileSync(path('old'), 'utf8')).toBe('old');
  });
});

describe.skipIf(!existsSync('/dev/full'))('a full device', () => {
  it.each([[trace], [['lab', 'list']], [['build', 'www.example.com', '-f', 'raw']]])(
    'is one line and status 2: %j',
    async (words) => {
      const command = `${process.execPath} dist/rootwalk.js ${words.join(' ')} > /dev/full`;
      await expect(promisify(execFile)('sh', ['-c', command])).rejects.toMatchObject({
        code: 2,
        stderr: 'rootwalk: stdout cannot be written: there is no space left\n',
      });
    },
  );
});
