/**
 * Numbers that nobody can guess, each as likely as any other (RFC 5452 9.2, RFC 4086). They are the kernel's: Node's own
 * come from there too, but loading its cryptography takes longer than a whole query to a server nearby.
 */

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { platform } from 'node:os';

const POOL_OCTETS = 256;
const pool = new DataView(new ArrayBuffer(POOL_OCTETS));
let used = POOL_OCTETS;

/** A whole number from 0 up to, not including, `below`, which is at most 2 ** 32. */
export function randomBelow(below: number): number {
  // Above the last whole multiple some numbers would come once more often than others.
  const usable = 2 ** 32 - (2 ** 32 % below);
  for (;;) {
    const number = randomU32();
    if (number < usable) return number % below;
  }
}

function randomU32(): number {
  if (used === POOL_OCTETS) {
    fill(new Uint8Array(pool.buffer));
    used = 0;
  }
  const number = pool.getUint32(used);
  // What was given out is not kept where it could be read again.
  pool.setUint32(used, 0);
  used += 4;
  return number;
}

/** By Node's cryptography where the kernel has no such file: on Windows, or where /dev is missing. */
function fill(octets: Uint8Array<ArrayBuffer>): void {
  if (!fillFromKernel(octets)) crypto.getRandomValues(octets);
}

function fillFromKernel(octets: Uint8Array): boolean {
  if (platform() === 'win32') return false;
  try {
    const source = openSync('/dev/urandom', 'r');
    try {
      // A plain file there would be no source of chance.
      return fstatSync(source).isCharacterDevice() && readSync(source, octets) === octets.length;
    } finally {
      closeSync(source);
    }
  } catch {
    return false;
  }
}
