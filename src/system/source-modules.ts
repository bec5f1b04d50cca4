/**
 * Which sources of nsswitch.conf are installed: each is a shared object `libnss_NAME.so.2` in the folders of
 * the GNU C library; `files` and `dns` are part of the library itself.
 */

import { promises as files } from 'node:fs';

export async function hasSourceModule(name: string): Promise<boolean | undefined> {
  if (name === 'files' || name === 'dns') return true;
  const names = await moduleFiles();
  // Where there are none at all, this is another C library, or one in a place of its own.
  return names.size === 0 ? undefined : names.has(`libnss_${name}.so.2`);
}

/** Where Linux systems keep libraries; on Debian and its kin one level further down. */
const FOLDERS = ['/lib', '/usr/lib', '/lib64', '/usr/lib64'];
const ARCHITECTURE_FOLDER = /^[a-z0-9_]+-linux-gnu[a-z0-9_]*$/;

async function moduleFiles(): Promise<ReadonlySet<string>> {
  const lists = await Promise.all(
    FOLDERS.map(async (folder) => {
      const entries = await entriesOf(folder);
      const below = entries.filter((entry) => ARCHITECTURE_FOLDER.test(entry));
      return [entries, ...(await Promise.all(below.map((entry) => entriesOf(`${folder}/${entry}`))))].flat();
    }),
  );
  return new Set(lists.flat().filter((entry) => entry.startsWith('libnss_')));
}

async function entriesOf(folder: string): Promise<string[]> {
  return files.readdir(folder).catch(() => []);
}
