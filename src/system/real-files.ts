/**
 * Files of the machine, read so that none of them can hang or flood the reader: regular files only, whatever
 * stands at the path by the time it is opened, and no more than a bound.
 */

import { constants, promises as files } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { FileText } from './computer.ts';

/** More than any real configuration file; a bound on what one on a strange machine can cost. */
const MAXIMUM_FILE_MEBIBYTES = 64;
const MEBIBYTE_OCTETS = 1024 * 1024;

export async function readTextFile(path: string): Promise<FileText> {
  try {
    const about = await files.stat(path);
    // To empty a file for good, people link it to the null device.
    if (about.isCharacterDevice() && about.rdev === (await files.stat('/dev/null')).rdev) return { text: '' };
    // Even opening a pipe waits for somebody at its other end.
    if (!about.isFile()) return notRegular(path, about.isDirectory());
    return await readRegularFile(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { missing: true };
    return { unreadable: `${path} cannot be read (${code ?? String(error)})` };
  }
}

export async function linkTargetOf(path: string): Promise<string | undefined> {
  return files.readlink(path).catch(() => undefined);
}

/** The `code` of an error of the system: `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

function notRegular(path: string, isFolder: boolean): FileText {
  const unreadable = `${path} is not a regular file`;
  return isFolder ? { unreadable } : { unreadable, blocks: true };
}

async function readRegularFile(path: string): Promise<FileText> {
  const handle = await files.open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!(await handle.stat()).isFile()) return notRegular(path, false);
    const octets = await readAtMost(handle, MAXIMUM_FILE_MEBIBYTES * MEBIBYTE_OCTETS);
    if (octets) return { text: octets.toString('utf8') };
    return { unreadable: `${path} is larger than ${MAXIMUM_FILE_MEBIBYTES} MiB` };
  } finally {
    await handle.close();
  }
}

/** Undefined where there is more: files of the kernel do not say how long they are. */
async function readAtMost(handle: FileHandle, maximumOctets: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let octets = 0;
  for (;;) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(MEBIBYTE_OCTETS), 0, MEBIBYTE_OCTETS);
    if (bytesRead === 0) return Buffer.concat(pieces);
    octets += bytesRead;
    if (octets > maximumOctets) return undefined;
    pieces.push(buffer.subarray(0, bytesRead));
  }
}
