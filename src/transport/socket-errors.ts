/**
 * What the operating system's socket errors mean, in words.
 */

import type { ExchangeEnding } from './exchange.ts';

const TEXTS: Readonly<Record<string, string>> = {
  ENETUNREACH: 'no route to this network',
  EHOSTUNREACH: 'no route to this host',
  EADDRNOTAVAIL: 'this computer has no address of that family',
  EAFNOSUPPORT: 'this computer does not speak that family of addresses',
  ECONNREFUSED: 'the connection was refused: nobody listens on that port',
  ECONNRESET: 'the connection was reset',
  EACCES: 'sending there is forbidden on this computer',
  EPERM: 'sending there is forbidden on this computer',
  EINVAL: 'the operating system does not send to such an address',
  EMFILE: 'too many sockets are open',
  ETIMEDOUT: 'the connection attempt timed out',
  EPIPE: 'the connection was closed by the server',
};

/** These say nothing of the server: no other address of its family would fare better. */
const OF_THE_FAMILY: ReadonlySet<string> = new Set(['ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT']);

/** The end of an exchange whose socket failed. */
export function failureOf(error: Error): ExchangeEnding {
  const isOfFamily = 'code' in error && OF_THE_FAMILY.has(String(error.code));
  return { kind: 'unreachable', detail: failureText(error), reach: isOfFamily ? 'no-family' : 'no-server' };
}

function failureText(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  return TEXTS[code] ?? (code || error.message);
}
