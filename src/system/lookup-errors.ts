/**
 * The failures of getaddrinfo and getnameinfo (RFC 3493 6.1) in plain words. Node.js, the emulated computer
 * of a lab and the comparison all speak of them in these.
 */

export const NO_SUCH_NAME = 'no such name';
export const NO_SERVER_ANSWERED = 'no name server answered';
export const INTERRUPTED = 'interrupted before there was an answer';

/** Node.js folds EAI_NONAME and EAI_NODATA into ENOTFOUND. */
const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: NO_SUCH_NAME,
  ENODATA: NO_SUCH_NAME,
  EAI_NONAME: NO_SUCH_NAME,
  EAI_NODATA: NO_SUCH_NAME,
  EAI_AGAIN: NO_SERVER_ANSWERED,
  EAI_FAIL: 'the name server failed',
  EAI_ADDRFAMILY: 'no address of this family',
  EAI_FAMILY: 'this address family is not supported here',
  EAI_MEMORY: 'out of memory',
  EINVAL: 'the system cannot look this up: the name or a file such as /etc/nsswitch.conf is not valid',
  EISDIR: 'the system cannot look this up: a folder stands in the place of a file such as /etc/hosts',
  ENAMETOOLONG: 'the name is too long for getaddrinfo',
  EMFILE: 'too many open files',
};

/** The words for an error code of Node.js; the code itself where it is a rare one. */
export function lookupErrorOf(code: string | undefined): string {
  return code === undefined ? 'the lookup failed' : (WORDS[code] ?? `the lookup failed (${code})`);
}

export function noAnswerWithin(timeoutMs: number): string {
  return `no answer within ${timeoutMs / 1000} s`;
}

/** For a reply that neither answers nor denies. */
export function serverFailure(rcodeText: string): string {
  return `the name server answered ${rcodeText}`;
}
