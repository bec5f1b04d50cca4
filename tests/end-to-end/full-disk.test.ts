/** A disk without space: `-o` says so in one line, leaves the old file as it was, and nothing half written beside it. */

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../support/program.ts';
import { cannotUnshareHere, SEARCH_PATH } from './requirements.ts';

const PROGRAM = new URL('../../dist/rootwalk.js', import.meta.url).pathname;

/** The disk holds less than this prints; the others meet one that is full. */
const LARGE = 'trace www.example.com --lab -f html';
const COMMANDS: readonly string[] = [
  'www.example.com --lab',
  'explore --keys',
  'trace www.example.com --lab -f ndjson',
  'trace www.example.com --lab -f pcap',
  'compare www.example.com --lab',
  'query www.example.com --lab',
  'services example.com --lab',
  'check %/list.yaml --lab',
  'open %/walk.json',
  'diff %/walk.json %/walk.json',
  'explain MX',
  'dissect 0000010000010000000000000000010001',
  'build www.example.com',
  'build www.example.com -f raw',
  'lab list',
  'lab show',
  'schema trace',
  'config --print',
];

/** Fills the disk but for what `$FREE` says, runs the rest, and tells what is there then. */
const SCRIPT = `
mount -t tmpfs -o size=64k none "$DISK" || exit 9
printf old > "$DISK/old"
[ "$FREE" = all ] || dd if=/dev/zero of="$DISK/filler" bs=4096 2>/dev/null
for file in old new; do
  "$@" -o "$DISK/$file"
  echo "status $?"
done
rm -f "$DISK/filler"
ls -A "$DISK"
cat "$DISK/old"`;

describe.skipIf(cannotUnshareHere('a full disk')).concurrent('a full disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rootwalk-'));
  beforeAll(async () => {
    writeFileSync(join(folder, 'list.yaml'), '- www.example.com\n');
    await run('trace', 'www.example.com', '--lab', '-f', 'json', '-o', join(folder, 'walk.json'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([...COMMANDS.map((line) => [line, 'nothing']), [LARGE, 'all']])(
    '%s (%s is free)',
    async (line, free) => {
      const disk = mkdtempSync(join(folder, 'disk-'));
      const words = line.split(' ').map((word) => word.replace(/^%/, folder));
      const { stdout, stderr } = await promisify(execFile)(
        'unshare',
        ['--mount', 'sh', '-c', SCRIPT, 'sh', process.execPath, PROGRAM, ...words],
        { env: { PATH: SEARCH_PATH, LC_ALL: 'C', DISK: disk, FREE: free } },
      );
      const complaint = (file: string): string =>
        `rootwalk: ${join(disk, file)} cannot be written: there is no space left\n`;
      expect(stderr).toBe(complaint('old') + complaint('new'));
      expect(stdout).toBe('status 2\nstatus 2\nold\nold');
    },
  );
});
