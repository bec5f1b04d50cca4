/**
 * What the operating system says about a file or an address that cannot be used, in words. What is seldom is left in its.
 */

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not',
  EADDRINUSE: 'another program listens there',
  EADDRNOTAVAIL: 'this computer does not have the address',
  EAI_AGAIN: 'no name server replies',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a link that leads back to itself',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'there is no space left',
  ENOTDIR: 'a part of the path is no folder',
  ENOTFOUND: 'there is no such name',
  EPERM: 'this user may not',
  EROFS: 'nothing can be written there',
};

export function troubleOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  const words = code === undefined ? undefined : WORDS[code];
  return words ?? (error instanceof Error ? error.message : String(error));
}
